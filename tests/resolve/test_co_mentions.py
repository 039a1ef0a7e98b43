"""Names that are nearly one are one where an article with each names enough of the same people and bodies."""

import pytest

from kg.model import DocumentGraph, LocalEntity
from kg.resolve import resolve
from tests.resolve.test_identity import article, different, member, of_kind, person, same, sizes
from tests.resolve.test_matches import told

TWO = ("Ulf Rask", "Siv Moen")


def story(number: int, entity: LocalEntity, *beside: str) -> DocumentGraph:
    """An article about one, that names others: bodies end in one of a few words, places in "ton"."""
    bodies = ("Bank", "Front", "Reuters")
    kinds = {name: "Organization" if name.endswith(bodies) else "Person" for name in beside}
    places = {name: "Place" for name in beside if name.endswith("ton")}
    return article(number, entity, *(of_kind((kinds | places)[name], name) for name in beside))


def body(label: str) -> LocalEntity:
    return of_kind("Organization", label)


NEARLY_ONE = [
    (person("Ted Dahl"), person("Edward Dahl")),
    (person("Mo Dahl"), person("Maurice Dahl")),
    (person("Mo Dahl"), person("Mohamed Dahl")),
    (person("Mo Dahl"), person("Maurice J. Dahl")),
    (person("Ann Raite"), person("Ann Rait")),
    (person("George Shultz"), person("George Schultz")),
    (person("Matt Wolff"), person("Matthew Wolfe")),
    (body("Hawks"), body("Bergen Hawks")),
    (body("Blazers"), body("Norton Trailblazers")),
]
NOT_NEARLY = [
    (person("Ted Dahl"), person("Thomas Dahl")),
    (person("Ted Dahl"), person("Edward Dahl Jr.")),
    (person("Ted Raite"), person("Edward Rait")),  # two doubts at once
    (person("Ivan Petrov"), person("Ivan Petrova")),
    (person("Ann Clark"), person("Ann Clarke")),  # common, both
    (person("Erik Hansen"), person("Erik Hanson")),
    (person("A. Raite"), person("A. Rait")),
    (person("Li Wen"), person("Li Weng")),
    (person("Dahl"), person("Edward Dahl")),
    (body("Times"), body("Sunday Times")),
    (body("Acme Industries"), body("Industries")),
    (body("Wales"), body("Peace Wales")),
    (body("Hawks"), body("Bergen Hawks Ltd")),
    (body("Front"), body("Peace Front")),
    (body("Bergen Hawks"), body("Norton Hawks")),
    (body("Hawks"), of_kind("Person", "Bergen Hawks")),
    (person("Mo Dahl"), person("Monica Dahle")),
]


@pytest.mark.parametrize(("one", "other"), NEARLY_ONE)
def test_names_that_are_nearly_one_are_one_beside_the_same_people(one: LocalEntity, other: LocalEntity) -> None:
    assert sizes([story(1, one, *TWO), story(2, other, *TWO)]) == [2, 2, 2]
    assert sizes([story(1, one, *TWO), story(2, other)]) == [1, 1, 1, 1]


@pytest.mark.parametrize(("one", "other"), NOT_NEARLY)
def test_other_names_stay_two_whoever_is_beside_them(one: LocalEntity, other: LocalEntity) -> None:
    assert sizes([story(1, one, *TWO, "Mia Holm"), story(2, other, *TWO, "Mia Holm")]) == [1, 1, 2, 2, 2]


ENOUGH = [TWO, ("Ulf Rask", "Acme Bank", "Peace Front")]
TOO_LITTLE = [
    ("Ulf Rask",),
    ("Ulf Rask", "Acme Bank"),
    ("Acme Bank", "Peace Front", "Royal Front", "Royal Bank", "Bergen Bank"),
    ("Ulf Rask", "Acme Bank", "Reuters"),
    ("Ulf Rask", "Acme Bank", "Norton", "Easton"),
    ("Ulf Rask", "Dahl"),
    ("Ulf Rask", "Ann Dahl"),  # of the family
]


@pytest.mark.parametrize("beside", ENOUGH)
def test_two_persons_are_enough_or_one_and_two_bodies(beside: tuple[str, ...]) -> None:
    graphs = [story(number, person(name), *beside) for number, name in enumerate(("Ted Dahl", "Edward Dahl"))]
    assert set(sizes(graphs)) == {2}


@pytest.mark.parametrize("beside", TOO_LITTLE)
def test_less_is_too_little(beside: tuple[str, ...]) -> None:
    graphs = [story(number, person(name), *beside) for number, name in enumerate(("Ted Dahl", "Edward Dahl"))]
    labels = [{"Ted Dahl", "Edward Dahl"} & {e.label, *e.alt_labels} for e in resolve(graphs).entities]
    assert {"Ted Dahl", "Edward Dahl"} not in labels


TED, EDWARD, THEODORE = (person(name) for name in ("Ted Dahl", "Edward Dahl", "Theodore Dahl"))


def test_what_made_them_one_is_told() -> None:
    graphs = [story(1, TED, *TWO, "Acme Bank", "Peace Front"), story(2, EDWARD, *TWO, "Acme Bank", "Peace Front")]
    (match,) = resolve(graphs).matches
    assert len(match.between) == 1
    assert match.reasons == (
        "articles with either name both name Acme Bank, Peace Front, Siv Moen and 1 more",
        "short form: Edward, Ted",
    )


def test_who_may_be_either_of_two_is_neither() -> None:
    graphs = [story(number, entity, *TWO) for number, entity in enumerate((TED, EDWARD, THEODORE))]
    assert sizes(graphs) == [1, 1, 1, 3, 3]
    assert sum(any("would make one" in why for why in reasons) for reasons in told(resolve(graphs)).values()) == 2


def test_a_third_article_with_less_undoes_nothing() -> None:
    graphs = [story(1, TED, *TWO), story(2, EDWARD, *TWO), story(3, TED, "Mia Holm"), story(4, EDWARD)]
    assert sizes(graphs) == [1, 2, 2, 4]


def test_two_of_one_article_are_two() -> None:
    both = article(1, EDWARD, TED, *map(person, TWO))
    assert sizes([both, story(2, TED, *TWO)]) == [1, 2, 2, 2]


def test_what_people_judge_counts_before_it() -> None:
    graphs = [story(1, TED, *TWO), story(2, EDWARD, *TWO), story(3, THEODORE)]
    one, other, third = map(member, graphs)
    assert sizes(graphs, [different(one, other)]) == [1, 1, 1, 2, 2]
    assert sizes(graphs, [same(one, third)]) == [1, 2, 2, 2]
