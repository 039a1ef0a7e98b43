"""The articles to measure with."""

import gzip
import json
import os
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from kg.errors import UnusableInput
from kg.model import Document
from kg.read import Source, find, read
from kg.settings import Settings

ROOT = Path(__file__).parents[1]
_STORIES = 200


def corpora(scratch: Path) -> dict[str, list[str]]:
    """Sources for `kg` by what they are. Stories of Reuters, where KG_EVAL_DATA is set, are unpacked into `scratch`."""
    found = {"seeds and Wikinews": [str(ROOT / "seeds"), str(ROOT / "tests" / "eval" / "articles")]}
    if data := os.environ.get("KG_EVAL_DATA"):
        reuters(Path(data), scratch / "reuters", 0, _STORIES)
        found["Reuters"] = [str(scratch / "reuters")]
    return found


def documents(sources: Sequence[str]) -> list[Document]:
    """The articles of the sources, without those that cannot be used."""
    return list(filter(None, map(_usable, find(sources))))


def _usable(source: Source) -> Document | None:
    try:
        return read(source, Settings())
    except UnusableInput:
        return None


def reuters(data: Path, folder: Path, first: int, last: int) -> None:
    """Unpacks stories of `reuters21578/articles.jsonl.gz`, a line each, into a new folder."""
    folder.mkdir(parents=True)
    with gzip.open(data / "reuters21578" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for story in map(json.loads, islice(lines, first, last)):
            text = f"{story['title']}\n\n{story['dateline']} {story['text']}\n"
            (folder / f"{story['id']}.txt").write_text(text, encoding="utf-8")
