"""How readers reach whoever runs the site: the setting CONTACT, an e-mail address, a link, or words."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit


@dataclass(frozen=True, slots=True)
class Contact:
    """`words` are what a page shows; `address` is where they lead, "" for words alone; a mail takes a subject."""

    words: str
    address: str
    takes_subject: bool


def contact_of(setting: str) -> Contact | None:
    """Return the contact that a setting names; null when it is empty."""
    if not setting:
        return None
    if urlsplit(setting).scheme in {"http", "https"}:
        return Contact(setting, setting, takes_subject=False)
    if "@" in setting and " " not in setting:
        mail = setting.removeprefix("mailto:")
        return Contact(mail, f"mailto:{quote(mail, safe='@')}", takes_subject=True)
    return Contact(setting, "", takes_subject=False)
