"""Which judgements a graph is made with."""

from dataclasses import dataclass
from pathlib import Path

from kg.errors import JudgementsError
from kg.judgements import parse
from kg.model import Judgement
from kg.store.failures import explained
from kg.store.folder import Folder

USUAL = Path("judgements.csv")
"""The file that is taken from the current folder where no other is named."""


@dataclass(frozen=True, slots=True)
class Judgements:
    """The bytes of a file and its rows."""

    file: Path
    data: bytes
    rows: tuple[Judgement, ...]


def chosen(store: Path, named: Path | None, *, may_be_new: bool = False) -> Judgements:
    """The judgements for a store that is made or loaded into. Raises `JudgementsError`.

    Those of the file that is named; else of the file that the store was made with, or its copy where the file is gone;
    else of `judgements.csv` in the current folder, if there is one. `may_be_new`: the named file need not be there.
    """
    if named:
        return Judgements(named, b"", ()) if may_be_new and not named.exists() else _read(named)
    folder = Folder(store)
    with explained(store):
        kept, file = folder.judgements(), folder.judgements_file()
    if file and not file.exists():
        return Judgements(file, kept, parse(kept, str(file)))
    return _read(file) if file else _read(USUAL) if USUAL.exists() else Judgements(USUAL, b"", ())


def _read(file: Path) -> Judgements:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise JudgementsError(f"cannot read {file} ({error.strerror}): name the judgements file") from error
    return Judgements(file, data, parse(data, str(file)))
