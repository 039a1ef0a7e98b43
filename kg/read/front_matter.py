"""The lines of a text file that say what it is: `key: value` between `---`, or TOML between `+++`.

Of YAML no more is read than what such heads hold: strings, quoted or not, and lists of them.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping

_HEAD = re.compile(
    r"(?P<mark>---|\+\+\+)[ \t]*\n(?P<lines>.{0,20000}?)^(?:(?P=mark)|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M
)
_LINE = re.compile(r"(?P<key>[\w .-]{1,60}?)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.+)$")
_QUOTED = re.compile(r"(?P<quote>[\"'])(?P<text>.*)(?P=quote)(?:\s+#.*)?$")
_COMMENT = re.compile(r"\s+#.*$")


def split(text: str) -> tuple[Mapping[str, str], str]:
    """The values by name (those of a list with `; ` between) and the text behind; nothing where there is no head."""
    match = _HEAD.match(text)
    if not match:
        return {}, text
    lines = match["lines"]
    values = dict(_from_toml(lines) if match["mark"] == "+++" else _from_lines(lines.split("\n")))
    return values, text[match.end() :]


def _from_toml(lines: str) -> Iterator[tuple[str, str]]:
    try:
        values = tomllib.loads(lines)
    except (tomllib.TOMLDecodeError, RecursionError):
        return
    for key, value in values.items():
        yield key, "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _from_lines(lines: list[str]) -> Iterator[tuple[str, str]]:
    key, items = "", list[str]()
    for line in lines:
        if match := _LINE.match(line):
            yield key, "; ".join(items)
            key, items = match["key"], _values(match["value"] or "")
        elif item := _ITEM.match(line):
            items.append(_bare(item["value"]))
    yield key, "; ".join(items)


def _values(value: str) -> list[str]:
    bare = value.strip()
    if bare.startswith("[") and bare.endswith("]"):
        return [_bare(part) for part in bare[1:-1].split(",") if part.strip()]
    return [_bare(bare)] if bare else []


def _bare(value: str) -> str:
    """Without the comment behind, and without quotes."""
    match = _QUOTED.match(value.strip())
    if not match:
        return _COMMENT.sub("", value.strip())
    return match["text"].replace('\\"', '"') if match["quote"] == '"' else match["text"].replace("''", "'")
