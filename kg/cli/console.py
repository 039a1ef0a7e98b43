"""What reaches the user: results on stdout, all else on stderr; no text of an article commands a terminal."""

import io
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from kg.export.turtle import Writable

BROKEN_PIPE = 141
"""The exit code of a program whose reader has left: 128 + SIGPIPE, as the shell counts."""

_COMMANDS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_Item = TypeVar("_Item")


def put(data: bytes) -> None:
    """Bytes to stdout: exactly these into a pipe or file, and made harmless on a terminal."""
    if sys.stdout.isatty():
        data = harmless(data.decode()).encode()
    with _pipe():
        _Stdout().write(data)
        sys.stdout.buffer.flush()


@contextmanager
def standard_output() -> Iterator[Writable]:
    """Takes bytes piece by piece, as `put` does at once."""
    if sys.stdout.isatty():
        held = io.BytesIO()
        yield held
        put(held.getvalue())
    else:
        with _pipe():
            yield _Stdout()
            sys.stdout.buffer.flush()


def say(lines: Iterable[str]) -> None:
    """Lines to stdout, made harmless."""
    put("".join(f"{harmless(line)}\n" for line in lines).encode())


def show(text: Text) -> None:
    """Text to a terminal, in colour. It is harmless already."""
    with _pipe():
        Console(highlight=False, soft_wrap=True).print(text)


def complain(line: str) -> None:
    """One line to stderr."""
    message = harmless(f"kg: {line}").replace("\n", " ")
    sys.stderr.buffer.write(f"{message}\n".encode())
    sys.stderr.flush()


def harmless(text: str) -> str:
    r"""Without what could steer a terminal or reorder its lines.

    >>> harmless("one\n\x1b[31mtwo\u202e")
    'one\n�[31mtwo�'
    """
    return "".join(
        c if c in "\n\t" or unicodedata.category(c) not in _COMMANDS else "\N{REPLACEMENT CHARACTER}" for c in text
    )


class _Stdout:
    """Standard output, which takes all that it is given."""

    def write(self, data: bytes, /) -> int:
        # Where Python is told not to buffer, a call writes no more than the reader takes.
        left = memoryview(data)
        while left:
            left = left[sys.stdout.buffer.write(left) :]
        return len(data)

    def flush(self) -> None:
        sys.stdout.buffer.flush()


@contextmanager
def _pipe() -> Iterator[None]:
    """A reader that has left ends the program, and in silence."""
    try:
        yield
    except BrokenPipeError as error:
        # Python flushes stdout once more as it ends, which would fail again and be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from error


class Bars:
    """Progress on stderr, which leaves no trace; none where nobody looks."""

    def __init__(self, *, quiet: bool) -> None:
        console = Console(stderr=True)
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        self._bars = Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal)

    def __enter__(self) -> "Bars":
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    def track(self, what: str, items: Sequence[_Item]) -> Iterable[_Item]:
        return self._bars.track(items, description=what)

    def step(self, what: str) -> None:
        self._bars.add_task(what, total=None)
