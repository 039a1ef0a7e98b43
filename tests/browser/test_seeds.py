"""A reader's way through the page of the seeds."""

from pathlib import Path

import pytest
import rdflib
from playwright.sync_api import Browser, Page

from kg.ids import KG
from tests.browser.drawn import Open, Opened, covered
from tests.pages.corpora import Corpus, fuse, large
from tests.pages.synthetic import synthetic
from tests.samples import Article


@pytest.fixture
def seeds(browser: Browser, built: Path) -> Opened:
    """What `kg build` wrote of the seeds."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    found = Opened(context.new_page())
    context.route("**/*", found.route)
    found.page.on("pageerror", found.error)
    found.page.on("console", found.console)
    found.page.goto((built / "graph.html").as_uri())
    return found


def saved(page: Page, button: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return Path(download.value.path()).read_text(encoding="utf-8")


def test_from_a_name_to_the_sentences_of_several_articles_and_home_again(seeds: Opened) -> None:
    page, panel = seeds.page, seeds.page.locator("#panel_")
    page.fill("#search_", "jong-yang")
    page.keyboard.press("Enter")
    assert panel.locator("h2").inner_text() == "Kim Jong-yang"

    page.keyboard.press("Escape")
    page.get_by_role("button", name="Fit").click()
    seeds.click_line("kim-jong-yang", "alexander-prokopchuk")
    assert "Kim Jong-yang defeated Alexander Prokopchuk" in panel.inner_text()
    articles = {link.inner_text() for link in panel.locator("figcaption a").all()}
    assert len(articles) == 2

    panel.locator("figcaption a").first.click()
    assert panel.locator(".text .note").count() > 20
    assert panel.locator(".text .note.here").count() == 1

    lines, told = seeds.lines(), seeds.told()
    page.get_by_role("checkbox", name="Attributed").check()
    assert 0 < seeds.lines() < lines
    assert seeds.told() != told
    drawn = page.evaluate("network.body.edgeIndices")
    assert all(id.endswith(" Attributed") for id in drawn)

    page.get_by_role("link", name="Table", exact=True).click()
    assert set(page.locator("#view_table_ td[data-column='Status']").all_inner_texts()) == {"Attributed"}
    graph = rdflib.Graph().parse(data=saved(page, "Turtle"), format="turtle")
    statuses = set(graph.objects(None, rdflib.URIRef(KG + "status")))
    assert statuses == {rdflib.URIRef(KG + "Attributed")}
    assert seeds.requests == []
    assert seeds.complaints == []


def test_no_label_of_the_seeds_covers_another_at_the_start(seeds: Opened) -> None:
    assert covered([*seeds.boxes(), *seeds.labels()]) <= 0.2


def crowd() -> Corpus:
    """Somebody whom many speak of, who seldom speak of one another."""
    names = [f"Person number {number:02}" for number in range(34)]
    article = Article("The Hub praises " + ", ".join(names) + ".")
    hub = article.entity("Hub", "Organization")
    for name in names:
        article.claim("praises", name, hub, article.entity(name))
    return fuse([article.graph()])


@pytest.mark.parametrize("corpus", [large(), synthetic(300), crowd()], ids=["large", "synthetic", "crowd"])
def test_neither_does_one_of_other_graphs(opened: Open, corpus: Corpus) -> None:
    found = opened(corpus)
    assert len(found.names()) >= 25
    assert covered([*found.boxes(), *found.labels()]) <= 0.2
