"""The curators' site; beside the package `admin`, whose modules register with it while it is being made."""

from collections.abc import Callable
from functools import update_wrapper
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.urls.resolvers import URLPattern, URLResolver
from django.utils.cache import add_never_cache_headers
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django_otp.middleware import is_verified


class CuratorSite(AdminSite):
    """The stock admin under the project's name, entered with a password and, outside the demonstration, a second factor.

    Every address of the site but the login and the second factor's own goes through `admin_view`, so this is the one place
    that keeps a person out; `tests/admin/test_roles.py` walks all addresses to see that it does.
    """

    site_header = "Figure tracker: curators"
    site_title = "Figure tracker"
    index_title = "What would you like to do?"
    enable_nav_sidebar = False

    def is_waiting(self, request: HttpRequest) -> bool:
        """Whether the person gave the right password, and the second factor is still missing."""
        known = super().has_permission(request)
        return bool(settings.SECOND_FACTOR_REQUIRED and known and not is_verified(request.user))

    def has_permission(self, request: HttpRequest) -> bool:
        """Let in whoever passed every factor."""
        return super().has_permission(request) and not self.is_waiting(request)

    def admin_view(  # type: ignore[override]  # the stubs promise the very type of view that came in
        self,
        view: Callable[..., Any],
        cacheable: bool = False,  # noqa: FBT002
    ) -> Callable[..., Any]:
        """Wrap a view so that whoever waits for the second factor is sent there, and may only log out."""
        stock: Callable[..., Any] = super().admin_view(view, cacheable)

        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if self.is_waiting(request):
                return self.logout(request) if view == self.logout else self._to_second_factor(request)
            try:
                return stock(request, *args, **kwargs)  # type: ignore[no-any-return]
            except PermissionDenied:
                return self._refused(request, HTTPStatus.FORBIDDEN)
            except Http404:
                return self._refused(request, HTTPStatus.NOT_FOUND)

        return update_wrapper(guarded, stock)

    def _refused(self, request: HttpRequest, status: HTTPStatus) -> HttpResponse:
        """Say in the site's own frame that a page is not for this person, or that there is none; with a way on."""
        denied = status == HTTPStatus.FORBIDDEN
        title = _("Your roles do not include this page") if denied else _("There is nothing at this address")
        context = {**self.each_context(request), "title": title, "denied": denied}
        response = TemplateResponse(request, "admin/refused.html", context, status=status)
        add_never_cache_headers(response)  # it names who asked, as every page of the admin does
        return response

    @method_decorator(never_cache)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Ask for name and password, and whoever gave them already for the second factor."""
        if request.method == "GET" and self.is_waiting(request):
            return self._to_second_factor(request)
        return super().login(request, extra_context)

    def _to_second_factor(self, request: HttpRequest) -> HttpResponse:
        wanted = request.GET["next"] if "next" in request.GET else request.get_full_path()
        return HttpResponseRedirect(reverse("admin:second_factor", query={"next": wanted}))

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Show what waits for the person above the list of tables."""
        from tracker.admin import dashboard  # noqa: PLC0415  # the package registers with this site

        return super().index(request, {**(extra_context or {}), **dashboard.shown_to(request.user)})

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Add the second factor's pages, which whoever waits for it may open, the review desk, and who did what."""
        from tracker.admin import second_factor_pages  # noqa: PLC0415  # the package registers with this site
        from tracker.admin.activity import activity  # noqa: PLC0415  # as above
        from tracker.admin.desk.urls import urls as desk  # noqa: PLC0415  # as above

        told = path("activity/", self.admin_view(activity), name="activity")
        return [*second_factor_pages.urls(self), *desk(self), told, *super().get_urls()]

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """Answer searches for references with results that say enough to choose by."""
        from tracker.admin.entering.described import DescribedAutocomplete  # noqa: PLC0415  # as above

        return DescribedAutocomplete.as_view(admin_site=self)(request)  # type: ignore[return-value]  # JSON, whole
