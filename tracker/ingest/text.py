"""The one form in which text is stored: so that hashes and offsets mean the same to every program that reads them."""

import hashlib


class TextError(ValueError):
    """The text cannot be stored; the message says why."""


def uniform(text: str) -> str:
    """Return the text with its byte-order mark removed and CRLF and CR as LF; nothing else is changed or stripped.

    Offsets of figures are code points of this text. Raises TextError for a NUL, which PostgreSQL cannot hold.
    """
    if "\0" in text:
        message = "the text has a NUL character: it is not plain text"
        raise TextError(message)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def sha256(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8 bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()
