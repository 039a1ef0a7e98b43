"""Table, timeline and disagreements of the graph page, and what can be taken home."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import rdflib
from playwright.sync_api import Browser, Page

from kg.ids import Names
from kg.model import Literal, Qualifier, Statement
from kg.rdf import corpus_quads
from tests.browser.drawn import Open, Opened
from tests.pages.corpora import Corpus, fuse, hostile, large, small
from tests.pages.synthetic import synthetic
from tests.samples import Article


def rows(found: Opened) -> list[list[str]]:
    every = found.page.locator("#view_table_ tbody tr").all()
    return [[cell.inner_text() for cell in row.locator("td").all()] for row in every]


def caption(found: Opened) -> str:
    return found.page.locator("#view_table_ caption").inner_text()


def saved(page: Page, button: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return Path(download.value.path()).read_text(encoding="utf-8")


def test_the_table_has_every_statement(opened: Open) -> None:
    corpus, _ = large()
    found = opened(large(), "#view=table")
    assert len(rows(found)) == len(corpus.statements) == 49
    assert caption(found) == "49 of 49 statements."
    found.page.get_by_role("checkbox", name="Denied").check()
    assert {row[5] for row in rows(found)} == {"Denied"}
    assert caption(found) == "3 of 49 statements; 46 filtered out."


def test_columns_sort_up_and_down_and_back(opened: Open) -> None:
    found = opened(large(), "#view=table")
    before = rows(found)
    subject = found.page.get_by_role("button", name="Subject")
    subject.click()
    up = [row[0] for row in rows(found)]
    assert up == sorted(up, key=str.casefold)
    assert found.page.locator("th[aria-sort='ascending']").inner_text().startswith("Subject")
    found.page.get_by_role("button", name="Subject").click()
    assert rows(found)[0][0] == up[-1]
    found.page.get_by_role("button", name="Subject").click()
    assert rows(found) == before


def test_selection_carries_over_from_view_to_view(opened: Open) -> None:
    found = opened(large(), "#view=table")
    found.page.get_by_role("link", name="signs", exact=True).first.click()
    assert found.page.locator("#panel_ h3").first.inner_text() == "Norland signs Fisheries Treaty"
    assert found.page.locator("#view_table_ tr[aria-current]").count() == 1
    found.page.get_by_role("link", name="Network", exact=True).click()
    assert len(found.page.evaluate("network.getSelectedEdges()")) == 1
    assert found.page.locator("#panel_ h3").first.inner_text() == "Norland signs Fisheries Treaty"


def test_every_name_can_be_reached_from_the_table_of_names(opened: Open) -> None:
    found = opened(synthetic(120), "#view=table&rows=names")
    names: set[str] = set()
    while True:
        names |= {row[0] for row in rows(found)}
        following = found.page.get_by_role("button", name="Next")
        if not following.count():
            break
        following.click()
    assert len(names) == 120
    assert caption(found) == "120 of 120 names."


def test_neighbours_are_links(opened: Open) -> None:
    found = opened(large(), "#view=table&rows=names")
    (row,) = [one for one in rows(found) if one[0] == "MV Amber Star"]
    assert row[3] == "Northern Bank"
    found.page.locator("#view_table_ tr", has_text="MV Amber Star").get_by_role(
        "link", name="Northern Bank"
    ).first.click()
    assert found.page.locator("#panel_ h2").inner_text() == "Northern Bank"


def test_an_empty_table_explains_itself(opened: Open) -> None:
    found = opened(large(), "#view=table&status=Disputed")
    assert (
        "Nothing passes the filters: 49 statements are filtered out." in found.page.locator("#view_table_").inner_text()
    )
    assert found.page.locator("#downloads_ button").count() == 0


TIMES = {
    "bo-berg": ("2018-06", "gYearMonth", "2018-06-01", "2018-06-30"),
    "cy-cole": ("2017", "gYear", "2017-01-01", "2017-12-31"),
}


def dated() -> Corpus:
    """Two statements with a date and one without."""
    article = Article("Ann Lee met Bo Berg in June 2018. In 2017 she met Cy Cole. She met Dee Novak.", "a.txt")
    ann, bo, cy, dee = (article.entity(name) for name in ("Ann Lee", "Bo Berg", "Cy Cole", "Dee Novak"))
    for words, other in (("met Bo", bo), ("met Cy", cy), ("met Dee", dee)):
        article.claim("meets", words, ann, other)
    corpus, graphs = fuse([article.graph()])
    return replace(corpus, statements=tuple(map(at_its_time, corpus.statements))), graphs


def at_its_time(statement: Statement) -> Statement:
    if statement.object not in TIMES:
        return statement
    text, datatype, first, last = TIMES[str(statement.object)]
    return replace(statement, qualifiers=(Qualifier("date", Literal(text, datatype)),), earliest=first, latest=last)


def test_the_timeline_is_in_the_order_of_time_and_says_what_has_none(opened: Open) -> None:
    found = opened(dated(), "#view=timeline")
    view = found.page.locator("#view_timeline_")
    assert view.locator("h2").all_inner_texts() == ["2017", "June 2018"]
    assert [text.split(" Reported")[0] for text in view.locator("li").all_inner_texts()] == [
        "2017 Ann Lee meets Cy Cole",
        "Jun 2018 Ann Lee meets Bo Berg",
    ]
    assert "2 statements with a date of their own. Left out: 1 without one; the table has it." in view.inner_text()


def test_the_timeline_of_the_selected_entity(opened: Open) -> None:
    found = opened(dated(), "#view=timeline&entity=cy-cole")
    view = found.page.locator("#view_timeline_")
    assert view.locator("li").count() == 1
    view.get_by_role("link", name="show those about all").click()
    assert view.locator("li").count() == 2


def test_dates_filter_and_bars_count(opened: Open) -> None:
    found = opened(dated(), "#view=timeline&since=2018")
    assert found.page.locator("#view_timeline_ li").count() == 1
    found.page.fill("#filters_ input[data-focus='since']", "")
    found.page.keyboard.press("Enter")
    assert found.page.locator("#view_timeline_ li").count() == 2
    bars = found.page.locator(".months a")
    assert [bar.get_attribute("aria-label") for bar in bars.all()] == ["2017-01: 1 statement", "2018-06: 1 statement"]
    bars.first.click()
    assert found.page.locator("#view_timeline_ h2").all_inner_texts() == ["2017"]
    found.page.locator(".months a").last.click(modifiers=["Shift"])
    assert found.page.locator("#view_timeline_ h2").all_inner_texts() == ["2017", "June 2018"]


def test_disagreements_show_both_sides_with_their_sentences(opened: Open) -> None:
    found = opened(large(), "#view=odds")
    view = found.page.locator("#view_odds_")
    assert view.locator("h2").all_inner_texts() == ["Disagreements: 1", "Changes: 0"]
    sides = view.locator("ul.sides > li")
    assert sides.count() == 2
    assert sides.first.locator("blockquote").is_visible()
    view.get_by_role("link", name="Show in the network").click()
    assert {"audit-report", "northern-bank", "cy-cole", "ann-lee"} <= set(found.names())
    assert "filtered out" not in view.inner_text()


def test_a_graph_without_disagreements_says_so(opened: Open) -> None:
    found = opened(small(), "#view=odds")
    assert "No statement disagrees with another." in found.page.locator("#view_odds_").inner_text()


def triples(corpus: Corpus) -> rdflib.Graph:
    """What the store has in its default graph."""
    graph = rdflib.Graph()
    quads = corpus_quads(corpus[0], corpus[1], Names())
    graph.parse(data="".join(f"{quad.subject} {quad.predicate} {quad.object} .\n" for quad in quads), format="nt")
    return graph


@pytest.mark.parametrize("view", ["network", "table"])
@pytest.mark.parametrize("corpus", [small, large, dated], ids=lambda corpus: corpus.__name__)
def test_turtle_has_what_the_store_has_of_what_is_shown(opened: Open, corpus: Callable[[], Corpus], view: str) -> None:
    every = corpus()
    found = opened(every, f"#view={view}")
    text = saved(found.page, "Turtle")
    graph = rdflib.Graph().parse(data=text, format="turtle")
    known = triples(every)
    assert set(graph) <= set(known)
    kg = rdflib.Namespace("https://example.org/kg/ontology#")
    shown = set(graph.subjects(rdflib.RDF.type, kg.Statement))
    count = found.page.locator("#downloads_ span").inner_text()
    assert f"{len(shown)} statement" in count
    for statement in shown:
        assert set(graph.predicate_objects(statement)) == set(known.predicate_objects(statement))


def test_what_is_filtered_out_is_not_taken_home(opened: Open) -> None:
    found = opened(large(), "#status=Attributed")
    graph = rdflib.Graph().parse(data=saved(found.page, "Turtle"), format="turtle")
    kg = rdflib.Namespace("https://example.org/kg/ontology#")
    assert set(graph.objects(None, kg.status)) == {kg.Attributed}


def test_csv_has_a_row_for_each_statement_and_runs_nothing(opened: Open) -> None:
    article = Article("=1+1 met @SUM(A1), who said: -2.", "a.txt")
    article.claim("meets", "met", article.entity("=1+1"), article.entity("@SUM(A1), who"))
    found = opened(fuse([article.graph()]), "#view=table")
    (row,) = csv.DictReader(io.StringIO(saved(found.page, "CSV")))
    assert (row["subject"], row["relation"], row["object"]) == ("'=1+1", "meets", "'@SUM(A1), who")
    assert row["statement"].startswith("https://example.org/kg/statement/")


def test_a_picture_as_svg_opens_by_itself_and_has_all_names(opened: Open, browser: Browser, tmp_path: Path) -> None:
    found = opened(large())
    text = saved(found.page, "SVG")
    tree = ElementTree.fromstring(text)  # noqa: S314  (made by the page)
    words = " ".join(node.text or "" for node in tree.iter("{http://www.w3.org/2000/svg}text"))
    assert "Ann Lee" in words
    assert "not: signs" in words
    assert len(list(tree.iter("{http://www.w3.org/2000/svg}polyline"))) == found.lines()
    file = tmp_path / "graph.svg"
    file.write_text(text, encoding="utf-8")
    alone = browser.new_page()
    alone.goto(file.as_uri())
    assert alone.locator("text").count() > 30
    alone.close()


def test_a_picture_as_png_is_not_empty(opened: Open) -> None:
    found = opened(small())
    with found.page.expect_download() as download:
        found.page.get_by_role("button", name="PNG", exact=True).click()
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("button", ["Turtle", "CSV", "SVG"])
def test_hostile_words_break_no_file(opened: Open, button: str) -> None:
    found = opened(hostile())
    text = saved(found.page, button)
    if button == "Turtle":
        rdflib.Graph().parse(data=text, format="turtle")
    elif button == "SVG":
        assert not list(ElementTree.fromstring(text).iter("{http://www.w3.org/2000/svg}script"))  # noqa: S314
    else:
        assert len(list(csv.DictReader(io.StringIO(text)))) == 4
    assert found.complaints == []
