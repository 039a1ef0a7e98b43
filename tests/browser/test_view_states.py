"""States of the graph page that a reader comes to by combining things."""

from tests.browser.drawn import Open, Opened
from tests.pages.corpora import large, small


def place(found: Opened) -> str:
    """The part of the address behind #."""
    return found.page.url.partition("#")[2]


def to(found: Opened, place: str) -> None:
    found.page.evaluate("(place) => { location.hash = place; }", place)


def focus(found: Opened) -> str:
    """The words of what has the focus, or the id of a place."""
    words: str = found.page.evaluate("document.activeElement.id || document.activeElement.innerText.trim()")
    return words


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
