"""One line: what becomes of it."""

import json
from typing import Any

import pytest

from kg.errors import UnusableInput
from kg.imports import Extraction, read_line
from kg.model import Claim, Literal, Qualifier, Status, Voice
from kg.ontology import load_ontology
from kg.rules import broken_rules
from kg.settings import Settings

SAID = "Cy Cole said that Ann Lee beat Bo Berg by 101 votes in Oslo on Monday."
TEXT = f"{SAID} Lee is 57. She did not resign from Unity."
ENTITIES = [
    {"label": "Ann Lee", "kind": "Person", "aliases": ["Lee"]},
    {"label": "Bo Berg", "kind": "Person"},
    {"label": "Cy Cole", "id": "cy", "kind": "Person"},
    {"label": "Oslo", "kind": "City"},
    {"label": "Unity", "kind": "Organization"},
]
BEAT = {"subject": "Ann Lee", "relation": "defeated", "object": "Bo Berg", "evidence": SAID}


def read(relation: dict[str, Any], entities: Any = ENTITIES, text: str = TEXT, **more: Any) -> Extraction:
    line = {"text": text, "entities": entities, "relations": [relation], **more}
    extraction = read_line(json.dumps(line).encode(), "found.jsonl:1", Settings())
    assert broken_rules(extraction.graph, load_ontology(), Settings().threshold) == []
    return extraction


def claim(**more: Any) -> Claim:
    extraction = read(BEAT | more)
    assert extraction.refused == ()
    (found,) = extraction.graph.claims
    return found


def words(of: Claim) -> dict[str, str | None]:
    spans = {
        "passage": of.passage,
        "trigger": of.trigger,
        "subject": of.subject_mention,
        "object": of.object_mention,
        "source": of.source_mention,
        "cue": of.cue_mention,
    }
    return {name: span.of(TEXT) if span else None for name, span in spans.items()}


def test_the_least_that_makes_a_claim() -> None:
    found = claim()
    assert (found.relation, found.subject, found.object) == ("defeated", "ann-lee", "bo-berg")
    assert (found.status, found.voice, found.confidence) == (Status.REPORTED, Voice.NARRATOR, 1.0)
    assert words(found) == {
        "passage": SAID,
        "trigger": SAID,
        "subject": "Ann Lee",
        "object": "Bo Berg",
        "source": None,
        "cue": None,
    }


def test_whose_words_they_are() -> None:
    found = claim(trigger="beat", attributed_to="cy", cue="said")
    assert (found.status, found.attributed_to, found.via) == (Status.ATTRIBUTED, ("cy-cole",), ())
    assert words(found) | {"passage": ""} == {
        "passage": "",
        "trigger": "beat",
        "subject": "Ann Lee",
        "object": "Bo Berg",
        "source": "Cy Cole",
        "cue": "said",
    }


def test_a_speaker_without_a_name_has_the_cue_for_his_words() -> None:
    found = claim(cue=[8, 12])
    assert (found.voice, found.attributed_to, found.source_mention) == (Voice.SPEAKER, (), found.cue_mention)


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"polarity": "Negative"}, Status.DENIED),
        ({"certainty": "Expected"}, Status.ANTICIPATED),
        ({"certainty": "Possible", "polarity": "Negative", "cue": "said"}, Status.ANTICIPATED),
        ({"confidence": 0.5}, Status.REPORTED),
        ({"confidence": 0.49999}, Status.TENTATIVE),
        ({"confidence": 0.4, "certainty": "Probable"}, Status.TENTATIVE),
        ({"attributed_to": ["cy", "Bo Berg"], "via": "Oslo", "cue": "said"}, Status.ATTRIBUTED),
    ],
)
def test_the_status_is_that_of_the_contract(more: dict[str, Any], status: Status) -> None:
    assert claim(**more).status is status


@pytest.mark.parametrize(
    ("given", "relation"),
    [
        ("defeated", "defeated"),
        ("kg:defeated", "defeated"),
        ("Defeated", "defeated"),
        ("rel:defeated", "rel:defeated"),
        ("won against", "rel:won_against"),
        ("WON_AGAINST", "rel:won_against"),
        ("wonAgainst", "rel:won_against"),
        ("spouse of", "spouseOf"),
        ("status", "rel:status"),
        ("İzle", "rel:i_zle"),
        ("E\u0301lu", "rel:élu"),
    ],
)
def test_names_of_relations(given: str, relation: str) -> None:
    assert claim(relation=given).relation == relation


@pytest.mark.parametrize(
    ("given", "literal"),
    [
        (57, Literal("57", "integer")),
        (57.5, Literal("57.5", "decimal")),
        ({"value": "57"}, Literal("57", "string")),
        ({"value": "057", "datatype": "integer"}, Literal("57", "integer")),
        ({"value": "2.50", "datatype": "decimal"}, Literal("2.5", "decimal")),
        ({"value": "-0", "datatype": "decimal"}, Literal("0", "decimal")),
        ({"value": "2018-11", "datatype": "gYearMonth"}, Literal("2018-11", "gYearMonth")),
    ],
)
def test_objects_that_are_values(given: Any, literal: Literal) -> None:
    (found,) = read({"subject": "Ann Lee", "relation": "age", "object": given, "evidence": "Lee is 57."}).graph.claims
    assert found.object == literal
    assert words(found)["subject"] == "Lee"
    assert words(found)["object"] == ("57" if literal.text == "57" else None)


def test_qualifiers_are_those_of_the_ontology_in_their_order() -> None:
    given = {"votesFor": 101, "place": "Oslo", "date": "2018-11-19", "amount": 2.5, "reason": ["b", "a"]}
    assert claim(qualifiers=given).qualifiers == (
        Qualifier("amount", Literal("2.5", "decimal")),
        Qualifier("date", Literal("2018-11-19", "date")),
        Qualifier("place", "oslo"),
        Qualifier("reason", Literal("a")),
        Qualifier("reason", Literal("b")),
        Qualifier("votesFor", Literal("101", "integer")),
    )


REFUSED = [
    ({"evidence": "Ann Lee lost to Bo Berg."}, "its evidence is not in the text"),
    ({"evidence": [60, 600]}, "[60, 600] is empty or not inside the text of 112 characters"),
    ({"evidence": [9, 9]}, "[9, 9] is empty"),
    ({"evidence": {"begin": 0, "end": 7, "text": "Ann Lee"}}, "[0, 7] is 'Cy Cole', not 'Ann Lee'"),
    ({"evidence": "an"}, "its evidence is not in the text"),
    ({"evidence": " "}, "its evidence is not in the text"),
    ({"evidence": "She did not resign from Unity."}, "its evidence speaks of neither end"),
    ({"subject": "Dee"}, "its subject 'Dee' is no entity of the line"),
    ({"object": "Cy Cole"}, "its object 'Cy Cole' is no entity of the line"),
    ({"object": "Ann Lee"}, "its subject and its object are one"),
    ({"subject": None, "object": None}, "has no entity"),
    ({"subject": None, "object": 101}, "has no entity"),
    ({"object": 101}, "the object of defeated is an entity"),
    ({"relation": "age"}, "the object of age is a value"),
    ({"relation": "died"}, "died takes no object"),
    ({"relation": "…"}, "'\\u2026' is no name of a relation"),
    ({"relation": "kg:status"}, "'kg:status' is no relation of the ontology"),
    ({"trigger": "lost"}, "its trigger is not in the evidence"),
    ({"trigger": [75, 77]}, "its trigger at [75, 77] is not inside its evidence"),
    ({"subject_mention": "She"}, "its subject mention is not in the evidence"),
    ({"attributed_to": "cy"}, "is somebody's words, but has no cue"),
    ({"via": "cy"}, "is somebody's words, but has no cue"),
    ({"attributed_to": "Dee", "cue": "said"}, "its source 'Dee' is no entity"),
    ({"cue": "claimed"}, "its cue is not in the text"),
    ({"polarity": "negative"}, "'polarity' is not as the schema wants it (Input should be 'Positive' or 'Negative')"),
    ({"confidence": 1.5}, "'confidence' is not as"),
    ({"confidence": True}, "'confidence' is not as"),
    ({"confidence": "0.9"}, "'confidence' is not as"),
    ({"qualifiers": {"venue": "Oslo"}}, "'venue' is no qualifier; use one of amount, asOf, charge"),
    ({"qualifiers": {"place": "Dubai"}}, "its place 'Dubai' is no entity"),
    ({"qualifiers": {"date": "Monday"}}, "'Monday' is no date"),
    ({"qualifiers": {"date": "2018-02-30"}}, "'2018-02-30' is no date"),
    ({"qualifiers": {"date": 2018.5}}, "'2018.5' is no date"),
    ({"qualifiers": {"votesFor": "many"}}, "votesFor cannot be 'many'; it takes integer"),
    ({"qualifiers": {"earliest": "2018-11-19"}}, "'earliest' is no qualifier"),
    ({"polartiy": "Negative"}, "'polartiy' is not as the schema wants it (Extra inputs are not permitted)"),
]


@pytest.mark.parametrize(("more", "reason"), REFUSED, ids=[json.dumps(more) for more, _ in REFUSED])
def test_relations_that_are_refused(more: dict[str, Any], reason: str) -> None:
    extraction = read(BEAT | more)
    ((part, why),) = extraction.refused
    assert part == "relation 1"
    assert why.startswith(reason)
    assert extraction.graph.claims == ()
    assert len(extraction.graph.entities) == len(ENTITIES)


def test_the_same_words_make_one_claim_and_the_second_is_counted() -> None:
    again = {"text": TEXT, "entities": ENTITIES, "relations": [BEAT, BEAT | {"confidence": 0.4}]}
    extraction = read_line(json.dumps(again).encode(), "found.jsonl:1", Settings())
    assert [claim.confidence for claim in extraction.graph.claims] == [1.0]
    assert [part for part, _ in extraction.refused] == ["relation 2"]


def entity(text: str, *given: Any) -> tuple[dict[str, list[str]], list[str]]:
    """The words of the mentions by entity, and the reasons of what was refused."""
    line = json.dumps({"text": text, "entities": given}).encode()
    extraction = read_line(line, "found.jsonl:1", Settings())
    found: dict[str, list[str]] = {entity.id: [] for entity in extraction.graph.entities}
    for mention in extraction.graph.mentions:
        found[mention.entity].append(f"{mention.span.begin} {mention.span.of(text)}")
    return found, [f"{part}: {reason}" for part, reason in extraction.refused]


MENTIONS = [
    ("Lee met Leeds. Lee!", [{"label": "Lee"}], {"lee": ["0 Lee", "15 Lee"]}),
    (
        "Ann Lee met Bo Lee.",  # what stands inside a longer name is no mention
        [{"label": "Ann Lee", "aliases": ["Lee"]}, {"label": "Bo Lee"}],
        {"ann-lee": ["0 Ann Lee"], "bo-lee": ["12 Bo Lee"]},
    ),
    ("🙂 Zoë Müller", [{"label": "Zoë Müller"}], {"zoe-muller": ["2 Zoë Müller"]}),
    ("He won. Ann", [{"label": "The winner", "mentions": ["He", [8, 11]]}], {"the-winner": ["0 He", "8 Ann"]}),
    (
        "Ann, Ann",  # who shares a label is told apart by a number
        [{"label": "Ann", "id": "1", "mentions": [[0, 3]]}, {"label": "Ann", "id": "2", "mentions": [[5, 8]]}],
        {"ann": ["0 Ann"], "ann-2": ["5 Ann"]},
    ),
    (
        "Ann\r\n Lee",
        [{"label": "Ann Lee"}, {"label": "Ann\nLee"}],
        {"ann-lee": ["0 Ann\r\n Lee"], "ann-lee-2": ["0 Ann\r\n Lee"]},
    ),
    ("Ann", [{"label": "Ann Lee", "aliases": ["Ann"]}], {"ann-lee": ["0 Ann"]}),
]


@pytest.mark.parametrize(("text", "given", "mentions"), MENTIONS)
def test_where_entities_are_spoken_of(text: str, given: list[Any], mentions: dict[str, list[str]]) -> None:
    assert entity(text, *given) == (mentions, [])


ENTITIES_REFUSED = [
    ({"label": "Bo"}, "its label is not in the text"),
    ({"label": "Ann", "aliases": ["Bo"]}, "its alias 'Bo' is not in the text"),
    ({"label": "Ann", "mentions": ["Bo"]}, "its mention 'Bo' is not in the text"),
    ({"label": "Ann", "mentions": [{"begin": 0, "end": 2, "text": "Ann"}]}, "[0, 2] is 'An', not 'Ann'"),
    ({"label": "Ann", "kind": "PERSON"}, "'PERSON' is no kind of thing; map it to one of City, Country"),
    ({"label": "…", "mentions": [[0, 3]]}, "its label has no letter or digit"),
    ({"label": "Ann", "type": "Person"}, "'type' is not as the schema wants it"),
    ({"label": "Ann\0"}, "'label' is not as the schema wants it"),
    ({"label": "x" * 501}, "'label' is not as the schema wants it"),
    ({"kind": "Person"}, "'label' is not as the schema wants it (Field required)"),
    ("Ann", "it is not as the schema wants it"),
    ({"label": "Lee"}, "stands only inside longer names"),
    ({"label": "Ann Lee"}, "an entity before it has the same id"),
]


@pytest.mark.parametrize(("given", "reason"), ENTITIES_REFUSED)
def test_entities_that_are_refused(given: Any, reason: str) -> None:
    found, refused = entity("Ann Lee", {"label": "Ann Lee"}, given)
    assert found == {"ann-lee": ["0 Ann Lee"]}
    (why,) = refused
    assert why.startswith(f"entity 2: {reason}")


LINES = [
    (b"{", "is no JSON (Expecting property name"),
    (b"[]", "is no JSON object"),
    (b'{"text": "a", "text": "b"}', "has the field 'text' twice"),
    (b'{"text": "a", "entities": [{"label": "a", "label": "b"}]}', "has the field 'label' twice"),
    (b'{"text": NaN}', "has NaN, which is no number"),
    (b'{"text": "a", "relations": [-Infinity]}', "has -Infinity, which is no number"),
    (b'{"text": "a", "relations": [1e999]}', "has the number '1e999', which is too large"),
    (b'{"text": "a", "relations": [' + b"9" * 5000 + b"]}", "has the number '9999999999"),
    (b'{"text": "a\\ud800"}', "has half of a character"),
    (b'{"text": "a", "entities": ["\\udfff"]}', "has half of a character"),
    (b'{"text": "a\xff"}', "is not UTF-8 at byte 11"),
    (b"[" * 100_000, "is nested too deeply"),
    (b'{"entities": []}', "'text' is not as the schema wants it (Field required)"),
    (b'{"text": ""}', "'text' is not as the schema wants it"),
    (b'{"text": " \\n"}', "its text is empty or binary"),
    (b'{"text": "a\\u0000"}', "its text is empty or binary"),
    (b'{"text": "' + b"a" * 1_000_001 + b'"}', "its text is longer than 1,000,000 characters"),
    (b'{"text": "a", "date": "yesterday"}', "'yesterday' is no date"),
    (b'{"text": "a", "source": "\\u001b[31m"}', "'source' is not as the schema wants it"),
    (b'{"text": "a", "body": "b"}', "'body' is not as the schema wants it (Extra inputs"),
    (b'{"text": "a", "entities": {}}', "'entities' is not as the schema wants it"),
]


@pytest.mark.parametrize(("line", "reason"), LINES, ids=[reason for _, reason in LINES])
def test_lines_that_are_refused(line: bytes, reason: str) -> None:
    with pytest.raises(UnusableInput) as error:
        read_line(line, "found.jsonl:1", Settings())
    assert str(error.value).startswith(reason)
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 500


def test_a_line_that_asks_for_too_much_is_refused() -> None:
    line = {"text": "ab " * 300_000, "relations": [BEAT] * 10_000}
    with pytest.raises(UnusableInput, match="says too much of too long a text"):
        read_line(json.dumps(line).encode(), "found.jsonl:1", Settings())


def test_the_document_is_named_by_what_the_line_says_however_it_is_written() -> None:
    plain = read_line(b'{"text": "Ann", "source": "a.txt", "date": "2018-11"}', "found.jsonl:1", Settings())
    other = read_line(b' {"date":"2018-11","text":"\\u0041nn"}\r', "found.jsonl:2", Settings())
    assert plain.graph.document.id == other.graph.document.id
    assert (plain.graph.document.sources, other.graph.document.sources) == (("a.txt",), ("found.jsonl:2",))
    assert plain.graph.document.issued == Literal("2018-11", "gYearMonth")
    assert plain.graph.document.extractor == "unnamed"
    more = read_line(b'{"text": "Ann", "date": "2018-11", "extractor": "rules"}', "found.jsonl:1", Settings())
    assert more.graph.document.id != plain.graph.document.id
