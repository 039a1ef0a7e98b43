"""What people decided and what became of it, as Markdown."""

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.model import Claim, Contradiction, CorpusGraph, DocumentGraph, Judgement, Member, Replay, Verdict
from kg.pages.markdown import escaped
from kg.pages.words import printable


def judgements(replay: Replay, corpus: CorpusGraph, graphs: Sequence[DocumentGraph]) -> list[str]:
    """Blocks of Markdown: counts, rows at odds with each other, rows that wait, and what a rejection set aside."""
    counts = Counter(row.verdict for row in replay.rows)
    told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict])
    heading = f"## Judgements: {len(replay.rows)}"
    lines = [f"- {escaped(line)}" for line in (*outcomes(replay), *_set_aside(corpus, graphs))]
    return [heading, f"{told}." if told else "No person has decided anything.", *(["\n".join(lines)] if lines else [])]


def outcomes(replay: Replay) -> Iterator[str]:
    """One line of plain text for each contradiction, and one for each row that waits."""
    yield from map(_at_odds, replay.contradictions)
    yield from (f"{row_text(row)}: waits, for the graph has no such" for row in replay.waiting)


def row_text(row: Judgement) -> str:
    """A row as one harmless line: where it is, what it says, by whom, when and why."""
    ends = " and ".join(end for end in (row.left, row.right) if end)
    name = f" as “{row.name}”" if row.name else ""
    given = ", ".join(text for text in (row.who, row.when, row.why) if text)
    return printable(f"line {row.line}: {row.verdict} {ends}{name}" + (f" ({given})" if given else ""))


def _at_odds(found: Contradiction) -> str:
    return f"{'; '.join(map(row_text, found.rows))}: cannot all hold; {printable(found.outcome)}"


def _set_aside(corpus: CorpusGraph, graphs: Sequence[DocumentGraph]) -> Iterator[str]:
    """How many claims make no statement since somebody they are about was rejected."""
    rejected = set(corpus.rejected)
    for graph in graphs if rejected else ():
        for entity in graph.entities:
            member = Member(graph.document.id, entity.id)
            if member in rejected:
                number, source = sum(entity.id in _ends(claim) for claim in graph.claims), graph.document.sources[0]
                yield f"rejected: “{entity.label}” in {source}; claims that make no statement: {number}"


def _ends(claim: Claim) -> tuple[object, ...]:
    return claim.subject, claim.object
