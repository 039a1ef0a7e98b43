"""Finds the data folders of the project: `ontology/` and `queries/`."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """`kg/data/NAME` in an installed wheel, else `NAME` beside the package in a checkout."""
    packed = _PACKAGE / "data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name
