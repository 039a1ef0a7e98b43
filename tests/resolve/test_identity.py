import random
import re
from collections.abc import Iterable

import pytest

from kg.ids import slug
from kg.model import CorpusGraph, DocumentGraph, Entity, Judgement, LocalEntity, Member, Verdict
from kg.resolve import resolve
from tests.samples import document


def article(number: int, *entities: LocalEntity) -> DocumentGraph:
    return DocumentGraph(document(f"Article {number}."), entities)


def person(label: str, *alt: str) -> LocalEntity:
    return LocalEntity(slug(label), "Person", label, alt)


def of_kind(kind: str, label: str, *alt: str, id: str | None = None, named: bool = True) -> LocalEntity:
    return LocalEntity(id or slug(label), kind, label, alt, named)


def member(graph: DocumentGraph, entity: int = 0) -> Member:
    return Member(graph.document.id, graph.entities[entity].id)


def owner(corpus: CorpusGraph, graph: DocumentGraph, entity: int = 0) -> Entity:
    return next(e for e in corpus.entities if member(graph, entity) in e.members)


def sizes(graphs: Iterable[DocumentGraph], judgements: Iterable[Judgement] = ()) -> list[int]:
    return sorted(len(e.members) for e in resolve(graphs, tuple(judgements)).entities)


def same(left: Member, right: Member) -> Judgement:
    return Judgement(Verdict.SAME, left.reference, right.reference)


def different(left: Member, right: Member) -> Judgement:
    return Judgement(Verdict.DIFFERENT, left.reference, right.reference)


def test_spellings_of_a_name_are_one_entity() -> None:
    graphs = [article(1, person("Bo Berg")), article(2, person("Bo BERG")), article(3, person("Bó Berg"))]
    assert sizes(graphs) == [3]


def test_bare_surnames_are_nobody_elses() -> None:
    assert sizes([article(1, person("Berg")), article(2, person("Berg")), article(3, person("Bo Berg"))]) == [1, 1, 1]


def test_unnamed_ones_are_never_joined() -> None:
    experts = of_kind("Group", "Norwegian Experts", named=False)
    corpus = resolve([article(1, experts), article(2, experts)])
    assert len({e.id for e in corpus.entities}) == 2
    assert all(e.id.startswith("norwegian-experts-") and not e.named for e in corpus.entities)


def test_two_of_one_document_are_two() -> None:
    both = article(1, of_kind("Organization", "Acme"), of_kind("Organization", "ACME", id="acme-2"))
    assert sizes([both, article(2, of_kind("Organization", "Acme"))]) == [1, 1, 1]


def test_a_chain_is_cut_where_it_is_weakest() -> None:
    exact, shortened = article(1, person("Ann Eve Berg")), article(2, person("Ann Berg"))
    other, again = article(3, person("Ann Mia Berg")), article(4, person("Ann Berg"))
    corpus = resolve([exact, shortened, other, again])
    assert owner(corpus, shortened) == owner(corpus, again)
    assert len(corpus.entities) == 3


def test_an_abbreviation_of_two_joins_neither() -> None:
    full = [
        article(1, of_kind("Organization", "Peace Alliance", "PAX")),
        article(2, of_kind("Organization", "Press Association", "PAX")),
    ]
    assert sizes([*full, article(3, of_kind("Organization", "PAX"))]) == [1, 1, 1]


def test_a_general_kind_does_not_bridge_two_special_ones() -> None:
    graphs = [
        article(1, of_kind("Country", "New Oslo")),
        article(2, of_kind("City", "New Oslo")),
        article(3, of_kind("Place", "New Oslo")),
    ]
    corpus = resolve(graphs)
    assert owner(corpus, graphs[0]) != owner(corpus, graphs[1])


class TestJudgements:
    one, two, three = article(1, person("Ann Lee")), article(2, person("Ann Lee")), article(3, person("Ann Lee"))

    def test_different_parts_equal_names(self) -> None:
        assert sizes([self.one, self.two], [different(member(self.one), member(self.two))]) == [1, 1]

    def test_who_could_be_either_of_two_that_are_different_is_neither(self) -> None:
        verdict = different(member(self.one), member(self.two))
        assert sizes([self.one, self.two, self.three], [verdict]) == [1, 1, 1]

    def test_different_holds_by_way_of_others(self) -> None:
        verdicts = [different(member(self.one), member(self.two)), same(member(self.two), member(self.three))]
        assert sizes([self.one, self.two, self.three], verdicts) == [1, 2]

    def test_same_joins_whatever_the_names(self) -> None:
        other = article(4, of_kind("Organization", "Acme"))
        assert sizes([self.one, other], [same(member(self.one), member(other))]) == [2]

    def test_others_follow_the_names_that_a_judgement_joined(self) -> None:
        alias = article(4, person("Eve Berg"))
        assert sizes([self.one, self.two, alias, self.three], [same(member(self.three), member(alias))]) == [4]

    def test_same_joins_two_of_one_document(self) -> None:
        both = article(4, person("Ann Lee"), person("Lee"))
        assert sizes([both, self.one], [same(member(both), member(both, 1))]) == [3]

    @pytest.mark.parametrize("order", [1, -1])
    def test_different_wins_over_same(self, order: int) -> None:
        pair = member(self.one), member(self.two)
        assert sizes([self.one, self.two], [same(*pair), different(*pair[::-1])][::order]) == [1, 1]

    def test_of_unknown_members_wait(self) -> None:
        verdict = different(member(self.one), member(self.three))
        assert sizes([self.one, self.two], [verdict]) == [2]


class TestNames:
    def test_the_most_frequent_in_documents_then_alphabetical(self) -> None:
        graphs = [article(n, person(label)) for n, label in enumerate(["Bo BERG", "Bo Berg", "Bo Berg", "Bó Berg"])]
        entity = resolve(graphs).entities[0]
        assert (entity.label, entity.alt_labels) == ("Bo Berg", ("Bo BERG", "Bó Berg"))
        tied = resolve([article(1, person("Alexander Berg")), article(2, person("Aleksandr Berg"))]).entities[0]
        assert tied.label == "Aleksandr Berg"

    def test_a_bare_surname_is_no_preferred_name(self) -> None:
        graphs = [article(1, person("Bo Berg")), article(2, person("Berg")), article(3, person("Berg"))]
        verdicts = [same(member(graphs[0]), member(graph)) for graph in graphs[1:]]
        assert [e.label for e in resolve(graphs, verdicts).entities] == ["Bo Berg"]

    def test_other_full_names_lead_to_the_entity(self) -> None:
        entity = resolve([article(1, person("Aleksandr Berg", "Berg")), article(2, person("Alexander Berg"))]).entities[
            0
        ]
        assert (entity.id, entity.replaces) == ("aleksandr-berg", ("alexander-berg",))

    def test_a_name_of_two_leads_to_neither(self) -> None:
        graphs = [
            article(1, of_kind("Organization", "Acme", "Acme Bank of Oslo"), of_kind("Work", "Acme Bank of Oslo")),
        ]
        assert [e.replaces for e in resolve(graphs).entities] == [(), ()]

    def test_a_shared_slug_is_told_apart_by_kind_and_then_by_member(self) -> None:
        georgia = [of_kind("Country", "Georgia"), of_kind("Place", "Georgia", id="georgia-2")]
        assert [e.id for e in resolve([article(1, *georgia)]).entities] == ["georgia-country", "georgia-place"]
        bare = [e.id for e in resolve([article(1, person("Berg")), article(2, person("Berg"))]).entities]
        assert all(re.fullmatch(r"berg-[0-9a-f]{8}", one) for one in bare)

    def test_a_suffix_is_no_other_name(self) -> None:
        graphs = [article(1, of_kind("Country", "Oslo"), of_kind("City", "Oslo", id="o"), of_kind("Work", "Oslo City"))]
        ids = [e.id for e in resolve(graphs).entities]
        assert "oslo-country" in ids
        assert "oslo-city" in ids
        assert len(set(ids)) == 3

    def test_the_most_frequent_kind(self) -> None:
        kinds = ["Thing", "Organization", "Organization"]
        graphs = [article(n, of_kind(kind, "Acme Bank")) for n, kind in enumerate(kinds)]
        assert [e.kind for e in resolve(graphs).entities] == ["Organization"]


def test_no_order_shows() -> None:
    labels = ["Ann Lee", "Ann Eve Lee", "Ann Mia Lee", "Lee", "Ann LEE", "A. Lee", "Anne Lee"]
    graphs = [article(n, person(label)) for n, label in enumerate(labels)]
    expected = resolve(graphs)
    for seed in range(20):
        assert resolve(random.Random(seed).sample(graphs, len(graphs))) == expected  # noqa: S311


def test_long_names_that_differ_in_a_plural_are_one_and_short_ones_are_not() -> None:
    long = [of_kind("Organization", f"Academy of Motion {word} Arts") for word in ("Picture", "Pictures")]
    short = [of_kind("Organization", f"{word} Museum") for word in ("Picture", "Pictures")]
    assert sizes(article(n, one) for n, one in enumerate(long)) == [2]
    assert sizes(article(n, one) for n, one in enumerate(short)) == [1, 1]
