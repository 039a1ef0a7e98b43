"""The page as people get it: opened from a file, in Chromium."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Route

from kg.ontology import load_ontology
from kg.view import page
from tests.pages.corpora import HOSTILE, HOSTILE_NAMES, Corpus, fuse, hostile, large, small
from tests.samples import Article

ColorScheme = Literal["light", "dark"]
BOXES = "network.body.nodeIndices.map(id => network.getBoundingBox(id))"


@dataclass
class Opened:
    """A page, what it asked of the network, and what it complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def route(self, route: Route) -> None:
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            self.requests.append(route.request.url)
            route.abort()

    def console(self, message: ConsoleMessage) -> None:
        self.complaints.append(message.text)

    def error(self, error: Error) -> None:
        self.complaints.append(error.message)


Open = Callable[..., Opened]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    contexts = []

    def show(corpus: Corpus, *, width: int = 1280, height: int = 800, scheme: ColorScheme = "light") -> Opened:
        path = tmp_path / "page.html"
        path.write_text(page(*corpus, load_ontology(), title=HOSTILE), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        contexts.append(context)
        found = Opened(context.new_page())
        context.route("**/*", found.route)
        found.page.on("console", found.console)
        found.page.on("pageerror", found.error)
        found.page.goto(path.as_uri())
        return found

    yield show
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_opens_offline_without_a_complaint_and_draws(opened: Open, width: int, scheme: ColorScheme) -> None:
    found = opened(large(), width=width, scheme=scheme)
    ink = found.page.evaluate(
        """() => {
            const canvas = document.querySelector("#network canvas");
            const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
            return pixels.some((value, place) => place % 4 === 3 && value > 0);
        }"""
    )
    assert ink
    assert found.requests == []
    assert found.complaints == []
    assert found.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_request_would_be_seen(opened: Open) -> None:
    found = opened(small())
    found.page.evaluate("fetch('https://example.org/').catch(() => 0)")
    assert found.requests or any("Content Security Policy" in text for text in found.complaints)


def test_the_table_says_the_same(opened: Open) -> None:
    corpus, graphs = large()
    found = opened((corpus, graphs))
    assert found.page.locator("#statements tbody tr").count() == len(corpus.statements)
    found.page.fill("#filter", "fisheries treaty")
    assert found.page.locator("#statements tbody tr:visible").count() == 2
    assert found.page.locator("#found").inner_text() == f"2 of {len(corpus.statements)}"


def test_no_two_entities_cover_one_another_at_the_start(opened: Open) -> None:
    found = opened(large())
    boxes = found.page.evaluate(BOXES)
    assert len(boxes) == 30
    for one, other in combinations(boxes, 2):
        wide = min(one["right"], other["right"]) - max(one["left"], other["left"])
        high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
        smaller = min((b["right"] - b["left"]) * (b["bottom"] - b["top"]) for b in (one, other))
        assert max(wide, 0) * max(high, 0) <= smaller / 5


def test_everything_is_in_view_at_a_size_that_can_be_read(opened: Open) -> None:
    found = opened(large())
    assert found.page.evaluate("network.getScale() * network.body.nodes['ann-lee'].options.font.size") >= 11
    outside = found.page.evaluate(
        """() => {
            const frame = document.getElementById("network").getBoundingClientRect();
            return network.body.nodeIndices.map((id) => network.getBoundingBox(id)).filter((box) => {
                const start = network.canvasToDOM({ x: box.left, y: box.top });
                const end = network.canvasToDOM({ x: box.right, y: box.bottom });
                return start.x < 0 || start.y < 0 || end.x > frame.width || end.y > frame.height;
            }).length;
        }"""
    )
    assert outside == 0


def test_pointing_at_an_entity_shows_what_is_said_of_it_alone(opened: Open) -> None:
    found = opened(small())
    place = found.page.evaluate("network.canvasToDOM(network.getPosition('ann-lee'))")
    found.page.locator("#network").hover(position=place)
    tooltip = found.page.locator(".vis-tooltip")
    tooltip.wait_for(state="visible")
    text = tooltip.inner_text()
    assert "Ann Lee" in text
    assert "Ann Lee age 57" in text
    assert "and in 2 more statements" in text
    assert "in the article's own voice" in text


def test_selecting_a_line_shows_its_sentences(opened: Open) -> None:
    found = opened(small())
    middle = found.page.evaluate(
        """() => {
            const [a, b] = ["ann-lee", "bo-berg"].map((id) => network.getPosition(id));
            return network.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
        }"""
    )
    found.page.locator("#network").click(position=middle)
    card = found.page.locator("#selected")
    card.wait_for(state="visible")
    assert "Ann Lee defeated Bo Berg" in card.inner_text()
    assert "said by Cy Cole" in card.inner_text()
    assert card.locator("mark.relation").all_inner_texts() == ["beat", "beaten"]
    found.page.keyboard.press("Escape")
    assert not card.is_visible()


def test_hostile_words_are_shown_and_nothing_runs(opened: Open) -> None:
    found = opened(hostile())
    labels = found.page.evaluate("network.body.nodeIndices.map((id) => network.body.nodes[id].options.label)")
    tooltips = found.page.evaluate(
        "network.body.nodeIndices.map((id) => network.body.nodes[id].options.title.innerHTML)"
    )
    found.page.evaluate("network.selectNodes([network.body.nodeIndices[0]])")
    text = found.page.locator("body").inner_text()
    assert found.page.locator("h1").inner_text() == HOSTILE
    assert found.page.title() == HOSTILE
    assert all(name in text for name in HOSTILE_NAMES if name.isascii())
    assert "Ann Lee\\u202egnp.exe" in text
    assert any("<script>" in label.replace("\n", "") for label in labels)
    assert not any("<script" in tooltip or "<img" in tooltip or "<svg" in tooltip for tooltip in tooltips)
    assert found.page.evaluate("window.pwned") is None
    assert found.page.locator("img, body svg[onload]").count() == 0
    assert found.complaints == []


def test_the_keyboard_moves_the_drawing(opened: Open) -> None:
    found = opened(small())
    before = found.page.evaluate("network.getViewPosition().x")
    found.page.locator("#network .vis-network").focus()
    found.page.keyboard.down("ArrowRight")
    found.page.wait_for_timeout(200)
    found.page.keyboard.up("ArrowRight")
    assert found.page.evaluate("network.getViewPosition().x") != before


def test_a_crowd_around_one_entity_stays_apart(opened: Open) -> None:
    names = [f"Person number {n:02}" for n in range(40)]
    article = Article("The Hub praises " + ", ".join(names) + ".")
    hub = article.entity("Hub", "Organization")
    for name in names:
        article.claim("praises", name, hub, article.entity(name))
    found = opened(fuse([article.graph()]))
    boxes = found.page.evaluate(BOXES)
    for one, other in combinations(boxes, 2):
        wide = min(one["right"], other["right"]) - max(one["left"], other["left"])
        high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
        assert wide <= 0 or high <= 0 or wide * high < 300
