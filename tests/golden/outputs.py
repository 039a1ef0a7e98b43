"""What `kg` says of the seeds, as files that can be compared by bytes."""

from pathlib import Path

from kg.export import Format
from kg.pipeline import serialized
from kg.query import Names, Query, ResultFormat, ResultTable, named_queries, narrowed, parameters, run
from kg.rdf import prefixes
from kg.store import Store
from tests.golden.examples import example
from tests.golden.manual import manual

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
MANUAL = "docs/queries.md"


def outputs(path: Path) -> dict[str, bytes]:
    """By their path in the checkout: the facts of the store at `path`, the answers to named queries, their manual."""
    with Store.reading(path) as store:
        known = prefixes(store.names)
        answers = [(query, _answer(query, store)) for query in named_queries()]
        return {
            MANUAL: manual(answers, known).encode(),
            "tests/golden/facts.ttl": serialized(store, Format.TURTLE, facts_only=True),
            **{
                f"tests/golden/queries/{query.name}.csv": ResultFormat.CSV.write(table, known)
                for query, table in answers
            },
        }


def names() -> set[str]:
    """The paths that `outputs` gives."""
    return {MANUAL, "tests/golden/facts.ttl", *(f"tests/golden/queries/{query.name}.csv" for query in named_queries())}


def kept() -> set[str]:
    """The paths of such files that the checkout has."""
    golden = ROOT / "tests" / "golden"
    files = (ROOT / MANUAL, *golden.glob("*.ttl"), *golden.glob("queries/*.csv"))
    return {file.relative_to(ROOT).as_posix() for file in files if file.exists()}


def _answer(query: Query, store: Store) -> ResultTable:
    """To all that can be asked; where something must be given, to the example."""
    known = prefixes(store.names)
    if any(parameter.required for parameter in parameters(query)):
        query = narrowed(query, example(query), Names(store, known))
    table = run(query, store, known)
    assert isinstance(table, ResultTable)
    return table
