import codecs
import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import UnusableInput
from kg.model import Document, Literal
from kg.read import Source, find, read
from kg.settings import Settings
from tests.read.outcomes import load, outcome

SENTENCE = (
    "The council said on Monday that the bridge would be open to all by the end of the week, weather permitting. "
)
ENGLISH = SENTENCE * 3
GERMAN = (
    "Der Rat teilte am Montag mit, dass die Brücke bis zum Ende der Woche wieder für alle geöffnet sein werde. " * 3
)
SEEDS = Path(__file__).parents[2] / "seeds"


def test_a_document_holds_the_text_character_for_character_and_is_named_by_its_bytes(tmp_path: Path) -> None:
    data = f"  Título\r\n\r{ENGLISH}\u2028\n\n".encode()
    document = load(tmp_path / "a.txt", data)
    assert document.text == data.decode()
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.id == document.sha256[:16]
    assert document.sources == ("a.txt",)


@pytest.mark.parametrize(
    ("signature", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-8"),
    ],
)
def test_the_encoding_signature_is_honoured_and_is_no_text(signature: bytes, encoding: str, tmp_path: Path) -> None:
    assert load(tmp_path / "a.txt", signature + ENGLISH.encode(encoding)).text == ENGLISH


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "article"])
def test_text_files_and_files_without_suffix_are_read(name: str, tmp_path: Path) -> None:
    assert load(tmp_path / name, ENGLISH.encode()).text == ENGLISH


REFUSED = [
    ("a.docx", ENGLISH.encode(), ".docx is no format that kg reads ("),
    ("a.txt", b"", "is empty"),
    ("a.txt", " \r\n\t\u3000".encode(), "is empty"),
    ("a.txt", codecs.BOM_UTF8, "is empty"),
    ("a.txt", b"GIF89a\0\1\2", "is binary"),
    ("a.txt", ENGLISH.encode("utf-16-le"), "is binary"),
    ("a.txt", b"\x1b[1mred\x1b[0m \x07\x08", "is binary"),
    (
        "a.txt",
        "The café".encode("latin-1"),
        "is not UTF-8 at byte 7; convert it first, with `iconv -f WINDOWS-1252 -t UTF-8`",
    ),
    ("a.txt", codecs.BOM_UTF8 + b"\xff", "is not UTF-8 at byte 3"),
    ("a.txt", codecs.BOM_UTF16_LE + b"a\0\0\xd8", "is not UTF-16-LE at byte 4"),
    ("a.txt", GERMAN.encode(), "is not in English (it looks like language 'de')"),
    ("a.txt", b"a " * 10_001, "is longer than 20,000 characters"),
    ("a.txt", b"a" * 200_000, "is longer than 20,000 characters"),
]


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED)
def test_what_cannot_be_used_is_refused_in_one_line(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as refusal:
        load(tmp_path / name, data, most=20_000)
    line = str(refusal.value)
    assert line.startswith(f"{name}: {reason}")
    assert "\n" not in line


def test_one_stray_control_character_is_forgiven(tmp_path: Path) -> None:
    assert load(tmp_path / "a.txt", b"Bridge opens.\x1a").text == "Bridge opens.\x1a"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(UnusableInput, match=r"^a\.txt: is no regular file"):
        read(Source(tmp_path / "a.txt", "a.txt"), Settings())


def test_a_name_that_the_system_refuses_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300 + ".txt")
    with pytest.raises(UnusableInput, match=r"^long\.txt: cannot be read \(File name too long\)"):
        read(Source(path, "long.txt"), Settings())


def test_the_seeds_say_what_they_are() -> None:
    documents = [read(source, Settings()) for source in find([str(SEEDS)])]
    assert [(document.title, document.issued, document.publisher) for document in documents] == [
        (
            "Interpol elects South Korean as president, passing over Russian candidate",
            None,
            "Radio Free Europe/Radio Liberty",
        ),
        (
            "Russian Candidate Defeated In Elections for Interpol Chief As South Korea's Kim Jong-yang Wins",
            Literal("2018-11-22", "date"),
            "LatestLY",
        ),
        ("Russian Loses Interpol Presidency After US Pushes Opposing Vote", Literal("2018-11-21", "date"), None),
        (None, Literal("2023-09-07", "date"), "TASS"),
    ]


BREAKS = ["\n", "\r\n", "\r", "\u2028", "\x85", " ", "\xa0"]
CUES = [
    "By ",
    "(Photo: ",
    "OSLO, May 3 (AP) - ",
    "03/04/2021",
    "May 2019",
    "**",
    "<u>",
    "Share Now",
    "Read more here",
    "“",
]
PIECES = st.sampled_from([*BREAKS, *CUES, ENGLISH, GERMAN, "This story was first published by "])
TEXTS = st.lists(PIECES | st.text(max_size=20), max_size=30).map("".join)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400) | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_a_document_or_a_refusal_and_always_the_same(data: bytes, tmp_path: Path) -> None:
    outcomes = {repr(outcome(tmp_path / "a.txt", data)) for _ in range(2)}
    assert len(outcomes) == 1


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_remarks_lie_within_the_text_in_order_and_apart(text: str, tmp_path: Path) -> None:
    document = outcome(tmp_path / "a.txt", text.encode("utf-8", "surrogatepass"))
    if isinstance(document, Document):
        ends = [0, *(offset for remark in document.boilerplate for offset in (remark.span.begin, remark.span.end))]
        assert ends == sorted(ends)
        assert ends[-1] <= len(document.text)
        assert all(remark.span.begin < remark.span.end and remark.reason for remark in document.boilerplate)


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(st.sampled_from(["", "21/11/2018", "Bridge opens", "By Ann Lee, BBC News", ENGLISH, "Share Now"]))
)
def test_the_kind_of_newline_does_not_matter(lines: list[str], tmp_path: Path) -> None:
    found = set()
    for newline in ("\n", "\r\n", "\r"):
        document = outcome(tmp_path / "a.txt", newline.join(lines).encode())
        if isinstance(document, Document):
            remarks = tuple((remark.span.of(document.text), remark.reason) for remark in document.boilerplate)
            found.add((document.title, document.issued, document.publisher, remarks))
    assert len(found) <= 1
