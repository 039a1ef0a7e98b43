"""JSON Lines: an article a line, as an object."""

import codecs
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from kg.read.fields import Fields
from kg.read.lines import lines
from kg.read.row import NOT_UTF8, TOO_LONG, Row, broken

_WIDEST = 12  # bytes that a character takes at most, as `\\uD83D\\uDE00`


def rows(file: BinaryIO, most: int) -> Iterator[Row]:
    """A row for each line that is not empty; `most` characters are a text at most."""
    for number, line in enumerate(lines(file, 2 * _WIDEST * (most + 1)), 1):
        if line is None:
            yield broken(number, f"line {number}", TOO_LONG)
        elif bare := (line.removeprefix(codecs.BOM_UTF8) if number == 1 else line).strip():
            yield _row(number, bare)


def _row(number: int, line: bytes) -> Row:
    place = f"line {number}"
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return broken(number, place, NOT_UTF8)
    except (ValueError, RecursionError):
        return broken(number, place, "is no JSON; correct it, or leave it out")
    if not isinstance(found, dict):
        return broken(number, place, 'is no JSON object; write one in a line, as {"text": …}')
    return Row(number, place, Fields(_values(found)))


def _values(found: Mapping[str, Any]) -> dict[str, str]:
    return {key: text for key, value in found.items() if (text := _text(value))}


def _text(value: Any) -> str:
    """A value as one string; of an object its `name`, as schema.org has it."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_text, value[:100]))) if not any(isinstance(v, list) for v in value) else ""
    if isinstance(value, dict):
        return value["name"] if isinstance(value.get("name"), str) else ""
    return "" if value is None else str(value)
