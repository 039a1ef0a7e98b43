"""How long a graph page takes in Chromium until it shows a picture and answers a click, beside what pyvis writes."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, Route, sync_playwright
from playwright.sync_api import TimeoutError as Late
from pyvis.network import Network

from benchmarks.timing import table
from kg.ontology import load_ontology
from kg.view import page
from tests.browser.conftest import ARGUMENTS, NAMES
from tests.pages.corpora import Corpus
from tests.pages.synthetic import synthetic

_SIZES = (100, 1_000, 5_000, 20_000)
_MOST_SECONDS = 60
_SIZE_OF_WINDOW = {"width": 1280, "height": 800}
_CHANGES = {
    "filter": "status=Attributed",
    "neighbourhood": "around=ann-lee-0&hops=2",
    "table": "view=table",
    "timeline": "view=timeline",
}


def report(rounds: int) -> Iterator[str]:
    """For each number of entities: the file, the first picture, and what changes take."""
    browser = next(filter(None, map(shutil.which, NAMES)), None)
    if browser is None:
        yield "No Chromium here.\n"
        return
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        chromium = playwright.chromium.launch(executable_path=browser, args=ARGUMENTS)
        rows = [_row(size, Path(folder), chromium, rounds) for size in _SIZES]
        chromium.close()
    yield table(
        ["entities", "made in, s", "file, MB", "answers after, s", "pyvis, s", *(f"{c}, ms" for c in _CHANGES)], rows
    )
    yield "\n"


def _row(size: int, folder: Path, chromium: Browser, rounds: int) -> list[str]:
    corpus = synthetic(size)
    ours, plain = folder / "ours.html", folder / "plain.html"
    start = time.perf_counter()
    ours.write_text(page(*corpus, load_ontology()), encoding="utf-8")
    made = time.perf_counter() - start
    plain.write_text(_plain(corpus), encoding="utf-8")
    pairs = [
        (_until(chromium, ours, _answers), _until(chromium, plain, _stands)) for _ in range(1 if size > 100 else 3)
    ]
    more = [_until(chromium, ours, _answers) for _ in range(rounds)]
    theirs = [seconds for _, seconds in pairs if seconds is not None]
    own = [seconds for seconds in (*more, *(one for one, _ in pairs)) if seconds is not None]
    changes = _changes(chromium, ours)
    return [
        f"{size:,}",
        f"{made:.1f}",
        f"{ours.stat().st_size / 1e6:.2f}",
        f"{median(own):.2f}" if own else f"> {_MOST_SECONDS}",
        f"{median(theirs):.1f}" if theirs else f"> {_MOST_SECONDS}",
        *(f"{milliseconds:.0f}" for milliseconds in changes),
    ]


def _plain(corpus: Corpus) -> str:
    """All entities and statements, as pyvis draws them if it is told nothing else."""
    network = Network(directed=True, cdn_resources="in_line")
    for entity in corpus[0].entities:
        network.add_node(entity.id, label=entity.label)
    for statement in corpus[0].statements:
        network.add_edge(statement.subject, statement.object, label=statement.relation)
    html: str = network.generate_html()
    return html


def _until(chromium: Browser, file: Path, ready: Callable[[Page], None]) -> float | None:
    """Seconds from opening the file, or None if it takes too long."""
    context = chromium.new_context(viewport=_SIZE_OF_WINDOW)  # type: ignore[arg-type]  # a TypedDict
    context.set_default_timeout(_MOST_SECONDS * 1000)
    context.route("**/*", _local)
    opened = context.new_page()
    start = time.perf_counter()
    try:
        opened.goto(file.as_uri())
        ready(opened)
        return time.perf_counter() - start
    except Late:
        return None
    finally:
        context.close()


def _local(route: Route) -> None:
    if route.request.url.startswith("file:"):
        route.continue_()
    else:
        route.abort()


def _answers(opened: Page) -> None:
    """A click on a name has brought what is said of it."""
    place = opened.evaluate("network.canvasToDOM(network.getPosition(network.body.nodeIndices[0]))")
    opened.locator("#canvas_").click(position=place)
    opened.locator("#panel_ h2").wait_for()


def _stands(opened: Page) -> None:
    """It has come to rest, as far as its author lets it, and a click on a name has been answered."""
    opened.wait_for_function("typeof network !== 'undefined' && document.getElementById('mynetwork')")
    opened.evaluate("window.answered = false; network.on('click', () => { window.answered = true; }); 0")
    opened.wait_for_function("(document.getElementById('loadingBar')?.style.display ?? 'none') === 'none'")
    opened.locator("#mynetwork").click()
    opened.wait_for_function("window.answered")


def _changes(chromium: Browser, file: Path) -> list[float]:
    """Milliseconds until each is shown, layout and all."""
    opened = chromium.new_page(viewport=_SIZE_OF_WINDOW)  # type: ignore[arg-type]  # a TypedDict
    opened.goto(file.as_uri())
    change = """(place) => {
        const start = performance.now();
        history.pushState(null, "", `#${place}`);
        dispatchEvent(new PopStateEvent("popstate"));
        document.body.getBoundingClientRect();
        return performance.now() - start;
    }"""
    found = [float(opened.evaluate(change, place)) for place in _CHANGES.values()]
    opened.close()
    return found
