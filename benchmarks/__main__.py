"""How fast kg is beside what it stands on, as Markdown. Run side by side, in pairs; start-up is not counted.

  loading   text files to a store, against a bare spaCy pipeline over the same texts; and each stage by itself
  writing   quads to disk through kg.store, against pyoxigraph's bulk_extend
  exporting Turtle of 10,000, 100,000 and a million triples, against rdflib's serializer
  asking    the questions of queries/ over as many quads, against bare pyoxigraph and against rdflib
  serving   kg serve: what HTTP and processes cost, 200 clients at once, normal queries beside hostile ones
  viewing   graph pages of 100 to 20,000 entities in Chromium, against what pyvis writes of the same
  growth    one load of 19,000 stories: what the next article costs as the store grows (half an hour; only if named)

Texts are the seeds and the articles of tests/eval, and 200 stories of Reuters-21578 where the variable KG_EVAL_DATA
names a folder that has them (reuters21578/articles.jsonl.gz). The graphs to export and ask are made of some 1,300 of
those stories, which takes minutes; without them, only graphs of the smallest size are made. Nothing is fetched.
docs/benchmarks.md tells more.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import asking, exporting, growth, loading, serving, viewing, writing
from benchmarks.timing import machine

_REPORTS = {"loading": loading.report, "writing": writing.report, "viewing": viewing.report, "growth": growth.report}
_OF_GRAPHS = {"exporting": exporting.report, "asking": asking.report, "serving": serving.report}
_ALL = ("loading", "writing", "exporting", "asking", "serving", "viewing", "growth")


def main() -> None:
    """Runs what the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="*", metavar="WHAT", help=f"{', '.join(_ALL)}; all but growth if left out")
    parser.add_argument("--rounds", type=int, default=5, help="how many pairs to run; the median counts (default: 5)")
    parser.add_argument("--stores", type=Path, help="where the graphs to export and ask are kept, or are from before")
    options = parser.parse_args()
    if unknown := set(options.what).difference(_ALL):
        parser.error(f"no benchmark {', '.join(sorted(unknown))}: name {', '.join(_ALL)}")
    if options.rounds < 1:
        parser.error("--rounds needs 1 or more")
    print(f"{machine()}; medians of {options.rounds} rounds\n")
    with TemporaryDirectory() as scratch:
        for name in options.what or _ALL[:-1]:
            print(f"## {name.capitalize()}\n")
            for part in _report(name, options.rounds, options.stores or Path(scratch)):
                print(part, end="", flush=True)


def _report(name: str, rounds: int, stores: Path) -> Iterator[str]:
    return _OF_GRAPHS[name](rounds, stores) if name in _OF_GRAPHS else _REPORTS[name](rounds)


if __name__ == "__main__":
    main()
