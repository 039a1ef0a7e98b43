"""`kg describe` and `kg schema`: what is known of somebody, and what there is at all."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.answers import Form, Shown, print_table
from kg.cli.completion import completed
from kg.cli.console import complain, put, show
from kg.query import Kind, Names, schema
from kg.rdf import prefixes
from kg.store import Store


class Written(StrEnum):
    """How a portrait is written."""

    TEXT = "text"
    JSON = "json"


Name = Annotated[
    str,
    typer.Argument(metavar="NAME", help="A name of somebody or something.", autocompletion=completed(Kind.ENTITY)),
]
Page = Annotated[int, typer.Option("--page", min=1, help="A hundred statements stand on one.")]
Open = Annotated[int, typer.Option("--open", min=0, help="So many of the verbs that the ontology does not declare.")]


def describe(
    name: Name,
    page: Page = 1,
    format: Annotated[Written, typer.Option("--format", help="How it is written.")] = Written.TEXT,
    store: options.Store = options.DEFAULT_STORE,
) -> None:
    """Show what is known of somebody or something, with who says it and where.

    \b
    Examples:
      kg describe 'Ann Lee'
      kg describe ent:ann-lee --format json
    """
    from kg.pages import portrait
    from kg.pipeline.browsing import Browsing

    with Store.reading(store) as opened:
        iri = Names(opened, prefixes(opened.names)).entity(name).value
        card = Browsing(opened).entity(iri.removeprefix(opened.names.entity("")), page)
        if card is None:
            raise typer.BadParameter(f"{iri} is no entity", param_hint="NAME")
        if format is Written.JSON:
            put(portrait.as_json(card).encode())
        elif sys.stdout.isatty():
            show(portrait.as_text(card))
        else:
            put(f"{portrait.as_text(card).plain}\n".encode())


def schema_(
    open: Open = 20,
    format: Shown = None,
    store: options.Store = options.DEFAULT_STORE,
) -> None:
    """Show the classes, relations and details that there are, how often, and an example of each.

    \b
    Examples:
      kg schema
      kg schema --open 1000 --format json
    """
    with Store.reading(store) as opened:
        known = prefixes(opened.names)
        table, left = schema(opened, known, open)
    if left:
        complain(f"{left} more open relations are not shown: --open {open + left} shows them")
    print_table(table, format or Form.TABLE, known)
