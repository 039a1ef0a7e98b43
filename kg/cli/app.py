"""The program: its commands, and how it ends.

Each command imports what it needs when it is called: a query is not to wait for the parts that read articles.
"""

import os
import sys
from typing import Annotated, cast

import typer
from typer.core import TyperGroup

from kg.cli import (
    articles,
    ask,
    background,
    compare,
    describe,
    diff,
    disagreements,
    export,
    fetch,
    options,
    query,
    receipts,
    remove,
    review,
    serve,
    settings,
    stores,
    sync,
    view,
)
from kg.cli.configuration import FILE, check, settings_of
from kg.cli.console import complain, say
from kg.cli.extractions import import_
from kg.cli.narrowing import narrowing
from kg.errors import KgError
from kg.fingerprint import release

app = typer.Typer(name="kg", rich_markup_mode=None, no_args_is_help=True, pretty_exceptions_enable=False)
for command in (
    articles.build,
    articles.load,
    sync.sync,
    fetch.fetch,
    remove.remove,
    background.background,
    query.query,
    describe.describe,
    receipts.explain,
    disagreements.conflicts,
    disagreements.timeline,
    compare.compare,
    diff.diff,
    narrowing(view.view),
    narrowing(export.export),
    receipts.validate,
    review.review,
    serve.serve,
    settings.settings,
):
    app.command()(options.expanded(command))
app.command("import")(options.expanded(import_, without=("model",)))
app.command()(options.expanded(stores.rebuild, without=("base",)))
app.command()(stores.backup)
app.command()(stores.restore)
app.command("schema")(options.expanded(describe.schema_))
questions = typer.Typer(cls=ask.Questions, rich_markup_mode=None)
questions.callback(invoke_without_command=True, subcommand_metavar="[NAME] [OPTIONS]")(ask.ask)
app.add_typer(questions, name="ask")


def _say_version(wanted: bool) -> None:
    if wanted:
        say([f"kg {release()}"])
        raise typer.Exit


@app.callback(epilog="Exit codes are listed in docs/exit-codes.md.")
def kg(
    context: typer.Context,
    wanted: Annotated[  # noqa: ARG001 - its callback prints it
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read news articles into a knowledge graph, with a receipt for every fact.

    \b
    Begin with:
      kg build articles --out out
      kg query --list
      kg query who-defeated-whom --store out/store
      kg explain 'Ann Lee' 'Bo Berg' --store out/store

    Commands other than build use the store in kg.store, or the one that --store or the variable KG_STORE names.
    Options that are settings may stand in kg.toml as well: see kg settings.
    """
    check(os.environ)
    values = settings_of(FILE)
    context.default_map = dict.fromkeys(cast("TyperGroup", context.command).commands, values)


def main() -> None:
    """Runs the command line. What the user can act on is told in one line, without a traceback."""
    try:
        app(prog_name="kg")
    except KgError as error:
        complain(str(error))
        sys.exit(error.exit_code)
