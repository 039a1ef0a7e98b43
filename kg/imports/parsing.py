"""Bytes of a line → JSON as I-JSON (RFC 7493) has it: nothing that two programs could read in two ways."""

import json
import math
from typing import Any, Final, NoReturn

from kg.errors import UnusableInput
from kg.imports.schema import quoted

_LARGEST: Final = 10**15  # beyond 2**53, readers of JSON disagree


def parsed(line: bytes) -> dict[str, Any]:
    """The object that a line holds. Raises `UnusableInput` with a reason of one line."""
    try:
        found = json.loads(
            line.decode("utf-8"),
            object_pairs_hook=_object,
            parse_constant=_no_number,
            parse_int=_integer,
            parse_float=_decimal,
        )
    except UnicodeDecodeError as error:
        raise UnusableInput(f"is not UTF-8 at byte {error.start:,}; convert the file first") from None
    except json.JSONDecodeError as error:
        where = f"{error.msg}: character {error.pos:,}"
        raise UnusableInput(f"is no JSON ({where}); write one object on each line") from None
    except RecursionError:
        raise UnusableInput("is nested too deeply; write it as `kg import --schema` says") from None
    if not isinstance(found, dict):
        raise UnusableInput("is no JSON object; write one object on each line")
    return found


def canonical(found: dict[str, Any]) -> bytes:
    """The same bytes for the same object, however it was written. Raises `UnusableInput` where it has none."""
    try:
        return json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        raise UnusableInput("has half of a character (a lone surrogate); write it whole") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise UnusableInput(f"has the field {quoted(key)} twice in one object; leave one out")
        found[key] = value
    return found


def _no_number(word: str) -> NoReturn:
    raise UnusableInput(f"has {word}, which is no number in JSON; leave it out")


def _integer(digits: str) -> int:
    # The length first: Python refuses to read thousands of digits.
    if len(digits) > len(str(_LARGEST)) + 1 or abs(value := int(digits)) > _LARGEST:
        raise UnusableInput(f"has the number {quoted(digits)}, which is too large; write it as a string")
    return value


def _decimal(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value) or abs(value) > _LARGEST:
        raise UnusableInput(f"has the number {quoted(digits)}, which is too large; write it as a string")
    return value
