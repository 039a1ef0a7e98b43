"""The pages of `kg serve` as people get them: in Chromium, with a mouse, a keyboard, a phone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tests.browser import axe
from tests.serve.conftest import Server, served

ColorScheme = Literal["light", "dark"]
WIDTHS = [390, 768, 1440]


@pytest.fixture(scope="module")
def site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with served(built / "store", tmp_path_factory.mktemp("log") / "log") as running:
        yield running


@dataclass
class Visit:
    """A page, all that it asked for, and what it complained of."""

    page: Page
    home: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def asked(self, request: Request) -> None:
        self.requests.append(request.url)

    def console(self, message: ConsoleMessage) -> None:
        self.complaints.append(message.text)

    def go(self, path: str) -> Page:
        self.page.goto(f"{self.home}{path}")
        return self.page


Visiting = Callable[..., Visit]


@pytest.fixture
def visiting(browser: Browser, site: Server) -> Iterator[Visiting]:
    contexts = []

    def visit(width: int = 1280, scheme: ColorScheme = "light", *, script: bool = False) -> Visit:
        viewport = {"width": width, "height": 800}
        context = browser.new_context(viewport=viewport, color_scheme=scheme, java_script_enabled=script)  # type: ignore[arg-type]
        contexts.append(context)
        found = Visit(context.new_page(), site.address)
        found.page.on("request", found.asked)
        found.page.on("console", found.console)
        return found

    yield visit
    for context in contexts:
        context.close()


def test_from_a_name_to_the_place_in_an_article(visiting: Visiting) -> None:
    """Without JavaScript."""
    visit = visiting()
    page = visit.go("/search")
    page.fill("input[type=search]", "prokop")
    page.press("input[type=search]", "Enter")
    page.click("main a:text-is('Alexander Prokopchuk')")
    assert page.locator("h1").inner_text() == "Alexander Prokopchuk"
    line = page.locator(".lines > li").first
    assert not line.locator(".receipt").first.is_visible()
    line.locator("summary").click()
    receipt = line.locator(".receipt").first
    sentence = receipt.locator("blockquote").inner_text()
    receipt.locator("cite a").click()
    assert re.search(r"/document/\w+#claim-\w+$", page.url)
    target = page.locator(":target")
    box, height = target.bounding_box(), 800
    assert box
    assert 0 < box["y"] < height
    assert sentence in " ".join(page.locator(".passage:has(:target)").inner_text().split())
    assert visit.complaints == []


def test_a_mark_leads_to_its_statement_and_back(visiting: Visiting) -> None:
    page = visiting().go("/search?q=interpol")
    page.click("section[aria-labelledby=part_articles] a >> nth=0")
    page.click(".text a.in:has(mark.relation) >> nth=0")
    assert "/statement/" in page.url
    page.click("cite a >> nth=0")
    assert page.locator(".text .passage:has(:target)").count() == 1


def test_the_keyboard_is_enough(visiting: Visiting) -> None:
    visit = visiting(script=True)
    page = visit.go("/entity/interpol")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the main part"
    assert page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main_"
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/document/*#claim-*")


PATHS = ["/entity/interpol", "/search?q=prokop", "/search?q=xyzzyqw", "/entity/nobody-of-that-name", "/relation/be"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_and_nothing_leaves(visiting: Visiting, width: int, scheme: ColorScheme) -> None:
    visit = visiting(width, scheme, script=True)
    article = (
        visit.go("/entity/interpol").locator("section[aria-labelledby=part_articles] a").first.get_attribute("href")
    )
    for path in (*PATHS, str(article)):
        page = visit.go(path)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 22, 28)"
        assert dark is (scheme == "dark")
    assert all(url.startswith((visit.home, "data:")) for url in visit.requests)
    assert [text for text in visit.complaints if "404" not in text] == []


@pytest.mark.parametrize("path", PATHS)
def test_landmarks_and_headings(visiting: Visiting, path: str) -> None:
    page = visiting(script=True).go(path)
    assert page.locator("main, header form[role=search]").count() == 2
    levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3')].map((one) => Number(one.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))
    unnamed = page.evaluate(
        """() => [...document.querySelectorAll("a, button, input, summary")]
            .filter((one) => !(one.textContent.trim() || one.ariaLabel || one.labels?.length))
            .map((one) => one.outerHTML)"""
    )
    assert unnamed == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (768, "dark"), (1440, "light"), (1440, "dark")])
def test_axe_finds_no_fault(browser: Browser, site: Server, width: int, scheme: ColorScheme) -> None:
    axe.needed()
    viewport = {"width": width, "height": 800}
    context = browser.new_context(viewport=viewport, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{site.address}/entity/interpol")
    article = page.locator("section[aria-labelledby=part_articles] a").first.get_attribute("href")
    statement = page.locator(".sources").first.get_attribute("href")
    for path in (*PATHS, str(article), str(statement)):
        page.goto(f"{site.address}{path}")
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert axe.told(axe.faults(page)) == [], path
    context.close()


def test_paper_shows_the_sentences(visiting: Visiting) -> None:
    page = visiting().go("/entity/interpol")
    page.emulate_media(media="print")
    assert page.locator(".receipt").first.is_visible()
    assert not page.locator(".top").is_visible()
