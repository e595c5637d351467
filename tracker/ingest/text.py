"""The one form in which text is stored: so that hashes and offsets mean the same to every program that reads them."""

import hashlib

from tracker.ingest.errors import Unusable


class TextError(Unusable):
    """The text cannot be stored; the message says why."""


def uniform(text: str) -> str:
    """Return the text with its byte-order mark removed and CRLF and CR as LF; nothing else is changed or stripped.

    Offsets of figures are code points of this text. Raises TextError for a NUL, which PostgreSQL cannot hold.
    """
    if "\0" in text:
        message = "the text has a NUL character: it is not plain text"
        raise TextError(message)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def uniform_of(content: bytes) -> str:
    """Return the uniform text of a text file's bytes. Raises TextError where they are not UTF-8, or have a NUL."""
    try:
        return uniform(content.decode())
    except UnicodeDecodeError as error:
        raise TextError(f"not UTF-8 (byte {error.start}): save it as UTF-8") from error


def sha256(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8 bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()
