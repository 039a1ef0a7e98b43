"""A store made to hold what folders hold now: what is new goes in, what is gone goes out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from kg.errors import KgError
from kg.ids import Names
from kg.model import DocumentGraph, Replay
from kg.pipeline import looking
from kg.pipeline.comparing import Comparison, Held, Pair
from kg.pipeline.derive import change
from kg.pipeline.intake import Intake, NothingUsable, Refusal
from kg.pipeline.judging import chosen
from kg.pipeline.load import keep_apart, replayed
from kg.pipeline.progress import Progress, Unseen
from kg.pipeline.superseding import STAYS, supersede
from kg.pipeline.versions import recorded
from kg.rdf import read_documents
from kg.settings import Settings
from kg.store import Store, WritableStore
from kg.store.folder import Folder
from kg.store.places import Places

MOST_REMOVED: Final = 50
"""In percent. Where more than half of the articles went, a disk that is not there is likelier than that it is meant."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What became of each source.

    `comparison` says which came and went; `refused`: what could not be used. `left`: sources that are called as those
    of the folder, but came from elsewhere. `stopped`: why nothing would be done. `replay`, `lost`: as in `Loaded`.
    """

    comparison: Comparison
    refused: tuple[Refusal, ...]
    left: tuple[str, ...]
    stopped: str = ""
    replay: Replay = field(default_factory=Replay)
    lost: str = ""


def sync(
    sources: Sequence[str],
    path: Path,
    settings: Settings,
    progress: Progress | None = None,
    judgements: Path | None = None,
    *,
    most_removed: int = MOST_REMOVED,
    intake: Intake | None = None,
) -> Synced:
    """Makes the store at `path`, which is made if there is none, hold what the files and folders hold now.

    What came from elsewhere stays. What is there but cannot be used keeps its older article. Raises what `load` raises,
    and `KgError` for a source that is not there, or if more than `most_removed` percent of the articles would go.
    """
    keep_apart(sources, path)
    progress = progress or Unseen()
    judged = chosen(path, judgements)
    files, held = _look(sources, path, settings, progress)
    if not held.places and Folder(path).snapshots.current is None:
        raise _nothing(sources, held)
    intake = intake or Intake(settings, progress)
    with WritableStore.opened(path, Names(settings.base)) as store, Places.opened(Folder(path).places) as places:
        planned = Comparison(looking.had(store, places, sources), held)
        if stopped := _stopped(planned, sources, most_removed):
            raise KgError(stopped)
        # Before the articles: were the next moment the last, what is in the store would still be known by its file.
        places.put(held.places)
        places.keep()
        todo = {place.path for place in held.places if place.document in planned.new}
        read_ones = intake.read([source for path, source in files.items() if path in todo])
        graphs = intake.extract(read_ones, set(store.document_ids()))
        change(store, recorded(store, graphs, settings), judgements=None if judged.lost else judged)
        done = replace(planned, held=_arrived(store, held, intake.refused))
        change(store, _renamed(store, done.now))
        supersede(store, _by_source(done.lost))
        places.take(done.gone | (held.places - done.held.places))
        told = _told(done, store, sources)
        return replace(told, replay=replayed(store, judged.rows), lost=judged.lost)


def planned(
    sources: Sequence[str],
    path: Path,
    settings: Settings,
    progress: Progress | None = None,
    *,
    most_removed: int = MOST_REMOVED,
) -> Synced:
    """What `sync` would do; nothing is written, and no article read for what it says."""
    keep_apart(sources, path)
    _, held = _look(sources, path, settings, progress or Unseen())
    with looking.reading(path) as store, Places.reading(Folder(path).places) as places:
        found = Comparison(looking.had(store, places, sources), held)
        return replace(_told(found, store, sources), stopped=_stopped(found, sources, most_removed))


def _look(sources: Sequence[str], path: Path, settings: Settings, progress: Progress) -> tuple[looking.Files, Held]:
    with Places.reading(Folder(path).places) as places:
        files = looking.files(sources, places)
    return files, looking.held(files, settings, progress)


def _stopped(found: Comparison, sources: Sequence[str], most_removed: int) -> str:
    """Why nothing may be done, if so. Raises `NothingUsable`."""
    if not found.held.places and not found.lost:
        raise _nothing(sources, found.held)
    going, known = found.share
    if 100 * going <= most_removed * known:
        return ""
    return (
        f"{going:,} of the {known:,} articles from {', '.join(sources)} are not there any more, and nothing was "
        "changed: check that all files are there, or pass `--max-removed 100` if those articles are to go"
    )


def _nothing(sources: Sequence[str], held: Held) -> NothingUsable:
    return NothingUsable(held.refused or [Refusal(source, "holds no article; check the path") for source in sources])


def _arrived(store: Store, held: Held, refused: Iterable[Refusal]) -> Held:
    """What is in the store by now, or could not be used after all."""
    stored = store.document_ids()
    left = {place for place in held.places if place.document not in stored}
    every = tuple(dict.fromkeys((*held.refused, *refused)))
    return Held(held.places - left, every, held.unread | {place.path for place in left})


def _renamed(store: Store, now: Iterable[Pair]) -> Iterator[DocumentGraph]:
    """Documents of the store that the files give under names which it does not have, with these names."""
    found = defaultdict[str, set[str]](set)
    for source, id in set(now) - looking.pairs(store):
        found[id].add(source)
    for id, names in sorted(found.items()):
        (graph,) = read_documents(store.document_quads(id), store.names)
        sources = tuple(sorted(names.union(graph.document.sources)))
        yield replace(graph, document=replace(graph.document, sources=sources))


def _by_source(pairs: Iterable[Pair]) -> dict[str, frozenset[str]]:
    found = defaultdict[str, set[str]](set)
    for source, id in pairs:
        found[source].add(id)
    return {source: frozenset(ids) for source, ids in found.items()}


def _told(found: Comparison, store: Store | None, sources: Sequence[str]) -> Synced:
    staying = {place.source for place in found.staying}
    refused = tuple(
        Refusal(name, reason + STAYS if _has_older(name, staying) else reason) for name, reason in found.held.refused
    )
    there = {source for source, _ in looking.pairs(store) - found.lost} if store else set()
    left = there - {source for source, _ in found.now} - staying
    return Synced(found, refused, tuple(sorted(looking.bearing(left, sources))))


def _has_older(name: str, staying: Iterable[str]) -> bool:
    """Of a row that is refused the file is known."""
    file = name.partition(", line")[0]
    return any(source == name or source.startswith((f"{file}#", f"{file}/")) for source in staying)
