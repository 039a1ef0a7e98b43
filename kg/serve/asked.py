"""What a worker is asked over the protocol, and what it gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.serve.protocol import Operation


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, with the media types in which tables and graphs are wanted; none where the client takes none of ours."""

    operation: Operation
    table: str | None
    graph: str | None
    rows: int
    result: int


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer of HTTP."""

    status: int
    media_type: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def plain(cls, status: int, line: str) -> "Reply":
        return cls(status, "text/plain; charset=utf-8", f"{line}\n".encode())
