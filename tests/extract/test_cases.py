"""Sentences and the claims that they make: the tables in `cases/`, one for each matter.

A case is a sentence, with the day of publication after "@" where it matters, and below it all claims that it makes, as
`lines.py` writes them. "¶" ends a paragraph. A line that begins with "!" before a case says why it is known to fail.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.extract import Extractor
from tests.extract.lines import lines

DETAILED = frozenset({"complements", "hanging"})  # shows contents, and what is tentative
TABLES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@dataclass(frozen=True, slots=True)
class Case:
    text: str
    issued: str | None
    claims: frozenset[str]
    fails: str
    detailed: bool


def cases(table: Path) -> Iterator[Case]:
    for block in table.read_text(encoding="utf-8").split("\n\n"):
        rows = [row for row in block.splitlines() if not row.startswith("#")]
        reasons = [row[1:].strip() for row in rows if row.startswith("!")]
        sentence, *claims = [row for row in rows if not row.startswith("!")] or [""]
        text, _, issued = sentence.partition(" @")
        if text:
            yield Case(
                text.replace(" ¶ ", "\n"),
                issued or None,
                frozenset(row.strip() for row in claims),
                " ".join(reasons),
                table.stem in DETAILED,
            )


def _parameters() -> Iterator[object]:
    for table in TABLES:
        for case in cases(table):
            marks = [pytest.mark.xfail(reason=case.fails)] if case.fails else []
            yield pytest.param(case, id=f"{table.stem}: {case.text}", marks=marks)


@pytest.mark.parametrize("case", list(_parameters()))
def test_the_sentence_makes_these_claims_and_no_others(extractor: Extractor, case: Case) -> None:
    assert lines(extractor, case.text, case.issued, detailed=case.detailed) == case.claims
