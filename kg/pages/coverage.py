"""How much of each article gave claims, and why the rest gave none, as Markdown."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from kg.model import DocumentGraph, Remark
from kg.pages.markdown import escaped, table

_EXAMPLES: Final = 3
_EXAMPLE_LENGTH: Final = 100


def coverage(graphs: Sequence[DocumentGraph]) -> str:
    """One row an article: its sentences, those that gave claims, and the others by the kind of their reason."""
    kinds = sorted({_kind(remark) for graph in graphs for remark in graph.unused})
    rows = []
    for graph in graphs:
        used = len({claim.passage for claim in graph.claims})
        counts = Counter(map(_kind, graph.unused))
        without = [str(counts[kind]) for kind in kinds]
        rows.append([graph.document.sources[0], str(used + len(graph.unused)), str(used), *without])
    return table(("Source", "Sentences", "With claims", *kinds), rows)


def _kind(remark: Remark) -> str:
    return remark.reason.partition(":")[0]


def examples(found: Iterable[tuple[DocumentGraph, Remark]]) -> str:
    """Each reason with its count and the first examples, the most frequent first."""
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for graph, remark in found:
        source, text = graph.document.sources[0], remark.span.of(graph.document.text)
        short = text if len(text) <= _EXAMPLE_LENGTH else text[:_EXAMPLE_LENGTH].rstrip() + " …"
        reasons[remark.reason].append(f"  - “{escaped(short)}” ({escaped(source)})")
    ordered = sorted(reasons.items(), key=lambda item: (-len(item[1]), item[0]))
    return "\n".join(
        line for reason, lines in ordered for line in (f"- {escaped(reason)}: {len(lines)}", *lines[:_EXAMPLES])
    )
