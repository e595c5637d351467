"""The form by which a report is given: its text, a file, or its address."""

from typing import Any, Final

from django import forms
from django.conf import settings

from tracker.ingest.addresses import is_web_address
from tracker.ingest.errors import Unusable
from tracker.ingest.fetching import INTERNET
from tracker.ingest.limits import MAX_BYTES, megabytes
from tracker.ingest.readings import Reading
from tracker.ingest.reports import read_file, read_page, read_text

WAYS: Final = ("text", "file", "address")


class IncomingForm(forms.Form):
    """One of three ways to give a report; `reading` and `name` are what came of it."""

    text = forms.CharField(
        label="Text of the report",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "class": "vLargeTextField"}),
        help_text="The whole report, as it was published. Figures point into this text, so it cannot be changed later.",
    )
    file = forms.FileField(
        label="File",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".txt,.html,.htm,.xhtml,.pdf,text/plain,text/html,application/pdf"}),
        help_text=f"A text, a web page that was saved, or a PDF; at most {megabytes(MAX_BYTES)}.",
    )
    address = forms.CharField(
        label="Address",
        required=False,
        widget=forms.TextInput(
            attrs={"class": "vTextField", "inputmode": "url", "autocomplete": "off", "spellcheck": "false"}
        ),
        help_text="Of a page or a PDF that everybody can read: “https://reliefweb.int/report/…”. Fetched once, now.",
    )
    reading: Reading
    name: str = ""

    def clean(self) -> dict[str, Any]:
        """Read what was given. Whatever is wrong stands beside the field that it came from."""
        data = {way: self.cleaned_data.get(way) for way in WAYS}
        if not data["text"] or not str(data["text"]).strip():
            data["text"] = None
        given = [way for way in WAYS if data[way]]
        if self.errors:
            return data
        if len(given) != 1:
            self.add_error(None, ONE_WAY if given else NOTHING)
            return data
        way = given[0]
        try:
            self.reading = getattr(self, f"_read_{way}")(data[way])
        except Unusable as error:
            again = " Choose the file again." if way == "file" else ""
            self.add_error(way, f"{str(error)[:1].upper()}{str(error)[1:]}.{again}")
        return data

    def _read_text(self, text: str) -> Reading:
        if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
            raise Unusable(TOO_LARGE)
        return read_text(text)

    def _read_file(self, file: Any) -> Reading:
        self.name = file.name
        if file.size > MAX_BYTES:
            raise Unusable(TOO_LARGE)
        return read_file(file.read(), file.name)

    def _read_address(self, address: str) -> Reading:
        self.name = address if is_web_address(address) else f"https://{address}"
        return read_page(self.name, agent=f"figure-tracker (+{settings.SITE_URL})", internet=INTERNET)


TOO_LARGE: Final = f"larger than {megabytes(MAX_BYTES)}: give the report alone, or the part that counts"
ONE_WAY: Final = "Give the report in one way: two were filled in."
NOTHING: Final = "Give a report: paste its text, choose a file, or type its address."
