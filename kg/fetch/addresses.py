"""Addresses on the web: which may be asked, and at which address of the network."""

import ipaddress
import socket
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit

from kg.fetch.limits import Refused

_PORTS: Final = {"http": 80, "https": 443}
_KEPT: Final = "/%:@!$&'()*+,;=~-._?"
# Networks whose addresses have one of IPv4 inside, at the bit from which on it begins.
_TUNNELS: Final = (
    (ipaddress.IPv6Network("64:ff9b::/96"), 0),
    (ipaddress.IPv6Network("2002::/16"), 80),
    (ipaddress.IPv6Network("::ffff:0:0/96"), 0),
    (ipaddress.IPv6Network("::/96"), 0),
)


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the web, in ASCII; `target` is what its server is asked for."""

    scheme: str
    host: str
    port: int
    target: str

    @classmethod
    def of(cls, text: str) -> "Address":
        """Raises `Refused` for what is no address of the web, or has somebody's name and password in it."""
        try:
            parts = urlsplit(text.strip())
            port = parts.port
            host = (parts.hostname or "").encode("idna").decode("ascii") if not _is_ip6(parts) else parts.hostname or ""
        except ValueError:
            raise Refused("is no address of the web; correct it") from None
        if parts.scheme not in _PORTS or not host or not text.strip().isprintable():
            raise Refused("is no address of the web; give one that begins with https:// or http://")
        if parts.username is not None or parts.password is not None:
            raise Refused("has a name or password in it, which kg does not send; leave it out")
        query = f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
        return cls(parts.scheme, host, port or _PORTS[parts.scheme], (quote(parts.path, safe=_KEPT) or "/") + query)

    @property
    def origin(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    def __str__(self) -> str:
        return self.origin + self.target


def resolved(address: Address, *, private: bool) -> str:
    """Where its host is: one address of the network, which is to be connected to without asking again.

    Raises `Refused` where any of the host's addresses is not of the public network, unless that is allowed.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Refused(f"has a host that is not known ({address.host}); check it") from None
    places = [str(entry[4][0]) for entry in found]
    if not private and not all(map(_is_public, places)):
        raise Refused("is on this machine or a network that is not public; --allow-private allows that")
    return places[0]


def _is_public(place: str) -> bool:
    found = ipaddress.ip_address(place.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        for network, shift in _TUNNELS:
            if found in network:
                return _is_public(str(ipaddress.IPv4Address((int(found) >> shift) & 0xFFFFFFFF)))
    return found.is_global and not found.is_multicast


def _is_ip6(parts: SplitResult) -> bool:
    return ":" in (parts.hostname or "")
