"""Options that say which part of the graph is wanted."""

import inspect
from collections.abc import Callable
from typing import Annotated, Final

import typer

from kg.cli.completion import completed
from kg.cli.options import spliced
from kg.export import Selection
from kg.export.selection import check_date
from kg.model import Status
from kg.query import Kind

EVERYTHING: Final = Selection()
"""What a command that narrows has in its signature: `selection: Selection = EVERYTHING`."""

_ENTITIES, _SOURCES = completed(Kind.ENTITY), completed(Kind.SOURCE)
_STATUSES = f"{', '.join(Status)}; may be repeated."


def _date(text: str) -> str:
    if text:
        try:
            check_date(text)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error
    return text


Asked = Annotated[str, typer.Option("--query", metavar="QUERY", help="What a CONSTRUCT, or a file of one, gives.")]
Without = Annotated[
    list[str],
    typer.Option("--without", metavar="NAME", help="Nothing of an entity; may be repeated.", autocompletion=_ENTITIES),
]
_Around = Annotated[
    str, typer.Option("--around", metavar="NAME", help="What is said of an entity.", autocompletion=_ENTITIES)
]
_Hops = Annotated[int, typer.Option("--hops", metavar="N", min=1, help="With --around: how many statements away.")]
_Of = Annotated[
    list[str],
    typer.Option("--source", metavar="SOURCE", help="What an article says; may be repeated.", autocompletion=_SOURCES),
]
_Having = Annotated[list[Status], typer.Option("--status", metavar="STATUS", case_sensitive=False, help=_STATUSES)]
_Since = Annotated[
    str, typer.Option("--since", metavar="DATE", callback=_date, help="From a year, month or day on (2018-11).")
]
_Until = Annotated[str, typer.Option("--until", metavar="DATE", callback=_date, help="Up to a year, month or day.")]


def _selection(
    around: _Around = "",
    hops: _Hops = 1,
    source: _Of = [],  # noqa: B006 - typer copies it
    status: _Having = [],  # noqa: B006
    since: _Since = "",
    until: _Until = "",
) -> Selection:
    if hops > 1 and not around:
        raise typer.BadParameter("steps from what? Name it: --around NAME", param_hint="'--hops'")
    return Selection(around, hops, tuple(source), tuple(status), since, until)


def narrowing(command: Callable[..., None]) -> Callable[..., None]:
    """A command with these options in the place of its parameter `selection`, if it has that."""
    options = [*inspect.signature(_selection, eval_str=True).parameters.values()]
    return spliced(command, "selection", options, _selection)
