"""The program as a whole: help, exits, pipes and terminals."""

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, STDOUT

import pytest

from kg.cli.console import BROKEN_PIPE
from tests.cli.conftest import ARTICLE, Kg

ROOT = Path(__file__).parents[2]
KG = [sys.executable, "-m", "kg"]
COMMANDS = (
    "build",
    "load",
    "query",
    "ask",
    "describe",
    "schema",
    "explain",
    "conflicts",
    "timeline",
    "compare",
    "diff",
    "view",
    "export",
    "validate",
)
ENDLESS = b"SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_help_names_every_command(kg: Kg) -> None:
    result = kg("--help")
    assert result.code == 0
    assert all(f"\n  {command} " in result.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str, kg: Kg) -> None:
    result = kg(command, "--help")
    assert result.code == 0
    assert f"\n    kg {command} " in result.out


@pytest.mark.parametrize("args", [("--no-such-option",), ("no-such-command",), ("build",), ("query", "--format", "x")])
def test_usage_errors_end_with_2(args: tuple[str, ...], kg: Kg) -> None:
    result = kg(*args)
    assert (result.code, result.stdout) == (2, b"")
    assert "--help" in result.stderr


def test_what_nobody_foresaw_stays_a_traceback(kg: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(prog_name: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("kg.cli.app.app", broken)
    with pytest.raises(ZeroDivisionError):
        kg("query", "--list")


def test_a_reader_that_leaves_ends_the_program_in_silence(built: Path) -> None:
    command = [*KG, "export", "--format", "nquads", "-o", "-", "--store", str(built / "store")]
    with subprocess.Popen(command, cwd=ROOT, stdout=PIPE, stderr=PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == BROKEN_PIPE


def test_control_c_ends_a_query_that_would_not_end(built: Path) -> None:
    with waiting(built) as process:
        assert process.stdin
        process.stdin.write(ENDLESS)
        process.stdin.close()
        while catches_interrupts(process.pid):
            pass
        process.send_signal(signal.SIGINT)
        assert process.wait() == -signal.SIGINT


def test_control_c_elsewhere_ends_with_130_and_in_silence(built: Path) -> None:
    with waiting(built) as process:
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        assert process.stderr
        assert process.stderr.read() == b""


def test_a_terminal_gets_no_commands_from_an_article_and_a_pipe_gets_every_byte(here: Path) -> None:
    (here / "article.txt").write_text(f"{ARTICLE} \x1b[2Jgone")
    store = ["--store", str(here / "store")]
    in_a_pipe([*KG, "load", str(here / "article.txt"), *store])
    command = [*KG, "query", "SELECT ?text { ?d nif:isString ?text }", "--format", "csv", *store]
    assert b"\x1b[2J" in in_a_pipe(command)
    shown = on_a_terminal(command)
    assert b"gone" in shown
    assert b"\x1b" not in shown


def test_progress_is_for_terminals_and_stays_off_results(article: Path, here: Path) -> None:
    command = [*KG, "load", str(article), "--store"]
    assert b"Reading articles" in on_a_terminal([*command, str(here / "one")])
    assert on_a_terminal([*command, str(here / "two"), "--quiet"]) == b""
    assert in_a_pipe([*command, str(here / "three")]) == b"Read 1 article.\n"


@contextmanager
def waiting(built: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`kg query` that waits for its question, at a point where Python takes care of Ctrl-C."""
    command = [*KG, "query", "-", "--store", str(built / "store")]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=PIPE, stdout=PIPE, stderr=PIPE, preexec_fn=_heed_interrupts
    ) as process:
        assert process.stdin
        try:
            process.stdin.write(b"# It waits for more when it has read this.\n")
            process.stdin.flush()
            while unread(process.stdin.fileno()):
                assert process.poll() is None
            yield process
        finally:
            process.kill()


def _heed_interrupts() -> None:
    """A shell starts what runs in its background with interrupts ignored, and children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def catches_interrupts(pid: int) -> bool:
    caught = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("SigCgt:"))
    return bool(int(caught.split()[1], 16) >> (signal.SIGINT - 1) & 1)


def unread(pipe: int) -> int:
    """How many bytes wait in a pipe."""
    (count,) = struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)))
    return int(count)


def in_a_pipe(command: list[str]) -> bytes:
    """All that it says, on stdout and stderr."""
    return subprocess.run(command, cwd=ROOT, check=True, stdout=PIPE, stderr=STDOUT).stdout


def on_a_terminal(command: list[str]) -> bytes:
    """All that a terminal gets to see."""
    ours, its = pty.openpty()
    with subprocess.Popen(command, cwd=ROOT, stdin=its, stdout=its, stderr=its) as process:
        os.close(its)
        seen = b"".join(iter(lambda: _read(ours), b""))
        assert process.wait() == 0
    os.close(ours)
    return seen


def _read(terminal: int) -> bytes:
    """Nothing where the other side is closed, which Linux reports as an error."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
