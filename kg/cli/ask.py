"""`kg ask`: the questions that come with kg, each with options of its own."""

import inspect
from collections.abc import Callable, Iterator, MutableMapping
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from kg.cli import options
from kg.cli.answers import Form, Shown, answer
from kg.cli.completion import completed
from kg.cli.console import say
from kg.query import Names, Parameter, Query, load_query, named_queries, narrowed, parameters, query_names
from kg.rdf import prefixes
from kg.store import Store

_KEYWORD = inspect.Parameter.KEYWORD_ONLY


class _Questions(MutableMapping[str, TyperCommand]):
    """Commands by the names of queries, made when they are asked for: there are many, and one is used."""

    def __init__(self) -> None:
        self._names = query_names()

    def __getitem__(self, name: str) -> TyperCommand:
        if name in self._names or name.endswith(".rq"):
            return _command(load_query(name))
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __setitem__(self, name: str, command: TyperCommand) -> None:
        raise TypeError("questions come from queries/")

    __delitem__ = cast("Callable[[_Questions, str], None]", __setitem__)


class Questions(TyperGroup):
    """A command for each query: of `queries/`, or of a file that ends in .rq."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = cast("Any", _Questions())

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002 - what typer asks for
        return list(self.commands)


def ask(context: typer.Context) -> None:
    """Ask a store one of the questions that come with kg; without a name, list them.

    \b
    Examples:
      kg ask
      kg ask who-said-what --help
      kg ask who-said-what --about 'Ann Lee' --since 2018-11
    """
    if context.invoked_subcommand is None:
        say(catalogue())
    # What kg.toml says of `kg ask` holds for each question.
    context.default_map = dict.fromkeys(cast("TyperGroup", context.command).commands, context.default_map)


def catalogue() -> Iterator[str]:
    """The questions by group, each with the first sentence of its description."""
    queries = sorted(named_queries(), key=lambda query: (query.group, query.name))
    width = max(len(query.name) for query in queries)
    for group, members in groupby(queries, key=lambda query: query.group):
        yield f"{group}:"
        for query in members:
            yield f"  {query.name:<{width}}  {_gist(query)}"
        yield ""
    yield "`kg ask NAME --help` shows how each can be narrowed down."


def _gist(query: Query) -> str:
    return f"{query.description.partition('. ')[0].rstrip('.')}."


def _command(query: Query) -> TyperCommand:
    known = parameters(query)

    def run(store: Path, format: Form | None, limit: int | None, **given: str | None) -> None:
        with Store.reading(store) as opened:
            names = Names(opened, prefixes(opened.names))
            asked = narrowed(query, {name[:-1]: text for name, text in given.items() if text is not None}, names)
            answer(asked, opened, opened, format, limit)

    shared = [one.replace(kind=_KEYWORD) for one in inspect.signature(_shared).parameters.values()]
    own = [_option(parameter) for parameter in known]
    run.__signature__ = inspect.Signature([*own, *shared])  # type: ignore[attr-defined]  # typer asks for it
    single = typer.Typer(rich_markup_mode=None, add_completion=False)
    single.command(query.name, help=_help(query), short_help=_gist(query))(run)
    return cast("TyperCommand", typer.main.get_command(single))


def _shared(
    store: options.Store = options.DEFAULT_STORE,
    format: Shown = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Show so many rows at most.")] = None,
) -> None:
    """The options that all questions have."""


def _option(parameter: Parameter) -> inspect.Parameter:
    about = f"{parameter.description.rstrip('.')}."
    default = f" [default: {parameter.default}]" if parameter.default else ""
    declared = typer.Option(
        parameter.option,
        metavar=parameter.metavar,
        help=f"{about}{default}",
        autocompletion=completed(parameter.kind),
    )
    # Not the name itself, which may be a word of Python's own.
    if parameter.required:
        return inspect.Parameter(f"{parameter.name}_", _KEYWORD, annotation=Annotated[str, declared])
    return inspect.Parameter(f"{parameter.name}_", _KEYWORD, default=None, annotation=Annotated[str | None, declared])


def _help(query: Query) -> str:
    example = f"kg ask {query.name} {query.example}"
    return "\n\n".join(
        [
            f"{query.title}: {query.description}",
            f"Columns: {', '.join(query.columns)}.",
            f"\b\nExample:\n  {example.strip()}",
        ]
    )
