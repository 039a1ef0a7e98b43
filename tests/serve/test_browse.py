"""Pages of `kg serve` as clients of all kinds get them: browsers, crawlers, and whoever types."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest

from kg.ids import Names
from kg.model import CorpusGraph
from kg.pipeline import contents
from kg.store import Store
from tests.pages.corpora import fuse, small
from tests.pages.stores import stored
from tests.pages.test_card import Tags
from tests.samples import Article
from tests.serve.conftest import Answer, Server, served

CHROMIUM = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
BASE = "https://example.org/kg/"


@pytest.fixture(scope="module")
def site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with served(built / "store", tmp_path_factory.mktemp("log") / "log") as running:
        yield running


@pytest.fixture(scope="module")
def corpus(built: Path) -> CorpusGraph:
    with Store.reading(built / "store") as store:
        return contents(store)[0]


@pytest.fixture(scope="module")
def paths(corpus: CorpusGraph, built: Path) -> dict[str, str]:
    """One of each kind of thing."""
    statement = next(s for s in corpus.statements if s.relation.startswith("rel:"))
    with Store.reading(built / "store") as store:
        document = min(store.document_ids())
    return {
        "entity": "/entity/interpol",
        "document": f"/document/{document}",
        "statement": f"/statement/{statement.id}",
        "claim": f"/claim/{(*statement.asserted_by, *statement.negated_by)[0]}",
        "change": f"/change/{corpus.changes[0].id}",
        "relation": f"/relation/{statement.relation.removeprefix('rel:')}",
    }


def get(site: Server, path: str, accept: str = CHROMIUM, **headers: str) -> Answer:
    return site.ask("GET", path, None, {"Accept": accept, **headers})


KINDS = ["entity", "document", "statement", "claim", "relation", "change"]


@pytest.mark.parametrize("kind", KINDS)
def test_people_get_a_page(site: Server, paths: dict[str, str], kind: str) -> None:
    answer = get(site, paths[kind])
    assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.text.count("<h1") == 1
    assert answer.text.startswith("<!DOCTYPE html>")
    assert re.search('<link rel="alternate" type="text/turtle"', answer.text)


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (CHROMIUM, "text/html"),
        ("*/*", "text/turtle"),
        ("", "text/turtle"),
        ("text/turtle", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples", "application/n-triples"),
        ("application/n-quads, text/html;q=0.5", "application/n-quads"),
        ("application/trig;q=0.4, text/html;q=0.5", "text/html"),
    ],
)
def test_everybody_gets_what_they_accept(site: Server, accept: str, expected: str) -> None:
    answer = get(site, "/entity/interpol", accept)
    assert answer.media_type == expected
    assert answer.headers["vary"] == "Accept"
    links = dict(re.findall(r'rel="alternate"; type="([^"]+)"()', answer.headers["link"]))
    assert expected not in links
    assert {"text/html", "text/turtle", "application/ld+json", "application/n-triples"} - {expected} <= set(links)


def test_what_cannot_be_written_is_refused(site: Server) -> None:
    assert get(site, "/entity/interpol", "image/png").status == 406
    assert get(site, "/entity/interpol?format=docx").status == 406


@pytest.mark.parametrize("kind", KINDS)
def test_rdf_speaks_of_the_iri_with_that_path(site: Server, paths: dict[str, str], kind: str) -> None:
    answer = get(site, paths[kind], "application/n-triples")
    triples = list(ox.parse(answer.body, format=ox.RdfFormat.N_TRIPLES))
    assert f"{BASE}{paths[kind][1:]}" in {str(t.subject)[1:-1] for t in triples}
    other = get(site, f"{paths[kind]}?format=turtle")
    assert set(ox.parse(other.body, format=ox.RdfFormat.TURTLE)) == set(triples)


def test_the_text_of_an_article_stays_in_the_store(site: Server, paths: dict[str, str]) -> None:
    assert "isString" not in get(site, paths["document"], "application/n-triples").text


def test_every_entity_has_a_page_whether_named_or_not(site: Server, corpus: CorpusGraph) -> None:
    for entity in [e for e in corpus.entities if e.named][:40] + [e for e in corpus.entities if not e.named][:40]:
        answer = get(site, f"/entity/{quote(entity.id)}")
        assert answer.status == 200
        assert entity.label in Tags(answer.text).text


def test_all_links_of_pages_lead_somewhere(site: Server, paths: dict[str, str]) -> None:
    found = {href for path in (*paths.values(), "/search?q=i") for href in Tags(get(site, path).text).hrefs}
    inside = {href.partition("#")[0] for href in found if href.startswith("/")}
    assert len(inside) > 100
    assert {href for href in inside if get(site, href).status != 200} == set()


def test_a_sentence_leads_to_its_place(site: Server) -> None:
    hrefs = Tags(get(site, "/entity/interpol").text).hrefs
    places = {href for href in hrefs if href.startswith("/document/")} - {h for h in hrefs if "#" not in h}
    ids = {path: set(Tags(get(site, path).text).ids) for path in {place.partition("#")[0] for place in places}}
    assert places
    assert all(place.partition("#")[2] in ids[place.partition("#")[0]] for place in places)


def test_other_names_lead_on(site: Server, corpus: CorpusGraph) -> None:
    replaced = [(slug, entity.id) for entity in corpus.entities for slug in entity.replaces]
    assert replaced
    for slug, id in replaced:
        answer = get(site, f"/entity/{quote(slug)}")
        assert (answer.status, answer.headers["location"]) == (308, f"/entity/{quote(id)}")
        asked = get(site, f"/entity/{quote(slug)}?format=jsonld")
        assert asked.headers["location"] == f"/entity/{quote(id)}?format=jsonld"


def test_pages_are_at_the_paths_below_any_base(tmp_path: Path) -> None:
    names = Names("https://news.test/graph/")
    with stored(small(), tmp_path / "store", names):
        pass
    with served(tmp_path / "store", tmp_path / "log") as site:
        assert "/entity/bo-berg" in Tags(get(site, "/entity/ann-lee").text).hrefs
        assert "https://news.test/graph/entity/ann-lee" in get(site, "/entity/ann-lee", "application/n-triples").text


def test_what_is_published_meanwhile_is_shown(tmp_path: Path) -> None:
    with stored(small(), tmp_path / "store"):
        pass
    with served(tmp_path / "store", tmp_path / "log") as site:
        assert get(site, "/entity/hub").status == 404
        tag = get(site, "/entity/ann-lee").headers["etag"]
        article = Article("Ann Lee praises the Hub.")
        article.claim("praises", "praises", article.entity("Ann Lee"), article.entity("Hub", "Organization"))
        with stored(fuse([*small()[1], article.graph()]), tmp_path / "store"):
            pass
        assert get(site, "/entity/hub").status == 200
        assert "/entity/hub" in Tags(get(site, "/search?q=hub").text).hrefs
        assert "/entity/hub" in Tags(get(site, "/entity/ann-lee", **{"If-None-Match": tag}).text).hrefs


def test_what_is_not_there_is_said_with_names_that_are_near(site: Server) -> None:
    answer = get(site, "/entity/alexandr-prokopchuck")
    assert answer.status == 404
    assert "/entity/alexander-prokopchuk" in Tags(answer.text).hrefs
    assert get(site, "/entity/alexandr-prokopchuck", "text/turtle").media_type == "text/plain"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "id", ["nobody", "%3Cscript%3Ealert(1)%3C/script%3E", "%00", "a%20b", "%E2%80%AE", "%22%3E", "x%3E%20%3Fy", "%ff"]
)
def test_hostile_ids_are_not_there(site: Server, kind: str, id: str) -> None:
    answer = get(site, f"/{kind}/{id}")
    assert answer.status == 404
    assert "script" not in Tags(answer.text).tags


def test_what_is_too_long_is_refused(site: Server) -> None:
    assert get(site, f"/entity/{'a' * 600}").status == 414
    assert get(site, f"/search?q={'a' * 600}").status == 414


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999", "2", "%D9%A1"])
def test_a_page_that_is_none_is_the_nearest(site: Server, page: str) -> None:
    assert get(site, f"/entity/interpol?page={page}").status == 200


@pytest.mark.parametrize("path", ["/entity/interpol", "/entity/nobody", "/search?q=a"])
def test_pages_run_nothing_and_ask_nobody(site: Server, path: str) -> None:
    answer = get(site, path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "<style" not in answer.text
    assert not re.search(r'\sstyle="|\son\w+="|<script', answer.text)


def test_what_has_not_changed_is_not_sent_again(site: Server) -> None:
    tag = get(site, "/entity/interpol").headers["etag"]
    again = get(site, "/entity/interpol", **{"If-None-Match": tag})
    assert (again.status, again.body) == (304, b"")
    assert get(site, "/entity/interpol", "text/turtle", **{"If-None-Match": tag}).status == 200


@pytest.mark.parametrize(
    ("term", "first"),
    [
        ("Interpol", "/entity/interpol"),
        ("interp", "/entity/interpol"),
        ("PROKOPCHUK", "/entity/alexander-prokopchuk"),
        ("jong yang", "/entity/kim-jong-yang"),
        ("Aleksandr Prokopchuck", "/entity/alexander-prokopchuk"),
    ],
)
def test_search(site: Server, term: str, first: str) -> None:
    hrefs = Tags(get(site, f"/search?q={quote(term)}").text).hrefs
    assert next(href for href in hrefs if href.startswith("/entity/")) == first


def test_an_empty_search_explains_itself(site: Server) -> None:
    assert "Type a name" in get(site, "/search").text
    nothing = get(site, "/search?q=xyzzyqw")
    assert "Nothing here is called that" in nothing.text
    assert "&lt;b&gt;" in get(site, "/search?q=%3Cb%3E").text


def test_programs_search_as_well(site: Server) -> None:
    answer = get(site, "/search?q=prokopchuk", "application/json")
    assert [hit["label"] for hit in json.loads(answer.body)["entities"]] == ["Alexander Prokopchuk", "Ihor Prokopchuk"]


def test_search_finds_articles_by_their_titles(site: Server, built: Path) -> None:
    with Store.reading(built / "store") as store:
        titles = {g.document.title: g.document.id for g in contents(store)[1] if g.document.title}
    assert titles
    for title, id in titles.items():
        assert f"/document/{id}" in Tags(get(site, f"/search?q={quote(title)}").text).hrefs
