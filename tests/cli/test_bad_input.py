"""Input that cannot be used: a clear line for each, and the rest is loaded."""

from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Kg

GERMAN = "Der Präsident wurde am Montag in Wien gewählt, und die Abgeordneten gratulierten ihm zu seinem Sieg. " * 4
CASES = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\t\n", "is empty"),
    "binary.txt": (b"\x7fELF\x02\x01\x01\0\0\0", "is binary"),
    "latin.txt": ("Citro\xebn said so.".encode("latin-1"), "is not UTF-8 at byte 5"),
    "page.pdf": (b"%PDF-1.7", "is damaged, cut off, or no PDF file"),
    "line.txt": (b"word " * 4_000_000, "is longer than 1,000,000 characters"),
    "deutsch.txt": (GERMAN.encode(), "is not in English"),
    "nobody.txt": (b"It rained again, and then it snowed.", "names nobody and nothing"),
}


@pytest.fixture
def bad(here: Path) -> Path:
    """A folder with one file of each kind, and one link to nowhere."""
    folder = here / "bad"
    folder.mkdir()
    for name, (data, _) in CASES.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize("name", CASES)
def test_alone_each_is_refused_in_one_line(name: str, bad: Path, kg: Kg) -> None:
    result = kg("load", bad / name)
    line, nothing = result.stderr.splitlines()
    assert line.startswith(f"kg: {name}: {CASES[name][1]}")
    assert nothing.startswith("kg: nothing is left to load")
    assert (result.code, result.stdout) == (4, b"")


def test_what_is_missing_is_refused_and_makes_no_store(here: Path, kg: Kg) -> None:
    result = kg("load", "nowhere.txt")
    assert result.stderr.splitlines()[0] == "kg: nowhere.txt: no such file or folder; check the path"
    assert result.code == 4
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("command", [("load",), ("build", "--out", "out")])
def test_the_others_are_loaded(command: tuple[str, ...], bad: Path, kg: Kg) -> None:
    (bad / "good.txt").write_text(ARTICLE)
    result = kg(*command, "bad", "nowhere.txt")
    assert result.code == 3
    assert result.out.startswith("Read 1 article, 9 refused.\n")
    told = result.stderr.splitlines()
    assert len(told) == len(CASES)  # two of them for the same reason
    for name, (_, reason) in CASES.items():
        assert [line for line in told if f"bad/{name}" in line and reason in line]


def test_one_reason_is_one_line_with_the_first_sources(here: Path, kg: Kg) -> None:
    (here / "many").mkdir()
    for number in range(9):
        (here / "many" / f"{number}.txt").touch()
    assert kg("load", "many").stderr.splitlines()[0] == (
        "kg: many/0.txt, many/1.txt, many/2.txt and 6 more: is empty; leave it out"
    )
    assert len(kg("load", "many", "--verbose").stderr.splitlines()) == 10


def test_many_reasons_are_cut_short(here: Path, kg: Kg) -> None:
    (here / "many").mkdir()
    for number in range(20):
        (here / "many" / f"{number:02}.txt").write_bytes(b"a" * number + b"\xff")
    *first, rest, _ = kg("load", "many").stderr.splitlines()
    assert len(first) == 12
    assert rest == "kg: 8 more sources could not be used: `--verbose` names them"


def test_quiet_says_what_went_wrong_and_nothing_else(bad: Path, kg: Kg) -> None:
    (bad / "good.txt").write_text(ARTICLE)
    result = kg("load", "bad", "--quiet")
    assert result.stdout == b""
    assert all(line.startswith("kg: bad/") for line in result.stderr.splitlines())


def test_hostile_names_and_texts_command_no_terminal(here: Path, kg: Kg) -> None:
    (here / "a\x1b[31m\u202e[bold].txt").touch()
    (here / "b.txt").write_text(f"{ARTICLE}\nShare \x1b]0;owned\x07this.")
    result = kg("build", *sorted(path.name for path in here.iterdir()), "--out", "out")
    assert result.code == 3
    assert not {"\x1b", "\x07", "\u202e"} & set(result.out + result.stderr)
    assert "[bold].txt: is empty" in result.stderr
