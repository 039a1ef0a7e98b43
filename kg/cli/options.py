"""Arguments and options that several commands share."""

import inspect
from collections.abc import Callable, Collection, Sequence
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli.configuration import READING, STORE, Setting
from kg.settings import Settings


def _declared(setting: Setting) -> Any:
    """The option of a setting; it may stand in kg.toml as well, which `kg.cli.app` reads."""
    return typer.Option(
        setting.flag, metavar=setting.metavar, envvar=setting.variable, parser=setting.flagged, help=setting.meaning
    )


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCES...",
        help="Articles: .txt, .md, .html, .pdf, .csv or .jsonl files, patterns or folders of them, or - (from a pipe).",
    ),
]
Store = Annotated[Path, _declared(STORE)]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Name every source.")]
Output = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="The file to write; - is standard output.")]
Judgements = Annotated[
    Path | None, typer.Option("--judgements", metavar="FILE", help="What people decided: see docs/judgements.md.")
]

DEFAULT_STORE: Path = STORE.default
AS_USUAL = Settings()
"""What a command that takes settings has in its signature: `settings: Settings = AS_USUAL`."""


def expanded(command: Callable[..., None], without: Collection[str] = ()) -> Callable[..., None]:
    """A command with an option for each setting in the place of its parameter `settings`, if it has that."""
    taken = [_option(setting) for setting in READING if setting.name not in without]
    return spliced(command, "settings", taken, Settings)


def spliced(
    command: Callable[..., None], name: str, options: Sequence[inspect.Parameter], made: Callable[..., object]
) -> Callable[..., None]:
    """A command with options in the place of a parameter, if it has that, whose value is made of theirs."""
    signature = inspect.signature(command, eval_str=True)
    if name not in signature.parameters:
        return command

    @wraps(command)
    def run(**given: Any) -> None:
        chosen = made(**{option.name: given.pop(option.name) for option in options})
        command(**given, **{name: chosen})

    before = signature.parameters.items()
    parameters = [new for known, own in before for new in (options if known == name else [own])]
    run.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]  # typer asks for it
    return run


def _option(setting: Setting) -> inspect.Parameter:
    kind, type_ = inspect.Parameter.POSITIONAL_OR_KEYWORD, Annotated[type(setting.default), _declared(setting)]
    return inspect.Parameter(setting.name, kind, default=setting.default, annotation=type_)
