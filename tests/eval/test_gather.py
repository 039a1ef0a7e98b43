import subprocess
from pathlib import Path

from tests.eval.corpus import Article
from tests.eval.gather import text_of


def test_a_text_is_read_from_the_commit_that_its_row_names(tmp_path: Path) -> None:
    clone = tmp_path / "someone" / "news"
    (clone / "data").mkdir(parents=True)
    table = clone / "data" / "dev.tsv"
    table.write_text("category\theadline\ttext\turl\npolitics\tLee resigns\tAnn Lee resigned.\t/news/1\n")
    commit = _committed(clone)
    table.write_text("gone\n")
    _committed(clone)
    place = f"https://news.example/news/1 via github:someone/news@{commit}:data/dev.tsv"
    assert text_of(_article(place), tmp_path) == "Lee resigns\n\nAnn Lee resigned.\n"
    assert text_of(_article(f"{place}#char=0,11"), tmp_path) == "Lee resigns\n"


def test_what_is_in_no_repository_is_left_to_its_reader(tmp_path: Path) -> None:
    assert text_of(_article("https://news.example/1"), tmp_path) is None


def _article(url: str) -> Article:
    return Article("WEB_x", "scored", "politics", "Norda", "", "text not kept", url, "")


def _committed(clone: Path) -> str:
    who = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "x"]):
        subprocess.run(["git", "-C", str(clone), *command], check=True)
    answer = subprocess.run(["git", "-C", str(clone), "rev-parse", "HEAD"], capture_output=True, text=True, check=True)
    return answer.stdout.strip()
