"""What was measured, as Markdown, and its place in the documentation."""

from collections.abc import Iterable, Iterator, Mapping

from tests.eval.public import Figure
from tests.eval.scoring import Score

_HUNDREDS = 2.0


def lines_of_articles(halves: Iterable[tuple[str, int, int, Score]]) -> Iterator[str]:
    yield "| our own articles | articles | headline | all facts | strictly | headline stands | all stand | precision |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    for title, members, scored, total in halves:
        shares = (
            _share(total.headline_found, total.headline),
            _share(total.found, total.facts),
            _share(total.strict, total.facts),
            _share(total.headline_standing, total.headline),
            _share(total.standing, total.facts),
            _share(total.right, total.claims),
        )
        count = str(members) if members == scored else f"{scored} of {members}"
        yield f"| {title} | {count} | {' | '.join(shares)} |"


def lines_of_figures(found: Iterable[tuple[Figure, float]]) -> Iterator[str]:
    yield "| set | figure | kg | baseline | floor |"
    yield "|---|---|---:|---:|---:|"
    last = ""
    for row, value in found:
        name, last = ("" if row.set == last else row.set), row.set
        yield f"| {name} | {row.label} | {_number(value)} | {_number(row.baseline)} | {_number(row.floor)} |"


def written(text: str, tables: Mapping[str, str]) -> str:
    """The document with each table between its marks, `<!-- NAME -->` and `<!-- end -->`."""
    for name, table in tables.items():
        before, begin, rest = text.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition("<!-- end -->")
        text = f"{before}{begin}{table}\n{end}{after}"
    return text


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / max(whole, 1):.2f}"


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.1f}" if value > _HUNDREDS else f"{value:.3f}"
