"""Our own annotated articles: which there are, where they come from, and which half they belong to."""

import csv
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
HALVES = {
    "seed": "the seeds",
    "rule": "articles that rules were written for",
    "scored": "articles that only score",
    "later": "twelve more that only score",
}
ONLY_SCORING = ("scored", "later")


@dataclass(frozen=True, slots=True)
class Article:
    """A row of articles.csv. `sha256` is that of the text's bytes as it was annotated."""

    stem: str
    half: str
    kind: str
    publisher: str
    date: str
    licence: str
    url: str
    sha256: str

    @property
    def path(self) -> Path | None:
        """The text, where it may be kept here, or the folder KG_EVAL_ARTICLES has it; `url` says where to get it."""
        folders = [SEEDS, HERE / "articles", *map(Path, filter(None, [os.environ.get("KG_EVAL_ARTICLES")]))]
        found = (folder / f"{self.stem}.txt" for folder in folders)
        return next((p for p in found if p.is_file() and _digest(p) == self.sha256), None)


def articles() -> Iterator[Article]:
    with (HERE / "articles.csv").open(encoding="utf-8", newline="") as rows:
        yield from (Article(**row) for row in csv.DictReader(rows))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
