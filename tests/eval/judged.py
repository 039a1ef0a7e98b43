"""What two readers made of two hundred statements: judged.csv, the raw table.

The statements were drawn by tests/eval/sample.py, seeded by the commit whose graph they are of. The readers knew no
rule and did not see each other's labels. Strict: a careful reader agrees with all that is stated. Lenient: nobody is
misled. Overstated: shown as reported though the article only attributes, denies, plans or doubts it.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
READERS = ("a", "b")
THRESHOLDS = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One statement, with the confidence of its surest claim; each label as both readers gave it, in their order."""

    status: str
    confidence: float
    strict: tuple[bool, ...]
    lenient: tuple[bool, ...]
    overstated: tuple[bool, ...]


def judgements() -> list[Judgement]:
    with (HERE / "judged.csv").open(encoding="utf-8", newline="") as rows:
        return [_judgement(row) for row in csv.DictReader(rows)]


def _judgement(row: Mapping[str, str]) -> Judgement:
    strict, lenient, overstated = (_labels(row, name) for name in ("strict", "lenient", "overstated"))
    return Judgement(row["status"], float(row["confidence"]), strict, lenient, overstated)


def _labels(row: Mapping[str, str], name: str) -> tuple[bool, ...]:
    return tuple(row[f"{name}_{reader}"] == "1" for reader in READERS)


def lines_of_judgements(judged: Sequence[Judgement]) -> Iterator[str]:
    """The shares as Markdown: the mean of both readers, and on how many strict labels they agree."""
    yield "| statements | read | strictly right | leniently right | overstated | readers agree |"
    yield "|---|---:|---:|---:|---:|---:|"
    for status in ("Reported", "Attributed", ""):
        chosen = [one for one in judged if status in {one.status, ""}]
        shares = (_share([getattr(one, name) for one in chosen]) for name in ("strict", "lenient", "overstated"))
        agreed = sum(len(set(one.strict)) == 1 for one in chosen) / len(chosen)
        yield f"| {status or 'all'} | {len(chosen)} | {' | '.join(f'{s:.3f}' for s in shares)} | {agreed:.2f} |"


def lines_of_thresholds(judged: Sequence[Judgement]) -> Iterator[str]:
    """What a stricter threshold would leave, as Markdown."""
    yield "| threshold | of the statements stay | strictly right | leniently right |"
    yield "|---:|---:|---:|---:|"
    for threshold in THRESHOLDS:
        chosen = [one for one in judged if one.confidence >= threshold]
        shares = [
            len(chosen) / len(judged),
            *(_share([getattr(one, n) for one in chosen]) for n in ("strict", "lenient")),
        ]
        yield f"| {threshold} | {' | '.join(f'{share:.2f}' for share in shares)} |"


def _share(labels: Sequence[tuple[bool, ...]]) -> float:
    return sum(map(sum, labels)) / (len(labels) * len(READERS))
