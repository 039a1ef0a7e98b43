"""Tables of articles: JSON Lines and CSV."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Document, Literal
from kg.read import Refused, Source, documents
from kg.settings import Settings
from tests.read.pages import PARAGRAPHS

ONE, TWO, THREE = PARAGRAPHS


def found(path: Path, data: str | bytes, *, most: int = 1_000_000) -> list[Document | Refused]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(documents(Source(path, f"news/{path.name}"), Settings(max_characters=most)))


def told(path: Path, data: str | bytes, *, most: int = 1_000_000) -> list[tuple[str, str]]:
    """Source and text of each document, place and reason of each refusal."""
    return [
        (one.name, one.reason) if isinstance(one, Refused) else (one.sources[0], one.text)
        for one in found(path, data, most=most)
    ]


def as_csv(*rows: dict[str, str], delimiter: str = ",") -> str:
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def as_jsonl(*rows: object) -> str:
    return "".join(f"{json.dumps(row)}\n" for row in rows)


ROW = {
    "Headline": "Bridge opens again",
    "Body": f"{ONE}\n\n“{TWO}”",
    "Published At": "2018-11-22T10:00:00Z",
    "Source": "Example News",
    "author": "Bo Berg; Ann Lee",
    "words": "40",
}


def test_a_row_is_the_same_document_in_any_table(tmp_path: Path) -> None:
    tables = {
        "a.csv": as_csv(ROW),
        "a.tsv": as_csv(ROW, delimiter="\t"),
        "b.csv": "\ufeff" + as_csv(ROW, delimiter=";"),
        "a.jsonl": as_jsonl({**ROW, "author": ["Bo Berg", "Ann Lee"], "words": 40}),
        "a.ndjson": "\ufeff\n" + as_jsonl({**ROW, "Source": {"@type": "Organization", "name": "Example News"}}),
    }
    made = [one for name, data in tables.items() for one in found(tmp_path / name, data)]
    assert all(isinstance(one, Document) for one in made)
    assert len({(one.id, one.text, one.title, one.issued, one.publisher, one.authors) for one in made}) == 1  # type: ignore[union-attr]
    first = made[0]
    assert isinstance(first, Document)
    assert (first.text, first.title, first.issued, first.publisher, first.authors) == (
        ROW["Body"],
        "Bridge opens again",
        Literal("2018-11-22", "date"),
        "Example News",
        ("Ann Lee", "Bo Berg"),
    )


def test_the_source_of_a_row_is_its_address_or_the_file_with_its_id_or_number(tmp_path: Path) -> None:
    rows = [
        {"text": ONE, "url": "https://example.com/a#top", "id": "7"},
        {"text": TWO, "url": "", "id": "7"},
        {"text": THREE, "url": "ftp://example.com", "id": ""},
    ]
    sources = [("https://example.com/a", ONE), ("news/{}#7", TWO), ("news/{}#3", THREE)]
    for name, data in (("a.csv", as_csv(*rows)), ("a.jsonl", as_jsonl(*rows))):
        assert told(tmp_path / name, data) == [(source.format(name), text) for source, text in sources]


def test_the_id_hangs_on_the_text_and_what_is_said_of_it_and_not_on_the_source(tmp_path: Path) -> None:
    rows = [
        {"text": ONE},
        {"text": ONE, "id": "b"},
        {"text": ONE, "url": "https://example.com"},
        {"text": ONE, "title": "A b"},
    ]
    ids = [one.id for one in found(tmp_path / "a.jsonl", as_jsonl(*rows)) if isinstance(one, Document)]
    assert len(ids) == 4
    assert len(set(ids)) == len(set(ids[:3])) + 1 == 2


BAD_LINES = [
    ("no JSON", b"{'text': 1}", "is no JSON; correct it, or leave it out"),
    ("deep", b'{"text":' + b"[" * 20_000, "is no JSON; correct it, or leave it out"),
    ("no object", b'["text"]', 'is no JSON object; write one in a line, as {"text": …}'),
    ("a long number", b'{"text":' + b"1" * 5_000 + b"}", "is no JSON; correct it, or leave it out"),
    ("no text", b'{"title": "Bridge"}', "has no text; leave it out"),
    ("an empty text", b'{"text": "  "}', "has no text; leave it out"),
    ("half a character", b'{"text": "\\ud800 said"}', "has a text with characters that are none; leave it out"),
    ("a NUL", b'{"text": "He\\u0000 said"}', "has a text with characters that are none; leave it out"),
    ("not UTF-8", b'{"text": "caf\xe9"}', "is not UTF-8; convert the file first, with `iconv -t UTF-8`"),
    ("a long text", json.dumps({"text": "a " * 600}).encode(), "is too long for an article; split it"),
    ("a long line", json.dumps({"text": "a " * 60_000}).encode(), "is too long for an article; split it"),
]


@pytest.mark.parametrize(("what", "line", "reason"), BAD_LINES)
def test_a_bad_line_is_told_with_its_number_and_stops_no_other(
    what: str, line: bytes, reason: str, tmp_path: Path
) -> None:
    data = as_jsonl({"text": ONE}).encode() + line + b"\n\n" + as_jsonl({"text": TWO}).encode()
    assert told(tmp_path / "a.jsonl", data, most=1_000) == [
        ("news/a.jsonl#1", ONE),
        ("news/a.jsonl, line 2", reason),
        ("news/a.jsonl#4", TWO),
    ]


GOOD = f'1,"{TWO}"\n'
BAD_ROWS = [
    ("a quote too many", '0,"He said "no""\n', "line 3", "is no CSV (',' expected after '\"')"),
    ("a quote too few", '0,"He said no\n', "lines 3-4", "is no CSV (',' expected after '\"')"),
    ("too few values", "0\n", "line 3", "does not have the 2 values of the first row"),
    ("too many values", "0,He said no, twice\n", "line 3", "does not have the 2 values of the first row"),
    ("no text", "0,\n", "line 3", "has no text; leave it out"),
    ("not UTF-8", "0,caf\udce9\n", "line 3", "is not UTF-8; convert the file first, with `iconv -t UTF-8`"),
    ("a long text", f"0,{'a ' * 600}\n", "line 3", "is too long for an article; split it"),
    ("a long line", f"0,{'a ' * 60_000}\n", "line 3", "is too long for an article; split it"),
]


@pytest.mark.parametrize(("what", "row", "place", "reason"), BAD_ROWS)
def test_a_bad_row_is_told_with_its_lines_and_stops_no_other(
    what: str, row: str, place: str, reason: str, tmp_path: Path
) -> None:
    data = f'id,text\n5,"{ONE}"\n{row}{GOOD}'.encode(errors="surrogateescape")
    assert told(tmp_path / "a.csv", data, most=1_000) == [
        ("news/a.csv#5", ONE),
        (f"news/a.csv, {place}", reason),
        ("news/a.csv#1", TWO),
    ]


def test_a_quote_that_nothing_closes_swallows_no_rows(tmp_path: Path) -> None:
    rows = "".join(f"{n},It opened.\n" for n in range(40))
    first, *others = told(tmp_path / "a.csv", f'id,text\n0,"He said\n{rows}')
    assert first == ("news/a.csv, lines 2-42", "is no CSV (unexpected end of data)")
    assert others == [(f"news/a.csv#{n}", "It opened.") for n in range(40)]


REFUSED = [
    ("a.csv", "", "names no column `text` in its first row; name the columns there"),
    ("a.csv", "id,words\n1,2\n", "names no column `text` in its first row; name the columns there"),
    ("a.csv", "id,text\n".encode("utf-16"), "has a first row that cannot be read"),
    ("a.csv", "x" * 100_000, "has a first row that cannot be read (is too long for an article; split it)"),
]


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED)
def test_a_table_without_a_column_for_texts_is_refused_as_a_whole(
    name: str, data: str | bytes, reason: str, tmp_path: Path
) -> None:
    ((place, why),) = told(tmp_path / name, data, most=1_000)
    assert place == f"news/{name}"
    assert why.startswith(reason)


def test_a_table_that_is_not_there_is_refused(tmp_path: Path) -> None:
    (refused,) = documents(Source(tmp_path / "a.csv", "a.csv"), Settings())
    assert refused == Refused("a.csv", "no such file or folder; check the path")


def test_many_open_quotes_take_no_time_by_their_square(tmp_path: Path) -> None:
    outcome = found(tmp_path / "a.csv", "id,text\n" + '"\n,"' * 100_000)
    assert outcome
    assert all(isinstance(one, Refused) for one in outcome)


CELLS = st.sampled_from([ONE, TWO, "", '"', '""', "\n", "\r", ",", "\0", "1", "https://example.com/a", "é", "x" * 400])
TABLE = st.lists(st.lists(CELLS | st.text(max_size=5), max_size=4).map("".join), max_size=12)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=TABLE, name=st.sampled_from(["a.csv", "a.jsonl", "a.tsv"]))
def test_any_table_gives_documents_or_refusals_and_always_the_same(lines: list[str], name: str, tmp_path: Path) -> None:
    data = ("text,id\n" + "\n".join(lines)).encode("utf-8", "surrogatepass")
    outcomes = {repr(found(tmp_path / name, data, most=300)) for _ in range(2)}
    assert len(outcomes) == 1


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.sampled_from(PARAGRAPHS) | st.just(""), max_size=8))
def test_each_row_is_read_or_refused(texts: list[str], tmp_path: Path) -> None:
    rows = [{"id": f"r{at}", "text": text} for at, text in enumerate(texts)]
    for name, data in (("a.csv", as_csv(*rows) if rows else "text\n"), ("a.jsonl", as_jsonl(*rows))):
        assert len(found(tmp_path / name, data)) == len(texts)
