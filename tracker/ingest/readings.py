"""What was read out of a file or a page, before anything is stored."""

import json
from dataclasses import asdict, dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reading:
    """A report's text with what it says of itself: "" where it says nothing, a null date where it states none.

    `address` is where it was fetched, "" for a file. `publisher` is the name the page gives its site, not one of ours.
    """

    text: str
    title: str = ""
    publisher: str = ""
    published: date | None = None
    address: str = ""

    def as_json(self) -> str:
        """Return the reading as JSON, for another process."""
        return json.dumps(asdict(self), default=date.isoformat)

    @classmethod
    def of_json(cls, words: str) -> "Reading":
        """Return the reading that `as_json` wrote."""
        values = json.loads(words)
        published = values.pop("published")
        return cls(**values, published=None if published is None else date.fromisoformat(published))
