"""What is served, to whom."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kg.serve.limits import Limits
from kg.serve.working import Source, Task


@dataclass(frozen=True, slots=True)
class Site:
    """What the rest of kg hands over, and what the user chose.

    `answer` makes a `Reply` of what the source gives and of an `Asked`, `describe` of an `About`. `tables` and `graphs`
    are the media types that they can write, the usual one first; `formats` are short names for those. `hosts` are the
    names under which the server may be called; any if there are none. `log` takes one line for each request.
    """

    source: Source
    answer: Task
    describe: Task
    tables: tuple[str, ...]
    graphs: tuple[str, ...]
    formats: Mapping[str, str]
    limits: Limits = field(default_factory=Limits)
    hosts: frozenset[str] = frozenset()
    token: str = ""
    cors: str = ""
    log: Callable[[str], None] = lambda _: None
    log_queries: bool = False
