"""The text of a PDF, as far as it holds any."""

import re
from io import BytesIO
from typing import Final

from pypdf import PdfReader
from pypdf.errors import DependencyError

from tracker.ingest.errors import Unusable
from tracker.ingest.limits import MAX_PAGES
from tracker.ingest.readings import Reading

FEWEST_LETTERS: Final = 40
"""Fewer in a whole PDF are a stamp or a page number on pictures of pages."""

_BULLET: Final = re.compile(r"\n(?=[ \t]*[•▪●◦‣⁃])")
_UNFINISHED: Final = re.compile(r"[^\W\d_,;–-]\s*\Z|[,;–-]\s*\Z")


def read_pdf(content: bytes, address: str = "") -> Reading:
    """Return a PDF's text with its line ends as printed; bullets and pages are parted by a blank line.

    A sentence that runs on over the page's end stays whole. Raises Unusable for a locked one, for pictures of text, and
    for more pages than are read; whatever pypdf raises for a damaged one.
    """
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not _unlocked(reader):
        raise Unusable("the PDF is locked: save an unlocked copy (print it to a file), and give that")
    if len(reader.pages) > MAX_PAGES:
        raise Unusable(f"the PDF has {len(reader.pages)} pages, and at most {MAX_PAGES} are read: give the part that counts")
    text = _joined([_sound(page.extract_text()).strip() for page in reader.pages])
    if sum(map(str.isalpha, text)) < FEWEST_LETTERS:
        raise Unusable("the PDF holds pictures of text: run text recognition on it (ocrmypdf), or type out what counts")
    return Reading(text=text, address=address)


def _unlocked(reader: PdfReader) -> bool:
    """Whether it opens without a password, as one that only forbids printing does."""
    try:
        return bool(reader.decrypt(""))
    except DependencyError:  # AES, which needs a package of its own
        return False


def _sound(text: str) -> str:
    """Return the text without what no text may hold: NULs, and halves of characters, which broken fonts give."""
    return text.replace("\0", "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _joined(pages: list[str]) -> str:
    text = ""
    for page in filter(None, pages):
        runs_on = _UNFINISHED.search(text) is not None and page[0].islower()
        text += ("\n" if runs_on else "\n\n" if text else "") + page
    return _BULLET.sub("\n\n", text)
