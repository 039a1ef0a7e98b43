"""Pairs that names do not settle: not joined, listed with what speaks for them, and settled by people."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import CorpusGraph, DocumentGraph, Judgement, Member, PossibleMatch, Verdict
from kg.resolve import resolve
from tests.resolve.test_identity import article, member, of_kind, person
from tests.resolve.test_resolve import articles


def told(corpus: CorpusGraph) -> dict[frozenset[str], tuple[str, ...]]:
    """The reasons for each possible match, by the labels of its entities."""
    labels = {entity.id: entity.label for entity in corpus.entities}
    return {frozenset(labels[id] for id in match.between): match.reasons for match in corpus.matches}


def judged(verdict: Verdict, match: PossibleMatch) -> Judgement:
    left, right = match.members
    return Judgement(verdict, left.reference, right.reference)


UNSURE = [article(1, person("George Shultz")), article(2, person("George Schultz"))]


def test_names_that_are_neither_one_nor_two_are_listed_with_the_reason() -> None:
    corpus = resolve(UNSURE)
    assert len(corpus.entities) == 2
    assert told(corpus) == {frozenset({"George Shultz", "George Schultz"}): ("one letter apart: Schultz, Shultz",)}


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE])
def test_what_people_have_judged_is_not_asked_again(verdict: Verdict) -> None:
    (match,) = resolve(UNSURE).matches
    assert resolve(UNSURE, [judged(verdict, match)]).matches == ()


def test_of_two_entities_there_is_one_pair() -> None:
    graphs = [article(n, person(f"George {name}")) for n, name in enumerate(["Shultz", "Shultz", "Schultz", "Schultz"])]
    assert [len(match.members) for match in resolve(graphs).matches] == [2]


class TestShortNames:
    full = article(1, person("Ann Lee"), of_kind("Organization", "Acme Bank"), of_kind("Country", "Norway"))
    short = article(2, person("Lee"), of_kind("Organization", "Acme Bank"))
    stranger = article(3, person("Lee"), of_kind("Country", "Norway"))

    def test_a_surname_is_listed_where_the_articles_share_more_than_a_place(self) -> None:
        assert told(resolve([self.full, self.short, self.stranger])) == {
            frozenset({"Ann Lee", "Lee"}): ("both articles name Acme Bank", "family name or initial only: Lee"),
        }

    def test_two_surnames_are_not_listed(self) -> None:
        assert resolve([self.short, article(4, *self.short.entities)]).matches == ()

    def test_an_initial_may_not_be_another(self) -> None:
        other = article(4, person("M. Lee"), of_kind("Organization", "Acme Bank"))
        assert resolve([self.full, other]).matches == ()

    def test_a_body_is_listed_beside_its_like_and_its_full_name(self) -> None:
        names = ["General Assembly", "General Assembly", "Interpol General Assembly"]
        graphs = [article(n, of_kind("Organization", name), person("Ann Lee")) for n, name in enumerate(names)]
        assert len(resolve(graphs).matches) == 3

    @given(st.integers(2, 12))
    @settings(max_examples=11, deadline=None)
    def test_many_of_one_short_name_make_no_list_of_all_pairs(self, number: int) -> None:
        bodies = [article(n, of_kind("Organization", "General Assembly"), person("Ann Lee")) for n in range(number)]
        assert len(resolve(bodies).matches) == number - 1


class TestRefusals:
    def test_who_could_be_either_of_two_is_neither_and_that_is_told(self) -> None:
        graphs = [article(n, person(name)) for n, name in enumerate(["Ann Eve Berg", "Ann Berg", "Ann Mia Berg"])]
        corpus = resolve(graphs)
        why = "would make one of “Ann Eve Berg” and “Ann Mia Berg”, who are two (different: Eve, Mia)"
        assert len(corpus.entities) == 3
        assert {pair: why in reasons for pair, reasons in told(corpus).items()} == {
            frozenset({"Ann Berg", "Ann Eve Berg"}): True,
            frozenset({"Ann Berg", "Ann Mia Berg"}): True,
        }

    def test_who_would_bring_in_one_who_is_told_apart(self) -> None:
        graphs = [
            article(1, of_kind("Organization", "Nordic Ice", "Peace Alliance")),
            article(2, of_kind("Organization", "Southern Sand", "Peace Alliance")),
            article(3, of_kind("Organization", "Southern Sand")),
        ]
        (match,) = resolve(graphs).matches
        assert any("who are two" in reason for reason in match.reasons)

    def test_the_two_of_an_article_that_tells_them_apart(self) -> None:
        both = article(1, of_kind("Organization", "Acme"), of_kind("Organization", "ACME", id="acme-2"))
        one, other = article(2, of_kind("Organization", "Acme")), article(3, of_kind("Organization", "Acme"))
        corpus = resolve([both, one, other])
        assert sorted(len(entity.members) for entity in corpus.entities) == [1, 1, 2]
        assert len(corpus.matches) == 2
        assert all("whom one article tells apart" in match.reasons[-1] for match in corpus.matches)

    def test_after_a_person_told_two_apart(self) -> None:
        graphs = [article(n, person("Ann Lee")) for n in range(3)]
        one, other, _ = (member(graph).reference for graph in graphs)
        corpus = resolve(graphs, [Judgement(Verdict.DIFFERENT, one, other)])
        assert len(corpus.matches) == 2
        assert all("whom a person told apart" in match.reasons[-1] for match in corpus.matches)

    def test_who_is_one_only_by_way_of_others(self) -> None:
        graphs = [
            article(1, of_kind("Organization", "Peace Alliance", "PAX")),
            article(2, of_kind("Organization", "PAX")),
            article(3, of_kind("Organization", "Alliance for Peace", "PAX")),
        ]
        corpus = resolve(graphs)
        single = [match for match in corpus.matches if len(match.between) == 1]
        assert all("one only by way of others" in match.reasons for match in single)


def _owners(corpus: CorpusGraph) -> dict[Member, str]:
    return {member: entity.id for entity in corpus.entities for member in entity.members}


def _asked(corpus: CorpusGraph) -> set[str]:
    return {id for match in corpus.matches for id in match.between}


@given(st.lists(st.integers(0, 5).flatmap(articles), min_size=3, max_size=5, unique_by=lambda g: g.document.id))
@settings(max_examples=150, deadline=None)
def test_no_decision_changes_because_another_article_came_unless_that_is_told(graphs: list[DocumentGraph]) -> None:
    """Two who were joined and are so no more, or the other way round, are part of a possible match."""
    *before, _ = graphs
    first, then = resolve(before), resolve(graphs)
    old, new = _owners(first), _owners(then)
    for left, right in combinations(sorted(old), 2):
        if (old[left] == old[right]) != (new[left] == new[right]):
            assert {old[left], old[right]} & _asked(first) or {new[left], new[right]} & _asked(then)
