"""Which addresses are fetched: http and https, ordinary ports, and machines that the whole world may reach."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from tracker.ingest.errors import Unusable

PORTS: Final = {"http": 80, "https": 443}
MAX_LENGTH: Final = 1000
"""Of an address; the column that keeps it is as wide."""

_GLOBAL_UNICAST: Final = IPv6Network("2000::/3")  # all that was ever given out; the standard library calls more of it global
_SIX_TO_FOUR: Final = IPv6Network("2002::/16")
_NAT64: Final = IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class WebAddress:
    """A web address taken apart; `target` is what is asked of the server, and `host` is in ASCII."""

    scheme: str
    host: str
    port: int
    target: str

    def __str__(self) -> str:
        """Return the address as it is written."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"

    def next(self, location: str) -> "WebAddress":
        """Return where a redirect leads. Raises Unusable."""
        return parse(urljoin(str(self), location))


def is_web_address(words: str) -> bool:
    """Whether the words are meant as an address rather than as a file's name."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", words) is not None


def parse(address: str) -> WebAddress:
    """Take an address apart; its fragment is left out. Raises Unusable for one that is not fetched, and says why."""
    if len(address) > MAX_LENGTH:
        raise Unusable(f"the address is longer than {MAX_LENGTH} characters")
    if re.search(r"[\s\\\x00-\x1f\x7f]", address):
        raise Unusable("not a web address: it has a space, a backslash or a control character")
    try:
        parts = urlsplit(address)
        host, port = _host(parts), parts.port
    except ValueError as error:
        raise Unusable(f"not a web address: {error}") from error
    if parts.scheme not in PORTS:
        raise Unusable(f"“{parts.scheme}” is not fetched: only http and https are")
    if parts.username is not None or parts.password is not None:
        raise Unusable("the address holds a name or a password: give it without")
    if not host:
        raise Unusable("not a web address: it names no server")
    if port not in {None, *PORTS.values()}:
        raise Unusable(f"port {port} is not fetched: only {PORTS['http']} and {PORTS['https']} are")
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (
        f"?{quote(parts.query, safe=_QUERY)}" if parts.query else ""
    )
    return WebAddress(parts.scheme, host, PORTS[parts.scheme] if port is None else port, target)


_QUERY: Final = "/%:@!$&'()*+,;=~?[]"


def _host(parts: SplitResult) -> str:
    """Return the server's name in ASCII. Raises ValueError (UnicodeError is one) for a name that cannot be."""
    host = parts.hostname or ""
    return host if host.isascii() else host.encode("idna").decode("ascii")


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the public internet: not to this machine, its network, or a cloud's inside.

    An IPv4 address inside an IPv6 one is judged by itself; a tunnel (6to4, Teredo) can lead anywhere and is not public.
    """
    ip: IPv4Address | IPv6Address = ip_address(address)
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        elif ip in _NAT64:
            ip = IPv4Address(int(ip) & 0xFFFFFFFF)
        elif ip not in _GLOBAL_UNICAST or ip in _SIX_TO_FOUR:
            return False
    return ip.is_global and not ip.is_multicast
