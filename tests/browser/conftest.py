"""A real browser that may open files and nothing else."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, sync_playwright

from kg.ontology import load_ontology
from kg.view import page
from tests.browser.drawn import ColorScheme, Open, Opened
from tests.pages.corpora import HOSTILE, Corpus

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no Chromium here: `apt-get install chromium` (or another package of it) brings one")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a corpus; `place`: the part of the address behind #."""
    contexts = []

    def show(
        corpus: Corpus, place: str = "", *, width: int = 1280, height: int = 800, scheme: ColorScheme = "light"
    ) -> Opened:
        path = tmp_path / "graph.html"
        path.write_text(page(*corpus, load_ontology(), title=HOSTILE), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        contexts.append(context)
        found = Opened(context.new_page())
        context.route("**/*", found.route)
        found.page.on("console", found.console)
        found.page.on("pageerror", found.error)
        found.page.goto(f"{path.as_uri()}{place}")
        return found

    yield show
    for context in contexts:
        context.close()
