from collections.abc import Iterable

import pytest

from kg.model import Certainty, CorpusGraph, Literal, Polarity, Qualifier, Status
from kg.ontology import load_ontology
from kg.resolve import resolve
from kg.resolve.lists import lists
from tests.samples import Article

DAY, NEXT_DAY = Literal("2018-11-21", "date"), Literal("2018-11-22", "date")
POSITIVE, NEGATIVE = Polarity.POSITIVE, Polarity.NEGATIVE
ANN, BO, OSLO, BERGEN, NORWAY = "Ann Lee", "Bo Berg", "Oslo", "Bergen", "Norway"
KINDS = {OSLO: "City", BERGEN: "City", NORWAY: "Country"}

Fact = tuple[str, str, str | Literal | None, dict[str, Literal], Polarity]


def fact(
    subject: str, relation: str, object: str | Literal | None = None, polarity: Polarity = POSITIVE, **details: Literal
) -> Fact:
    return subject, relation, object, details, polarity


def number(value: int) -> Literal:
    return Literal(str(value), "integer")


def corpus(facts: Iterable[Fact]) -> CorpusGraph:
    """One article for each fact."""
    graphs = []
    for count, (subject, relation, thing, details, polarity) in enumerate(facts):
        article = Article(f"Article {count} says")
        end = article.entity(thing, KINDS.get(thing, "Person")) if isinstance(thing, str) else thing
        qualifiers = tuple(Qualifier(name, value) for name, value in sorted(details.items()))
        article.claim(relation, "says", article.entity(subject), end, polarity=polarity, qualifiers=qualifiers)
        graphs.append(article.graph())
    return resolve(graphs)


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("AssertedAndDenied", [fact(ANN, "defeated", BO, date=DAY), fact(ANN, "defeated", BO, date=NEXT_DAY),
                               fact(ANN, "defeated", BO, NEGATIVE, date=Literal("2018", "gYear"))]),
        ("MutualDefeat", [fact(ANN, "defeated", BO, date=DAY), fact(BO, "defeated", ANN)]),
        ("SupportAndOppose", [fact(ANN, "supports", BO), fact(ANN, "opposes", BO)]),
        ("SupportAndOppose", [fact(ANN, "supports", BO, content=Literal("reform")), fact(ANN, "opposes", BO)]),
        ("ContradictoryValues", [fact(ANN, "age", number(57)), fact(ANN, "age", number(58))]),
        ("ContradictoryValues", [fact(ANN, "age", number(57), asOf=DAY), fact(ANN, "age", number(58), asOf=DAY)]),
        ("ContradictoryValues", [fact(ANN, "bornIn", OSLO), fact(ANN, "bornIn", BERGEN)]),
        ("IncompatibleDates", [fact(ANN, "died", date=DAY), fact(ANN, "died", date=NEXT_DAY)]),
    ],
)  # fmt: skip
def test_conflict(kind: str, facts: list[Fact]) -> None:
    found = corpus(facts)
    assert {conflict.kind for conflict in found.conflicts} == {kind}
    known = {statement.id for statement in found.statements}
    assert all(set(conflict.between) <= known for conflict in found.conflicts)


@pytest.mark.parametrize(
    "facts",
    [
        [fact(ANN, "defeated", BO, date=DAY), fact(BO, "defeated", ANN, date=NEXT_DAY)],
        [fact(ANN, "defeated", BO), fact(BO, "defeated", ANN, NEGATIVE)],
        [fact(ANN, "supports", BO), fact(ANN, "opposes", OSLO)],
        [fact(ANN, "supports", BO), fact(BO, "opposes", BO)],
        [fact(ANN, "supports", BO, content=Literal("reform")), fact(ANN, "opposes", BO, content=Literal("war"))],
        [fact(ANN, "supports", BO, asOf=DAY), fact(ANN, "opposes", BO, asOf=NEXT_DAY)],
        [fact(ANN, "age", number(57), asOf=DAY), fact(ANN, "age", number(58), asOf=Literal("2020", "gYear"))],
        [fact(ANN, "age", number(57)), fact(BO, "age", number(58))],
        [fact(ANN, "bornIn", OSLO), fact(ANN, "bornIn", NORWAY)],
        [fact(ANN, "died", date=DAY), fact(ANN, "died", date=Literal("2018", "gYear"))],
        # One statement, which keeps both values.
        [fact(ANN, "defeated", BO, votesFor=number(1)), fact(ANN, "defeated", BO, votesFor=number(2))],
        # One statement, whose status says it: no node of its own.
        [fact(ANN, "memberOf", BO), fact(ANN, "memberOf", BO, NEGATIVE)],
    ],
)
def test_no_conflict(facts: list[Fact]) -> None:
    assert corpus(facts).conflicts == ()


def test_what_is_only_planned_contradicts_nothing() -> None:
    article = Article("Ann Lee may support Bo Berg, whom she opposes.")
    ann, bo = article.entity(ANN), article.entity(BO)
    article.claim("supports", "support", ann, bo, certainty=Certainty.POSSIBLE, status=Status.ANTICIPATED)
    article.claim("opposes", "opposes", ann, bo)
    assert resolve([article.graph()]).conflicts == ()


def test_rules_name_terms_of_the_ontology() -> None:
    rules, ontology = lists().conflicts, load_ontology()
    relations = rules.single_valued | rules.once | rules.mutual | {name for pair in rules.opposites for name in pair}
    assert relations <= ontology.relations.keys()
    assert rules.disjoint_kinds <= ontology.kinds.keys()
