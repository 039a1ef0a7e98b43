"""Pictures of the graph page, for the README: `python -m tests.browser.screenshots FOLDER`."""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import sync_playwright

from kg.model import Literal, Qualifier
from kg.ontology import load_ontology
from kg.pipeline import build
from kg.resolve import resolve
from kg.settings import Settings
from kg.view import page
from tests.browser.conftest import ARGUMENTS, NAMES
from tests.pages.corpora import Corpus
from tests.pages.synthetic import synthetic
from tests.samples import Article

_SEEDS = Path(__file__).parents[2] / "seeds"
_DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
_PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}}
# Name → page, part of the address behind #, and how it is looked at.
_PICTURES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "light": ("seeds", "#statement=869a5b886743c6ed", _DESK),
    "dark": ("seeds", "#view=timeline", _DESK | {"color_scheme": "dark"}),
    "phone": ("seeds", "#around=meng-hongwei", _PHONE),
    "table": ("seeds", "#view=table", _DESK),
    "disagreements": ("odds", "#view=odds", _DESK),
    "20000": ("many", "", _DESK),
}


def main() -> None:
    """Makes the pages, opens them in Chromium and writes a PNG for each picture."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    with TemporaryDirectory() as scratch, sync_playwright() as playwright:
        pages = _pages(Path(scratch))
        chromium = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        for name, (of, place, look) in _PICTURES.items():
            opened = chromium.new_page(reduced_motion="reduce", **look)
            opened.goto(f"{pages[of].as_uri()}{place}")
            opened.screenshot(path=folder / f"{name}.png")
            opened.close()
        chromium.close()


def _at_odds() -> Corpus:
    """Two articles on one vote, and one person who changed sides."""
    days = (
        ("courier.txt", "2018-11-21", "101", "supports", "backs"),
        ("tribune.txt", "2018-11-23", "99", "opposes", "opposes"),
    )
    graphs = []
    for source, day, votes, stance, words in days:
        article = Article(
            f"Ann Lee beat Bo Berg by {votes} votes to 61. Cy Cole {words} Ann Lee.", source, Literal(day, "date")
        )
        ann, bo, cy = (article.entity(name) for name in ("Ann Lee", "Bo Berg", "Cy Cole"))
        counted = (Qualifier("date", Literal("2018-11-21", "date")), Qualifier("votesFor", Literal(votes, "integer")))
        article.claim("defeated", "beat", ann, bo, qualifiers=counted)
        article.claim(stance, words, cy, ann)
        graphs.append(article.graph())
    return resolve(graphs), graphs


def _pages(folder: Path) -> dict[str, Path]:
    build([str(_SEEDS)], folder / "seeds", Settings())
    found = {"seeds": folder / "seeds" / "graph.html"}
    for name, corpus in (("odds", _at_odds()), ("many", synthetic(20_000))):
        found[name] = folder / f"{name}.html"
        found[name].write_text(page(*corpus, load_ontology()), encoding="utf-8")
    return found


if __name__ == "__main__":
    main()
