"""Which of the known sources a name means."""

from tracker.ingest.errors import Unusable
from tracker.models import Source
from tracker.models.merged import not_merged


def source_named(name: str) -> Source:
    """Return the source with this slug, name or alias, in capitals or not. Raises Unusable where it is none, or several."""
    found = _named(name)
    if not found:
        raise Unusable(f"there is no source “{name}”: add it in the admin, or name another")
    if len(found) > 1:
        slugs = ", ".join(source.slug for source in found)
        raise Unusable(f"“{name}” means several sources: name one of {slugs}")
    return found[0]


def source_if_known(name: str) -> Source | None:
    """Return the one source with this name; null where there is none, or where it means several."""
    found = _named(name)
    return found[0] if len(found) == 1 else None


def _named(name: str) -> list[Source]:
    wanted = name.strip().casefold()
    return [
        source
        for source in not_merged(Source.objects.order_by("slug"))
        if wanted and wanted in {words.casefold() for words in (source.slug, source.name, *source.aliases)}
    ]
