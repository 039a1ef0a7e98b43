"""Tells that a store was read by another version of kg, or by several."""

from pathlib import Path
from shlex import quote

from kg.cli.console import complain
from kg.settings import Settings
from kg.store.folder import Folder


def tell_versions(store: Path, settings: Settings | None = None) -> None:
    """A line, if it is so. Commands that show the whole graph and those that write tell it; a query does not ask."""
    if not store.is_dir():
        return
    from kg.pipeline.versions import others

    if found := others(Folder(store).versions(), settings):
        again = f"`kg rebuild --store {quote(str(store))}` reads them anew"
        complain(f"{store} has articles that were read with {', '.join(found)}: {again}")
