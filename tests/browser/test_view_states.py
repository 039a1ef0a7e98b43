"""States of the graph page that a reader comes to by combining things."""

import pytest

from tests.browser.drawn import Open, Opened
from tests.browser.test_views import dated, rows
from tests.pages.corpora import about_one, dense, fuse, large, meant_otherwise, nobody_named, small
from tests.samples import Article


def place(found: Opened) -> str:
    """The part of the address behind #."""
    return found.page.url.partition("#")[2]


def to(found: Opened, place: str) -> None:
    found.page.evaluate("(place) => { location.hash = place; }", place)


def focus(found: Opened) -> str:
    """The words of what has the focus, or the id of a place."""
    words: str = found.page.evaluate("document.activeElement.id || document.activeElement.innerText.trim()")
    return words


def until(found: Opened, script: str) -> None:
    """Waits for what a script calls true; the page forbids Playwright's own way."""
    for _ in range(50):
        if found.page.evaluate(script):
            return
        found.page.wait_for_timeout(20)
    pytest.fail(f"never true: {script}")


def press(found: Opened, selector: str, key: str = "Enter") -> str:
    """Presses a key on the first of what a selector means; what has the focus then."""
    found.page.locator(selector).first.focus()
    found.page.keyboard.press(key)
    return focus(found)


def test_links_to_elements_leave_the_state_as_it_is(opened: Open) -> None:
    found = opened(large(), "#view=table&status=Attributed")
    assert press(found, ".skip") == "main_"
    assert place(found) == "view=table&status=Attributed"
    document = large()[1][0].document.id
    to(found, f"document={document}")
    assert press(found, "#panel_ .text .note") == "Statement"
    assert found.page.locator("#panel_ h3").inner_text().startswith("Ann Lee defeated Bo Berg")
    assert found.complaints == []


def test_the_keyboard_stays_where_it_is_when_the_page_changes(opened: Open) -> None:
    found = opened(large(), "#top=8")
    assert press(found, "#views_ a[href='#view=table']") == "Table"
    assert press(found, ".choices a:last-child") == "Names"
    name = "#view_table_ td[data-column='Joined to'] a"
    words = found.page.locator(name).first.inner_text()
    assert press(found, name) == words == found.page.locator("#panel_ h2").inner_text()
    found.page.keyboard.press("Escape")
    assert focus(found) == words
    assert press(found, ".months a") == ""
    assert found.page.evaluate("document.activeElement.closest('.months') !== null")
    assert press(found, "[data-focus='reset']") == "Status"
    to(found, "top=8&entity=ann-lee")
    assert press(found, "[data-focus='neighbours']") == "Hide its neighbours"
    assert press(found, "#panel_ .actions button:last-child") == "main_"


def test_whoever_points_at_the_drawing_stays_in_it(opened: Open) -> None:
    found = opened(small())
    found.page.locator("#views_ a").first.click()
    found.click_entity("ann-lee")
    assert found.page.evaluate("document.activeElement.closest('#canvas_') !== null")
    assert found.page.locator("#panel_ h2").inner_text() == "Ann Lee"


def test_a_search_that_was_given_up_finds_nothing(opened: Open) -> None:
    found = opened(small())
    found.page.focus("#search_")
    for key in ("a", "n", "n", "Escape", "Enter"):
        found.page.keyboard.press(key)
    assert place(found) == ""


def test_names_that_mean_something_to_a_script_are_drawn_and_selected(opened: Open) -> None:
    found = opened(meant_otherwise())
    assert "Drawn: 3 of 3 entities, 2 of 2 statements." in found.told()
    assert (len(found.names()), found.lines()) == (3, 2)
    for id, name in (("__proto__", "Nodes"), ("constructor", "Constructor")):
        to(found, f"entity={id}")
        assert found.page.locator("#panel_ h2").inner_text() == name
        assert len(found.page.evaluate("network.getSelectedNodes()")) == 1
    found.click_entity("constructor ")
    assert place(found) == "entity=constructor"
    assert found.complaints == []


def test_a_graph_of_what_has_no_name_is_drawn(opened: Open) -> None:
    found = opened(nobody_named())
    assert set(found.names()) == {"man", "woman"}
    to(found, "status=Denied")
    assert found.told() == "Nothing to draw: no statement passes the filters. Reset some of them."
    to(found, "closed=man&closed=woman")
    assert found.told() == "Nothing to draw: all that was drawn is taken away. Start again."


def test_statements_about_one_are_in_the_table(opened: Open) -> None:
    found = opened(about_one())
    assert found.told() == "Nothing to draw: no statement joins two entities; the table has those about one."
    to(found, "view=table&sort=object")
    assert [row[:3] for row in rows(found)] == [["Ann Lee", "age", "57"], ["(not named)", "charged", "Bo Berg"]]
    found.page.get_by_role("link", name="charged: statement").click()
    assert found.page.locator("#panel_ h3").inner_text() == "Bo Berg was charged"
    assert found.complaints == []


def test_what_is_asked_for_has_its_lines_however_rarely_they_are_told(opened: Open) -> None:
    found = opened(dense(), "#top=3")
    assert "person-8" not in found.names()
    to(found, "top=9")
    assert "or less often told" in found.told()
    lines = "network.getConnectedEdges('person-8').length"
    assert "person-8" not in found.names() or found.page.evaluate(lines) < 8
    for place in ("top=9&open=person-8", "top=9&around=person-8", "top=3&open=person-8"):
        to(found, place)
        assert found.page.evaluate(lines) == len(found.names()) - 1


def test_a_neighbourhood_or_a_path_takes_the_place_of_all_that_was_drawn(opened: Open) -> None:
    found = opened(large(), "#around=oslo&closed=unity&open=oslo&entity=oslo")
    found.page.get_by_role("button", name="Path from here …").click()
    assert place(found) == "around=oslo&closed=unity&open=oslo&entity=oslo&from=oslo"
    found.page.fill("#search_", "unity")
    found.page.keyboard.press("Enter")
    assert found.told().startswith("The shortest path between Oslo and Unity: 3 steps.")
    assert "unity" in found.names()
    found.page.get_by_role("button", name="2 steps around").click()
    assert place(found) == "around=unity&hops=2&entity=unity"


def test_each_month_counts_all_that_a_click_on_it_brings(opened: Open) -> None:
    found = opened(dated(), "#view=timeline")
    bars = found.page.locator(".months a")
    assert bars.count() == 2
    for number in range(bars.count()):
        told = bars.nth(number).get_attribute("title")
        bars.nth(number).click()
        assert told
        assert f"{told.partition(': ')[2]} of 4 statements pass" in found.page.locator("#filters_ .told").inner_text()


def test_numbers_sort_from_the_largest_and_what_is_empty_stays_below(opened: Open) -> None:
    found = opened(large(), "#view=table")
    heading = found.page.get_by_role("button", name="Sources")
    heading.click()
    assert found.page.locator("th[aria-sort='descending']").inner_text().startswith("Sources")
    assert rows(found)[0][5] == "2"
    heading.click()
    assert found.page.locator("th[aria-sort='ascending']").count() == 1
    assert rows(found)[-1][5] == "2"
    found = opened(dated(), "#view=table&sort=when")
    up = [row[3] for row in rows(found)]
    to(found, "view=table&sort=-when")
    down = [row[3] for row in rows(found)]
    assert up == ["2017", "Jun 2018", "21 Nov", ""]
    assert down == ["21 Nov", "Jun 2018", "2017", ""]


def test_tables_fit_a_narrow_screen(opened: Open) -> None:
    found = opened(large(), "#view=table&rows=names", width=600)
    caption = found.page.locator("#view_table_ caption").bounding_box()
    assert caption
    assert caption["width"] > 300
    cut = "(all) => all.filter((one) => one.scrollWidth > one.clientWidth).length"
    assert found.page.locator("#view_table_ td").evaluate_all(cut) == 0


def test_the_timeline_of_one_is_a_click_away_from_that_of_all(opened: Open) -> None:
    found = opened(dated(), "#view=timeline&entity=cy-cole&whole=1")
    found.page.get_by_role("link", name="only those of Cy Cole").click()
    assert found.page.locator("#view_timeline_ li").count() == 1


def test_what_is_selected_comes_into_sight_on_a_narrow_screen(opened: Open) -> None:
    found = opened(small(), width=1000)
    found.click_entity("ann-lee")
    until(found, "document.getElementById('panel_').getBoundingClientRect().bottom <= innerHeight")


def test_whoever_comes_back_finds_the_place_where_he_read(opened: Open) -> None:
    found = opened(large(), "#entity=ann-lee", height=500)
    panel = found.page.locator("#panel_")
    panel.evaluate("(panel) => { panel.scrollTop = 200; }")
    far = panel.evaluate("(panel) => panel.scrollTop")
    assert far > 0
    panel.locator("a.sources").last.evaluate("(link) => link.click()")
    assert panel.evaluate("(panel) => panel.scrollTop") == 0
    found.page.go_back()
    until(found, f"document.getElementById('panel_').scrollTop === {far}")


def test_paper_is_light(opened: Open) -> None:
    found = opened(small(), scheme="dark")
    ink = "network.body.nodes['ann-lee'].options.font.color"
    dark = found.page.evaluate(ink)
    found.page.emulate_media(media="print")
    until(found, f"{ink} !== '{dark}'")
    assert found.page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 36, 48)"
    found.page.emulate_media(media="screen")
    until(found, f"{ink} === '{dark}'")
    assert found.complaints == []


def test_one_state_has_one_address(opened: Open) -> None:
    found = opened(small())
    found.page.get_by_role("link", name="Table", exact=True).click()
    assert place(found) == "view=table"
    found.page.get_by_role("link", name="Network", exact=True).click()
    assert place(found) == ""


def test_status_and_sources_decide_the_line(opened: Open) -> None:
    found = opened(large())
    lines = found.page.evaluate(
        """() => network.body.edgeIndices.map((id) => {
            const { width, dashes } = network.body.edges[id].options;
            return [id, { width, isDashed: Boolean(dashes) }];
        })"""
    )
    told = dict(lines)
    assert told["ann-lee bo-berg Reported"] == {"width": 2.5, "isDashed": False}
    assert told["bo-berg unity Denied"] == {"width": 1.5, "isDashed": True}
    assert told["ivo-petrov jun-park Tentative"] == {"width": 1, "isDashed": True}


def test_whoever_does_something_alone_is_not_said_to_do_it_to_nobody(opened: Open) -> None:
    article = Article("Ann Lee resigned. Bo Berg was charged.")
    article.claim("rel:resign", "resigned", article.entity("Ann Lee"))
    article.claim("charged", "charged", None, article.entity("Bo Berg"))
    found = opened(fuse([article.graph()]), "#entity=ann-lee")
    assert found.page.locator("#panel_ li").inner_text().startswith("Ann Lee Reported")
    to(found, "entity=bo-berg")
    assert found.page.locator("#panel_ li").inner_text().startswith("(not named) Reported")


def test_what_was_selected_elsewhere_is_selected_in_a_drawing_that_had_it_not(opened: Open) -> None:
    corpus = large()
    found = opened(corpus, "#around=ann-lee")
    (id,) = [one.id for one in corpus[0].statements if (one.subject, one.object) == ("dee-novak", "northern-bank")]
    to(found, "around=ann-lee&view=table")
    to(found, f"statement={id}")
    until(found, "network.getSelectedEdges().length === 1")
    assert found.complaints == []
