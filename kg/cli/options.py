"""Arguments and options that several commands share."""

import re
from pathlib import Path
from typing import Annotated

import typer

from kg.ids import DEFAULT_BASE
from kg.settings import Settings

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCES...", help="Articles: .txt, .md, .html, .csv or .jsonl files, or folders, which are searched."
    ),
]
Store = Annotated[Path, typer.Option("--store", metavar="DIR", envvar="KG_STORE", help="The store's folder.")]
Base = Annotated[str, typer.Option("--base", metavar="IRI", help="What the IRIs of the data begin with.")]
Model = Annotated[
    str,
    typer.Option("--model", metavar="NAME", help="A spaCy model by name or path.", show_default="the installed one"),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Name every source.")]
Output = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="The file to write; - is standard output.")]
Judgements = Annotated[
    Path | None, typer.Option("--judgements", metavar="FILE", help="What people decided: see docs/judgements.md.")
]

DEFAULT_STORE = Path("kg.store")
_BASE = re.compile(r"[a-z][a-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`?#]*/")


def settings(base: str, model: str) -> Settings:
    """A usage error for a base that no IRI can begin with."""
    if not _BASE.fullmatch(base):
        raise typer.BadParameter(f"{base!r} is no IRI that ends in a slash, as {DEFAULT_BASE} is", param_hint="--base")
    return Settings(base=base, model=model)
