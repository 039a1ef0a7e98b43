import tomllib
from pathlib import Path

import pytest

from kg.model import Literal
from kg.read import Source, read
from kg.settings import Settings

BODY = (
    "The council had put off a decision several times, and the town had grown tired of waiting for it.\n\n"
    "“We are glad that it is over,” said a spokeswoman of the harbour, who would not say what it had cost."
)
ARTICLES = tomllib.loads((Path(__file__).parent / "openings.toml").read_text(encoding="utf-8"))["article"]
DATATYPES = {10: "date", 7: "gYearMonth", 4: "gYear"}


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["text"][:60])
def test_the_text_says_title_date_and_publisher(article: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(article["text"].replace("BODY", BODY).encode())
    document = read(Source(path, path.name), Settings())
    assert document.title == article.get("title")
    assert document.issued == expected_date(article.get("issued"))
    assert document.publisher == article.get("publisher")


def expected_date(text: str | None) -> Literal | None:
    if text is None:
        return None
    return Literal(text, "gMonthDay" if text.startswith("--") else DATATYPES[len(text)])
