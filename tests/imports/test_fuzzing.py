"""Laws of the whole reader: any bytes, any JSON, and lines that are nearly right."""

import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import UnusableInput
from kg.ids import Names
from kg.imports import Extraction, lines, read_line
from kg.model import Voice
from kg.ontology import load_ontology
from kg.rdf import document_quads, read_documents
from kg.rules import broken_rules
from kg.settings import Settings

TEXT = "🙂 Cy Cole said that Ann Lee beat Bo Berg by 101 votes. Lee, 57, won; Zoë\n Ó lost.\nLee is 57."
GOOD = [{"label": label, "kind": "Person"} for label in ("Ann Lee", "Bo Berg", "Cy Cole", "Zoë Ó")]
LABELS = [entity["label"] for entity in GOOD]
WORDS = [*LABELS, "Lee", "said", "beat", "57", "101 votes", "🙂", TEXT, "Lee is 57.", "an", " ", ""]
NAMES = [*LABELS, "Lee", "x", "İ", "a\u0301", "_", "ª", "\u202e", "A" * 501]


def read(line: bytes) -> Extraction | None:
    """None where the line is refused, with a reason that a terminal can show on one line."""
    try:
        return read_line(line, "found.jsonl:1", Settings())
    except UnusableInput as error:
        assert str(error).isprintable()
        assert 0 < len(str(error)) < 1_000
        return None


@given(st.binary())
def test_any_bytes_are_read_or_refused(line: bytes) -> None:
    read(line)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda v: st.lists(v) | st.dictionaries(st.text(), v),
    max_leaves=5,
)
numbers = st.integers(-2, len(TEXT) + 2)
inside = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).map(sorted)
places = (
    st.sampled_from(WORDS)
    | inside
    | inside.map(lambda place: {"begin": place[0], "end": place[1], "text": TEXT[slice(*place)]})
    | st.builds(lambda b, e, t: {"begin": b, "end": e, "text": t}, numbers, numbers, st.sampled_from(WORDS))
    | st.tuples(numbers, numbers).map(list)
)
values = st.sampled_from([57, 57.5, -0.0, 1e-12, 10**15, "57", "-0", "2018-11-21", "--02-29", "", "Lee", True, None])
known, names = st.sampled_from(LABELS), st.sampled_from(NAMES)
datatypes = st.sampled_from(["string", "integer", "decimal", "date", "gYear", "gMonthDay", "float"])
literals = st.builds(lambda v, d: {"value": v, "datatype": d}, values, datatypes)


def some(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional=optional)


entities = some(
    {"label": names},
    {
        "id": names,
        "kind": st.sampled_from(["Person", "City", "PERSON"]),
        "aliases": st.lists(names, max_size=2),
        "mentions": st.lists(places, max_size=3),
        "named": st.booleans(),
    },
)
nearly_right = some(
    {
        "relation": st.sampled_from(["defeated", "resigned_from", "won against", "rel:beat"]),
        "evidence": st.sampled_from([TEXT, [0, len(TEXT)], [2, 55]]),
        "subject": known,
    },
    {
        "object": known,
        "trigger": st.sampled_from(["beat", [4, 8], "said"]),
        "polarity": st.sampled_from(["Positive", "Negative"]),
        "certainty": st.sampled_from(["Certain", "Expected"]),
        "cue": st.just("said"),
        "confidence": st.sampled_from([0, 1, 0.5, 0.49999, 5e-324]),
        "qualifiers": st.fixed_dictionaries(
            {}, optional={"date": st.just("2018-11"), "place": known, "amount": values}
        ),
    },
)
wild = {
    "relation": st.sampled_from(["age", "died", "kg:x", "rel:", "İ", "_"]),
    "evidence": places,
    "subject": names | st.none(),
    "object": names | values | literals,
    "trigger": places,
    "subject_mention": places,
    "object_mention": places,
    "polarity": values,
    "attributed_to": known | st.lists(names, max_size=2),
    "via": known | st.lists(names, max_size=2),
    "cue": places,
    "source_mention": places,
    "confidence": st.floats(allow_nan=False),
    "qualifiers": st.dictionaries(st.sampled_from(["date", "place", "votesFor", "title", "x"]), values),
    "more": st.none(),
}
changes = st.sampled_from(sorted(wild)).flatmap(lambda field: wild[field].map(lambda value: {field: value}))
relations = st.builds(
    lambda right, *changed: {k: v for d in (right, *changed) for k, v in d.items()}, nearly_right, changes
)
documents = some(
    {
        "text": st.just(TEXT),
        "entities": st.lists(entities | json_values, max_size=3).map(lambda more: GOOD + more),
        "relations": st.lists(nearly_right | relations | relations | json_values, max_size=5),
    },
    {"title": known, "source": known, "date": st.just("2018")},
)


@given(documents)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_each_part_of_a_line_is_in_a_sound_graph_or_refused(document: dict[str, Any]) -> None:
    line = json.dumps(document).encode()
    extraction = read(line)
    if extraction is None:
        return
    graph = extraction.graph
    assert broken_rules(graph, load_ontology(), Settings().threshold) == []
    assert len(graph.entities) + len(graph.claims) + len(extraction.refused) == len(document["entities"]) + len(
        document["relations"]
    )
    assert all(reason.isprintable() and len(reason) < 1_000 for _, reason in extraction.refused)
    for claim in graph.claims:
        assert (claim.voice is Voice.SPEAKER) is (claim.cue_mention is not None)
    assert read_line(line, "found.jsonl:1", Settings()) == extraction


@given(documents)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_what_is_read_comes_back_from_rdf(document: dict[str, Any]) -> None:
    extraction = read(json.dumps(document).encode())
    if extraction is not None:
        store = ox.Store()
        store.extend(document_quads(extraction.graph, Names()))
        assert list(read_documents(store, Names())) == [extraction.graph]


@given(st.lists(st.tuples(st.sampled_from(["Ann Lee", "Lee", "Bo Berg", "Cy Cole", "57"]), st.booleans()), unique=True))
def test_mentions_are_the_words_that_were_asked_for(asked: list[tuple[str, bool]]) -> None:
    def mention(words: str, *, placed: bool) -> Any:
        begin = TEXT.index(words)
        return [begin, begin + len(words)] if placed else words

    given = [
        {"label": "x", "id": f"{n}", "mentions": [mention(words, placed=placed)]}
        for n, (words, placed) in enumerate(asked)
    ]
    extraction = read(json.dumps({"text": TEXT, "entities": given}).encode())
    assert extraction is not None
    refused = {int(part.split()[1]) - 1 for part, _ in extraction.refused}
    kept = [words for n, (words, _) in enumerate(asked) if n not in refused]
    found: dict[str, set[str]] = {entity.id: set() for entity in extraction.graph.entities}
    for one in extraction.graph.mentions:
        found[one.entity].add(one.span.of(TEXT))
    in_order = sorted(found, key=lambda name: int(name.removeprefix("x").removeprefix("-") or 1))
    assert [found[name] for name in in_order] == [{words} for words in kept]


@given(st.lists(st.binary().filter(lambda line: b"\n" not in line)), st.integers(1, 20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_line_of_a_file_is_given_or_too_long(tmp_path: Path, data: list[bytes], longest: int) -> None:
    path = tmp_path / "found.jsonl"
    path.write_bytes(b"\n".join(data))
    found = dict(lines(path, longest))
    for number, line in enumerate(data, 1):
        bare = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
        if len(line) > longest:
            assert isinstance(found.pop(number), UnusableInput)
        else:
            assert found.pop(number, b"") == bare
    assert found == {}
