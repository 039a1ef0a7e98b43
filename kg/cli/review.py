"""`kg review`: cases for a person to decide, one at a time."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.console import complain, put, say
from kg.cli.decisions import Decisions, whoever
from kg.cli.desk import Desk
from kg.judgements import COLUMNS
from kg.store import Store

if TYPE_CHECKING:
    from kg.pipeline import Judgements
    from kg.review import Case

Statements = Annotated[bool, typer.Option("--statements", help="Tentative and disputed statements, not entities.")]
Listed = Annotated[bool, typer.Option("--list", help="List the cases and decide nothing.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="List them as rows of a judgements file that lack the verdict.")]
Who = Annotated[str, typer.Option("--who", metavar="NAME", help="Who decides.", show_default="git's user, or yours")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="Why; for all that is decided now.")]


def review(
    store: options.Store = options.DEFAULT_STORE,
    judgements: options.Judgements = None,
    statements: Statements = False,
    listed: Listed = False,
    as_csv: AsCsv = False,
    who: Who = "",
    why: Why = "",
) -> None:
    """Decide who is who, one case at a time, with the sentences of both sides.

    A decision is written at once, as a row of the judgements file: the one that is named, or that the store was made
    with, or judgements.csv in the current folder. A new file begins with the rows that the store follows. At the end
    the store is made to follow the file.

    \b
    Examples:
      kg review --store out/store
      kg review --store out/store --list
      kg review --store out/store --statements --who 'Ann Lee'
    """
    from kg.pipeline import contents, judge, writable
    from kg.review import match_cases, statement_cases

    file, judged = writable(store, judgements)
    with Store.reading(store) as opened:
        corpus, documents = contents(opened)
    cases = (statement_cases if statements else match_cases)(corpus, documents, judged.rows)
    for line in _where(file, judged):
        complain(line)
    if as_csv:
        put(_rows(cases))
    elif listed:
        say(_lines(cases))
    else:
        decisions = Decisions(file, judged.data, who or whoever(), why)
        Desk(cases, decisions, of_statements=statements).work()
        if len(decisions):
            judge(store, file)
        say(_end(decisions))


def _where(file: Path, judged: "Judgements") -> Iterator[str]:
    """Where decisions go, if that is not the file that the user knows of."""
    begins = "" if file.exists() or not judged.rows else f", which will begin with {_counted(len(judged.rows), 'row')}"
    if judged.lost:
        yield f"{judged.lost}: the store's own copy is used, and decisions go to {file}{begins}"
    elif begins:
        yield f"decisions go to {file}{begins} that the store follows"


def _lines(cases: Sequence["Case"]) -> Iterator[str]:
    yield f"{len(cases)} to decide."
    for case in cases:
        yield ""
        yield case.question
        yield f"  {' '.join(case.references)}"


def _rows(cases: Sequence["Case"]) -> bytes:
    """Rows that lack a verdict; the question stands as the reason. A cell of theirs is no formula of a spreadsheet."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    for case in cases:
        left, right = (*case.references, "")[:2]
        rows.writerow(["", left, right, "", "", "", f"? {case.question}"])
    return text.getvalue().encode()


def _end(decisions: Decisions) -> Iterator[str]:
    yield f"{_counted(len(decisions), 'decision')} in {decisions.file}."
    if len(decisions):
        yield f"The store follows them. To have the pages follow too: kg build ... --judgements {decisions.file}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
