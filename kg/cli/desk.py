"""One case after the other, on a terminal or from a pipe."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click
from rich.text import Text

from kg.cli.console import complain, harmless, put, show
from kg.cli.decisions import Decisions
from kg.errors import KgError
from kg.model import Verdict

if TYPE_CHECKING:
    from kg.review import Case

_OF_TWO = {"s": Verdict.SAME, "d": Verdict.DIFFERENT, "u": Verdict.UNSURE}
_HELP = "s same, d different, u unsure, r reject one, p pin a name, n next, z undo, q quit"
_HELP_OF_STATEMENTS = "c confirm, r reject, n next, z undo, q quit"
_LEAVE = ("q", "\x04", "")
_ENTER = ("\n", "\r")


class Desk:
    """Shows a case, takes a key, and goes on. The end of the input is a "quit"."""

    def __init__(self, cases: Sequence["Case"], decisions: Decisions, *, of_statements: bool) -> None:
        self._cases = cases
        self._decisions = decisions
        self._of_statements = of_statements
        self._decided: list[int] = []
        self._at = 0

    def work(self) -> None:
        while self._at < len(self._cases) or self._decided:
            self._show()
            key = _key()
            if key in _LEAVE:
                return
            try:
                self._take(key)
            except KgError as error:
                complain(str(error))

    def _take(self, key: str) -> None:
        case = self._cases[self._at] if self._at < len(self._cases) else None
        if key == "z":
            self._undo()
        elif case is None:
            return
        elif key in ("n", " "):
            self._at += 1
        elif self._of_statements and key in ("c", "r"):
            self._decide(Verdict.CONFIRM if key == "c" else Verdict.REJECT, case.references[0])
        elif not self._of_statements and key in _OF_TWO:
            self._decide(_OF_TWO[key], *case.references)
        elif not self._of_statements and key in ("r", "p"):
            self._one(key, case)
        else:
            _refuse(f"“{harmless(key)}” is no key: {self._help}")

    def _one(self, key: str, case: "Case") -> None:
        """A decision about one of the two; a name leaves the question open."""
        _tell("1 or 2?")
        chosen = {"1": case.references[0], "2": case.references[-1]}.get(_key())
        if not chosen:
            _refuse("That is neither 1 nor 2: nothing is decided.")
        elif key == "r":
            self._decide(Verdict.REJECT, chosen)
        elif name := " ".join(_line("Its name: ").split()):
            self._decide(Verdict.PIN_NAME, chosen, name=name)
            self._at -= 1
        else:
            _tell("The name is empty: nothing is decided.")

    def _decide(self, verdict: Verdict, left: str, right: str = "", name: str = "") -> None:
        self._decisions.add(verdict, left, right, name)
        self._decided.append(self._at)
        _tell(f"{verdict}")
        self._at += 1

    def _undo(self) -> None:
        if self._decided:
            self._decisions.undo()
            self._at = self._decided.pop()
            _tell("taken back")
        else:
            _tell("Nothing was decided yet.")

    def _show(self) -> None:
        if self._at == len(self._cases):
            _tell("\nNo case is left: z undo, q quit")
            return
        case, number = self._cases[self._at], f"{self._at + 1} of {len(self._cases)}: "
        text = Text.assemble("\n", (number, "dim"), (case.question, "bold"), "\n", case.evidence, (self._help, "dim"))
        if sys.stdout.isatty():
            show(text)
        else:
            put(f"{text.plain}\n".encode())

    @property
    def _help(self) -> str:
        return _HELP_OF_STATEMENTS if self._of_statements else _HELP


def _key() -> str:
    """One key that is no Enter, for people press that after a key; nothing at the end of the input."""
    while (key := _pressed()) in _ENTER:
        pass
    return key


def _pressed() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.read(1)
    try:
        return click.getchar()
    except EOFError:
        return ""


def _line(prompt: str) -> str:
    """What is left of the line, or the next one where only the Enter of the last key is left."""
    _tell(prompt)
    line = sys.stdin.readline()
    return sys.stdin.readline() if line in _ENTER else line


def _refuse(text: str) -> None:
    """From a pipe, the rest of a line that begins with what nobody asked for is no row of keys."""
    _tell(text)
    if not sys.stdin.isatty():
        sys.stdin.readline()


def _tell(text: str) -> None:
    put(f"{text}\n".encode())
