"""What people decided, on the command line: which file is taken, what is told, and that it is replayed."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Kg

HEADER = "verdict,left,right,name,who,when,why\n"
SAME = "same,one.txt#Ann Lee,two.txt#Eve Moe,,Cy,2024-05-31,her maiden name\n"
ONE, TWO = "Ann Lee visited Oslo.\n", "Eve Moe visited Bergen.\n"


@pytest.fixture
def articles(here: Path) -> Path:
    (here / "one.txt").write_text(ONE)
    (here / "two.txt").write_text(TWO)
    return here


def exported(kg: Kg, store: str = "kg.store") -> bytes:
    return kg("export", "-o", "-", "--store", store).stdout


def joined(kg: Kg, store: str = "kg.store") -> bool:
    return (
        b"entity/eve-moe> <http://purl.org/dc/terms/isReplacedBy>"
        in kg("export", "-o", "-", "--format", "nquads", "--store", store).stdout
    )


def test_a_build_takes_the_file_of_the_current_folder_and_tells(articles: Path, kg: Kg) -> None:
    (articles / "judgements.csv").write_text(HEADER + SAME + "reject,three.txt#Di,,,,,\n")
    result = kg("build", "one.txt", "two.txt", "--out", "out")
    waits = "line 3: reject three.txt#Di: waits, for the graph has no such"
    assert (result.code, result.stderr) == (0, "")
    assert f"2 judgements of people:\n         {waits}\n" in result.out
    assert joined(kg, "out/store")
    report = (articles / "out" / "report.md").read_text()
    assert "## Judgements: 2\n\n1 same, 1 reject.\n\n- line 3: reject three.txt\\#Di: waits" in report


def test_a_load_tells_of_rows_that_name_nothing(articles: Path, kg: Kg) -> None:
    waiting = [f"reject,three.txt#Di {number},,,,,\n" for number in range(13)]
    (articles / "mine.csv").write_text(HEADER + "".join(waiting))
    said = kg("load", "one.txt", "--judgements", "mine.csv").out.splitlines()
    assert said[1:3] == [
        "13 judgements of people:",
        "         line 2: reject three.txt#Di 0: waits, for the graph has no such",
    ]
    assert said[-1] == "         and 1 more: `kg build` writes them into report.md"
    assert kg("load", "one.txt").out.splitlines()[1:] == said[1:], "though nothing has changed"


def test_contradictions_are_told_with_their_rows(articles: Path, kg: Kg) -> None:
    (articles / "mine.csv").write_text(HEADER + SAME + SAME.replace("same", "different").replace("Cy", "Di"))
    said = kg("build", "one.txt", "two.txt", "--out", "out", "--judgements", "mine.csv").out
    loading = kg("load", "one.txt", "two.txt", "--judgements", "mine.csv").out
    assert loading.splitlines()[1:] == [
        line for line in said.splitlines() if "judgements of" in line or "line 2" in line
    ]
    assert (
        "line 2: same one.txt#Ann Lee and two.txt#Eve Moe (Cy, 2024-05-31, her maiden name); "
        "line 3: different one.txt#Ann Lee and two.txt#Eve Moe (Di, 2024-05-31, her maiden name): "
        "cannot all hold; they stay two" in said
    )
    assert not joined(kg, "out/store")


def test_merging_and_splitting_again_restores_the_bytes(articles: Path, kg: Kg) -> None:
    kg("load", "one.txt", "two.txt")
    before = exported(kg)
    mine = articles / "judgements.csv"
    mine.write_text(HEADER + SAME)
    kg("load", "one.txt")
    assert joined(kg)
    mine.write_text(HEADER + SAME.replace("same", "different"))
    kg("load", "one.txt")
    assert exported(kg) == before
    mine.write_text(HEADER)
    kg("load", "one.txt")
    assert exported(kg) == before


def test_a_row_waits_for_its_article(articles: Path, kg: Kg) -> None:
    (articles / "judgements.csv").write_text(HEADER + SAME)
    kg("load", "one.txt")
    kg("load", "two.txt")
    assert joined(kg)
    kg("load", "one.txt", "two.txt", "--store", "other", "--base", "https://news.test/")
    assert joined(kg, "other")


def test_a_load_follows_the_file_that_the_store_was_made_with_and_its_copy_where_it_is_gone(
    articles: Path, kg: Kg
) -> None:
    mine = articles / "mine.csv"
    mine.write_text(HEADER + SAME)
    kg("load", "one.txt", "--judgements", "mine.csv")
    mine.rename(articles / "gone.csv")
    kg("load", "two.txt")
    assert joined(kg)
    mine.write_text(HEADER)
    kg("load", "two.txt")
    assert not joined(kg)


def piped(text: str) -> str:
    """A file that can be read once."""
    reading, writing = os.pipe()
    os.write(writing, text.encode())
    os.close(writing)
    return f"/dev/fd/{reading}"


@pytest.mark.parametrize(("command", "store"), [(("load",), "kg.store"), (("build", "--out", "out"), "out/store")])
def test_rows_may_come_through_a_pipe_and_stay_with_the_store(
    articles: Path, kg: Kg, command: tuple[str, ...], store: str
) -> None:
    result = kg(*command, "one.txt", "two.txt", "--judgements", piped(HEADER + SAME))
    assert (result.code, result.stderr) == (0, "")
    assert "1 judgement of people:" in result.out
    assert joined(kg, store)
    (articles / "judgements.csv").write_text(HEADER)
    again = kg("load", "one.txt", "--store", store)
    assert (again.code, again.stderr) == (0, "")
    assert joined(kg, store)


def moved(articles: Path, *names: str) -> Path:
    """A folder that these have been moved to."""
    away = articles / "away" / "desk"
    away.mkdir(parents=True)
    for name in names:
        (articles / name).rename(away / name)
    return away


def test_a_store_that_was_moved_alone_follows_its_copy_and_says_so_once(articles: Path, kg: Kg) -> None:
    (articles / "mine.csv").write_text(HEADER + SAME)
    kg("load", "one.txt", "two.txt", "--judgements", "mine.csv")
    before, store = exported(kg), moved(articles, "kg.store") / "kg.store"
    for _ in range(2):
        said = kg("load", "one.txt", "--store", store)
        assert (said.code, said.out.splitlines()[1:]) == (0, ["1 judgement of people:"])
        assert said.stderr == (
            "kg: away/desk/mine.csv, the judgements that the store was made with, is gone: "
            "the store's own copy is used, and --judgements names another\n"
        )
        assert kg("load", "one.txt", "--store", store, "--quiet").stderr == ""
        assert kg("export", "-o", "-", "--store", store).stdout == before
    assert kg("query", "entities", "--store", store).stderr == ""


def test_a_store_that_was_moved_beside_the_file_of_another_follows_its_copy(articles: Path, kg: Kg) -> None:
    (articles / "judgements.csv").write_text(HEADER + SAME)
    kg("load", "one.txt", "two.txt")
    store = moved(articles, "kg.store") / "kg.store"
    (store.parent / "judgements.csv").write_text(HEADER + "reject,three.txt#Di,,,,,\n")
    for _ in range(2):
        said = kg("load", "one.txt", "--store", store)
        assert said.stderr.startswith("kg: the store was moved, and away/desk/judgements.csv has none of its rows: ")
        assert joined(kg, str(store))


def test_a_store_that_was_moved_with_its_file_follows_the_file(articles: Path, kg: Kg) -> None:
    (articles / "mine.csv").write_text(HEADER + SAME)
    kg("load", "one.txt", "two.txt", "--judgements", "mine.csv")
    away = moved(articles, "kg.store", "mine.csv")
    (away / "mine.csv").write_text(HEADER + SAME + "reject,one.txt#Oslo,,,,,\n")
    said = kg("load", "one.txt", "--store", away / "kg.store")
    assert (said.stderr, said.out.splitlines()[1:]) == ("", ["2 judgements of people:"])


@pytest.mark.parametrize("command", [("load", "--store", "out/store"), ("build", "--out", "out")])
def test_a_file_whose_rows_are_all_others_now_is_followed(articles: Path, kg: Kg, command: tuple[str, ...]) -> None:
    mine = articles / "mine.csv"
    mine.write_text(HEADER + SAME)
    kg(*command, "one.txt", "two.txt", "--judgements", "mine.csv")
    mine.write_text(HEADER + "reject,one.txt#Oslo,,,,,\n")
    assert kg("load", "one.txt", "--store", "out/store").stderr == ""
    assert not joined(kg, "out/store")


@pytest.mark.parametrize("command", [("load",), ("build", "--out", "out")])
def test_a_file_with_a_fault_changes_nothing(articles: Path, kg: Kg, command: tuple[str, ...]) -> None:
    (articles / "mine.csv").write_text(HEADER + "smae,a#x,b#x,,,,\n")
    result = kg(*command, "one.txt", "--judgements", "mine.csv")
    assert result.code == 9
    assert result.stderr.startswith("kg: mine.csv line 2: no such verdict; write one of same,")
    assert not (articles / "kg.store").exists()
    assert not (articles / "out" / "store").exists()


def test_a_file_that_is_not_there_is_told(articles: Path, kg: Kg) -> None:
    result = kg("load", "one.txt", "--judgements", "no.csv")
    assert (result.code, result.stderr) == (
        9,
        "kg: cannot read no.csv (No such file or directory): name the judgements file\n",
    )
