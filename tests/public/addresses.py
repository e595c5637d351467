"""Every public address that a set of figures gives rise to, for tests that must miss none."""

from tracker.models import Document, Figure, Place


def every_address() -> list[str]:
    """Return each page, chart and download of whatever is stored, confidential documents and drafts included."""
    places = list(Place.objects.values_list("slug", flat=True))
    return [
        "/",
        "/places/",
        *(f"/places/{slug}/" for slug in places),
        *(f"/places/{slug}/series.json" for slug in places),
        "/figures/",
        "/figures/?status=provisional&status=verified&status=retracted",
        "/figures.csv",
        "/figures.csv?excel=1&hxl=1",
        "/figures.csv?status=provisional&status=verified&status=retracted",
        "/figures.json",
        *(f"/figures/{number}/" for number in Figure.objects.values_list("pk", flat=True)),
        *(f"/documents/{number}/" for number in Document.objects.values_list("pk", flat=True)),
        "/methodology/",
        "/healthz",
    ]
