"""An address → the page that it leads to, over redirects, where its host's robots.txt allows it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Final
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from kg.fetch.addresses import Address
from kg.fetch.limits import Limits, Refused
from kg.fetch.transport import AGENT, Deadline, Response, get

_REDIRECTS: Final = 5
_LONGEST_DELAY: Final = 30.0
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_ROBOTS: Final = 500_000  # bytes, as RFC 9309 has it


@dataclass(frozen=True, slots=True)
class Page:
    """`address`: where it was found in the end; `kind`: its content type; `charset` as its server says, if it does."""

    address: str
    kind: str
    charset: str
    body: bytes


@dataclass(slots=True)
class Pages:
    """Asks host after host, and none of them more often than it may."""

    limits: Limits
    sleep: Callable[[float], None] = time.sleep
    _rules: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def get(self, text: str) -> Page:
        """Raises `Refused`."""
        deadline = Deadline(self.limits.seconds)
        address = Address.of(text)
        for _ in range(_REDIRECTS + 1):
            self._check_allowed(address, deadline)
            answer = self._ask(address, deadline)
            if answer.status not in _MOVED:
                return _page(address, answer)
            address = Address.of(urljoin(str(address), answer.headers.get("location", "")))
        raise Refused(f"leads from one address to another more than {_REDIRECTS} times; give the last one")

    def _check_allowed(self, address: Address, deadline: Deadline) -> None:
        if address.origin not in self._rules:
            self._rules[address.origin] = self._robots(address, deadline)
        if not self._rules[address.origin].can_fetch(AGENT, str(address)):
            raise Refused("is not for programs, as the robots.txt of its host says; save it by hand")

    def _robots(self, address: Address, deadline: Deadline) -> RobotFileParser:
        """RFC 9309: without such a file all is allowed; where the host fails to give it, nothing."""
        rules = RobotFileParser()
        place = Address(address.scheme, address.host, address.port, "/robots.txt")
        for _ in range(_REDIRECTS + 1):
            answer = self._ask(place, deadline, most=_ROBOTS)
            if answer.status not in _MOVED:
                break
            place = Address.of(urljoin(str(place), answer.headers.get("location", "")))
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise Refused(f"has a host whose robots.txt cannot be had ({answer.status}); try again later")
        rules.parse(
            answer.body.decode("utf-8", errors="replace").splitlines() if answer.status == HTTPStatus.OK else []
        )
        return rules

    def _ask(self, address: Address, deadline: Deadline, most: int = 0) -> Response:
        limits = self.limits if not most else Limits(most, self.limits.seconds, private=self.limits.private)
        rules = self._rules.get(address.origin)
        told = float((rules.crawl_delay(AGENT) if rules else None) or 0)
        if (last := self._asked.get(address.host)) is not None:
            pause = max(self.limits.delay, min(told, _LONGEST_DELAY)) - (time.monotonic() - last)
            self.sleep(max(0.0, pause))
            deadline.extend(max(0.0, pause))
        try:
            return get(address, limits, deadline)
        finally:
            self._asked[address.host] = time.monotonic()


def _page(address: Address, answer: Response) -> Page:
    if answer.status != HTTPStatus.OK:
        raise Refused(
            f"is answered with {answer.status} {_phrase(answer.status)}; check the address, or try again later"
        )
    kind, _, rest = answer.headers.get("content-type", "").partition(";")
    told = {name.strip().lower(): value for name, _, value in (part.partition("=") for part in rest.split(";"))}
    return Page(str(address), kind.strip().lower(), told.get("charset", "").strip(" \"'").lower(), answer.body)


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase if status in set(HTTPStatus) else "and no more"
