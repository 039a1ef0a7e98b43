"""Table, timeline and disagreements of the graph page."""

import re
from dataclasses import replace

from kg.model import Literal, Qualifier, Statement
from tests.browser.drawn import Open, Opened
from tests.pages.corpora import Corpus, fuse, large, small
from tests.pages.synthetic import synthetic
from tests.samples import Article


def rows(found: Opened) -> list[list[str]]:
    every = found.page.locator("#view_table_ tbody tr").all()
    return [[cell.inner_text() for cell in row.locator("th, td").all()] for row in every]


def first(found: Opened) -> list[str]:
    return found.page.locator("#view_table_ tbody th").all_inner_texts()


def caption(found: Opened) -> str:
    return found.page.locator("#view_table_ caption").inner_text()


def sort_by(found: Opened, column: str) -> str | None:
    """Presses the heading, and gives how the column is then sorted."""
    found.page.locator("thead").get_by_role("button", name=column).click()
    return found.page.locator("thead th", has_text=column).get_attribute("aria-sort")


def turn(found: Opened, way: str) -> None:
    found.page.locator(".pager:visible").first.get_by_role("button", name=way).click()


def test_the_table_has_every_statement(opened: Open) -> None:
    corpus, _ = large()
    found = opened(large(), "#view=table")
    assert len(rows(found)) == len(corpus.statements) == 49
    assert caption(found) == "49 of 49 statements, the most often told first."
    found.page.get_by_role("checkbox", name="Denied").check()
    assert {row[4] for row in rows(found)} == {"Denied"}
    assert caption(found) == "3 of 49 statements, the most often told first; 46 filtered out."


def test_columns_sort_up_and_down_and_back(opened: Open) -> None:
    found = opened(large(), "#view=table")
    before = rows(found)
    assert sort_by(found, "Subject") == "ascending"
    up = first(found)
    assert up == sorted(up, key=str.casefold)
    assert up != [row[0] for row in before]
    assert sort_by(found, "Subject") == "descending"
    assert first(found) == sorted(up, key=str.casefold, reverse=True)
    assert sort_by(found, "Subject") is None
    assert rows(found) == before


def test_of_numbers_the_most_come_first_and_what_is_missing_last(opened: Open) -> None:
    found = opened(large(), "#view=table&rows=names")
    assert sort_by(found, "Statements") == "descending"
    counts = [int(row[2]) for row in rows(found)]
    assert counts == sorted(counts, reverse=True)
    assert sort_by(found, "Statements") == "ascending"
    assert [int(row[2]) for row in rows(found)] == sorted(counts)
    found = opened(dated(), "#view=table")
    sort_by(found, "When")
    assert [row[3] for row in rows(found)] == ["2017", "Jun 2018", "21 Nov", ""]
    sort_by(found, "When")
    assert rows(found)[-1][3] == ""


def test_the_keyboard_stays_where_it_was(opened: Open) -> None:
    found = opened(large(), "#view=table")
    focus = "document.activeElement.dataset.focus"
    sort_by(found, "Relation")
    assert found.page.evaluate(focus) == "sort relation"
    link = found.page.get_by_role("link", name="signs: statement “Norland signs Fisheries Treaty”")
    link.press("Enter")
    assert found.page.evaluate("document.activeElement.textContent") == "Statement"
    found.page.keyboard.press("Escape")
    assert found.page.evaluate(focus) == link.get_attribute("data-focus")


def test_selection_carries_over_from_view_to_view(opened: Open) -> None:
    found = opened(large(), "#view=table")
    found.page.get_by_role("link", name="signs: statement “Norland").click()
    assert found.page.locator("#panel_ h3").first.inner_text() == "Norland signs Fisheries Treaty"
    assert found.page.locator("#view_table_ tr[aria-current]").inner_text().startswith("Norland\tsigns")
    found.page.get_by_role("link", name="Network", exact=True).click()
    assert len(found.page.evaluate("network.getSelectedEdges()")) == 1
    assert found.page.locator("#panel_ h3").first.inner_text() == "Norland signs Fisheries Treaty"


def test_every_name_can_be_reached_from_the_table_of_names(opened: Open) -> None:
    found = opened(synthetic(120), "#view=table&rows=names")
    assert caption(found) == "120 of 120 names, the most important first."
    names: list[str] = []
    for page in (1, 2, 3):
        assert f"Page {page} of 3" in found.page.locator(".above").inner_text()
        assert len(first(found)) == (50, 50, 20)[page - 1]
        names += first(found)
        if page < 3:
            turn(found, "Next")
    assert len(set(names)) == 120
    assert found.page.evaluate("document.activeElement.textContent") == "Next"
    assert found.page.evaluate("document.activeElement.ariaDisabled") == "true"
    turn(found, "Previous")
    assert first(found) == names[50:100]
    found.page.get_by_role("checkbox", name="Reported").check()
    assert "Page 1 of" in found.page.locator(".above").inner_text()


def test_the_page_is_shown_that_has_what_is_selected(opened: Open) -> None:
    corpus = synthetic(120)
    found = opened(corpus, "#view=table&rows=names&page=3")
    last = found.page.locator("#view_table_ tbody th a").last
    name, link = last.inner_text(), str(last.get_attribute("href"))
    found = opened(corpus, f"#view=table&rows=names&{link[1:]}")
    assert found.page.locator("tr[aria-current] th").inner_text() == name
    assert "Page 3 of 3" in found.page.locator(".above").inner_text()


def test_names_without_a_statement_that_passes_are_counted_and_shown_if_asked_for(opened: Open) -> None:
    found = opened(large(), "#view=table&rows=names&status=Denied")
    without = "names without a statement that passes the filters"
    assert caption(found) == f"5 of 30 names, the most important first; left out: 25 {without} (show them too)."
    found.page.get_by_role("link", name="show them too").click()
    assert len(rows(found)) == 30
    assert f"among them 25 {without}" in caption(found)
    found.page.get_by_role("link", name="leave them out").click()
    assert len(rows(found)) == 5


def test_neighbours_are_links(opened: Open) -> None:
    found = opened(large(), "#view=table&rows=names")
    (row,) = [one for one in rows(found) if one[0] == "MV Amber Star"]
    assert [text.strip() for text in row[1:]] == ["object", "1", "Northern Bank"]
    found.page.get_by_role("link", name="Northern Bank").nth(1).click()
    assert found.page.locator("#panel_ h2").inner_text() == "Northern Bank"


def test_of_many_neighbours_the_first_are_named_and_the_others_counted(opened: Open) -> None:
    found = opened(synthetic(120), "#view=table&rows=names")
    hub = found.page.locator("#view_table_ tbody tr").first
    name, near = hub.locator("th").inner_text(), hub.locator("td").last
    assert near.locator("a").count() == 9
    assert re.search(r" and \d+ more$", near.inner_text())
    near.locator("a").last.click()
    assert found.page.locator("#panel_ h2").inner_text() == name


def test_a_small_screen_gets_cards_that_are_a_table_still(opened: Open) -> None:
    found = opened(large(), "#view=table", width=390)
    table = found.page.get_by_role("table")
    assert table.get_by_role("row").count() == 50
    assert table.get_by_role("rowheader").count() == 49
    assert table.get_by_role("columnheader").count() == 6
    assert sort_by(found, "Subject") == "ascending"
    assert found.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_an_empty_table_explains_itself(opened: Open) -> None:
    found = opened(large(), "#view=table&status=Disputed")
    view = found.page.locator("#view_table_")
    assert "Nothing passes the filters: all 49 statements are filtered out." in view.inner_text()
    assert found.page.locator("#downloads_ button").count() == 0


TIMES = {
    "bo-berg": ("2018-06", "gYearMonth", "2018-06-01", "2018-06-30"),
    "cy-cole": ("2017", "gYear", "2017-01-01", "2017-12-31"),
    "eli-oduya": ("--11-21", "gMonthDay", None, None),
}


def dated() -> Corpus:
    """Two statements with a date, one with a day of an unknown year, and one without."""
    text = "Ann Lee met Bo Berg in June 2018. In 2017 she met Cy Cole. She met Dee Novak. On 21 May, she met Eli Oduya."
    article = Article(text, "a.txt")
    ann, *others = (article.entity(name) for name in ("Ann Lee", "Bo Berg", "Cy Cole", "Dee Novak", "Eli Oduya"))
    for other in others:
        article.claim("meets", f"met {other[:2].title()}", ann, other)
    corpus, graphs = fuse([article.graph()])
    return replace(corpus, statements=tuple(map(at_its_time, corpus.statements))), graphs


def at_its_time(statement: Statement) -> Statement:
    if statement.object not in TIMES:
        return statement
    text, datatype, earliest, latest = TIMES[str(statement.object)]
    details = (Qualifier("date", Literal(text, datatype)),)
    return replace(statement, qualifiers=details, earliest=earliest, latest=latest)


def entries(found: Opened) -> list[str]:
    return [text.split(" Reported")[0] for text in found.page.locator("#view_timeline_ li").all_inner_texts()]


def test_the_timeline_is_in_the_order_of_time_and_says_what_has_none(opened: Open) -> None:
    found = opened(dated(), "#view=timeline")
    view = found.page.locator("#view_timeline_")
    assert view.locator("h2, h3").all_inner_texts() == ["2017", "2018", "June 2018", "Year not known"]
    assert entries(found) == [
        "2017\nAnn Lee meets Cy Cole",
        "Jun 2018\nAnn Lee meets Bo Berg",
        "21 Nov\nAnn Lee meets Eli Oduya",
    ]
    told = "3 statements with a date of their own. 1 statement without a date is left out; the table has it."
    assert view.locator(".told").inner_text() == told
    view.get_by_role("link", name="the table has it").click()
    assert len(rows(found)) == 4


def test_the_timeline_of_the_selected_entity(opened: Open) -> None:
    found = opened(dated(), "#view=timeline&entity=cy-cole")
    view = found.page.locator("#view_timeline_")
    assert entries(found) == ["2017\nAnn Lee meets Cy Cole"]
    assert "only those of Cy Cole are shown" in view.inner_text()
    view.get_by_role("link", name="show all").click()
    assert len(entries(found)) == 3
    view.get_by_role("link", name="only those of Cy Cole").click()
    assert len(entries(found)) == 1


def test_an_entry_leads_to_its_statement(opened: Open) -> None:
    found = opened(dated(), "#view=timeline")
    found.page.locator("#view_timeline_ a.sources").first.click()
    assert found.page.locator("#panel_ h3").first.inner_text() == "Ann Lee meets Cy Cole"
    assert found.page.locator("#view_timeline_ [aria-current]").inner_text().startswith("2017")


def test_a_long_timeline_comes_in_pages(opened: Open) -> None:
    corpus, graphs = synthetic(200)
    statements = tuple(
        replace(one, earliest=f"20{place % 20:02}-05-04", latest=f"20{place % 20:02}-05-04")
        for place, one in enumerate(corpus.statements)
    )
    found = opened((replace(corpus, statements=statements), graphs), "#view=timeline")
    assert len(entries(found)) == 200
    assert entries(found)[0].startswith("4 May 2000")
    turn(found, "Next")
    assert len(entries(found)) == len(statements) - 200
    assert found.page.locator("#view_timeline_ h2").last.inner_text() == "2019"


def test_dates_filter_and_bars_count(opened: Open) -> None:
    found = opened(dated(), "#view=timeline&since=2018")
    assert entries(found) == ["Jun 2018\nAnn Lee meets Bo Berg"]
    found.page.fill("#filters_ input[data-focus='since']", "")
    found.page.keyboard.press("Enter")
    assert len(entries(found)) == 3
    bars = found.page.locator(".months a")
    assert [bar.get_attribute("aria-label") for bar in bars.all()] == ["2017-01: 1 statement", "2018-06: 1 statement"]
    bars.first.click()
    assert found.page.locator("#view_timeline_ h2").all_inner_texts() == ["2017"]
    found.page.locator(".months a").last.click(modifiers=["Shift"])
    assert found.page.locator("#view_timeline_ h2").all_inner_texts() == ["2017", "2018"]


def test_disagreements_show_both_sides_with_their_sentences(opened: Open) -> None:
    found = opened(large(), "#view=odds")
    view = found.page.locator("#view_odds_")
    assert view.locator("h2").all_inner_texts() == ["Disagreements: 1", "Changes: 0"]
    assert "Nothing is one thing at one time and another later." in view.inner_text()
    sides = view.locator("ul.sides > li")
    assert sides.count() == 2
    assert sides.first.locator("blockquote").is_visible()
    assert "what is at odds, 2 statements" in found.page.locator("#downloads_").inner_text()
    view.get_by_role("link", name="Show in the network").click()
    assert {"audit-report", "northern-bank", "cy-cole", "ann-lee"} <= set(found.names())


def test_a_disagreement_passes_the_filters_with_one_of_its_sides(opened: Open) -> None:
    corpus, _ = large()
    (conflict,) = corpus.conflicts
    one = next(s for s in corpus.statements if s.id == conflict.between[0])
    found = opened(large(), f"#view=odds&relation={one.relation}&status={one.status}")
    assert found.page.locator("#view_odds_ .odds").count() == 1
    found = opened(large(), "#view=odds&relation=signs")
    assert found.page.locator("#view_odds_ .odds").count() == 0
    assert "1 filtered out." in found.page.locator("#view_odds_").inner_text()
    assert "None passes the filters." in found.page.locator("#view_odds_").inner_text()


def test_a_graph_without_disagreements_says_so(opened: Open) -> None:
    found = opened(small(), "#view=odds")
    assert "No statement disagrees with another." in found.page.locator("#view_odds_").inner_text()
