"""How much of the web is taken at most."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`size`: bytes of one page, unpacked; `seconds`: for one, with all its redirects.

    `delay`: between two requests to a host, in seconds. `pages`: of one feed. `private`: addresses of this machine and
    of networks that are not public may be asked.
    """

    size: int = 16_000_000
    seconds: float = 30
    delay: float = 1
    pages: int = 20
    private: bool = False


class Refused(Exception):
    """Says in one line why an address gives no page, and what to do."""
