"""`kg settings`: what the user may set, and what is set."""

import json
import os
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.configuration import FILE, SETTINGS, Setting, misspelt
from kg.cli.console import complain, say
from kg.settings import Settings

Json = Annotated[bool, typer.Option("--json", help="Write JSON.")]


def settings(
    context: typer.Context,
    store: options.Store = options.DEFAULT_STORE,  # noqa: ARG001 - taken from the context, as the others
    settings: Settings = options.AS_USUAL,  # noqa: ARG001
    as_json: Json = False,
) -> None:
    """Show every setting: its value, where that comes from, and what it means.

    A flag comes before the environment, and that before kg.toml in the current folder. There a setting has the name
    that is shown here, and in the environment the same in capitals after KG_. Options are those that other commands
    have.

    \b
    Example:
      KG_THRESHOLD=0.7 kg settings --store news.store
    """
    rows = [(setting, context.params[setting.name], _origin(setting, context)) for setting in SETTINGS]
    if as_json:
        say([json.dumps([_object(*row) for row in rows], indent=2)])
    else:
        cells = [(setting.name, _shown(value), origin, setting.meaning) for setting, value, origin in rows]
        name, value, origin = (max(len(row[column]) for row in cells) for column in range(3))
        say(f"{row[0]:<{name}}  {row[1]:<{value}}  {row[2]:<{origin}}  {row[3]}" for row in cells)
    for mistake in misspelt(os.environ):
        complain(f"no setting reads {mistake}")


def _origin(setting: Setting, context: typer.Context) -> str:
    source = context.get_parameter_source(setting.name)
    match source.name if source else "":
        case "COMMANDLINE":
            return "flag"
        case "ENVIRONMENT":
            return setting.variable
        case "DEFAULT_MAP":
            return str(FILE)
        case _:
            return "default"


def _shown(value: object) -> str:
    return f"{value}" or '""'


def _object(setting: Setting, value: object, origin: str) -> dict[str, object]:
    plain = value if isinstance(value, int | float) else str(value)
    return {"name": setting.name, "value": plain, "from": origin, "meaning": setting.meaning}
