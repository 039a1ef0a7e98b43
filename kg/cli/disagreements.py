"""`kg conflicts` and `kg timeline`: who says otherwise, and what was when."""

import sys
from typing import Annotated

import typer
from rich.text import Text

from kg.cli import options
from kg.cli.console import put, show
from kg.pages.plain import MARK, TextFormat
from kg.store import Store

About = Annotated[str, typer.Argument(metavar="[ENTITY]", help="Only what concerns the entity of this name.")]
Kind = Annotated[str, typer.Option("--kind", metavar="KIND", help="Only this kind, such as MutualDefeat.")]
Changes = Annotated[bool, typer.Option("--changes", help="What is no conflict, as it changed with time, as well.")]
Whose = Annotated[str, typer.Argument(metavar="ENTITY", help="The name of an entity.")]
Written = Annotated[TextFormat, typer.Option("--format", help="How it is written.")]


def conflicts(
    entity: About = "",
    kind: Kind = "",
    changes: Changes = False,
    format: Written = TextFormat.TEXT,
    store: options.Store = options.DEFAULT_STORE,
) -> None:
    """Show where articles disagree: both sides with their sentences, by whom and where.

    \b
    Examples:
      kg conflicts
      kg conflicts 'Ann Lee' --changes
      kg conflicts --kind MutualDefeat --format csv
    """
    from kg import disagreements
    from kg.pipeline import contents

    with Store.reading(store) as opened:
        corpus, documents = contents(opened)
    found = disagreements.disagreements(corpus, documents, entity, kind, changes=changes)
    match format:
        case TextFormat.CSV:
            put(disagreements.as_csv(found.found).encode())
        case TextFormat.JSON:
            put(disagreements.as_json(found.found).encode())
        case TextFormat.TEXT:
            _tell(disagreements.as_text(found), disagreements.as_text(found, MARK))


def timeline(
    entity: Whose,
    format: Written = TextFormat.TEXT,
    store: options.Store = options.DEFAULT_STORE,
) -> None:
    """Show what is said of somebody or something, in the order of time.

    \b
    Example:
      kg timeline 'Ann Lee'
    """
    from kg import timeline as times
    from kg.pipeline import contents

    with Store.reading(store) as opened:
        corpus, documents = contents(opened)
    found = times.timeline(corpus, documents, entity)
    match format:
        case TextFormat.CSV:
            put(times.as_csv(found).encode())
        case TextFormat.JSON:
            put(times.as_json(found).encode())
        case TextFormat.TEXT:
            _tell(times.as_text(found), times.as_text(found))


def _tell(coloured: Text, plain: Text) -> None:
    if sys.stdout.isatty():
        show(coloured)
    else:
        put(f"{plain.plain}\n".encode())
