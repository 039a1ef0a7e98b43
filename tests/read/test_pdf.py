import resource
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import UnusableInput
from kg.model import Literal
from kg.read import pdf_child
from kg.read.pdf import article
from tests.read.outcomes import load, outcome
from tests.read.printed import Placed, bomb, column, drawn, printed

LINES = [
    "The council said on Monday that the bridge would be open to all by the end",
    "of the week, weather permitting.",
    "",
    "Mayor Ann Lee told reporters that the repairs had cost the city four million",
    "crowns, twice what was planned.",
]
TEXT = (
    "The council said on Monday that the bridge would be open to all by the end of the week, weather permitting.\n\n"
    "Mayor Ann Lee told reporters that the repairs had cost the city four million crowns, twice what was planned."
)
ARTICLE = printed([column(LINES)])


def text(*lines: str, **places: float) -> str:
    return article(printed([column(lines, **places)])).text


@pytest.mark.parametrize("packed", [False, True])
def test_lines_are_put_together_to_paragraphs(packed: bool) -> None:
    found = article(printed([column(LINES)], packed=packed))
    assert (found.text, found.notes) == (TEXT, ())


PARAGRAPHS = [
    ("a word cut at the end of a line", ["The coun-", "cil met."], "The council met."),
    ("a soft hyphen", ["The coun\u00ad", "cil met."], "The council met."),
    ("a name of two parts", ["She met Kim Jong-", "Yang there."], "She met Kim Jong-Yang there."),
    ("figures", ["In the season 2018-", "19 she won."], "In the season 2018-19 she won."),
    ("a part that keeps its hyphen", ["His self-", "portrait was sold."], "His self-portrait was sold."),
    (
        "a word that the text writes with its hyphen elsewhere",
        ["The tug-boat sank. Another tug-", "boat came."],
        "The tug-boat sank. Another tug-boat came.",
    ),
    ("a dash", ["The council -", "all of it - met."], "The council - all of it - met."),
    (
        "a short line with the end of a sentence",
        [
            "The council of the town met on Monday, said Lee.",
            "It voted.",
            "Then all of them went home again, said Lee.",
        ],
        "The council of the town met on Monday, said Lee. It voted.\n\nThen all of them went home again, said Lee.",
    ),
    (
        "points of a list",
        ["It wants:", "\u2022 a bridge", "\u2022 a road"],
        "It wants:\n\n\u2022 a bridge\n\n\u2022 a road",
    ),
]


@pytest.mark.parametrize(("what", "lines", "expected"), PARAGRAPHS)
def test_what_is_cut_by_lines_is_mended(what: str, lines: list[str], expected: str) -> None:
    assert text(*lines) == expected


def test_a_first_line_that_is_indented_begins_a_paragraph() -> None:
    page = [(84, 700, 10, "The council met on"), (72, 688, 10, "Monday, said Ann Lee.")]
    page += [(84, 676, 10, "It voted for it"), (72, 664, 10, "and went home.")]
    assert article(printed([page])).text == "The council met on Monday, said Ann Lee.\n\nIt voted for it and went home."


def test_a_headline_is_a_paragraph_of_its_own() -> None:
    page = [*column(["Bridge opens again after long", "repairs"], size=20, distance=24), *column(LINES, top=655)]
    assert article(printed([page])).text == f"Bridge opens again after long repairs\n\n{TEXT}"


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    left = column(["The council said on Monday", "that the bridge would be"])
    right = column(["open to all by the end of", "the week."], x=320)
    assert article(printed([[*left, *right]])).text == article(printed([left, right])).text
    assert article(printed([left, right])).text == (
        "The council said on Monday that the bridge would be open to all by the end of the week."
    )


def pages(*parts: tuple[str, str]) -> list[list[Placed]]:
    """Three pages, each with a header and a footer around its lines."""
    bodies = [column([f"On day {name} the council met, said Ann Lee.", "Then it went home."]) for name in "abc"]
    return [
        [(72, 760, 8, header), *body, (300, 30, 8, footer)]
        for (header, footer), body in zip(parts, bodies, strict=True)
    ]


BODY = "\n\n".join(f"On day {name} the council met, said Ann Lee. Then it went home." for name in "abc")
RUNNING = [
    ("the same words", [("Example News", "example.com")] * 3),
    ("page numbers", [("Example News", str(number)) for number in (1, 2, 3)]),
    ("of how many", [("Example News", f"Page {number} of 3") for number in (1, 2, 3)]),
    ("that begin elsewhere", [("Example News", f"- {number} -") for number in (17, 18, 19)]),
    ("left and right", [("Example News", "1"), ("2", "Monday"), ("Example News", "3")]),
]


@pytest.mark.parametrize(("what", "parts"), RUNNING)
def test_what_runs_through_the_pages_is_taken_out_and_told(what: str, parts: list[tuple[str, str]]) -> None:
    found = article(printed(pages(*parts)))
    left = [line for part in parts for line in part if line != "Monday"]
    assert found.text.replace("\n\nMonday", "") == BODY
    assert found.notes[0].startswith(f"{len(left)} headers, footers and page numbers are not in its text: “")


KEPT = [
    ("another on each page", [("Bridge opens", "a"), ("Mayor speaks", "b"), ("Council votes", "c")]),
    ("a number that counts nothing", [("12", "a"), ("Mayor", "b"), ("Council", "c")]),
]


@pytest.mark.parametrize(("what", "parts"), KEPT)
def test_what_differs_stays(what: str, parts: list[tuple[str, str]]) -> None:
    found = article(printed(pages(*parts)))
    assert all(word in found.text for part in parts for word in part)
    assert not found.notes


def test_lines_of_the_text_that_repeat_at_the_edges_of_pages_stay() -> None:
    lines = ["Norda built it, said Ann Lee on Monday evening.", "It cost the city a lot.", "All of them went home."]
    found = article(printed([column(lines), column(lines)]))
    assert found.text.count("Norda") == 2


CLAIMED = [
    ({"Title": "Bridge opens", "Author": "Bo Berg"}, ("Bridge opens", ("Bo Berg",))),
    ({"Title": "BRIDGE OPENS", "Author": "Bo Berg; Norda"}, ("BRIDGE OPENS", ("Bo Berg",))),
    ({"Title": "Microsoft Word - final2.doc", "Author": "admin"}, (None, ())),
    ({"Title": " ", "Author": "!"}, (None, ())),
    ({}, (None, ())),
]


@pytest.mark.parametrize(("info", "expected"), CLAIMED)
def test_a_title_and_author_are_taken_where_the_text_has_them_too(
    info: dict[str, str], expected: tuple[str | None, tuple[str, ...]]
) -> None:
    found = article(printed([column(["Bridge opens", "", "By Bo Berg", "", *LINES])], info))
    assert (found.title, found.authors) == expected


def test_the_day_of_the_file_is_no_day_of_publication(tmp_path: Path) -> None:
    info = {"CreationDate": "D:20240501120000Z", "ModDate": "D:20240501120000Z"}
    assert load(tmp_path / "a.pdf", printed([column(LINES)], info)).issued is None
    dated = printed([column(["Bridge opens again", "", "Published 22 November 2018", "", *LINES])], info)
    assert load(tmp_path / "a.pdf", dated).issued == Literal("2018-11-22", "date")


@pytest.mark.parametrize("name", ["a.pdf", "a.PDF", "a"])
def test_files_are_told_by_their_suffix_or_else_by_how_they_begin(name: str, tmp_path: Path) -> None:
    assert load(tmp_path / name, ARTICLE).text == TEXT


def test_pages_without_text_are_told() -> None:
    assert article(printed([column(LINES), []])).notes == ("pages without text: 2 of 2",)


def test_a_table_of_objects_that_is_wrong_is_made_anew_and_told() -> None:
    found = article(ARTICLE.replace(b"startxref\n", b"startxref\n9"))
    assert found.text == TEXT
    assert found.notes == ("its file is not as PDF has it: some of its text may be missing",)


ENCRYPTED = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (" + "o" * 32 + ") /U (" + "u" * 32 + ") >> /ID [(a) (a)]"
LOOP = ARTICLE.replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")
REFUSED = [
    ("nothing", b"", "is damaged, cut off, or no PDF file"),
    ("no PDF", b"The council met on Monday.", "is damaged, cut off, or no PDF file"),
    ("only a beginning", b"%PDF-1.7\n", "is damaged, cut off, or no PDF file"),
    ("cut off", ARTICLE[:300], "is damaged, cut off, or no PDF file"),
    ("a scan", printed([[], []]), "has no text: it is a scan, or empty"),
    ("encrypted", printed([column(LINES)], trailer=ENCRYPTED), "is encrypted; save it without its password"),
    ("many pages", printed([[]] * 501), "has more than 500 pages"),
    ("pages that contain themselves", LOOP, ""),
    ("unpacks to much", bomb(200_000_000), ""),
    ("text without letters", printed([[(72, 700, 10, "\x01\x02\x03 a")]]), "does not say which letters its fonts show"),
]


@pytest.mark.parametrize(("what", "data", "reason"), REFUSED)
def test_what_gives_no_text_is_refused_in_one_line(what: str, data: bytes, reason: str) -> None:
    with pytest.raises(UnusableInput) as refusal:
        article(data)
    assert str(refusal.value).startswith(reason)
    assert "; " in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_what_takes_too_long_or_too_much_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    slow = tmp_path / "slow.py"
    slow.write_text("import resource\nresource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass\n")
    monkeypatch.setattr(pdf_child, "__file__", str(slow))
    with pytest.raises(UnusableInput, match=r"^takes more than 60 seconds or 1,024 MB to read; "):
        article(ARTICLE)


def test_reading_has_bounds_of_its_own_and_sets_none_for_the_program() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS), resource.getrlimit(resource.RLIMIT_CPU)
    article(ARTICLE)
    assert (resource.getrlimit(resource.RLIMIT_AS), resource.getrlimit(resource.RLIMIT_CPU)) == before
    assert "pypdf" not in sys.modules


def test_a_lower_bound_that_is_there_already_holds() -> None:
    program = f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({1 << 29}, {1 << 29}))\n"
    program += "from kg.read.pdf import article; import sys; print(article(sys.stdin.buffer.read()).text)"
    done = subprocess.run([sys.executable, "-c", program], input=ARTICLE, capture_output=True, check=False)
    assert done.stdout.decode().strip() == TEXT


def test_drawing_without_end_is_refused() -> None:
    with pytest.raises(UnusableInput):
        article(drawn(b"BT /F1 9 Tf (a) Tj ET\n" * 900_000))


MUTATIONS = st.lists(
    st.tuples(
        st.integers(0, len(ARTICLE) - 1),
        st.integers(0, 40),
        st.binary(max_size=12)
        | st.sampled_from([b"9" * 9, b"/Kids", b"2 0 R", b"<<", b">>", b"[", b"(", b"endobj", b"-1"]),
    ),
    min_size=1,
    max_size=4,
)


def mutated(changes: list[tuple[int, int, bytes]]) -> bytes:
    data = ARTICLE
    for place, length, new in changes:
        data = data[:place] + new + data[place + length :]
    return data


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=MUTATIONS.map(mutated) | st.binary(max_size=200).map(lambda data: b"%PDF-1.4\n" + data))
def test_any_bytes_give_a_document_or_a_refusal_and_always_the_same(data: bytes, tmp_path: Path) -> None:
    outcomes = {repr(outcome(tmp_path / "a.pdf", data)) for _ in range(2)}
    assert len(outcomes) == 1
