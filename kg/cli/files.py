"""Where what a command makes goes to."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.cli.console import standard_output
from kg.export import writing
from kg.export.turtle import Writable


def deliver(data: bytes, output: str) -> None:
    """To a file, or to standard output."""
    with receiving(output) as out:
        out.write(data)


@contextmanager
def receiving(output: str) -> Iterator[Writable]:
    """What is written goes to a file, which is there whole or not at all, or to standard output."""
    if output == "-":
        with standard_output() as out:
            yield out
    else:
        with writing(Path(output)) as file:
            yield file
