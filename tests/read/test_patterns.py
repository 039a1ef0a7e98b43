from pathlib import Path

import pytest

from kg.errors import UnusableInput
from kg.read import find, meant, read
from kg.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """`news/` with files at three depths, hidden ones among them."""
    for name in ("a.txt", "b.md", ".c.txt", "x/a.txt", "x/y/a.txt", "x/y/d[1].txt", ".git/a.txt", "z/e.txt"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The council met on Monday.", encoding="utf-8")
    return tmp_path / "news"


def names(*sources: str) -> list[str]:
    return [source.name for source in find(sources)]


FOUND = [
    ("*.txt", ["news/a.txt"]),
    ("[ab].*", ["news/a.txt", "news/b.md"]),
    ("?.md", ["news/b.md"]),
    (".*.txt", ["news/.c.txt"]),
    ("*/a.txt", ["news/x/a.txt"]),
    ("**/a.txt", ["news/a.txt", "news/x/a.txt", "news/x/y/a.txt"]),
    ("**/y/*.txt", ["news/x/y/a.txt", "news/x/y/d[1].txt"]),
    ("**/**/e.txt", ["news/z/e.txt"]),
    ("x*", ["news/x/a.txt", "news/x/y/a.txt", "news/x/y/d[1].txt"]),
    ("z/**", ["z/e.txt"]),
]


@pytest.mark.parametrize(("pattern", "expected"), FOUND)
def test_a_pattern_finds_what_fits_and_names_it_as_its_folder_would(
    pattern: str, expected: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = names(f"{folder}/{pattern}")
    assert found == expected
    monkeypatch.chdir(folder)
    assert names(pattern) == found
    monkeypatch.chdir(folder.parent)
    assert names(f"news/{pattern}") == names(f"./news/{pattern}") == found


def test_names_are_those_that_the_folder_gives(folder: Path) -> None:
    assert names(f"{folder}/**/*.*") == names(str(folder))


def test_a_file_that_is_called_so_is_meant_itself(folder: Path) -> None:
    assert names(str(folder / "x" / "y" / "d[1].txt")) == ["d[1].txt"]


def test_each_file_is_given_once(folder: Path) -> None:
    assert names(f"{folder}/*.txt", f"{folder}/a*", str(folder)) == names(str(folder))


def test_links_to_folders_above_do_no_harm(folder: Path) -> None:
    for name in ("one", "two"):
        (folder / "x" / name).symlink_to(folder)
    assert names(f"{folder}/**/a.txt") == ["news/a.txt", "news/x/a.txt", "news/x/y/a.txt"]


def test_a_pattern_that_nothing_fits_is_refused_with_the_reason(folder: Path) -> None:
    (source,) = find([f"{folder}/*.pdf"])
    with pytest.raises(UnusableInput, match=r"\*\.pdf: no file fits this pattern; check it$"):
        read(source, Settings())


def test_what_an_argument_means_before_folders_are_searched(folder: Path) -> None:
    assert meant(f"{folder}/[xz]") == (folder / "x", folder / "z")
    assert meant(str(folder)) == (folder,)
