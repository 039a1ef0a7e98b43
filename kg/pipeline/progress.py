"""How the pipeline tells how far it is."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

_Item = TypeVar("_Item")


class Progress(Protocol):
    """Is told what is being done."""

    def track(self, what: str, items: Sequence[_Item]) -> Iterable[_Item]:
        """The items as they are; the next is asked for when one is done."""

    def step(self, what: str) -> None:
        """Something begins, and nobody knows how long it takes."""


class Unseen:
    """Progress that nobody looks at."""

    def track(self, what: str, items: Sequence[_Item]) -> Iterable[_Item]:  # noqa: ARG002
        return items

    def step(self, what: str) -> None: ...
