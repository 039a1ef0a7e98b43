"""How fast kg is beside what it stands on, as Markdown. Run side by side, in pairs; start-up is not counted.

  loading   text files to a store, against a bare spaCy pipeline over the same texts; and each stage by itself
  writing   quads to disk through kg.store, against pyoxigraph's bulk_extend
  asking    the questions of queries/ on Oxigraph, against rdflib
  growth    one load of 19,000 stories: what the next article costs as the store grows (half an hour; only if named)

Texts are the seeds and the articles of tests/eval, and 200 stories of Reuters-21578 where the variable KG_EVAL_DATA
names a folder that has them (reuters21578/articles.jsonl.gz). Nothing is fetched. docs/benchmarks.md tells more.
"""

import argparse

from benchmarks import asking, growth, loading, writing
from benchmarks.timing import machine

_REPORTS = {"loading": loading.report, "writing": writing.report, "asking": asking.report, "growth": growth.report}


def main() -> None:
    """Runs what the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="*", metavar="WHAT", help=f"{', '.join(_REPORTS)}; all but growth if left out")
    parser.add_argument("--rounds", type=int, default=5, help="how many pairs to run; the median counts (default: 5)")
    options = parser.parse_args()
    if unknown := set(options.what) - _REPORTS.keys():
        parser.error(f"no benchmark {', '.join(sorted(unknown))}: name {', '.join(_REPORTS)}")
    if options.rounds < 1:
        parser.error("--rounds needs 1 or more")
    print(f"{machine()}; medians of {options.rounds} rounds\n")
    for name in options.what or [name for name in _REPORTS if name != "growth"]:
        print(f"## {name.capitalize()}\n")
        for part in _REPORTS[name](options.rounds):
            print(part, end="", flush=True)


if __name__ == "__main__":
    main()
