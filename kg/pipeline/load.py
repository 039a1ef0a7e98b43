"""Articles into a store."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace as changed
from itertools import chain
from pathlib import Path

from kg.errors import KgError
from kg.ids import Names
from kg.model import DocumentGraph, Judgement, Replay
from kg.pipeline.contents import contents
from kg.pipeline.derive import change
from kg.pipeline.intake import Intake, Loaded, NothingUsable
from kg.pipeline.judging import Judgements, chosen
from kg.pipeline.progress import Progress, Unseen
from kg.pipeline.superseding import settle
from kg.pipeline.versions import recorded
from kg.rdf import read_documents
from kg.read import Source, find, meant
from kg.resolve import replay as replay_of
from kg.settings import Settings
from kg.store import Store, WritableStore
from kg.store.failures import explained
from kg.store.folder import Folder
from kg.store.places import Places


def load(
    sources: Sequence[str | Source],
    path: Path,
    settings: Settings,
    progress: Progress | None = None,
    judgements: Path | None = None,
    *,
    replace: bool = False,
    intake: Intake | None = None,
) -> Loaded:
    """Adds articles to the store at `path`, which is made if there is none. Articles that it has change nothing.

    With `replace`, what came under a source takes the place of what the store has of that source, if that came from the
    same file or has some of its text; else both are kept.

    `judgements` is the file of what people decided; without it, `judging.chosen` says which is taken. `intake` reads
    the sources, where they are no articles. Raises `NothingUsable`, `StoreError`, `ModelMissing`, `JudgementsError`. A
    load that cannot read any source makes no store.
    """
    keep_apart(sources, path)
    judged = chosen(path, judgements)
    intake = intake or Intake(settings, progress or Unseen())
    read_ones = intake.read(list(find(sources)))
    first = next(read_ones, None)
    if first is None:
        raise NothingUsable(intake.refused)
    names = Names(settings.base)
    with WritableStore.opened(path, names) as store, Places.opened(Folder(path).places) as places:
        graphs = intake.extract(chain((first,), read_ones), set(store.document_ids()))
        change(store, recorded(store, graphs, settings), judgements=None if judged.lost else judged)
        renewed = list(_new_sources(store, intake))
        change(store, (graph for graph, _ in renewed))
        fresh = {*intake.loaded, *(name for _, names in renewed for name in names)}
        loaded = settle(store, places, intake, fresh, replace=replace)
        return changed(loaded, replay=replayed(store, judged.rows), lost=judged.lost)


def replayed(store: Store, rows: Sequence[Judgement]) -> Replay:
    """What became of judgements; all documents at once, as the graph was made: one row may concern any of them."""
    if not rows:
        return Replay()
    corpus, documents = contents(store)
    return replay_of(rows, documents, corpus)


def keep_apart(sources: Iterable[str | Source], target: Path) -> None:
    """A `KgError` if what is written to `target` would be read as an article the next time."""
    for source in chain.from_iterable(meant(source) for source in sources if isinstance(source, str)):
        if target.resolve().is_relative_to(source.resolve()):
            raise KgError(f"{target} lies inside the source {source}: name a folder outside of it")


def _new_sources(store: Store, intake: Intake) -> Iterator[tuple[DocumentGraph, set[str]]]:
    """Documents of the store that came again under names that it does not have, with these names."""
    for document, names in sorted(intake.known.items()):
        (graph,) = read_documents(store.document_quads(document), store.names)
        if new := set(names).difference(graph.document.sources):
            sources = tuple(sorted(new.union(graph.document.sources)))
            yield changed(graph, document=changed(graph.document, sources=sources)), new


def judge(path: Path, judgements: Path | None) -> Judgements:
    """Makes the graph of a store anew with the judgements of a file. Raises `StoreError`, `JudgementsError`."""
    judged = chosen(path, judgements)
    with explained(path):
        names = Folder(path).names()
    with WritableStore.opened(path, names) as store:
        change(store, judgements=judged)
    return judged
