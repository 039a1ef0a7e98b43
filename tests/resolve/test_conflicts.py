"""What is at odds, what time resolves, and what is neither."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Certainty, CorpusGraph, DocumentGraph, Literal, Polarity, Qualifier, Status
from kg.ontology import Ontology, load_ontology
from kg.resolve import resolve
from kg.resolve.oppositions import WAYS
from kg.resources import folder
from tests.samples import Article

DAY, NEXT_DAY, YEAR = Literal("2018-11-21", "date"), Literal("2018-11-22", "date"), Literal("2018", "gYear")
POSITIVE, NEGATIVE = Polarity.POSITIVE, Polarity.NEGATIVE
ANN, BO, OSLO, BERGEN, NORWAY, UNITY = "Ann Lee", "Bo Berg", "Oslo", "Bergen", "Norway", "Unity"
KINDS = {OSLO: "City", BERGEN: "City", NORWAY: "Country", UNITY: "Organization"}
REFORM, WAR = Literal("reform"), Literal("war")


@dataclass(frozen=True)
class Fact:
    """What one article says. `issued` on; `by` whom."""

    subject: str
    relation: str
    object: str | Literal | None = None
    polarity: Polarity = POSITIVE
    issued: str = ""
    by: str = ""
    details: dict[str, Literal | str] = field(default_factory=dict)

    def tell(self, article: Article) -> None:
        def end(value: str | Literal | None) -> str | Literal | None:
            return article.entity(value, KINDS.get(value, "Person")) if isinstance(value, str) else value

        subject = end(self.subject)
        assert isinstance(subject, str)
        qualifiers = tuple(Qualifier(name, end(value) or "") for name, value in sorted(self.details.items()))
        article.claim(
            self.relation,
            "says",
            subject,
            end(self.object),
            polarity=self.polarity,
            speaker=article.entity(self.by) if self.by else None,
            cue="says" if self.by else None,
            qualifiers=qualifiers,
        )


def fact(subject: str, relation: str, object: str | Literal | None = None, polarity: Polarity = POSITIVE,
         issued: str = "", by: str = "", **details: Literal | str) -> Fact:  # fmt: skip
    return Fact(subject, relation, object, polarity, issued, by, details)


def number(value: int) -> Literal:
    return Literal(str(value), "integer")


def articles(facts: Iterable[Fact]) -> list[DocumentGraph]:
    """One for each fact."""
    graphs = []
    for count, one in enumerate(facts):
        article = Article(f"Article {count} says", issued=Literal(one.issued, "date") if one.issued else None)
        one.tell(article)
        graphs.append(article.graph())
    return graphs


def corpus(*facts: Fact, ontology: Ontology | None = None) -> CorpusGraph:
    return resolve(articles(facts), ontology=ontology)


def born(year: int, age: int) -> Fact:
    return fact(ANN, "age", number(age), issued=f"{year}-11-21")


def members(count: int, issued: str = "", by: str = "", **details: Literal) -> Fact:
    return fact(UNITY, "memberCount", number(count), POSITIVE, issued, by, **details)


def beat(one: str, other: str, issued: str = "", **details: Literal) -> Fact:
    return fact(one, "defeated", other, POSITIVE, issued, "", **details)


def stance(relation: str, issued: str = "", **details: Literal) -> Fact:
    return fact(ANN, relation, BO, POSITIVE, issued, "", **details)


CONFLICTS = [
    ("AssertedAndDenied", [beat(ANN, BO, date=DAY), beat(ANN, BO, date=NEXT_DAY),
                           fact(ANN, "defeated", BO, NEGATIVE, date=YEAR)]),
    ("AssertedAndDenied", [fact(ANN, "memberOf", UNITY), fact(ANN, "memberOf", UNITY, NEGATIVE)]),
    ("AssertedAndDenied", [fact(ANN, "memberOf", UNITY, by=BO), fact(ANN, "memberOf", UNITY, NEGATIVE, by=ANN)]),
    ("AssertedAndDenied", [fact(ANN, "rel:meet", BO, content=REFORM), fact(ANN, "rel:meet", BO, NEGATIVE)]),
    ("MutualDefeat", [beat(ANN, BO, date=DAY), beat(BO, ANN)]),
    ("MutualDefeat", [beat(ANN, BO, "2018-11-21"), beat(BO, ANN, "2018-11-25")]),
    ("SupportAndOppose", [stance("supports"), stance("opposes")]),
    ("SupportAndOppose", [stance("supports", content=REFORM), stance("opposes")]),
    ("SupportAndOppose", [stance("supports", issued="2018-11-21"), stance("opposes", issued="2018-12-01")]),
    ("ContradictoryCounts", [members(192, "2018-11-21"), members(194, "2018-11-22")]),
    ("ContradictoryCounts", [members(192), members(194)]),
    ("ContradictoryCounts", [members(192, "2023-09-07", asOf=YEAR), members(194, "2018-11-22")]),
    ("ContradictoryAges", [born(2018, 57), born(2018, 63)]),
    ("ContradictoryAges", [born(2018, 57), born(2018, 58)]),
    ("ContradictoryAges", [born(2018, 57), born(2021, 63)]),
    ("ContradictoryValues", [fact(ANN, "bornIn", OSLO), fact(ANN, "bornIn", BERGEN)]),
    ("ContradictoryVotes", [beat(ANN, BO, date=DAY, votesFor=number(101)), beat(ANN, BO, votesFor=number(110))]),
    ("IncompatibleDates", [fact(ANN, "died", date=DAY), fact(ANN, "died", date=NEXT_DAY)]),
    ("IncompatiblePlaces", [fact(ANN, "died", place=OSLO), fact(ANN, "died", place=BERGEN)]),
    ("IncompatiblePlaces", [fact(ANN, "died", place=OSLO, date=YEAR), fact(ANN, "died", place=BERGEN)]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "facts"), CONFLICTS)
def test_conflict(kind: str, facts: list[Fact]) -> None:
    found = corpus(*facts)
    assert {conflict.kind for conflict in found.conflicts} == {kind}
    assert found.changes == ()
    claims = {claim for s in found.statements for claim in (*s.asserted_by, *s.negated_by)}
    for conflict in found.conflicts:
        assert set(conflict.between) <= {statement.id for statement in found.statements}
        assert set(conflict.claims) <= claims
        assert len(conflict.claims) > 1


@pytest.mark.parametrize(
    "facts",
    [
        [beat(ANN, BO, date=DAY), beat(BO, ANN, date=NEXT_DAY)],
        [beat(ANN, BO, "2018-11-21"), beat(BO, ANN, "2021-11-21")],
        [beat(ANN, BO), fact(BO, "defeated", ANN, NEGATIVE)],
        [fact(ANN, "elected", BO, date=DAY), fact(ANN, "elected", BO, date=NEXT_DAY)],
        [stance("supports"), fact(ANN, "opposes", OSLO)],
        [stance("supports"), fact(BO, "opposes", BO)],
        [stance("supports"), fact(ANN, "opposes", BO, NEGATIVE)],
        [stance("supports", content=REFORM), stance("opposes", content=WAR)],
        [stance("supports", issued="2018-11-21"), stance("opposes")],
        # To resign, but not over the reform; to meet, but not in Bergen; not in 2018.
        [fact(ANN, "resignedFrom", UNITY), fact(ANN, "resignedFrom", UNITY, NEGATIVE, reason=REFORM)],
        [fact(ANN, "meets", BO), fact(ANN, "meets", BO, NEGATIVE, place=BERGEN)],
        [beat(ANN, BO, date=DAY), fact(ANN, "defeated", BO, NEGATIVE, date=Literal("2017", "gYear"))],
        [fact(ANN, "owns", UNITY, issued="2018-11-21"), fact(ANN, "owns", UNITY, NEGATIVE, issued="2023-09-07")],
        [fact(ANN, "rel:intervene"), fact(ANN, "rel:intervene", None, NEGATIVE)],
        [members(194, "2018-11-21"), members(194, "2023-09-07")],
        [members(194, "2018-11-21"), members(195)],
        [born(2018, 57), born(2021, 60)],
        [born(2018, 57), born(2021, 59)],
        [fact(ANN, "age", number(57), asOf=DAY), fact(ANN, "age", number(58), asOf=Literal("2019", "gYear"))],
        [fact(ANN, "age", number(57)), fact(ANN, "age", number(63))],
        [born(2018, 57), fact(ANN, "age", number(63))],
        [fact(ANN, "age", number(57)), fact(BO, "age", number(63))],
        [fact(UNITY, "age", number(95)), fact(UNITY, "age", number(100))],
        [fact(ANN, "bornIn", OSLO), fact(ANN, "bornIn", NORWAY)],
        [fact(ANN, "died", date=DAY), fact(ANN, "died", date=YEAR)],
        [fact(ANN, "died", place=OSLO), fact(ANN, "died", place=NORWAY)],
        [beat(ANN, BO, date=DAY, votesFor=number(1)), beat(ANN, BO, date=NEXT_DAY, votesFor=number(2))],
        [beat(ANN, BO, "2018-11-21", votesFor=number(1)), beat(ANN, BO, "2021-11-21", votesFor=number(2))],
        [fact(ANN, "hasRoleAt", UNITY, title=Literal("vice president")),
         fact(BO, "hasRoleAt", UNITY, title=Literal("vice president"))],
    ],
)  # fmt: skip
def test_neither_conflict_nor_change(facts: list[Fact]) -> None:
    found = corpus(*facts)
    assert (found.conflicts, found.changes) == ((), ())


VICE, PRESIDENT = Literal("vice president"), Literal("president")

CHANGES = [
    ("ChangedCount", "2018-11-22", "2023-09-07",
     [members(194, "2018-11-21"), members(194, "2018-11-22"), members(195, "2023-09-07")]),
    ("ChangedCount", "2018-01-01", "2023-09-07", [members(192, "2023-09-07", asOf=YEAR), members(194, "2023-09-07")]),
    ("ChangedStance", "2018-11-21", "2023-09-07",
     [stance("supports", issued="2018-11-21"), stance("opposes", issued="2023-09-07")]),
    ("ChangedOffice", "2017-01-01", "2018-11-21",
     [fact(ANN, "hasRoleAt", UNITY, title=VICE, endDate=Literal("2017", "gYear")),
      fact(ANN, "hasRoleAt", UNITY, title=PRESIDENT, startDate=DAY)]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "earliest", "latest", "facts"), CHANGES)
def test_change(kind: str, earliest: str, latest: str, facts: list[Fact]) -> None:
    found = corpus(*facts)
    (change,) = found.changes
    assert found.conflicts == ()
    assert (change.kind, change.earliest, change.latest) == (kind, earliest, latest)
    told = {statement.id: statement for statement in found.statements}
    first, last = corpus(facts[0]).statements[0], corpus(facts[-1]).statements[0]
    assert [told[end].object for end in (change.earlier, change.later)] == [first.object, last.object]
    assert [told[end].relation for end in (change.earlier, change.later)] == [first.relation, last.relation]


def test_each_change_leads_to_the_next_only() -> None:
    found = corpus(members(192, "2012-11-21"), members(195, "2023-09-07"), members(194, "2018-11-22"))
    counts = {statement.id: statement.object for statement in found.statements}
    told = [(counts[change.earlier], counts[change.later]) for change in found.changes]
    assert set(told) == {(number(192), number(194)), (number(194), number(195))}


def test_what_was_one_thing_may_be_two_things_later_that_are_at_odds() -> None:
    found = corpus(members(20, "2018-11-21"), members(30, "2023-09-07"), members(31, "2023-09-07"))
    assert [conflict.kind for conflict in found.conflicts] == ["ContradictoryCounts"]
    assert [change.kind for change in found.changes] == ["ChangedCount"] * 2
    assert len({change.earlier for change in found.changes}) == 1


def test_what_is_at_odds_at_one_time_is_no_change() -> None:
    found = corpus(members(192, "2012-11-21"), members(194, "2018-11-22"), members(192, "2018-11-22"))
    assert [conflict.kind for conflict in found.conflicts] == ["ContradictoryCounts"]
    assert found.changes == ()


@pytest.mark.parametrize("by", [("", ""), (BO, BO)])
def test_nobody_contradicts_himself_within_one_article(by: tuple[str, str]) -> None:
    article = Article("It says, it says, Bo Berg")
    for one, who in zip((members(192), members(194)), by, strict=True):
        Fact(one.subject, one.relation, one.object, by=who).tell(article)
    assert resolve([article.graph()]).conflicts == ()


def test_two_voices_in_one_article_are_at_odds() -> None:
    article = Article("It says, it says, Bo Berg")
    members(192).tell(article)
    members(194, by=BO).tell(article)
    assert [conflict.kind for conflict in resolve([article.graph()]).conflicts] == ["ContradictoryCounts"]


@pytest.mark.parametrize(
    ("certainty", "status", "confidence"),
    [
        (Certainty.POSSIBLE, Status.ANTICIPATED, 0.9),
        (Certainty.CERTAIN, Status.TENTATIVE, 0.4),
        (Certainty.CERTAIN, Status.REPORTED, 0.54),
    ],
)
def test_what_is_planned_or_perhaps_misread_contradicts_nothing(
    certainty: Certainty, status: Status, confidence: float
) -> None:
    article = Article("Ann Lee supports Bo Berg.")
    ann, bo = article.entity(ANN), article.entity(BO)
    article.claim("supports", "supports", ann, bo, certainty=certainty, status=status, confidence=confidence)
    (opposed,) = articles([stance("opposes")])
    assert resolve([article.graph(), opposed]).conflicts == ()


def test_a_conflict_inside_one_statement_names_the_detail_and_its_claims() -> None:
    found = corpus(
        *(beat(ANN, BO, date=DAY, votesFor=number(votes), votesAgainst=number(61)) for votes in (101, 101, 110)),
        beat(ANN, BO, date=DAY),
    )
    (conflict,) = found.conflicts
    (statement,) = found.statements
    assert (conflict.between, conflict.qualifier) == ((statement.id,), "votesFor")
    assert len(conflict.claims) == 3


def test_the_rules_name_terms_and_ways_that_there_are() -> None:
    ontology = load_ontology()
    for rule in (*ontology.conflict_kinds.values(), *ontology.change_kinds.values()):
        assert rule.against <= ontology.relations.keys()
        assert {*rule.qualifiers, *rule.same} <= ontology.qualifiers.keys()
        assert rule.subjects | rule.values <= ontology.kinds.keys()
        assert rule.over_time is None or rule.over_time in ontology.change_kinds
    assert {rule.way for rule in ontology.conflict_kinds.values()} == WAYS.keys()
    assert {rule.way for rule in ontology.change_kinds.values()} == {None, "EndedAndBegun"}


DECLARED = """
kg:praises kg:note "only so that it stands here" .
kg:PraiseAndCriticism a kg:ConflictKind ; rdfs:label "praise and criticism" ; rdfs:comment "Both." ;
    kg:atOdds kg:OppositeRelations ; kg:concerns kg:praises ; kg:against kg:criticizes ; kg:overTime kg:ChangedStance .
kg:MutualDefeat kg:concerns kg:succeeded .
"""


def test_a_kind_and_a_relation_of_a_kind_need_the_ontology_alone(tmp_path: Path) -> None:
    path = tmp_path / "kg.ttl"
    path.write_text((folder("ontology") / "kg.ttl").read_text() + DECLARED)
    ontology = load_ontology(path)
    praise = fact(ANN, "praises", BO), fact(ANN, "criticizes", BO)
    succession = fact(ANN, "succeeded", BO), fact(BO, "succeeded", ANN)
    assert corpus(*praise, *succession).conflicts == ()
    kinds = {conflict.kind for conflict in corpus(*praise, *succession, ontology=ontology).conflicts}
    assert kinds == {"PraiseAndCriticism", "MutualDefeat"}


FACTS = [one for _, facts in CONFLICTS for one in facts] + [one for *_, facts in CHANGES for one in facts]


@given(st.lists(st.sampled_from(FACTS), max_size=6), st.randoms(use_true_random=False))
def test_no_order_shows(facts: list[Fact], chance: object) -> None:
    graphs = articles(facts)
    shuffled = sorted(graphs, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert resolve(shuffled) == resolve(graphs)


@given(st.lists(st.sampled_from(FACTS), max_size=6))
def test_what_others_say_of_others_changes_nothing(facts: list[Fact]) -> None:
    """Statements on nobody that these facts name leave their conflicts and changes as they are."""
    others = [fact("Cy Cole", "supports", "Di Dahl"), fact("Cy Cole", "opposes", "Di Dahl")]
    alone, together = corpus(*facts), corpus(*facts, *others)
    assert set(alone.conflicts) <= set(together.conflicts)
    assert alone.changes == together.changes
