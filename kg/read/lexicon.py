"""`ontology/lexicon/reading.toml`: what the furniture of news looks like."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from kg.resources import folder


@cache
def lexicon() -> Mapping[str, Any]:
    """The lists and tables of the file, by name; read once."""
    return tomllib.loads((folder("ontology") / "lexicon" / "reading.toml").read_text(encoding="utf-8"))


def any_of(alternatives: Iterable[str]) -> str:
    """A group that matches any of the given words, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(alternatives, key=lambda word: (-len(word), word)))) + ")"
