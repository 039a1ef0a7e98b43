"""What a shell completes: the names that a store has."""

from collections.abc import Callable
from pathlib import Path

import typer

from kg.cli import options
from kg.errors import KgError
from kg.model import Status
from kg.query import Kind, Names
from kg.query.names import Known
from kg.rdf import prefixes
from kg.store import Store

_NAMES: dict[Kind, Callable[[Names], list[Known]]] = {
    Kind.ENTITY: Names.entities,
    Kind.RELATION: Names.relations,
    Kind.SOURCE: Names.sources,
}


def completed(kind: Kind) -> Callable[[typer.Context, str], list[str]]:
    """For the option of a parameter of this kind: the names that begin with what was typed."""

    def complete(context: typer.Context, incomplete: str) -> list[str]:
        return sorted(name for name in _names(kind, context) if name.startswith(incomplete))

    return complete


def _names(kind: Kind, context: typer.Context) -> set[str]:
    if kind is Kind.STATUS:
        return {*Status}
    if kind not in _NAMES:
        return set()
    try:
        with Store.reading(Path(context.params.get("store") or options.DEFAULT_STORE)) as store:
            return {known.name for known in _NAMES[kind](Names(store, prefixes(store.names)))}
    except KgError:
        return set()
