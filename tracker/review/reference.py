"""A place or a source that is not known yet, added on the way by whoever enters a figure; an editor confirms it later."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.contrib.auth.models import User
from django.utils.text import slugify

from tracker.models import Place, Source
from tracker.models.merged import not_merged
from tracker.review.errors import Refused
from tracker.review.refusals import in_words
from tracker.review.writing import permit
from tracker.vocabulary import PlaceKind, SourceKind
from tracker.wording import label

_LATIN: Final = "ø=o ß=ss ł=l ı=i đ=d æ=ae œ=oe ə=e þ=th "
_ARABIC: Final = (
    "ا=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع=a غ=gh ف=f ق=q ك=k "
    "ل=l م=m ن=n ه=h و=w ي=y ى=a ة=a أ=a إ=i آ=a ء= ؤ=w ئ=y پ=p چ=ch ژ=zh گ=g "
)
_CYRILLIC: Final = (
    "а=a б=b в=v г=h ґ=g д=d е=e є=ie ё=io ж=zh з=z и=y і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r "
    "с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=iu я=ia "
)
_LETTERS: Final = str.maketrans(dict(pair.split("=") for pair in (_LATIN + _ARABIC + _CYRILLIC).split()))


def add_place(*, by: User, at: datetime, name: str, kind: PlaceKind, parent: Place | None = None) -> Place:
    """Store a place that no editor has confirmed yet; its figures wait with being verified. Raises NotAllowed, Refused.

    `parent` means wholly inside; null where it is not known.
    """
    permit(by, "add_figure")
    name = _name(name, "place")
    if kind == PlaceKind.COUNTRY:
        raise Refused("A country is added by an editor, who gives its code.")
    for place in not_merged(Place.objects.select_related("parent")):
        if _is_called(name, place):
            where = f"{label(place.kind).lower()} in {place.parent}" if place.parent else label(place.kind).lower()
            raise Refused(_known(name, f"“{place}” ({where})"))
    slug = _free_slug(name, "place", Place.objects.values_list("slug", flat=True))
    place = Place(name=name, slug=slug, kind=kind, parent=parent, confirmed=False)
    with in_words():
        place.sign(by=by, at=at, reason="")
        place.save(force_insert=True)
        return place


def add_source(*, by: User, at: datetime, name: str, kind: SourceKind, party_to_conflict: bool = False) -> Source:
    """Store a source that no editor has confirmed yet; its figures wait with being verified. Raises NotAllowed, Refused."""
    permit(by, "add_figure")
    name = _name(name, "source")
    for source in not_merged(Source.objects.all()):
        if _is_called(name, source):
            raise Refused(_known(name, f"“{source}” ({label(source.kind).lower()})"))
    slug = _free_slug(name, "source", Source.objects.values_list("slug", flat=True))
    source = Source(name=name, slug=slug, kind=kind, party_to_conflict=party_to_conflict, confirmed=False)
    with in_words():
        source.sign(by=by, at=at, reason="")
        source.save(force_insert=True)
        return source


def slug_of(name: str) -> str:
    """Return a name as it stands in an address, in plain letters: "Az-Zabadānī" is az-zabadani, "دوما" is dwma."""
    letters = unicodedata.normalize("NFKC", name.lower()).translate(_LETTERS)
    return slugify(re.sub(r"[ʿʾ'’‘`´]", "", letters))


def _name(name: str, what: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise Refused(f"The new {what} needs a name.")
    return name


def _is_called(name: str, row: Place | Source) -> bool:
    """Whether a row has this name already, however its accents, capitals and hyphens are written."""
    wanted = slug_of(name) or name
    return any(wanted == (slug_of(known) or known) for known in (row.name, row.name_ar, *row.aliases) if known)


def _known(name: str, existing: str) -> str:
    return f"“{name}” is there already, as {existing}: choose it in the list, or add a name that tells the two apart."


def _free_slug(name: str, otherwise: str, taken: Iterable[str]) -> str:
    """Return the name's slug, counted up where another row has it."""
    base, used = (slug_of(name) or otherwise)[:45].strip("-"), set(taken)
    return next(slug for n in range(1, len(used) + 2) if (slug := base if n == 1 else f"{base}-{n}") not in used)
