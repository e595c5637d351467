"""The second factor's pages: set it up once, give a code after each password. Whoever waits for it may open only these."""

from base64 import b32encode
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import django_otp
import segno
from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timesince import timeuntil
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

from tracker.admin import second_factor
from tracker.admin.recorded import person

if TYPE_CHECKING:
    from tracker.admin_site import CuratorSite

KEY: Final = "second_factor_key"
"""Where a session keeps the key that it shows: another session never confirms it."""


class CodeInput(forms.TextInput):
    """An input that starts empty after a refusal too: a code that did not fit is of no further use."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Leave out what was typed."""
        return super().get_context(name, None, attrs)


class CodeForm(forms.Form):
    """One code, typed as it is shown: spaces, hyphens and the digits of any script are understood."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=40,
        error_messages={"required": gettext_lazy("Type the code that your phone shows.")},
        widget=CodeInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}),
    )

    def clean_code(self) -> str:
        """Return the code's digits alone."""
        return "".join(str(int(c)) if c.isdecimal() else c for c in self.cleaned_data["code"] if c not in " -\u00a0")


def urls(site: "CuratorSite") -> list[URLPattern]:
    """Return the pages' addresses, each for whoever waits for the second factor, and for nobody else."""

    def page(request: HttpRequest) -> HttpResponse:
        if not site.is_waiting(request):
            return HttpResponseRedirect(_wanted(request))
        phone = second_factor.phone_of(person(request))
        return _ask(site, request) if phone else _set_up(site, request)

    def picture(request: HttpRequest) -> HttpResponse:
        if not site.is_waiting(request) or KEY not in request.session:
            raise Http404
        return _picture(request)

    return [
        path("second-factor/", never_cache(sensitive_post_parameters("code")(page)), name="second_factor"),
        path("second-factor/qr.svg", never_cache(picture), name="second_factor_qr"),
    ]


def _wanted(request: HttpRequest) -> str:
    """Return the address that was asked for before the second factor, when it is one of ours."""
    wanted = request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours else reverse("admin:index")


def _unsaved(request: HttpRequest) -> TOTPDevice:
    """Return the phone as it will be stored once it is confirmed, with this session's key."""
    key = request.session.setdefault(KEY, random_hex())
    return TOTPDevice(user=person(request), key=key, digits=second_factor.CODE_DIGITS)


def _set_up(site: "CuratorSite", request: HttpRequest) -> HttpResponse:
    phone, form = _unsaved(request), CodeForm(request.POST or None)
    if form.is_valid():
        done = second_factor.set_up(person(request), key=phone.key, code=form.cleaned_data["code"])
        if done:
            del request.session[KEY]
            _let_in(request, done[0])
            context = {"title": _("Keep these backup codes"), "codes": [_in_groups(code, 5) for code in done[1]]}
            return _page(site, request, "codes", context | {"onward": _wanted(request)})
        words = _(
            "This code does not fit. Type the one that your phone shows now; the phone has to set its clock by itself."
        )
        form.add_error("code", words)
    secret = _in_groups(b32encode(phone.bin_key).decode(), 4)
    context = {"title": _("Set up your second factor"), "secret": secret, "address": phone.config_url}
    return _page(site, request, "set_up", {"form": form, **context})


def _ask(site: "CuratorSite", request: HttpRequest) -> HttpResponse:
    form, status = CodeForm(request.POST or None), 200
    if form.is_valid():
        try:
            device = second_factor.check(person(request), form.cleaned_data["code"])
        except second_factor.WaitFirst as wait:
            status = 429
            form.add_error("code", _wait_words(wait))
        else:
            if device:
                _let_in(request, device)
                _count_backup_codes(request, device)
                return HttpResponseRedirect(_wanted(request))
            form.add_error("code", _("This code does not fit, or was used already. Wait for the next one, then type that."))
    return _page(site, request, "ask", {"title": _("Your second factor"), "form": form}, status)


def _let_in(request: HttpRequest, device: Any) -> None:
    """Remember in the session, under a new name, that the second factor was given."""
    request.session.cycle_key()
    django_otp.login(request, device)


def _count_backup_codes(request: HttpRequest, device: Any) -> None:
    """Say how many backup codes are left to whoever has just used one."""
    if isinstance(device, TOTPDevice):
        return
    left = second_factor.backup_codes_left(person(request))
    words = ngettext(
        "You used a backup code; %(left)d is left. If your phone is lost, ask an administrator to remove it, "
        "and set up another.",
        "You used a backup code; %(left)d are left. If your phone is lost, ask an administrator to remove it, "
        "and set up another.",
        left,
    )
    messages.warning(request, words % {"left": left})


def _wait_words(wait: second_factor.WaitFirst) -> str:
    left = (wait.until - timezone.now()).total_seconds()
    if left < 60:  # noqa: PLR2004  # timeuntil says "0 minutes" to less than one
        return _("Too many wrong codes. This one was not tried: wait a minute, then type the code shown then.")
    words = _("Too many wrong codes. This one was not tried: wait %(time)s, or ask an administrator for help.")
    return words % {"time": timeuntil(wait.until, depth=1)}


def _in_groups(text: str, size: int) -> str:
    return " ".join(text[i : i + size] for i in range(0, len(text), size))


def _picture(request: HttpRequest) -> HttpResponse:
    """Return the QR code as SVG, on its own white ground, so that phones read it in the dark theme too."""
    out = BytesIO()
    segno.make(_unsaved(request).config_url, micro=False).save(out, kind="svg", light="#fff", omitsize=True)
    return HttpResponse(out.getvalue(), content_type="image/svg+xml")


def _page(
    site: "CuratorSite", request: HttpRequest, name: str, context: dict[str, Any], status: int = 200
) -> TemplateResponse:
    request.current_app = site.name  # as Django's own admin views say which site they are of
    return TemplateResponse(
        request, f"admin/second_factor/{name}.html", {**site.each_context(request), **context}, status=status
    )
