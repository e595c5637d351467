"""Places where somebody only told of what happened elsewhere: "told reporters in Cairo", "In Geneva, a spokesman said"."""

from typing import Final

from tracker.extraction.claimants.claim import Claim, Side
from tracker.extraction.lexicon.word_sets import word_set
from tracker.extraction.places.names import Name
from tracker.extraction.text.words import Words

_TOLD_FROM: Final = 3
"""How many words behind a verb of claiming "from Nairobi" is where somebody reports from."""
_TOLD_IN: Final = 5
"""The same for "told reporters in Cairo"."""
_CALLED: Final = word_set("phone telephone email")
_BRIEFINGS: Final = word_set("briefing conference interview speaking")
_HEARERS: Final = word_set("reporters journalists media press lawmakers parliament parliamentarians council")
_SEATS: Final = frozenset({"geneva", "brussels", "vienna", "strasbourg", "washington", "new york", "hague", "rome"})
"""Towns where organisations and governments tell of wars elsewhere."""
_OF_THE_TOWN: Final = word_set(
    "police firefighters hospital hospitals doctors medics paramedics mayor prosecutors rescuers residents witnesses"
)
"""Who tells of that town itself: "In Brussels, police said"."""
_ASIDE: Final = 4
"""How many words between commas may stand behind the town: ", Switzerland,"."""


def told_from(words: Words, name: Name, claims: tuple[Claim, ...]) -> bool:
    """Tell whether it is only where somebody spoke: "reported from X", "told reporters in X", "In X, a spokesman said"."""
    if _is_seat(words, name, claims):
        return True
    if name.first < 2:  # noqa: PLR2004
        return False
    before, hearers = words[name.first - 1].lower, words[name.first - 2].lower
    if before == "from":
        return hearers in _CALLED or any(0 < name.first - claim.verb <= _TOLD_FROM for claim in claims)
    told = any(0 < name.first - claim.verb <= _TOLD_IN for claim in claims)
    return before in {"in", "at"} and (hearers in _BRIEFINGS or (told and hearers in _HEARERS))


def _is_seat(words: Words, name: Name, claims: tuple[Claim, ...]) -> bool:
    """Tell whether a sentence opens with the town where an organisation speaks, or with the country of that town."""
    opening = words[0].lower if words else ""
    town = " ".join(word.lower for word in words[1:3] if word.text != "the").removesuffix(" ,")
    if opening not in {"in", "at"} or not any(town == seat or town.startswith(f"{seat} ") for seat in _SEATS):
        return False
    claim = next((c for c in claims if c.side is Side.BEHIND and name.last < c.first <= name.last + _ASIDE), None)
    if claim is None or name.first > _ASIDE:
        return False
    led = all(word.text == "," or word.capital for word in words[name.last + 1 : claim.first])
    return led and not any(word.lower in _OF_THE_TOWN for word in words[claim.first : claim.last + 1])
