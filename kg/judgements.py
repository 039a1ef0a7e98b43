"""The judgements file: what people decided, as rows of a CSV file that they edit by hand or with `kg review`.

```
verdict,left,right,name,who,when,why
same,seeds/a.txt#Ann Lee,seeds/b.txt#A. Lee,,Eve,2024-05-01,both are mayor of Oslo
```
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date

from kg.errors import JudgementsError
from kg.model import Judgement, Verdict

COLUMNS = ("verdict", "left", "right", "name", "who", "when", "why")
_OF_TWO = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE})
_CLAIM = "claim:"
_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?verdict([,;\t])")
_SPACES = re.compile(r"\s+")
# Which of several number signs ends the source, only the sources of a graph tell.
_REFERENCE = re.compile(r".+#.+")


def parse(data: bytes, name: str) -> tuple[Judgement, ...]:
    """The rows in their order; none of an empty file. `name` is what errors call the file."""
    if not data.strip():
        return ()
    rows = csv.DictReader(io.StringIO(_text(data, name), newline=""), delimiter=_delimiter(data, name), strict=True)
    try:
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise JudgementsError(f"{name}: the first line must be {','.join(COLUMNS)}")
        filled = (row for row in rows if any(row.values()))
        return tuple(_judgement(row, f"{name} line {rows.line_num}", rows.line_num) for row in filled)
    except csv.Error as error:
        where = f"{name} line {rows.reader.line_num}"
        raise JudgementsError(f"{where}: {error}; put cells with commas between quotes") from error


def added(data: bytes, judgement: Judgement) -> bytes:
    """The bytes of a file with one more row at its end; nothing else changes."""
    data = data if data.strip() else f"{','.join(COLUMNS)}\n".encode()
    row = io.StringIO()
    delimiter = _delimiter(data, "the judgements file")
    csv.writer(row, delimiter=delimiter, lineterminator="\n").writerow(getattr(judgement, name) for name in COLUMNS)
    return data + (b"" if data.endswith(b"\n") else b"\n") + row.getvalue().encode()


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise JudgementsError(f"{name} is not UTF-8 text: save it as “CSV UTF-8”") from error


def _delimiter(data: bytes, name: str) -> str:
    """What spreadsheets of some countries write instead of commas."""
    found = _HEADER.match(data)
    if not found:
        raise JudgementsError(f"{name}: the first line must be {','.join(COLUMNS)}")
    return found[1].decode()


def _judgement(row: Mapping[str | None, str | list[str] | None], where: str, line: int) -> Judgement:
    cells = {name: _SPACES.sub(" ", value).strip() for name, value in row.items() if name and isinstance(value, str)}
    if None in row or len(cells) < len(COLUMNS):
        raise JudgementsError(f"{where}: {len(COLUMNS)} cells are needed, {','.join(COLUMNS)}; leave unused ones empty")
    try:
        verdict = Verdict(cells.pop("verdict").lower())
    except ValueError as error:
        raise JudgementsError(f"{where}: no such verdict; write one of {', '.join(Verdict)}") from error
    judgement = Judgement(verdict, **cells, line=line)
    if fault := next(_faults(judgement), None):
        raise JudgementsError(f"{where}: {fault}")
    return judgement


def _faults(row: Judgement) -> Iterator[str]:
    """Why a row cannot be understood, and what to do."""
    entities = [end for end in (row.left, row.right) if end and not row.left.startswith(_CLAIM)]
    if not all(map(_REFERENCE.fullmatch, entities)):
        yield "name an entity as doc:ID#slug or as SOURCE#Name, the source as in the graph and a name as in the article"
    if row.verdict in _OF_TWO and (len(set(entities)) < 2):
        yield f"“{row.verdict}” needs two entities: fill in left and right"
    if row.verdict not in _OF_TWO and (row.right or not row.left):
        yield f"“{row.verdict}” is of one thing: fill in left and leave right empty"
    if row.verdict is Verdict.CONFIRM and entities:
        yield "“confirm” is of a statement: name one of its claims, as claim:ID"
    if row.verdict is Verdict.PIN_NAME and not (row.name and entities):
        yield "“pin-name” needs an entity in left and its name in name"
    if row.when and not _is_day(row.when):
        yield "write the day in when as 2024-05-31, or leave it empty"


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
