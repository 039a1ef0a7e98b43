"""Which judgements a graph is made with, and which file takes further ones."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import JudgementsError
from kg.judgements import parse
from kg.model import Judgement
from kg.store.failures import explained
from kg.store.folder import Folder
from kg.store.kept import Kept

USUAL = Path("judgements.csv")
"""The file that is taken from the current folder where no other is named."""


@dataclass(frozen=True, slots=True)
class Judgements:
    """The bytes of a file and its rows.

    `file` is None where there is none to follow: the rows came through a pipe, or `lost` says why the store's own copy
    of them is taken.
    """

    file: Path | None
    data: bytes
    rows: tuple[Judgement, ...]
    lost: str = ""


def chosen(store: Path, named: Path | None = None) -> Judgements:
    """The judgements for a store that is made or loaded into. Raises `JudgementsError`.

    Those of the file that is named; else of the file that the store was made with, or its copy where that is not there;
    else of `judgements.csv` in the current folder, if there is one. Nothing is read twice: it may be a pipe.
    """
    if named:
        return _read(named)
    with explained(store):
        kept = Folder(store).kept()
    if kept.file:
        return _followed(kept, _short(kept.file))
    if kept.data:
        return Judgements(None, kept.data, _copied(kept.data))
    return _read(USUAL) if USUAL.exists() else Judgements(USUAL, b"", ())


def writable(store: Path, named: Path | None = None) -> tuple[Path, Judgements]:
    """The file that takes further rows, and what it holds; a new one begins with the rows that the store follows.

    The one that is named; else the one that the store was made with, or `judgements.csv` in the current folder.
    A `JudgementsError` for a file that lacks rows which the store follows: it would drop them.
    """
    followed = chosen(store)
    target = named or followed.file or _vacant(store) or USUAL
    if not target.exists():
        return target, followed
    if not target.is_file():
        raise JudgementsError(f"{target} is no file that rows can be added to: name another")
    found = _read(target)
    if lacking := len(_bare(followed.rows) - _bare(found.rows)):
        known = followed.file or store / USUAL
        raise JudgementsError(
            f"{target} lacks rows that the store follows ({lacking}): add them from {known}, or name a new file"
        )
    return target, replace(found, lost=followed.lost)


def _followed(kept: Kept, place: Path) -> Judgements:
    """What is in the place of the store's file. Where the store was moved, that may be the file of another store."""
    if not place.exists():
        return Judgements(
            None, kept.data, _copied(kept.data), f"{place}, the judgements that the store was made with, is gone"
        )
    found = _read(place)
    if kept.moved and (own := _bare(_copied(kept.data))) and own.isdisjoint(_bare(found.rows)):
        return Judgements(None, kept.data, _copied(kept.data), f"the store was moved, and {place} has none of its rows")
    return found


def _vacant(store: Path) -> Path | None:
    """Where the store's file was, if it can be put there again."""
    place = Folder(store).kept().file
    return _short(place) if place and not place.exists() and place.parent.is_dir() else None


def _bare(rows: Iterable[Judgement]) -> frozenset[Judgement]:
    """Wherever they stand in their file."""
    return frozenset(replace(row, line=0) for row in rows)


def _copied(kept: bytes) -> tuple[Judgement, ...]:
    return parse(kept, "the store's copy of the judgements")


def _short(path: Path) -> Path:
    """As seen from here, without detours."""
    whole = os.path.realpath(path)
    return Path(min(whole, os.path.relpath(whole), key=len))


def _read(file: Path) -> Judgements:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise JudgementsError(f"cannot read {file} ({error.strerror}): name the judgements file") from error
    return Judgements(file if file.is_file() else None, data, parse(data, str(file)))
