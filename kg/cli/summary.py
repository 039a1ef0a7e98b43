"""What a load or build found, in lines for people."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from kg.model import CorpusGraph, DocumentGraph, Replay, Status
from kg.ontology import load_ontology
from kg.pages.judged import outcomes
from kg.pages.words import MEANINGS, printable

if TYPE_CHECKING:
    from kg.pipeline import Built, Loaded, Rebuilt, Refusal
    from kg.pipeline.importing import Imported

_NAMED = 3
_REASONS = 12
_EXAMPLE = 60
_OUTPUTS = {
    "store": "the graph itself, for `kg query`, `kg explain` and the other commands",
    "graph.ttl": "all of it in Turtle",
    "graph.trig": "the same with a graph for each article",
    "graph.html": "to look at in a browser",
    "report.md": "to read: the main facts with their sentences, and what was not used",
}


def loaded_lines(loaded: "Loaded", *, verbose: bool) -> Iterator[str]:
    """How many articles came in, what became of older ones, and which if that is asked."""
    yield f"Read {counted(len(loaded.loaded), 'article', 'articles')}{_others(loaded)}."
    yield from _versions(loaded, "load", verbose=verbose)


def rebuilt_line(rebuilt: "Rebuilt") -> str:
    """How many articles were read anew, and how many stay as they were."""
    others = {
        "kept as another extractor read them": rebuilt.kept,
        "refused and left": len(rebuilt.refused),
    }
    kept = "".join(f", {count:,} {what}" for what, count in others.items() if count)
    return f"Read {counted(rebuilt.read, 'article', 'articles')} anew{kept}."


def imported_lines(imported: "Imported", *, verbose: bool) -> Iterator[str]:
    """The same of documents that another extractor has read."""
    loaded = imported.loaded
    entities = counted(imported.entities, "entity", "entities")
    relations = counted(imported.relations, "relation", "relations")
    held = f" with {entities} and {relations}" if loaded.loaded else ""
    yield f"Read {counted(len(loaded.loaded), 'document', 'documents')}{held}{_others(loaded)}."
    yield from _versions(loaded, "import", verbose=verbose)


def _others(loaded: "Loaded") -> str:
    counts = {
        "known before": loaded.known,
        "replaced": loaded.replaced,
        "kept beside another": loaded.beside,
        "kept beside an unrelated one": loaded.unrelated,
        "refused": loaded.refused,
    }
    return "".join(f", {len(found):,} {what}" for what, found in counts.items() if found)


def _versions(loaded: "Loaded", command: str, *, verbose: bool) -> Iterator[str]:
    if loaded.replaced:
        yield f"Took the place of older bytes: {listed(loaded.replaced, verbose=verbose)}."
    if loaded.beside:
        named = listed(loaded.beside, verbose=verbose)
        newer = f"`kg {command} --replace` lets new ones replace older."
        yield f"Kept beside other bytes of the same source: {named}. ({newer})"
    if loaded.unrelated:
        named = listed(loaded.unrelated, verbose=verbose)
        yield f"Not replaced, for an article from another file, with another text, has the same name: {named}."
    if verbose:
        yield from (f"  {source}" for source in loaded.loaded)
        yield from (f"  {source} (known before)" for source in loaded.known)


def listed(sources: Sequence[str], *, verbose: bool) -> str:
    """The first of them, or all if that is asked."""
    few = sources if verbose else sources[:_NAMED]
    return ", ".join(few) + (f" and {len(sources) - len(few):,} more" if len(sources) > len(few) else "")


def built_lines(built: "Built") -> Iterator[str]:
    """What was found, what was not used and why, where it is and what to try."""
    yield ""
    yield from _entities(built.corpus)
    yield from _statements(built.corpus)
    yield from _unused(built.documents)
    yield from judged_lines(built.loaded.replay, "see report.md")
    yield str(built.report) if built.corpus.statements else "There is nothing to check: no sentence gave a statement."
    yield ""
    yield from _outputs(built.outputs)
    yield ""
    yield from _next(built)


def refused_lines(refused: Iterable["Refusal"], *, verbose: bool) -> Iterator[str]:
    """A line for each reason with the first sources, or for each source if that is asked."""
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for source, reason in refused:
        reasons[reason].append(source)
    ordered = sorted(reasons.items(), key=lambda item: (-len(item[1]), item[1]))
    if verbose:
        yield from (f"{source}: {reason}" for reason, sources in ordered for source in sources)
        return
    for reason, sources in ordered[:_REASONS]:
        yield f"{listed(sources, verbose=False)}: {reason}"
    if left := ordered[_REASONS:]:
        yield f"{sum(len(sources) for _, sources in left):,} more sources could not be used: `--verbose` names them"


def _entities(corpus: CorpusGraph) -> Iterator[str]:
    named = Counter(entity.kind for entity in corpus.entities if entity.named)
    yield f"{counted(len(corpus.entities), 'entity', 'entities')}, {sum(named.values()):,} with a name:"
    yield from (f"{n:7,}  {load_ontology().label(kind)}" for kind, n in _ranked(named))


def _statements(corpus: CorpusGraph) -> Iterator[str]:
    statuses = Counter(statement.status for statement in corpus.statements)
    yield f"{counted(len(corpus.statements), 'statement', 'statements')}:"
    yield from (f"{statuses[s]:7,}  {s:<12} {MEANINGS[s]}" for s in Status if statuses[s])


def _unused(documents: Iterable[DocumentGraph]) -> Iterator[str]:
    """Reasons with their count and the first sentence."""
    unused = [(remark, graph.document.text) for graph in documents for remark in graph.unused]
    if not unused:
        yield "Every sentence was used."
        return
    reasons = Counter(remark.reason for remark, _ in unused)
    yield f"{counted(len(unused), 'sentence was', 'sentences were')} not used:"
    for reason, n in _ranked(reasons):
        example = next(printable(remark.span.of(text)) for remark, text in unused if remark.reason == reason)
        short = example if len(example) <= _EXAMPLE else f"{example[:_EXAMPLE].rstrip()} …"
        yield f"{n:7,}  {reason} (“{short}”)"


def judged_lines(replay: Replay, rest: str) -> Iterator[str]:
    """How many rows there are, and the first of those that do not hold; `rest` says where the others are."""
    if replay.rows:
        yield f"{counted(len(replay.rows), 'judgement', 'judgements')} of people:"
        lines = list(outcomes(replay))
        yield from (f"         {line}" for line in lines[:_REASONS])
        if lines[_REASONS:]:
            yield f"         and {len(lines) - _REASONS:,} more: {rest}"


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _outputs(outputs: Iterable[Path]) -> Iterator[str]:
    paths = list(outputs)
    width = max(len(str(path)) for path in paths)
    yield from (f"{path!s:<{width}}  {_OUTPUTS[path.name]}" for path in paths)


def _next(built: "Built") -> Iterator[str]:
    """Commands that show something of this very graph."""
    store = f"--store {quote(str(built.outputs[0]))}"
    yield "Try:"
    yield f"  kg query --list {store}"
    yield f"  kg query who-said-what {store}"
    labels = {entity.id: entity.label for entity in built.corpus.entities if entity.named}
    between = [s for s in built.corpus.statements if {s.subject, s.object} <= labels.keys() and s.subject != s.object]
    if between:
        best = min(between, key=lambda s: (-s.documents, -len(s.asserted_by) - len(s.negated_by), s.id))
        ends = (quote(printable(labels[str(end)])) for end in (best.subject, best.object))
        yield f"  kg explain {' '.join(ends)} {store}"


def counted(number: int, one: str, many: str) -> str:
    """A number and what it is of."""
    return f"{number:,} {one if number == 1 else many}"
