"""The graph page for those who use no mouse, and for those who do not see it."""

import pytest
from playwright.sync_api import Page

from tests.browser import axe
from tests.browser.drawn import ColorScheme, Open
from tests.pages.corpora import large

PLACES = [
    "",
    "#entity=ann-lee",
    "#status=Attributed&statement=none",
    "#view=table",
    "#view=table&rows=names",
    "#view=timeline",
    "#view=odds",
]


def statement(page: Page) -> str:
    found: str = page.evaluate("JSON.parse(document.getElementById('data_graph').textContent).statements.id[0]")
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", PLACES)
def test_no_view_hinders_anybody(opened: Open, place: str, scheme: ColorScheme) -> None:
    axe.needed()
    found = opened(large(), place, scheme=scheme)
    assert axe.serious(found.page) == []


@pytest.mark.parametrize("width", [390, 3840])
def test_neither_do_the_article_and_the_evidence_on_any_screen(opened: Open, width: int) -> None:
    axe.needed()
    found = opened(large(), width=width)
    found.page.evaluate("(id) => { location.hash = `statement=${id}`; }", statement(found.page))
    assert axe.serious(found.page) == []
    found.page.locator("#panel_ figcaption a").first.click()
    found.page.locator("#panel_ .text").wait_for()
    assert axe.serious(found.page) == []
    assert found.page.evaluate("document.documentElement.scrollWidth") <= width


def tab_to(page: Page, wanted: str, most: int = 80) -> None:
    """Presses Tab until the focus is on an element that the selector means."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", "focus cannot be seen"
            return
    pytest.fail(f"Tab does not come to {wanted}")


def test_a_walk_by_keyboard_alone(opened: Open) -> None:
    found = opened(large())
    page = found.page
    tab_to(page, ".skip")
    tab_to(page, "#search_")
    page.keyboard.type("northern")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Northern Bank"
    tab_to(page, "#panel_ a.sources")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Statement"
    tab_to(page, "#panel_ figcaption a")
    page.keyboard.press("Enter")
    assert page.locator("#panel_ .text").is_visible()
    page.go_back()
    page.locator("#panel_ figcaption a").first.wait_for()
    page.keyboard.press("Escape")
    assert not page.locator("#panel_").is_visible()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search_"
    tab_to(page, "#views_ a[href='#view=table']")
    page.keyboard.press("Enter")
    assert page.locator("#view_table_ table").is_visible()


def test_a_filter_keeps_the_focus_of_whoever_sets_it(opened: Open) -> None:
    found = opened(large())
    box = found.page.get_by_role("checkbox", name="Denied")
    box.focus()
    found.page.keyboard.press("Space")
    assert found.page.evaluate("document.activeElement.dataset.focus") == "status Denied"
    assert found.page.get_by_role("checkbox", name="Denied").is_checked()


def test_whoever_wants_no_motion_gets_none(opened: Open) -> None:
    found = opened(large())
    found.page.emulate_media(reduced_motion="reduce")
    moved = found.page.evaluate(
        """() => {
            network.moveTo({ position: { x: 5000, y: 5000 } });
            location.hash = "entity=ann-lee";
            const place = () => network.canvasToDOM(network.getPosition("ann-lee"));
            return new Promise((done) => setTimeout(() => done(place()), 50));
        }"""
    )
    frame = found.page.locator("#canvas_").bounding_box()
    assert frame
    assert 0 < moved["x"] < frame["width"]
    assert 0 < moved["y"] < frame["height"]
