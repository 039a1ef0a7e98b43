from pathlib import Path

import pytest

from kg.errors import UnusableInput
from kg.read import Source, find, read
from kg.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """`news/` with files at two depths, a hidden file, a hidden folder and a format that is not read."""
    for name in ("b.txt", "a/z.txt", "a-b.txt", ".hidden.txt", ".git/c.txt", "a/table.csv"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The council met on Monday.", encoding="utf-8")
    return tmp_path / "news"


def names(*sources: Path | str) -> list[str]:
    return [source.name for source in find([str(source) for source in sources])]


def test_a_folder_gives_its_files_sorted_and_named_from_the_folder_on(folder: Path) -> None:
    assert names(folder) == ["news/a-b.txt", "news/a/table.csv", "news/a/z.txt", "news/b.txt"]


def test_a_file_has_its_own_name(folder: Path) -> None:
    assert names(folder / "a" / "z.txt") == ["z.txt"]


def test_a_hidden_file_that_is_named_is_meant(folder: Path) -> None:
    assert names(folder / ".hidden.txt") == [".hidden.txt"]


def test_the_order_of_arguments_does_not_show(folder: Path) -> None:
    assert names(folder, folder / "b.txt") == names(folder / "b.txt", folder)


def test_each_file_is_given_once(folder: Path) -> None:
    assert names(folder, folder, folder / "b.txt") == ["b.txt", "news/a-b.txt", "news/a/table.csv", "news/a/z.txt"]


def test_a_trailing_slash_and_dots_name_the_same_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert names(".") == names(f"{folder}/") == names(folder / "a" / "..") == names(folder)


def test_links_are_followed_and_loops_do_no_harm(folder: Path) -> None:
    (folder / "a" / "loop").symlink_to(folder)
    (folder / "link.txt").symlink_to(folder / "b.txt")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    assert names(folder) == ["news/a-b.txt", "news/a/table.csv", "news/a/z.txt", "news/b.txt", "news/gone.txt"]


def test_line_breaks_and_bytes_that_are_no_text_do_not_reach_names(tmp_path: Path) -> None:
    (tmp_path / "two\nlines.txt").touch()
    (tmp_path / "latin\udce9.txt").touch()
    assert sorted(source.name for source in find([str(tmp_path)])) == [
        f"{tmp_path.name}/latin\ufffd.txt",
        f"{tmp_path.name}/two\ufffdlines.txt",
    ]


def test_what_is_missing_or_empty_is_yielded_and_refused_and_the_rest_loads(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    sources = list(find([str(tmp_path / "nowhere"), str(tmp_path / "void"), str(folder / "b.txt")]))
    assert [source.name for source in sources] == ["b.txt", "nowhere", "void"]
    assert [refusal(source) for source in sources] == [
        None,
        "nowhere: no such file or folder; check the path",
        "void: is a folder in which no file can be read; check its contents and permissions",
    ]


def refusal(source: Source) -> str | None:
    try:
        read(source, Settings())
    except UnusableInput as error:
        return str(error)
    return None
