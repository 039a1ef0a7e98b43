"""A surname beside an office is a full name of another article only where office, body, time and company agree."""

import pytest

from kg.model import DocumentGraph, Literal, Member, Polarity, Qualifier, Status
from kg.resolve import resolve
from tests.resolve.test_identity import different, sizes
from tests.resolve.test_matches import told
from tests.samples import Article

BESIDE = ("Siv Moen", "Peace Front")
KINDS = {"Norway": "Country", "Finland": "Country"}


def report(
    number: int,
    label: str,
    title: str = "president",
    *beside: str,
    at: str | None = None,
    tenure: str | None = None,
    issued: str | None = None,
    polarity: Polarity = Polarity.POSITIVE,
    status: Status | None = None,
) -> DocumentGraph:
    """An article that says an office of one, and names others; bodies end in "Front" or "Bank"."""
    article = Article(f"Report {number} leads.", issued=Literal(issued, "date") if issued else None)
    for name in beside:
        article.entity(name, "Organization" if name.endswith(("Front", "Bank")) else "Person")
    body = at and article.entity(at, KINDS.get(at, "Organization"))
    details = [("title", title), ("tenure", tenure)]
    qualifiers = tuple(Qualifier(name, Literal(text)) for name, text in details if text)
    holder = article.entity(label)
    article.claim("hasRoleAt", "leads", holder, body, qualifiers=qualifiers, polarity=polarity, status=status)
    return article.graph()


def joined(*graphs: DocumentGraph) -> bool:
    """Whether a surname is one with a full name."""
    names = [{entity.label, *entity.alt_labels} for entity in resolve(graphs).entities if entity.kind == "Person"]
    return any(len(own) > 1 and any(" " not in name for name in own) for own in names)


FULL = report(1, "Ann Rask", "president", *BESIDE)


def test_a_surname_beside_an_office_is_the_full_name_that_has_it() -> None:
    assert sizes([FULL, report(2, "Rask", "president", *BESIDE)]) == [2, 2, 2]
    assert resolve([FULL, report(2, "Rask", "president", *BESIDE)]).matches == ()


SAME = [
    (
        report(1, "Ann Rask", "president", "Siv Moen", at="Norway"),
        report(2, "Rask", "president", "Siv Moen", at="Norway"),
    ),
    (
        report(1, "Ann Rask", "chairman", "Siv Moen", at="Acme Bank"),
        report(2, "Rask", "chairman", "Siv Moen", at="Acme Bank"),
    ),
    (report(1, "Ann Rask", "president", *BESIDE, at="Norway"), report(2, "Rask", "president", *BESIDE)),
    (FULL, report(2, "Rask", "president", *BESIDE, issued="2019-01-02")),
    (
        report(1, "Ann Rask", "president", *BESIDE, issued="2018-11-22"),
        report(2, "Rask", "president", *BESIDE, issued="2019-01-02"),
    ),
    (
        report(1, "Ann Rask", "president", *BESIDE, tenure="former"),
        report(2, "Rask", "president", *BESIDE, tenure="former"),
    ),
    (
        report(1, "Ann Johnson", "president", "Siv Moen", "Ulf Dahl", at="Norway"),
        report(2, "Johnson", "president", "Siv Moen", "Ulf Dahl", at="Norway"),
    ),
]
APART = [
    (FULL, report(2, "Rask", "chancellor", *BESIDE)),
    (FULL, report(2, "Rask", "president", *BESIDE, tenure="former")),
    (FULL, report(2, "Rask", "president", *BESIDE, tenure="future")),
    (FULL, report(2, "Rask", "president", "Siv Moen")),
    (FULL, report(2, "Rask", "president", "Peace Front", "Royal Front", "Royal Bank", "Acme Bank")),
    (FULL, report(2, "Rask", "president", *BESIDE, polarity=Polarity.NEGATIVE)),
    (FULL, report(2, "Rask", "president", *BESIDE, status=Status.TENTATIVE)),
    (FULL, report(2, "Rask", "president", *BESIDE, "Ulf Rask")),
    (report(1, "Ann Rask", "president", *BESIDE, "Ulf Rask"), report(2, "Rask", "president", *BESIDE)),
    (report(1, "Ann Rask", "president", *BESIDE, at="Norway"), report(2, "Rask", "president", *BESIDE, at="Finland")),
    (report(1, "Ann Rask", "president", *BESIDE, at="Acme Bank"), report(2, "Rask", "president", *BESIDE)),
    (report(1, "Ann Rask", "senator", *BESIDE), report(2, "Rask", "senator", *BESIDE)),
    (report(1, "Ann Rask", "vice president", *BESIDE), report(2, "Rask", "vice president", *BESIDE)),
    (
        report(1, "Ann Rask", "president", *BESIDE, issued="2008-11-22"),
        report(2, "Rask", "president", *BESIDE, issued="2019-01-02"),
    ),
    (report(1, "Ann Johnson", "president", *BESIDE), report(2, "Johnson", "president", *BESIDE)),
    (
        report(1, "Kim Min Soo", "president", "Siv Moen", at="Norway"),
        report(2, "Kim", "president", "Siv Moen", at="Norway"),
    ),
    (report(1, "Rask", "president", *BESIDE), report(2, "Rask", "president", *BESIDE)),
    (report(1, "Ulf Rask", "president", *BESIDE), report(2, "Mrs. Rask", "president", *BESIDE)),
]


@pytest.mark.parametrize(("full", "bare"), SAME)
def test_office_body_time_and_company_agree(full: DocumentGraph, bare: DocumentGraph) -> None:
    assert joined(full, bare)


@pytest.mark.parametrize(("full", "bare"), APART)
def test_where_one_of_them_is_missing_or_differs_it_stays_apart(full: DocumentGraph, bare: DocumentGraph) -> None:
    assert not joined(full, bare)


def test_a_surname_without_an_office_stays_apart() -> None:
    bare = Article("Report 3.")
    for name in ("Siv Moen", "Ulf Dahl", "Rask"):
        bare.entity(name)
    assert not joined(FULL, bare.graph())


def test_brothers_who_follow_each_other_leave_a_surname_open() -> None:
    brothers = [report(number, name, "president", *BESIDE) for number, name in enumerate(("Ulf Rask", "Per Rask"))]
    bare = report(3, "Rask", "president", *BESIDE)
    assert joined(brothers[0], bare)
    assert not joined(*brothers, bare)
    reasons = [why for match in resolve([*brothers, bare]).matches for why in match.reasons if "office" in why]
    assert reasons == ["by the office it may be “Per Rask” or “Ulf Rask”"] * 2


def test_it_stands_for_every_full_name_that_is_surely_one_with_another() -> None:
    full = [report(1, "Ann Rask", "president", *BESIDE), report(2, "Ann Berit Rask", "president", *BESIDE)]
    assert sizes([*full, report(3, "Rask", "president", *BESIDE)]) == [3, 3, 3]


def test_two_surnames_are_one_by_way_of_the_full_name_alone() -> None:
    bare = [report(number, "Rask", "president", *BESIDE) for number in (2, 3)]
    assert sizes(bare) == [1, 1, 2, 2]
    assert sizes([FULL, *bare]) == [3, 3, 3]


def test_what_people_judge_counts_before_it() -> None:
    bare = report(2, "Rask", "president", *BESIDE)
    ends = [next((g, e.id) for e in g.entities if "Rask" in e.label) for g in (FULL, bare)]
    one, other = (Member(graph.document.id, id) for graph, id in ends)
    assert sizes([FULL, bare], [different(one, other)]) == [1, 1, 2, 2]


def test_the_list_for_people_does_not_grow_by_those_it_settles() -> None:
    bare = [report(number, "Rask", "president", *BESIDE) for number in range(2, 9)]
    longer = report(10, "Ann Berit Rask", "president", *BESIDE)
    assert len(told(resolve([FULL, longer, *bare]))) <= 1
