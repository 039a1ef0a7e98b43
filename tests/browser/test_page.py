"""The network of the graph page, driven as a reader would."""

import pytest

from tests.browser.drawn import ColorScheme, Open, covered
from tests.pages.corpora import HOSTILE, HOSTILE_NAMES, fuse, hostile, large, small
from tests.samples import Article


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_opens_offline_without_a_complaint_and_draws(opened: Open, width: int, scheme: ColorScheme) -> None:
    found = opened(large(), width=width, scheme=scheme)
    ink = found.page.evaluate(
        """() => {
            const canvas = document.querySelector("#canvas_ canvas");
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


def test_no_label_covers_another_at_the_start(opened: Open) -> None:
    found = opened(large())
    assert len(found.names()) == 30
    assert covered(found.boxes()) <= 0.2
    assert covered([*found.boxes(), *found.labels()]) <= 0.2


def test_everything_is_in_view_at_a_size_that_can_be_read(opened: Open) -> None:
    found = opened(large())
    assert found.page.evaluate("network.getScale() * network.body.nodes['ann-lee'].options.font.size") >= 10
    outside = found.page.evaluate(
        """() => {
            const frame = document.getElementById("canvas_").getBoundingClientRect();
            return network.body.nodeIndices.map((id) => network.getBoundingBox(id)).filter((box) => {
                const start = network.canvasToDOM({ x: box.left, y: box.top });
                const end = network.canvasToDOM({ x: box.right, y: box.bottom });
                return start.x < 0 || start.y < 0 || end.x > frame.width || end.y > frame.height;
            }).length;
        }"""
    )
    assert outside == 0


def test_it_says_what_is_drawn_and_what_is_not(opened: Open) -> None:
    found = opened(small())
    assert "All entities that a statement joins to another." in found.told()
    assert "3 of 4 statements" in found.told()
    assert "1 statement about one entity only" in found.told()
    found = opened(large(), "#top=20")
    assert "The most important entities" in found.told()
    assert len(found.names()) <= 20
    assert "with entities that are not drawn" in found.told()


def test_pointing_at_an_entity_says_what_it_is(opened: Open) -> None:
    found = opened(small())
    place = found.page.evaluate("network.canvasToDOM(network.getPosition('ann-lee'))")
    found.page.locator("#canvas_").hover(position=place)
    tooltip = found.page.locator(".vis-tooltip")
    tooltip.wait_for(state="visible")
    assert "Ann Lee" in tooltip.inner_text()
    assert "person, 3 statements" in tooltip.inner_text()


def test_a_line_leads_to_its_sentences_and_a_sentence_to_its_article(opened: Open) -> None:
    found = opened(small())
    found.click_line("ann-lee", "bo-berg")
    panel = found.page.locator("#panel_")
    panel.wait_for(state="visible")
    assert "Ann Lee defeated Bo Berg" in panel.inner_text()
    assert "said by Cy Cole" in panel.inner_text()
    assert panel.locator("mark.relation").all_inner_texts() == ["beat", "beaten"]
    panel.locator("figcaption a").first.click()
    assert panel.locator(".text mark.subject").count() > 0
    assert panel.locator(".note.here").count() == 1
    found.page.go_back()
    assert panel.locator("mark.relation").all_inner_texts() == ["beat", "beaten"]
    found.page.keyboard.press("Escape")
    assert not panel.is_visible()


def test_an_entity_tells_its_statements_and_brings_its_neighbours(opened: Open) -> None:
    found = opened(large(), "#top=8")
    outside = "fay-lindqvist"
    assert outside not in found.names()
    found.page.fill("#search_", "fay")
    found.page.keyboard.press("Enter")
    assert outside in found.names()
    assert {"gus-marchetti-rossi", "dee-novak"} <= set(found.names())
    panel = found.page.locator("#panel_")
    assert panel.locator("h2").inner_text() == "Fay Lindqvist"
    assert panel.get_by_role("link", name="Gus Marchetti-Rossi", exact=True).is_visible()
    before = len(found.names())
    panel.get_by_role("button", name="Hide its neighbours").click()
    assert len(found.names()) < before


def test_a_neighbourhood_and_a_path(opened: Open) -> None:
    found = opened(large(), "#around=mv-amber-star")
    assert set(found.names()) == {"mv-amber-star", "northern-bank"}
    found = opened(large(), "#around=mv-amber-star&hops=2")
    assert set(found.names()) > {"mv-amber-star", "northern-bank", "dee-novak", "bergen"}
    found = opened(large(), "#from=oslo&to=unity")
    assert found.names()[0] or found.told().startswith("The shortest path between Oslo and Unity: 3 steps.")
    assert {"oslo", "world-fisheries-organization", "unity"} <= set(found.names())
    assert covered([*found.boxes(), *found.labels()]) <= 0.2


def test_what_is_far_says_that_no_path_leads_there(opened: Open) -> None:
    found = opened(large(), "#from=oslo&to=unity&status=Denied")
    assert "No path leads from Oslo to Unity by the statements that pass the filters." in found.told()


def test_a_filter_changes_what_is_drawn_and_what_is_counted(opened: Open) -> None:
    found = opened(large())
    lines = found.lines()
    found.page.get_by_role("checkbox", name="Attributed").check()
    attributed = found.lines()
    assert 0 < attributed < lines
    assert f"{attributed} of 49 statements" in found.told()
    assert "filtered out" in found.told()
    assert (
        found.page.locator("#filters_ .told").inner_text()
        == f"{attributed} of 49 statements pass; {49 - attributed} are filtered out."
    )
    found.page.get_by_role("checkbox", name="Denied").check()
    assert found.lines() > attributed
    found.page.get_by_role("button", name="Reset all filters").click()
    assert found.lines() == lines


def test_filters_combine_and_each_counts_what_the_others_leave(opened: Open) -> None:
    found = opened(large(), "#status=Attributed&status=Denied&speaker=daily-courier")
    assert "pass" in found.page.locator("#filters_ .told").inner_text()
    denied = found.page.locator("#filters_ li", has_text="Denied").locator(".count")
    assert denied.inner_text() == "0"
    assert found.lines() == 5


def test_the_same_address_gives_the_same_drawing(opened: Open) -> None:
    place = "#top=20&open=fay-lindqvist&status=Reported&entity=ann-lee"
    positions = [opened(large(), place).page.evaluate("network.getPositions()") for _ in range(2)]
    assert positions[0] == positions[1]


def test_hostile_words_are_shown_and_nothing_runs(opened: Open) -> None:
    found = opened(hostile())
    labels = found.page.evaluate("network.body.nodeIndices.map((id) => network.body.nodes[id].options.label)")
    tooltips = found.page.evaluate(
        "network.body.nodeIndices.map((id) => network.body.nodes[id].options.title.innerHTML)"
    )
    texts = []
    for id in found.names():
        found.page.evaluate("(id) => { location.hash = new URLSearchParams({ entity: id }); }", id)
        texts.append(found.page.locator("#panel_").inner_text())
    text = found.page.locator("body").inner_text() + "".join(texts)
    assert found.page.locator("h1").inner_text() == HOSTILE
    assert found.page.title() == HOSTILE
    assert all(name in text for name in HOSTILE_NAMES if name.isascii())
    assert "Ann Lee\\u202egnp.exe" in text
    assert any("<script>" in label.replace("\n", "") for label in labels)
    assert not any("<script" in tooltip or "<img" in tooltip or "<svg" in tooltip for tooltip in tooltips)
    assert found.page.evaluate("window.pwned") is None
    assert found.page.locator("img, body svg[onload]").count() == 0
    assert found.complaints == []


@pytest.mark.parametrize(
    "place",
    [
        "#entity=<script>window.pwned=1</script>",
        "#statement=nobody",
        "#document=../../etc/passwd&claim=%00",
        "#view=__proto__",
        "#top=-1&hops=1e9&around=ann-lee",
        "#since=9999-99-99&until=x&confidence=NaN",
        "#%E0%A4%A",
    ],
)
def test_an_address_that_means_nothing_breaks_nothing(opened: Open, place: str) -> None:
    found = opened(small(), place)
    assert found.complaints == []
    assert found.page.evaluate("window.pwned") is None
    assert found.page.locator("#views_ [aria-current]").count() == 1


def test_the_keyboard_moves_the_drawing(opened: Open) -> None:
    found = opened(small())
    before = found.page.evaluate("network.getViewPosition().x")
    found.page.locator("#canvas_ .vis-network").focus()
    found.page.keyboard.down("ArrowRight")
    found.page.wait_for_timeout(200)
    found.page.keyboard.up("ArrowRight")
    assert found.page.evaluate("network.getViewPosition().x") != before


@pytest.mark.parametrize("place", ["", "#around=hub"])
def test_a_crowd_around_one_entity_stays_apart(opened: Open, place: str) -> None:
    names = [f"Person number {n:02}" for n in range(34)]
    article = Article("The Hub praises " + ", ".join(names) + ".")
    hub = article.entity("Hub", "Organization")
    for name in names:
        article.claim("praises", name, hub, article.entity(name))
    found = opened(fuse([article.graph()]), place)
    assert len(found.names()) == 35
    assert covered(found.boxes()) <= 0.2
