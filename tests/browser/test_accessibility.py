"""No page hinders those who cannot see or point; the editor's is in `test_editor`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import axe
from tests.serve.conftest import Server, served

PATHS = [
    "/entity/meng-hongwei",
    "/entity/interpol",
    "/search?q=kim",
    "/search?q=prokopchok",
    "/search",
    "/entity/nobody",
]
LOOKS = [(1280, "light"), (1280, "dark"), (390, "light")]


@pytest.fixture(scope="module")
def site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with served(built / "store", tmp_path_factory.mktemp("log") / "log") as running:
        yield running


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]} {look[1]}")
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    axe.needed()
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_pages_of_a_site(page: Page, site: Server, path: str) -> None:
    page.goto(f"{site.address}{path}")
    assert axe.serious(page) == []


@pytest.mark.parametrize("kind", ["Document", "Statement", "Claim", "OpenRelation"])
def test_pages_of_what_has_no_name(page: Page, site: Server, kind: str) -> None:
    found: Any = site.get(f"SELECT ?a {{ ?a a kg:{kind} }} ORDER BY ?a LIMIT 1", "text/csv").text.split()
    page.goto(f"{site.address}/{found[1].removeprefix('https://example.org/kg/')}")
    assert axe.serious(page) == []


def test_the_view(page: Page, built: Path) -> None:
    page.goto((built / "graph.html").as_uri())
    assert axe.serious(page) == []
