"""The query editor, in a real browser over a real server."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.browser import axe
from tests.serve.conftest import Server, served

ASKED = "SELECT DISTINCT ?name { ?a kg:defeated ?b . ?a rdfs:label ?name ; kg:named true }"


@pytest.fixture(scope="module")
def server(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with served(built / "store", tmp_path_factory.mktemp("log") / "log") as found:
        yield found


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    """The page, opened for the first time. Nothing may be asked of anybody but this server, nor fail in it."""
    axe.needed()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    found, foreign = context.new_page(), list[str]()
    found.on("request", lambda r: None if r.url.startswith((server.address, "data:")) else foreign.append(r.url))
    found.on("pageerror", lambda error: foreign.append(str(error)))
    found.on("console", lambda message: foreign.append(message.text) if _is_complaint(message) else None)
    found.goto(server.address)
    expect(found.locator(".yasgui")).to_be_visible()
    yield found
    assert foreign == []
    context.close()


def _is_complaint(message: ConsoleMessage) -> bool:
    """The browser notes each refused query as well."""
    return message.type == "error" and "status of 400" not in message.text


def write(page: Page, text: str) -> None:
    """Types into the open tab as a user does, over what is there; the editor closes no brackets by itself."""
    page.locator(".tabPanel.active .CodeMirror").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)


def run(page: Page) -> None:
    page.locator(".tabPanel.active .yasqe_queryButton").click()


def ask(page: Page, title: str) -> None:
    group = page.locator(
        ".questions details", has=page.get_by_role("button", name=title, exact=True, include_hidden=True)
    )
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    group.get_by_role("button", name=title, exact=True).click()


def rows(page: Page) -> Any:
    return page.locator(".tabPanel.active .yasr_results tbody tr")


def test_a_query_is_typed_and_run_and_its_rows_are_seen(page: Page) -> None:
    write(page, ASKED)
    run(page)
    expect(rows(page)).to_have_count(1)
    expect(rows(page)).to_contain_text("Kim Jong-yang")


def test_the_first_questions_are_open_and_others_a_click_away(page: Page) -> None:
    expect(page.locator(".tab:has([aria-controls])")).to_have_count(3)
    ask(page, "Who defeated whom")
    expect(page.locator(".tab.active")).to_contain_text("Who defeated whom")
    run(page)
    expect(rows(page).first).to_contain_text("Alexander Prokopchuk")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("SELECT * { ?a kg:defea", "kg:defeated"),
        ("SELECT * { ?a a kg:Organ", "kg:Organization"),
        ("SELECT * { ?a kg:defeated ent:prokop", "ent:alexander-prokopchuk"),
    ],
)
def test_terms_and_names_are_completed(page: Page, typed: str, expected: str) -> None:
    prefixes = "PREFIX kg: <https://example.org/kg/ontology#>\nPREFIX ent: <https://example.org/kg/entity/>\n"
    write(page, prefixes + typed)
    page.keyboard.press("Control+Space")
    expect(page.locator(".CodeMirror-hints")).to_contain_text(expected)


def test_a_mistake_is_told_where_it_is(page: Page) -> None:
    write(page, "SELECT ?a { ?a ?b")
    run(page)
    expect(page.locator(".tabPanel.active .yasr")).to_contain_text("line 1")


def test_triples_are_drawn(page: Page) -> None:
    write(page, "CONSTRUCT { ?a kg:defeated ?b } WHERE { ?a kg:defeated ?b }")
    run(page)
    page.locator(".tabPanel.active .select_graph").click()
    expect(page.locator(".tabPanel.active .drawing canvas")).to_be_visible()
    expect(page.locator(".tabPanel.active .yasr")).to_contain_text("Drawn: 3 connections.")


def test_a_name_in_a_table_leads_to_its_page_on_this_server(page: Page, server: Server) -> None:
    write(page, 'SELECT ?a { ?a rdfs:label "Kim Jong-yang" FILTER(STRSTARTS(STR(?a), STR(ent:))) }')
    run(page)
    link = rows(page).locator("a").first
    link.focus()
    expect(link).to_have_attribute("href", f"{server.address}/entity/kim-jong-yang")


def test_tab_leaves_the_text(page: Page) -> None:
    page.locator(".tabPanel.active .CodeMirror").click()
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('.CodeMirror-code, .CodeMirror textarea')")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light")])
def test_no_serious_fault_for_those_who_cannot_see_or_point(
    page: Page, browser: Browser, server: Server, width: int, scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    ask(page, "Who defeated whom")
    run(page)
    expect(rows(page).first).to_be_visible()
    assert axe.serious(page) == []


def test_without_javascript_a_plain_form_asks(browser: Browser, server: Server) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.address)
    page.get_by_role("textbox", name="Query").fill(ASKED)
    page.get_by_label("Written as").select_option("json")
    with page.expect_response(lambda response: "/sparql" in response.url) as answer:
        page.get_by_role("button", name="Run").click()
    assert answer.value.status == 200
    assert "Kim Jong-yang" in answer.value.text()
    context.close()
