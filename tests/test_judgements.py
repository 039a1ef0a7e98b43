"""The judgements file: what is read, what is refused and with which words, what is added."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import JudgementsError
from kg.judgements import COLUMNS, added, parse
from kg.model import Judgement, Member, Verdict

HEADER = ",".join(COLUMNS)
ANN = Judgement(Verdict.SAME, "a/one.txt#Ann Lee", "doc:9a3e#ann", "", "Eve", "2024-05-31", "one mayor, one city", 2)


def rows(*lines: str) -> tuple[Judgement, ...]:
    return parse("\n".join((HEADER, *lines, "")).encode(), "j.csv")


def test_a_row_of_each_verdict_is_read() -> None:
    read = rows(
        'same,a/one.txt#Ann Lee,doc:9a3e#ann,,Eve,2024-05-31,"one mayor, one city"',
        "different,a#x,b#x,,,,",
        "Unsure,a#x,b#x,,,,",
        "reject,doc:9a3e#share-now,,,,,",
        "reject,claim:77b0,,,,,",
        "confirm,claim:77b0,,,,,",
        "pin-name,a#x, ,Ann  Lee,,,",
    )
    assert [row.verdict for row in read] == [*list(Verdict)[:4], Verdict.REJECT, Verdict.CONFIRM, Verdict.PIN_NAME]
    assert read[0] == ANN
    assert read[-1].name == "Ann Lee"


@pytest.mark.parametrize(
    "reference", ["a.txt#C#", "a.txt##MeToo", "a#1.txt#C#", "https://news.test/#1#F# users", "doc:9a3e#c", "a##", "###"]
)
def test_a_name_may_hold_number_signs_and_so_may_a_source(reference: str) -> None:
    (row,) = rows(f"reject,{reference},,,,,")
    assert row.left == reference


@pytest.mark.parametrize(
    "data",
    [
        f"\ufeff{HEADER}\r\ndifferent,a#x,b#x,,,,\r\n",
        f"{HEADER.replace(',', ';')}\ndifferent;a#x;b#x;;;;",
        f"{HEADER}\n\n,,,,,,\ndifferent,a#x,b#x,,,,\n\n",
    ],
)
def test_what_spreadsheets_write_is_read(data: str) -> None:
    (row,) = parse(data.encode(), "j.csv")
    assert (row.verdict, row.left, row.right) == (Verdict.DIFFERENT, "a#x", "b#x")


@pytest.mark.parametrize("data", [b"", b"\n", f"{HEADER}\n".encode()])
def test_nothing_is_no_rows(data: bytes) -> None:
    assert parse(data, "j.csv") == ()


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("smae,a#x,b#x,,,,", "no such verdict; write one of same, different, unsure, reject, confirm, pin-name"),
        ("same,a#x,b#x", "7 cells are needed"),
        ("same,a#x,b#x,,,,,,more", "7 cells are needed"),
        ("same,a#x,,,,,", "“same” needs two entities"),
        ("different,a#x,a#x,,,,", "“different” needs two entities"),
        ("unsure,claim:7,claim:8,,,,", "“unsure” needs two entities"),
        ("same,Ann Lee,b#x,,,,", "name an entity as doc:ID#slug or as SOURCE#Name"),
        ("same,a#,b#x,,,,", "name an entity as doc:ID#slug or as SOURCE#Name"),
        ("same,#a,b#x,,,,", "name an entity as doc:ID#slug or as SOURCE#Name"),
        ("same,#,b#x,,,,", "name an entity as doc:ID#slug or as SOURCE#Name"),
        ("reject,,,,,,", "“reject” is of one thing"),
        ("reject,a#x,b#x,,,,", "“reject” is of one thing"),
        ("reject,claim:7,b#x,,,,", "“reject” is of one thing"),
        ("confirm,a#x,,,,,", "“confirm” is of a statement: name one of its claims, as claim:ID"),
        ("pin-name,a#x,,,,,", "“pin-name” needs an entity in left and its name in name"),
        ("pin-name,claim:7,,Ann,,,", "“pin-name” needs an entity in left and its name in name"),
        ("same,a#x,b#x,,,31/05/2024,", "write the day in when as 2024-05-31"),
        ("same,a#x,b#x,,,20240531,", "write the day in when as 2024-05-31"),
        ('same,"a#x,b#x,,,,', "put cells with commas between quotes"),
    ],
)
def test_a_row_that_cannot_be_understood_is_one_line_with_its_number(line: str, fault: str) -> None:
    with pytest.raises(JudgementsError) as error:
        rows("different,a#x,b#x,,,,", line)
    assert str(error.value).startswith("j.csv line 3: ")
    assert fault in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"same,a#x,b#x,,,,\n", "the first line must be verdict,left,right,name,who,when,why"),
        (b"verdict,left\nsame,a#x\n", "the first line must be verdict,left,right,name,who,when,why"),
        (b"\xff\xfe\x00", "is not UTF-8 text"),
        (HEADER.encode() + b"\nsame,a#\xe9,b#x,,,,\n", "is not UTF-8 text"),
    ],
)
def test_another_file_is_refused(data: bytes, fault: str) -> None:
    with pytest.raises(JudgementsError, match=fault):
        parse(data, "j.csv")


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbfverdict;left;right;name;who;when;why\r\ndifferent;a#x;b#x;;;;"])
def test_a_row_is_added_in_the_manner_of_the_file(data: bytes) -> None:
    more = added(data, ANN)
    assert more.startswith(data)
    assert parse(more, "j.csv")[:-1] == parse(data, "j.csv")
    assert parse(more, "j.csv")[-1].why == "one mayor, one city"


WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Z")), min_size=1, max_size=9)


@given(st.builds(Judgement, st.just(Verdict.PIN_NAME), WORDS.map(lambda text: f"a#{text}"), st.just(""), WORDS, WORDS))
def test_what_is_added_is_read_again(judgement: Judgement) -> None:
    (row,) = parse(added(b"", judgement), "j.csv")
    assert (row.verdict, row.left, row.name, row.who, row.line) == (*_of(judgement), 2)


def _of(row: Judgement) -> tuple[Verdict, str, str, str]:
    return row.verdict, row.left, row.name, row.who


def test_a_local_entity_is_named_without_the_base() -> None:
    assert Member("9a3e", "kim-jong-yang").reference == "doc:9a3e#kim-jong-yang"
