"""One page of a list that may be long."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slice:
    """Which of `total` things a page shows; pages count from 1, and one that is too high is the last."""

    total: int
    size: int
    wanted: int = 1

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def page(self) -> int:
        return min(max(self.wanted, 1), self.pages)

    @property
    def begin(self) -> int:
        return (self.page - 1) * self.size

    @property
    def end(self) -> int:
        return min(self.begin + self.size, self.total)
