"""What files and folders hold now, and what a store has from them; nothing is read for what it says."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError
from kg.pipeline.comparing import Had, Held, Pair
from kg.pipeline.intake import Refusal
from kg.pipeline.progress import Progress
from kg.rdf.vocabulary import EXTRACTOR, SOURCE
from kg.read import Refused, Source, called, documents, find
from kg.settings import Settings
from kg.store import Store
from kg.store.folder import Folder
from kg.store.places import Place, Places

Files = Mapping[bytes, Source]
"""By their places."""


def files(sources: Sequence[str], places: Places) -> dict[bytes, Source]:
    """Raises `KgError` for a source that is not there, or a folder that cannot be listed."""
    roots = list(map(Path, sources))
    for root in roots:
        _check_there(root)
    return {_place(source.path, roots, places): source for source in find(sources) if not _is_empty(source.path)}


def held(files: Files, settings: Settings, progress: Progress) -> Held:
    """What is in the files."""
    found, refused, unread = set[Place](), list[Refusal](), set[bytes]()
    for path, source in progress.track("Looking for changes", list(files.items())):
        for document in documents(source, settings):
            if isinstance(document, Refused):
                refused.append(Refusal(document.name, document.reason))
                unread.add(path)
            else:
                found.add(Place(document.sources[0], document.id, path))
    return Held(frozenset(found), tuple(refused), frozenset(unread))


def had(store: Store | None, places: Places, sources: Sequence[str]) -> Had:
    """What came from the sources, under the names that they give, is told from the rest."""
    if store is None:
        return Had(frozenset(), frozenset(), frozenset())
    imported = _imported(store)
    roots = [(Path(source), places.below(Path(source), Path(source))) for source in sources]
    rows = list(places.all())
    mine = frozenset(row for row in rows if row.document not in imported and any(_is_of(row, *root) for root in roots))
    return Had(pairs(store), mine, frozenset((row.source, row.document) for row in rows if row not in mine))


def pairs(store: Store) -> frozenset[Pair]:
    """The sources of all documents but those that another extractor read."""
    imported = _imported(store)
    found = ((quad.object, _id(quad, store)) for quad in store.matching(None, SOURCE, None))
    return frozenset((name.value, id) for name, id in found if isinstance(name, ox.Literal) and id not in imported)


@contextmanager
def reading(path: Path) -> Iterator[Store | None]:
    """The store, if anything was loaded into it yet. Raises `StoreError` for a folder that is none."""
    if Folder(path).snapshots.current is not None or (path.exists() and not path.is_dir()):
        with Store.reading(path) as store:
            yield store
    else:
        if path.exists() and any(path.iterdir()):
            Folder(path).names()
        yield None


def bearing(found: Iterable[str], sources: Iterable[str]) -> Iterator[str]:
    """Those that are called as something in the files and folders would be."""
    names = {called(Path(source)) for source in sources}
    beginnings = tuple(f"{name}{mark}" for name in names for mark in "/#")
    return (name for name in found if name in names or name.startswith(beginnings))


def _check_there(root: Path) -> None:
    try:
        if root.is_dir():
            os.scandir(root).close()
        root.stat()
    except OSError as error:
        raise KgError(
            f"{root} cannot be looked at ({error.strerror}), and nothing was changed: check the path; "
            "`kg remove` takes articles out"
        ) from error


def _place(path: Path, roots: Iterable[Path], places: Places) -> bytes:
    return next(places.below(root, path) for root in roots if path.is_relative_to(root))


def _is_empty(path: Path) -> bool:
    """Whether it is a folder that has nothing in it, not one that cannot be listed."""
    try:
        return all(child.name.startswith(".") for child in path.iterdir())
    except OSError:
        return False


def _is_of(row: Place, root: Path, place: bytes) -> bool:
    """Whether it is called as what lies there in the root; a row of a table may be called by its address."""
    below = row.path.removeprefix(place)
    if not row.path.startswith(place) or below[:1] not in {b"", b"/"}:
        return False
    name = called(root, os.fsdecode(below))
    return row.source == name or row.source.startswith(f"{name}#") or "://" in row.source


def _imported(store: Store) -> frozenset[str]:
    return frozenset(_id(quad, store) for quad in store.matching(None, EXTRACTOR, None))


def _id(quad: ox.Quad, store: Store) -> str:
    return str(quad.graph_name)[1:-1].removeprefix(store.names.document(""))
