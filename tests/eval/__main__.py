"""How well kg reads news: `make eval`, or `python -m tests.eval [SET …]`.

Our own articles (tests/eval/articles.csv) and public sets (tests/eval/figures.toml), each figure beside a baseline.
Writes the tables into docs/quality.md when everything could be scored. Ends with 1 if a figure is below its floor.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.extract import Extractor
from kg.read import Source, read
from kg.settings import Settings
from tests.eval import public
from tests.eval.corpus import HALVES, articles
from tests.eval.judged import judgements, lines_of_judgements, lines_of_thresholds
from tests.eval.name_pairs import figures_of_hard_pairs, figures_of_public_pairs
from tests.eval.scoring import Score, facts_of, score
from tests.eval.tables import lines_of_articles, lines_of_figures, written

QUALITY = Path(__file__).parents[2] / "docs" / "quality.md"


def main() -> int:
    names = list(dict.fromkeys(row.set for row in public.rows()))
    parser = argparse.ArgumentParser(prog="python -m tests.eval", description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"{', '.join(names)}; all of them if left out")
    chosen = parser.parse_args().sets or names
    if unknown := set(chosen) - set(names):
        parser.error(f"no set {', '.join(sorted(unknown))}: name {', '.join(names)}")
    halves = list(_own(Extractor(Settings())))
    found, missing = _public(chosen)
    missing += [f"{title}: {all_ - here} texts are not at hand" for title, all_, here, _ in halves if here < all_]
    tables = {
        "articles": "\n".join(lines_of_articles(halves)),
        "judged": "\n".join(lines_of_judgements(judgements())),
        "thresholds": "\n".join(lines_of_thresholds(judgements())),
        "sets": "\n".join(lines_of_figures(found)),
    }
    print(*tables.values(), sep="\n\n")
    if chosen == names and not missing:
        QUALITY.write_text(written(QUALITY.read_text(encoding="utf-8"), tables), encoding="utf-8")
    low = [f"{row.set}: {row.label} is {value:.3f}, below {row.floor}" for row, value in found if value < row.floor]
    print(*(f"not scored: {reason}" for reason in missing), *low, sep="\n", file=sys.stderr)
    return 1 if low else 0


def _own(extractor: Extractor) -> Iterable[tuple[str, int, int, Score]]:
    """Of each half: what it is, how many articles it has, how many of them are at hand, and their score."""
    for half, title in HALVES.items():
        members = [article for article in articles() if article.half == half]
        paths = [path for article in members if (path := article.path)]
        graphs = [(path.stem, extractor.extract(read(Source(path, path.name), Settings()))) for path in paths]
        total = sum((score(graph, facts_of(stem)) for stem, graph in graphs), Score())
        yield title, len(members), len(paths), total


def _public(names: Iterable[str]) -> tuple[list[tuple[public.Figure, float]], list[str]]:
    """The figures of each set, and why others have none."""
    own = {"names": figures_of_public_pairs, "hard_names": figures_of_hard_pairs}
    found: list[tuple[public.Figure, float]] = []
    missing: list[str] = []
    for name in names:
        print(f"{name} …", file=sys.stderr, flush=True)
        try:
            figures = own[name]() if name in own else _scored(name)
        except public.NotScored as error:
            missing.append(str(error))
        else:
            found += [(row, row.of(figures)) for row in public.rows() if row.set == name]
    return found, missing


def _scored(name: str) -> Mapping[str, Any]:
    public.check_scorer(name)
    return public.figures(name)


if __name__ == "__main__":
    sys.exit(main())
