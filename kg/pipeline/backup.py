"""A store into one file, and back."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import KgError, StoreError
from kg.export import Format, writing
from kg.export.formats import READABLE
from kg.fingerprint import release
from kg.ids import Names
from kg.pages.words import printable
from kg.pipeline.contents import write
from kg.pipeline.packing import DATA, PLACES, About, Packing
from kg.pipeline.unpacking import Packed
from kg.store import Store, WritableStore
from kg.store.failures import explained
from kg.store.folder import Folder
from kg.store.places import Place, Places
from kg.store.renewal import renewing


def backup(path: Path, file: Path) -> About:
    """Writes all of a store, as it is read at this moment, into a file; the same bytes for the same store.

    Raises `StoreError`, and `KgError` if the file cannot be written.
    """
    with Store.reading(path) as store, writing(file) as out:
        packing = Packing(out)
        with packing.member(DATA) as data:
            write(store, Format.NQUADS, data, with_text=True, readable=READABLE)
        for kept in store.beside():
            with packing.member(kept.name) as member, kept.open("rb") as content:
                shutil.copyfileobj(content, member)
        known = store.document_ids()
        with Places.reading(Folder(path).places) as places, packing.member(PLACES) as rows:
            for place in sorted(place for place in places.all() if place.document in known):
                rows.write(_row(place))
        about = About(store.names.base, len(known), data.lines, release())
        packing.finish(about)
        return about


def restore(file: Path, path: Path, *, replace: bool = False) -> About:
    """Makes a store of a backup, at `path`, where nothing may be; or with `replace`, in the place of what is there.

    A store that is replaced is read until then. Where anything fails, what was there is there. Raises `StoreError`, and
    `KgError` for a file that is damaged or no backup.
    """
    with Packed.opened(file) as packed:
        about = packed.about
        with (
            _replacing(path, about.names) if replace and _has_any(path) else _making(path, about.names) as (store, end)
        ):
            _fill(store, packed, file)
            rows = _places(packed, file)
            # First, since a place without its article means nothing, and an article without its place is not the same.
            with Places.opened(Folder(path).places) as places:
                places.put(rows)
            end()
            with Places.opened(Folder(path).places) as places:
                places.take(set(places.all()) - rows)
    return about


def _fill(store: WritableStore, packed: Packed, file: Path) -> None:
    try:
        with packed.member(DATA) as data:
            store.load(data)
    except SyntaxError as error:
        reason = printable(error.msg)  # it quotes what stands there
        raise KgError(f"{file} is no backup that can be restored: its {DATA} is no N-Quads ({reason})") from error
    for name in packed.state:
        with packed.member(name) as content:
            store.put_beside(name, content)
    if len(store.document_ids()) != packed.about.documents or not store.is_of_its_names:
        raise KgError(f"{file} is no backup that can be restored: its articles are not those that it tells of")


def _row(place: Place) -> bytes:
    told = {**place._asdict(), "path": os.fsdecode(place.path)}
    return f"{json.dumps(told)}\n".encode()


def _places(packed: Packed, file: Path) -> set[Place]:
    try:
        with packed.member(PLACES) as rows:
            return set(map(_place, rows.read().splitlines()))
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise KgError(f"{file} is no backup that can be restored: its {PLACES} cannot be understood") from error


def _place(line: bytes) -> Place:
    told = json.loads(line)
    source, document = str(told["source"]), str(told["document"])
    (source + document).encode()  # what SQLite can keep
    return Place(source, document, os.fsencode(told["path"]))


def _has_any(path: Path) -> bool:
    """Whether there is a store with something in it. A `StoreError` for a folder of somebody else."""
    with explained(path):
        if not path.exists() or not any(path.iterdir()):
            return False
        return Folder(path).state is not None


@contextmanager
def _making(path: Path, names: Names) -> Iterator[tuple[WritableStore, Callable[[], None]]]:
    if _has_any(path):
        raise StoreError(f"{path} has a store already: name another folder, or pass --replace")
    made = not path.exists()
    try:
        with WritableStore.opened(path, names) as store:
            try:
                yield store, store.publish
            except BaseException:  # Ctrl-C as well; raised again
                if not store.published:
                    Folder(path).forget()
                raise
    except BaseException:
        if made:
            with suppress(OSError):  # it is not empty
                path.rmdir()
        raise


@contextmanager
def _replacing(path: Path, names: Names) -> Iterator[tuple[WritableStore, Callable[[], None]]]:
    _, old = Folder(path).made()
    if old != names:
        raise StoreError(f"the store at {path} has IRIs under {old.base}, the backup {names.base}: name another folder")
    with renewing(path) as renewal:
        yield renewal.new, renewal.take_place
