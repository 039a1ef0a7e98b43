"""`kg review`, with the keys that a person would press: from a pipe, and on a terminal."""

import os
import pty
import subprocess
import sys
from datetime import date
from pathlib import Path
from select import select

import pytest

from kg.cli.decisions import Decisions
from kg.errors import JudgementsError
from kg.judgements import parse
from kg.model import Judgement, Verdict
from tests.cli.conftest import Kg

ONE = "George Shultz, the president of Unity, met Ann Lee in Oslo on Monday.\n"
TWO = "George Schultz criticized Ann Lee in Bergen. Around Schultz it holds passengers.\n"


_PATIENCE = 60


@pytest.fixture
def built(here: Path, kg: Kg) -> Path:
    (here / "one.txt").write_text(ONE)
    (here / "two.txt").write_text(TWO)
    assert kg("load", "one.txt", "two.txt").code == 0
    return here


def rows(folder: Path) -> list[Judgement]:
    return list(parse((folder / "judgements.csv").read_bytes(), "judgements.csv"))


def schultzes(kg: Kg) -> int:
    """How many entities these articles' two are now."""
    entities = "SELECT DISTINCT ?e WHERE { ?l kg:refersTo ?e . ?l rdfs:label ?n FILTER(REGEX(?n, 'Sc?hultz')) }"
    return kg("query", entities, "--format", "csv").out.count("/entity/")


def test_cases_are_listed_with_what_a_row_would_name(built: Path, kg: Kg) -> None:
    said = kg("review", "--list").out
    assert said.startswith("1 to decide.\n\n“George Schultz” (1 article) and “George Shultz” (1 article) may be one: ")
    assert said.count("#george-s") == 2
    assert not (built / "judgements.csv").exists()


def test_the_list_as_rows_becomes_judgements_when_the_verdict_is_filled_in(built: Path, kg: Kg) -> None:
    listed = kg("review", "--csv").out
    (built / "mine.csv").write_text(listed.replace("\n,doc:", "\nsame,doc:"))
    kg("load", "one.txt", "--judgements", "mine.csv")
    assert schultzes(kg) == 1


def test_a_phrase_and_the_name_in_it_are_shown_once(here: Path, kg: Kg) -> None:
    (here / "one.txt").write_text("George Shultz slept. A rough day for airline pilot George Shultz.\n")
    (here / "two.txt").write_text(TWO)
    kg("load", "one.txt", "two.txt")
    said = kg("review", stdin=b"q").out
    assert "A rough day for «airline pilot George Shultz».\n" in said
    assert said.count("A rough day") == 1


def test_a_case_shows_both_sides(built: Path, kg: Kg) -> None:
    said = kg("review", stdin=b"q").out
    assert "1  George S" in said
    assert "2  George S" in said
    assert "   - «George Schultz» criticized Ann Lee in Bergen." in said
    assert "   beside: Ann Lee*, Oslo, Unity\n" in said
    assert "   one.txt" in said
    assert said.endswith("0 decisions in judgements.csv.\n")


def test_a_decision_is_a_row_and_the_store_follows_it(built: Path, kg: Kg) -> None:
    result = kg("review", "--who", "Eve", "--why", "one man", stdin=b"s")
    (row,) = rows(built)
    assert (row.verdict, row.who, row.when, row.why) == (Verdict.SAME, "Eve", date.today().isoformat(), "one man")
    assert "No case is left: z undo, q quit\n1 decision in judgements.csv.\nThe store follows them." in result.out
    assert schultzes(kg) == 1
    assert kg("review", "--list").out == "0 to decide.\n"


@pytest.mark.parametrize(("key", "verdict"), [("d", Verdict.DIFFERENT), ("u", Verdict.UNSURE)])
def test_what_keeps_two_apart_is_not_asked_again(built: Path, kg: Kg, key: str, verdict: Verdict) -> None:
    kg("review", stdin=key.encode())
    assert [row.verdict for row in rows(built)] == [verdict]
    assert kg("review", "--list").out == "0 to decide.\n"
    assert schultzes(kg) == 2


def test_undo_takes_the_last_decision_back(built: Path, kg: Kg) -> None:
    before = kg("export", "-o", "-").stdout
    said = kg("review", stdin=b"zp1Sasha\ndzz").out
    assert "Nothing was decided yet." in said
    assert said.count("taken back") == 2
    assert rows(built) == []
    kg("load", "one.txt")
    assert kg("export", "-o", "-").stdout == before


def test_a_name_is_pinned_and_the_question_stays_open(built: Path, kg: Kg) -> None:
    kg("review", stdin="p1  Džordž  Šulc \nq".encode())
    (row,) = rows(built)
    assert (row.verdict, row.name) == (Verdict.PIN_NAME, "Džordž Šulc")
    assert "“Džordž Šulc” (1 article) and" in kg("review", "--list").out


@pytest.mark.parametrize("keys", ["p\n1\nBoris des\nq\n", "p\r\n1\r\nBoris des\r\n", "p1Boris des\n"])
def test_a_key_may_be_followed_by_enter(built: Path, kg: Kg, keys: str) -> None:
    kg("review", stdin=keys.encode())
    assert [(row.verdict, row.name) for row in rows(built)] == [(Verdict.PIN_NAME, "Boris des")]


@pytest.mark.parametrize("keys", ["p\nBoris des\n", "Boris des\n", "p\n1\n\nq\n"])
def test_what_nobody_asked_for_decides_nothing(built: Path, kg: Kg, keys: str) -> None:
    assert kg("review", stdin=keys.encode()).out.endswith("0 decisions in judgements.csv.\n")
    assert not (built / "judgements.csv").exists()


def test_who_has_no_name_is_asked_for_it(built: Path, kg: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("GIT_AUTHOR_NAME", "LOGNAME", "USER", "LNAME", "USERNAME", "PATH"):
        monkeypatch.setenv(variable, "")
    monkeypatch.setattr(os, "getuid", lambda: 2**31 - 7)
    result = kg("review", stdin=b"s")
    assert (result.code, result.stderr) == (
        1,
        "kg: neither git nor the system knows your name: say who decides with --who NAME\n",
    )
    assert kg("review", "--who", "Eve", stdin=b"s").code == 0


def test_one_of_the_two_is_rejected(built: Path, kg: Kg) -> None:
    kg("review", stdin=b"r2")
    assert [row.verdict for row in rows(built)] == [Verdict.REJECT]
    assert schultzes(kg) == 1


def test_other_keys_and_an_answer_that_is_none_change_nothing(built: Path, kg: Kg) -> None:
    result = kg("review", stdin=b"x\nr9\np1\n\n c")
    assert "“x” is no key: s same, d different" in result.out
    assert "neither 1 nor 2: nothing is decided" in result.out
    assert "The name is empty: nothing is decided." in result.out
    assert result.out.endswith("0 decisions in judgements.csv.\n")
    assert not (built / "judgements.csv").exists()


def test_statements_are_confirmed_and_rejected(built: Path, kg: Kg) -> None:
    listed = kg("review", "--statements", "--list").out
    number = int(listed.split()[0])
    if not number:
        pytest.fail("the articles give no tentative statement: write others")
    kg("review", "--statements", stdin=b"c")
    assert [row.verdict for row in rows(built)] == [Verdict.CONFIRM]
    assert kg("query", "ASK { ?s kg:review kg:Confirmed }").out == "yes\n"
    assert kg("review", "--statements", "--list").out.startswith(f"{number - 1} to decide.")


def test_rows_go_into_the_file_that_the_store_was_made_with(built: Path, kg: Kg) -> None:
    (built / "desk").mkdir()
    mine = built / "desk" / "mine.csv"
    mine.write_text("verdict,left,right,name,who,when,why\npin-name,one.txt#George Shultz,,G. Shultz,Cy,,\n")
    kg("load", "one.txt", "--judgements", "desk/mine.csv")
    said = kg("review", stdin=b"s").out
    assert "mine.csv" in said
    assert len(mine.read_text().splitlines()) == 3
    assert not (built / "judgements.csv").exists()


def test_a_new_file_may_be_named(built: Path, kg: Kg) -> None:
    kg("review", "--judgements", "new.csv", stdin=b"s")
    assert (built / "new.csv").read_text().count("\n") == 2
    assert schultzes(kg) == 1


PINNED = "verdict,left,right,name,who,when,why\npin-name,one.txt#George Shultz,,G. Shultz,Cy,,\n"


def test_a_new_file_begins_with_the_rows_that_the_store_follows(built: Path, kg: Kg) -> None:
    (built / "mine.csv").write_text(PINNED)
    kg("load", "one.txt", "--judgements", "mine.csv")
    said = kg("review", "--judgements", "new.csv", stdin=b"d")
    assert said.stderr == "kg: decisions go to new.csv, which will begin with 1 row that the store follows\n"
    assert (built / "new.csv").read_text().startswith(PINNED)
    assert (built / "new.csv").read_text().count("\n") == 3
    kg("load", "one.txt")
    assert b"entity/g-shultz> " in kg("export", "-o", "-", "--format", "nquads").stdout
    assert (built / "mine.csv").read_text() == PINNED


def test_a_file_that_lacks_rows_which_the_store_follows_is_refused(built: Path, kg: Kg) -> None:
    (built / "mine.csv").write_text(PINNED)
    kg("load", "one.txt", "--judgements", "mine.csv")
    other = PINNED.replace("Cy", "Di")
    (built / "other.csv").write_text(other)
    refused = kg("review", "--judgements", "other.csv", stdin=b"s")
    assert (refused.code, refused.stdout) == (9, b"")
    assert refused.stderr == (
        "kg: other.csv lacks rows that the store follows (1): add them from mine.csv, or name a new file\n"
    )
    assert (built / "other.csv").read_text() == other
    (built / "other.csv").write_text(other + PINNED.splitlines()[1])
    assert kg("review", "--judgements", "other.csv", stdin=b"s").code == 0


@pytest.mark.parametrize("name", ["/dev/null", "."])
def test_what_is_no_file_takes_no_rows(built: Path, kg: Kg, name: str) -> None:
    refused = kg("review", "--judgements", name, stdin=b"s")
    assert (refused.code, refused.stdout) == (9, b"")
    assert refused.stderr == f"kg: {name} is no file that rows can be added to: name another\n"


@pytest.mark.parametrize(("kept", "file"), [("mine.csv", "away/mine.csv"), ("desk/mine.csv", "judgements.csv")])
def test_of_a_store_that_was_moved_alone_it_says_where_the_rows_will_be(
    built: Path, kg: Kg, kept: str, file: str
) -> None:
    """In the place of the file that is gone, if there can be one, or in the current folder."""
    (built / "desk").mkdir()
    (built / kept).write_text(PINNED)
    kg("load", "one.txt", "--judgements", kept)
    (built / "away").mkdir()
    store = (built / "kg.store").rename(built / "away" / "kg.store")
    said = kg("review", "--store", store, stdin=b"d")
    assert said.stderr == (
        f"kg: away/{kept}, the judgements that the store was made with, is gone: the store's own copy is used, and "
        f"decisions go to {file}, which will begin with 1 row\n"
    )
    assert (built / file).read_text().startswith(PINNED)
    assert kg("review", "--store", store, stdin=b"q").stderr == ""


def test_what_another_wrote_meanwhile_stays(here: Path) -> None:
    file = here / "judgements.csv"
    decisions = Decisions(file, b"", "Eve")
    decisions.add(Verdict.REJECT, "a#x")
    file.write_text(file.read_text() + "reject,a#y,,,Cy,,\n")
    with pytest.raises(JudgementsError, match="was changed by somebody else"):
        decisions.undo()
    decisions.add(Verdict.REJECT, "a#z")
    assert [row.left for row in rows(here)] == ["a#x", "a#y", "a#z"]


def test_on_a_terminal(built: Path, root: Path) -> None:
    """The keys are taken as they are pressed, without an Enter."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "kg", "review", "--who", "Eve"]
    environment = {**os.environ, "PYTHONPATH": str(root), "TERM": "xterm", "COLUMNS": "120"}
    with subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment, close_fds=True) as process:
        os.close(slave)
        said = _pressed(master, b"u", b"No case is left") + _pressed(master, b"q", b"The store follows them")
    os.close(master)
    assert process.returncode == 0
    assert b"\x1b[" in said, "in colour"
    assert [row.verdict for row in rows(built)] == [Verdict.UNSURE]


def _pressed(master: int, key: bytes, words: bytes) -> bytes:
    """What is said until these words come. A key that comes before it is asked for is lost: it is pressed again."""
    said = b""
    for _ in range(_PATIENCE):
        os.write(master, key)
        while select([master], [], [], 0.5)[0]:
            said += os.read(master, 1024)
            if words in said:
                return said
    raise AssertionError(said)
