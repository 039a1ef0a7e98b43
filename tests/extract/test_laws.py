"""What holds for whatever text comes in: offsets, rules of the graph, the same result each time."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.extract import Extractor, coverage
from kg.ontology import load_ontology
from kg.rules import broken_rules
from kg.settings import Settings
from tests.extract.lines import document, lines
from tests.extract.test_cases import TABLES, cases

WORDS = """Maria Lopez|John Smith|the agency|Acme Corp.|South Korean|said|resigned|did not|was elected|as|president|of
who|because|“|”|"|.|,|(|)|—|101 votes to 61|U.S.|on November 21|his|they|57,|to|have|yet|and|or|accused
Mr.|’s|…|@x|𝔘é"""
PIECES = st.sampled_from([*WORDS.replace("\n", "|").split("|"), "\n", "\n\n"])
CASES = st.sampled_from([case.text.split() for table in TABLES for case in cases(table)])
TEXTS = st.lists(PIECES, min_size=1, max_size=25).map(" ".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS | st.text(max_size=80))
def test_any_text_gives_a_graph_that_breaks_no_rule(extractor: Extractor, text: str) -> None:
    graph = extractor.extract(document(text))
    assert broken_rules(graph, load_ontology(), Settings().threshold) == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CASES, st.integers(0, 40), st.integers(1, 40))
@example(["And", "not", "taking", "action,", "is", "a", "disgrace."], 0, 7)
def test_a_text_may_begin_and_end_anywhere(extractor: Extractor, words: list[str], begin: int, length: int) -> None:
    graph = extractor.extract(document(" ".join(words[begin : begin + length])))
    assert broken_rules(graph, load_ontology(), Settings().threshold) == []


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_every_mention_stands_at_its_offsets(extractor: Extractor, text: str) -> None:
    graph = extractor.extract(document(text))
    labels = {entity.id: entity for entity in graph.entities}
    for mention in graph.mentions:
        assert text[mention.span.begin : mention.span.end] == mention.span.of(text) != ""
        assert mention.entity in labels


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("SANTA TAVIL, Calif., Feb 26 - Shr 34 cts vs 1.19 dlrs", "SANTA TAVIL"),
        ("TAVIL PRAIRIE, MINN., March 2 - Shr 67 cts vs 23 cts", "TAVIL PRAIRIE"),
        ("ELKHART, Ind., March 2 - Shr loss two cts vs profit five", "ELKHART"),
        ("Scarborough, Ontario, Feb 26 - Shr 45 cts vs 58 cts", "Scarborough"),
    ],
)
def test_a_dateline_stands_whole_in_its_passage(extractor: Extractor, dateline: str, place: str) -> None:
    text = f"ACME INC <ACM> YEAR NET\n\n{dateline}\n\nNet 807,000 vs 2,858,000\n\nAssets 510.2 mln vs 479.7 mln"
    graph = extractor.extract(document(text))
    assert broken_rules(graph, load_ontology(), Settings().threshold) == []
    within = [claim for claim in graph.claims if claim.relation == "locatedIn"]
    assert [claim.passage.of(text).startswith(place) for claim in within] == [True]


def test_every_sentence_is_used_or_its_disuse_is_explained(extractor: Extractor) -> None:
    text = "Maria Lopez resigned. It rained. Prices rose by 3%. John Smith praised her."
    graph = extractor.extract(document(text))
    covered = {claim.passage for claim in graph.claims} | {remark.span for remark in graph.unused}
    assert sorted(span.of(text) for span in covered) == [
        "It rained.",
        "John Smith praised her.",
        "Maria Lopez resigned.",
        "Prices rose by 3%.",
    ]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("3 – 0 (2 – 0)", coverage.NO_WORDS),
        ("A quiet day in the capital", coverage.NO_VERB),
        ("It rained.", coverage.OPEN_PRONOUN),
        ("They left.", coverage.OPEN_PRONOUN),
        ('"Why?" Ann Lee asked.', coverage.SPEECH_ONLY),
        ("Snow fell.", None),
        ("Raining again.", coverage.NO_PARTICIPANT),
    ],
)
def test_a_sentence_without_claims_says_why(extractor: Extractor, sentence: str, reason: str | None) -> None:
    graph = extractor.extract(document(sentence))
    assert [remark.reason for remark in graph.unused] == ([reason] if reason else [])


def test_a_wide_gap_in_a_headline_is_no_word(extractor: Extractor) -> None:
    headline = "Norway complete comeback to reach final"
    wide = headline.replace(" ", "\N{NO-BREAK SPACE} ", 1)
    assert lines(extractor, wide) == lines(extractor, headline) != set()


def test_a_second_reading_is_the_same(extractor: Extractor) -> None:
    text = "Maria Lopez, who lost to John Smith, said on Monday that she would resign. “I am sorry,” she added."
    assert extractor.extract(document(text, "2018-11-22")) == extractor.extract(document(text, "2018-11-22"))


@pytest.mark.parametrize(
    ("text", "issued", "value"),
    [
        ("Maria Lopez resigned on November 21.", None, "--11-21"),
        ("Maria Lopez resigned on November 21.", "2018-11-22", "2018-11-21"),
        ("Maria Lopez resigned on November 21, 2016.", None, "2016-11-21"),
        ("Maria Lopez resigned in September.", None, "--09"),
        ("Maria Lopez resigned in September.", "2018-11-22", "2018-09"),
        ("Maria Lopez resigned in 2016.", None, "2016"),
        ("Maria Lopez resigned on Wednesday.", "2018-11-22", "2018-11-21"),
        ("Maria Lopez resigned on Wednesday.", None, None),
        ("Maria Lopez resigned yesterday.", "2018-11-22", "2018-11-21"),
        ("Maria Lopez resigned two years ago.", "2018-11-22", "2016"),
        ("Maria Lopez resigned two years ago.", None, None),
        ("Maria Lopez will resign on Friday.", "2018-11-22", "2018-11-23"),
        ("Maria Lopez resigned after 30 years.", "2018-11-22", None),
        ("Maria Lopez resigned last week.", "2018-11-22", None),
    ],
)
def test_dates_keep_the_grain_of_the_words(
    extractor: Extractor, text: str, issued: str | None, value: str | None
) -> None:
    claims = extractor.extract(document(text, issued)).claims
    found = {q.value for claim in claims for q in claim.qualifiers if q.name == "date"}
    assert {getattr(date, "text", date) for date in found} == ({value} if value else set())
