"""Accounts: administrators give roles, and nobody gives themselves more than a role."""

from typing import Any, Final

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django_otp.plugins.otp_static.admin import StaticDevice
from django_otp.plugins.otp_totp.admin import TOTPDevice

from tracker.admin import second_factor
from tracker.admin.recorded import person

ROLES: Final = ("curator", "reviewer", "editor", "administrator")
"""The groups that administrators give: those of fixtures/roles.toml."""

admin.site.unregister(User)
for secret in (TOTPDevice, StaticDevice):  # django-otp's own pages show keys and codes; ours remove, and show nothing
    admin.site.unregister(secret)


@admin.register(User)
class AccountAdmin(UserAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """The stock page, with what would lift somebody above every role left to superusers."""

    change_form_template = "admin/second_factor/account.html"
    list_display = ("username", "first_name", "last_name", "roles", "has_second_factor", "is_active")
    list_filter = ("is_active", "groups", "is_superuser")

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """Return the accounts with their roles and whether a second factor is set up, in two queries for all."""
        phones = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        accounts: QuerySet[User] = super().get_queryset(request)
        return accounts.annotate(second_factor=Exists(phones)).prefetch_related("groups")

    @admin.display(description="roles")
    def roles(self, account: User) -> str:
        """Return the account's roles, in words."""
        names = ["superuser"] if account.is_superuser else []
        return ", ".join([*names, *sorted(group.name for group in account.groups.all())])

    @admin.display(description="second factor", boolean=True, ordering="second_factor")
    def has_second_factor(self, account: Any) -> bool:
        """Return whether the person set up a second factor."""
        return bool(account.second_factor)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Keep superuser status, single permissions and one's own roles out of an administrator's reach."""
        readonly = tuple(super().get_readonly_fields(request, obj))
        if request.user.is_superuser:
            return readonly
        own = ("groups",) if obj is not None and obj.pk == request.user.pk else ()
        return (*readonly, "is_superuser", "user_permissions", *own)

    def formfield_for_manytomany(self, db_field: Any, request: Any = None, **kwargs: Any) -> Any:
        """Offer the four roles, whatever other groups there are."""
        if db_field.name == "groups":
            kwargs["queryset"] = Group.objects.filter(name__in=ROLES)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Let a new account enter the curators' site: there is nothing else to enter. What it may do there, roles say."""
        obj.is_staff = obj.is_staff or not change
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Give the roles that were chosen, and keep groups that this page does not offer."""
        others = list(form.instance.groups.exclude(name__in=ROLES))
        super().save_related(request, form, formsets, change)
        form.instance.groups.add(*others)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Accounts stand in histories: they are made inactive, never deleted."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only superusers change superusers."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or not obj.is_superuser or bool(request.user.is_superuser))

    def get_urls(self) -> list[URLPattern]:
        """Add the page that removes a lost phone."""
        view = self.admin_site.admin_view(self.second_factor_view)
        return [path("<int:pk>/second-factor/", view, name="auth_user_second_factor"), *super().get_urls()]

    def second_factor_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Remove somebody's second factor, so that they set up another; the account's history keeps who did it."""
        account = get_object_or_404(User, pk=pk)
        if not self.has_change_permission(request, account):
            raise PermissionDenied
        back = reverse("admin:auth_user_change", args=[pk])
        if request.method == "POST":
            if second_factor.forget(account):
                second_factor.record(account, by=person(request), message=_("Removed the second factor."))
                words = _("Removed. %(name)s is now asked to set up another, before anything else.")
                messages.success(request, words % {"name": account})
            return HttpResponseRedirect(back)
        context = {**self.admin_site.each_context(request), "title": _("Remove the second factor"), "opts": self.opts}
        context |= {"account": account, "phone": second_factor.phone_of(account), "back": back}
        return TemplateResponse(request, "admin/second_factor/remove.html", context)
