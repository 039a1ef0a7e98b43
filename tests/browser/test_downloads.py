"""What can be taken home from the graph page."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path
from xml.etree import ElementTree

import pytest
import rdflib
from playwright.sync_api import Browser, Page

from kg.ids import Names
from kg.model import CorpusGraph, Literal, Qualifier, Review, Statement
from kg.rdf import corpus_quads
from tests.browser.drawn import ColorScheme, Open
from tests.pages.corpora import Corpus, fuse, hostile, large, small
from tests.samples import Article

SVG = "{http://www.w3.org/2000/svg}"
NAMING = (rdflib.RDF.type, rdflib.RDFS.label, rdflib.SKOS.altLabel)
KG = rdflib.Namespace("https://example.org/kg/ontology#")


def saved(page: Page, button: str) -> str:
    return saved_bytes(page, button).decode("utf-8")


def saved_bytes(page: Page, button: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return Path(download.value.path()).read_bytes()


def in_store(corpus: Corpus) -> rdflib.Graph:
    """What the store has in its default graph."""
    graph = rdflib.Graph()
    quads = corpus_quads(corpus[0], corpus[1], Names())
    graph.parse(data="".join(f"{quad.subject} {quad.predicate} {quad.object} .\n" for quad in quads), format="nt")
    return graph


def odd() -> Corpus:
    """Names, values and dates of all kinds that may go wrong, and each kind of field."""
    names = ["Ελλάδα 2.0", "Ann\u202eLee", 'Bo "the\\Boss" Berg', "Łódź–Zürich", "3rd Army."]
    article = Article(" met ".join(names) + " and others; aged 57.", "a.txt")
    ends = [article.entity(name, alt=(f"{name}\n{name}",)) for name in names]
    for start, end in pairwise(ends):
        article.claim("rel:meet_with", article.document.text, start, end)
    article.claim("age", "57", ends[0], Literal("57", "integer"))
    article.claim("numberOfMembers", "others", ends[4], Literal("57\t<b>\u202e\n", "string"))
    corpus, graphs = fuse([article.graph()])
    return replace(corpus, statements=tuple(map(with_all_fields, range(10), corpus.statements))), graphs


def with_all_fields(place: int, statement: Statement) -> Statement:
    return replace(
        statement,
        earliest="2018-11-21" if place % 2 else None,
        latest="2018-11-30" if place % 3 else None,
        review=Review.CONFIRMED if place % 2 else None,
        independent_sources=1,
        negated_by=(),
        qualifiers=(Qualifier("asOf", Literal("2018", "gYear")), Qualifier("content", Literal('a\n"b"\\'))),
    )


@pytest.mark.parametrize("view", ["network", "table", "timeline"])
@pytest.mark.parametrize("corpus", [small, large, odd], ids=lambda corpus: corpus.__name__)
def test_turtle_has_what_the_store_has_of_what_is_shown(opened: Open, corpus: Callable[[], Corpus], view: str) -> None:
    every = corpus()
    found = opened(every, f"#view={view}")
    graph = rdflib.Graph().parse(data=saved(found.page, "Turtle"), format="turtle")
    known = in_store(every)
    assert set(graph) - set(known) == set()
    shown = set(graph.subjects(rdflib.RDF.type, KG.Statement))
    assert f", {len(shown)} statement" in found.page.locator("#downloads_ span").inner_text()
    for statement in shown:
        assert set(graph.predicate_objects(statement)) == set(known.predicate_objects(statement))
    for entity, predicate in product(graph.subjects(KG.named), NAMING):
        assert set(graph.objects(entity, predicate)) == set(known.objects(entity, predicate))
    if view == "table":
        assert len(shown) == len(every[0].statements)
    assert found.complaints == []


def test_turtle_of_the_seeds_is_part_of_their_export(browser: Browser, built: Path) -> None:
    page = browser.new_page()
    page.goto((built / "graph.html").as_uri() + "#view=table")
    graph = rdflib.Graph().parse(data=saved(page, "Turtle"), format="turtle")
    page.close()
    exported = rdflib.Graph().parse(built / "graph.ttl", format="turtle")
    assert set(graph) - set(exported) == set()
    statements = set(exported.subjects(rdflib.RDF.type, KG.Statement))
    assert set(graph.subjects(rdflib.RDF.type, KG.Statement)) == statements
    assert len(statements) > 100


def test_what_is_filtered_out_is_not_taken_home(opened: Open) -> None:
    found = opened(large(), "#status=Attributed")
    graph = rdflib.Graph().parse(data=saved(found.page, "Turtle"), format="turtle")
    assert set(graph.objects(None, KG.status)) == {KG.Attributed}
    rows = csv.DictReader(io.StringIO(saved(found.page, "CSV")))
    assert {row["status"] for row in rows} == {"Attributed"}


def test_of_disagreements_those_are_taken_home_that_are_at_odds(opened: Open) -> None:
    corpus: CorpusGraph = large()[0]
    found = opened(large(), "#view=odds")
    rows = csv.DictReader(io.StringIO(saved(found.page, "CSV")))
    assert {row["statement"].rpartition("/")[2] for row in rows} == set(corpus.conflicts[0].between)


def test_csv_has_a_row_for_each_statement_and_runs_nothing(opened: Open) -> None:
    article = Article("=1+1 met @SUM(A1), who said: -2.", "a.txt")
    vote = (Qualifier("date", Literal("2018-06", "gYearMonth")), Qualifier("title", Literal('the "boss", 2nd')))
    article.claim("meets", "met", article.entity("=1+1"), article.entity("@SUM(A1), who"), qualifiers=vote)
    found = opened(fuse([article.graph()]), "#view=table")
    text = saved(found.page, "CSV")
    assert text.count("\r\n") == text.count("\n") == 2
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert row.pop("statement").startswith("https://example.org/kg/statement/")
    assert row == {
        "subject": "'=1+1",
        "relation": "meets",
        "object": "'@SUM(A1), who",
        "details": 'title: the "boss", 2nd',
        "when": "Jun 2018",
        "status": "Reported",
        "articles": "1",
        "independent_sources": "1",
        "speakers": "the article itself",
        "sentences": "1",
    }


def test_a_picture_as_svg_opens_by_itself_and_looks_like_the_drawing(
    opened: Open, browser: Browser, tmp_path: Path
) -> None:
    found = opened(large())
    text = saved(found.page, "SVG")
    tree = ElementTree.fromstring(text)  # noqa: S314  (made by the page)
    words = " ".join(node.text or "" for node in tree.iter(f"{SVG}text"))
    assert "Ann Lee" in words
    assert "not: signs" in words
    lines = [node for node in tree.iter(f"{SVG}path") if node.get("class") == "line"]
    assert len(lines) == len(list(tree.iter(f"{SVG}polygon"))) == found.lines()
    dashed = [node for node in lines if node.get("stroke-dasharray")]
    assert len(dashed) == found.page.evaluate("network.body.edgeIndices.filter((id) => !/ Reported$/.test(id)).length")
    assert tree.findtext(f"{SVG}title")
    file = tmp_path / "graph.svg"
    file.write_text(text, encoding="utf-8")
    alone = browser.new_page()
    alone.goto(file.as_uri())
    view = alone.evaluate(
        "(({ x, y, width, height }) => [x, y, width, height])(document.documentElement.viewBox.baseVal)"
    )
    for box in found.boxes():
        assert view[0] < box["left"] < box["right"] < view[0] + view[2]
        assert view[1] < box["top"] < box["bottom"] < view[1] + view[3]
    assert alone.locator("text").count() > 30
    alone.close()


@pytest.mark.parametrize(("scheme", "page"), [("light", [255, 255, 255, 255]), ("dark", [18, 22, 28, 255])])
def test_a_picture_as_png_is_twice_as_fine_on_the_colour_of_the_page(
    opened: Open, scheme: ColorScheme, page: list[int]
) -> None:
    found = opened(small(), scheme=scheme)
    drawn = ElementTree.fromstring(saved(found.page, "SVG"))  # noqa: S314  (made by the page)
    picture = saved_bytes(found.page, "PNG")
    seen = found.page.evaluate(
        """async (bytes) => {
            const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
            const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
            pen.drawImage(image, 0, 0);
            const pixels = pen.getImageData(0, 0, image.width, image.height).data;
            const colours = new Set();
            for (let at = 0; at < pixels.length; at += 4) colours.add(pixels.slice(at, at + 4).join());
            return { width: image.width, corner: [...pixels.slice(0, 4)], colours: colours.size };
        }""",
        list(picture),
    )
    assert seen["corner"] == page
    assert seen["colours"] > 20
    assert seen["width"] == pytest.approx(2 * float(drawn.get("width") or 0), abs=2)
    assert found.complaints == []


@pytest.mark.parametrize("button", ["Turtle", "CSV", "SVG", "PNG"])
def test_hostile_words_break_no_file(opened: Open, button: str) -> None:
    found = opened(hostile())
    content = saved_bytes(found.page, button)
    if button == "Turtle":
        rdflib.Graph().parse(data=content, format="turtle")
    elif button == "SVG":
        assert not list(ElementTree.fromstring(content).iter(f"{SVG}script"))  # noqa: S314
    elif button == "CSV":
        assert len(list(csv.DictReader(io.StringIO(content.decode("utf-8"))))) == 4
    else:
        assert content.startswith(b"\x89PNG")
    assert found.complaints == []
