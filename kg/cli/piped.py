"""Standard input among the SOURCES of a command: `-`, under the name that `--name` gives it."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import complain

if TYPE_CHECKING:
    from kg.read import Source

_STANDARD_INPUT = "-"
Name = Annotated[
    str | None,
    typer.Option(
        "--name",
        help="The source of what comes from standard input (-); its ending tells the format, as that of a file does.",
        show_default="stdin",
    ),
]


def with_standard_input(sources: Sequence[str], name: str | None) -> "list[str | Source]":
    """The sources, with standard input in the place of `-`; whoever sits at a terminal is told what it waits for."""
    from kg.read import standard_input

    if name is not None and (_STANDARD_INPUT not in sources or not name.strip()):
        raise typer.BadParameter("names what comes from standard input: give - as a source", param_hint="--name")
    if _STANDARD_INPUT in sources and sys.stdin and sys.stdin.isatty():
        complain("reads an article from the terminal: paste it, and end with Ctrl-D on a line of its own")
    return [standard_input(name or "stdin") if source == _STANDARD_INPUT else source for source in sources]
