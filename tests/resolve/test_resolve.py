"""Laws that hold for any documents and judgements."""

import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import (
    CorpusGraph,
    DocumentGraph,
    Judgement,
    Literal,
    LocalEntity,
    Member,
    Polarity,
    Qualifier,
    Review,
    Status,
    Verdict,
)
from kg.ontology import load_ontology
from kg.resolve import replay, resolve
from kg.resolve.likeness import Profile, likeness, profile, reasons
from tests.samples import Article

# Few names that are close to each other, so that chains and collisions are frequent.
LABELS = [
    "Ann Berg", "Ann Eve Berg", "Ann Mia Berg", "Ann Lee", "Ann Eve Lee", "Anne LEE", "Lee Ann", "Lee",
    "A. Lee", "Ann Lee Jr.", "Oslo", "Oslo City", "PAX", "Peace Alliance", "Press Alliance", "Interior Ministry",
    "Oslo Interior Ministry", "…",
]  # fmt: skip
KINDS = ["Person", "Organization", "Country", "City", "Place", "Thing"]
ALIASES = [(), ("PAX",), ("Peace Alliance",), ("Lee",), ("Oslo City",)]
RELATIONS = ["defeated", "hasRoleAt", "siblingOf", "supports", "opposes", "age", "rel:warn_about"]
DATES = [None, Literal("2018-11-21", "date"), Literal("2018-11", "gYearMonth"), Literal("2019", "gYear")]
PROFILES = st.builds(
    lambda kind, label, alt: profile(LocalEntity("x", kind, label, alt)),
    st.sampled_from(KINDS),
    st.sampled_from(LABELS),
    st.sampled_from(ALIASES),
)
OF_CLAIM = [Verdict.REJECT, Verdict.CONFIRM]
OF_TWO = [Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE]
VERBS = [f"verb{number}." for number in range(5)]


@st.composite
def articles(draw: st.DrawFn, number: int) -> DocumentGraph:
    article = Article(f"Article {number}: {' '.join(VERBS)}")
    labels = draw(st.lists(st.sampled_from(LABELS), min_size=1, max_size=5, unique=True))
    ids = [
        article.entity(
            label, draw(st.sampled_from(KINDS)), alt=draw(st.sampled_from(ALIASES)), named=draw(st.integers(0, 4)) > 0
        )
        for label in labels
    ]
    for verb in draw(st.lists(st.sampled_from(VERBS), max_size=5, unique=True)):
        date = draw(st.sampled_from(DATES))
        article.claim(
            draw(st.sampled_from(RELATIONS)),
            verb,
            draw(st.sampled_from([None, *ids])),
            draw(st.sampled_from(ids)),
            polarity=draw(st.sampled_from(Polarity)),
            qualifiers=(Qualifier("date", date),) if date else (),
        )
    return article.graph()


@st.composite
def corpora(draw: st.DrawFn) -> tuple[list[DocumentGraph], list[Judgement]]:
    graphs = [draw(articles(number)) for number in range(draw(st.integers(1, 5)))]
    members = [Member(graph.document.id, entity.id) for graph in graphs for entity in graph.entities]
    pairs = list(combinations(members, 2)) or [(members[0], Member("elsewhere", "x"))]
    judged = draw(st.lists(st.tuples(st.sampled_from(OF_TWO), st.sampled_from(pairs)), max_size=3))
    return graphs, [Judgement(verdict, left.reference, right.reference) for verdict, (left, right) in judged]


def owners(corpus: CorpusGraph) -> dict[str, str]:
    """By what a judgement calls a local entity."""
    return {member.reference: entity.id for entity in corpus.entities for member in entity.members}


@given(corpora(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_no_order_shows(made: tuple[list[DocumentGraph], list[Judgement]], chance: random.Random) -> None:
    graphs, judgements = made
    expected = resolve(graphs, judgements)
    turned = [Judgement(j.verdict, j.right, j.left) for j in judgements]
    chance.shuffle(graphs)
    chance.shuffle(turned)
    assert resolve(graphs, turned) == expected


@given(corpora())
@settings(max_examples=100, deadline=None)
def test_everything_is_somewhere_exactly_once(made: tuple[list[DocumentGraph], list[Judgement]]) -> None:
    graphs, judgements = made
    corpus = resolve(graphs, judgements)
    members = sorted(member for entity in corpus.entities for member in entity.members)
    assert members == sorted(Member(graph.document.id, entity.id) for graph in graphs for entity in graph.entities)
    claims = sorted(claim for s in corpus.statements for claim in (*s.asserted_by, *s.negated_by))
    assert claims == sorted(claim.id for graph in graphs for claim in graph.claims)


@given(corpora())
@settings(max_examples=100, deadline=None)
def test_ids_are_unique_and_sorted(made: tuple[list[DocumentGraph], list[Judgement]]) -> None:
    corpus = resolve(*made)
    for nouns in (corpus.entities, corpus.statements, corpus.conflicts, corpus.changes):
        ids = [noun.id for noun in nouns]
        assert ids == sorted(set(ids))
    names = [name for entity in corpus.entities for name in (entity.id, *entity.replaces)]
    assert len(names) == len(set(names))


@given(corpora())
@settings(max_examples=100, deadline=None)
def test_who_must_not_meet_does_not(made: tuple[list[DocumentGraph], list[Judgement]]) -> None:
    graphs, judgements = made
    known = {Member(graph.document.id, e.id).reference: (graph, e) for graph in graphs for e in graph.entities}
    owner = owners(resolve(graphs, judgements))
    for judgement in judgements:
        if judgement.verdict == "different" and {judgement.left, judgement.right} <= known.keys():
            assert owner[judgement.left] != owner[judgement.right]
    if not any(judgement.verdict == "same" for judgement in judgements):
        for left, right in combinations(known, 2):
            if owner[left] == owner[right]:
                assert known[left][0] != known[right][0]
                assert known[left][1].named
                assert known[right][1].named


@given(corpora())
@settings(max_examples=100, deadline=None)
def test_a_single_judgement_holds(made: tuple[list[DocumentGraph], list[Judgement]]) -> None:
    graphs, judgements = made
    for judgement in judgements:
        owner = owners(resolve(graphs, [judgement]))
        if {judgement.left, judgement.right} <= owner.keys():
            assert (owner[judgement.left] == owner[judgement.right]) is (judgement.verdict is Verdict.SAME)


@given(corpora(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_any_rows_are_replayed_in_any_order(
    made: tuple[list[DocumentGraph], list[Judgement]], chance: random.Random
) -> None:
    graphs, judgements = made
    members = sorted(Member(graph.document.id, entity.id) for graph in graphs for entity in graph.entities)
    claims = sorted(claim.id for graph in graphs for claim in graph.claims)
    rows = [
        *judgements,
        *(Judgement(Verdict.REJECT, member.reference) for member in members if chance.random() < 0.1),
        *(
            Judgement(Verdict.PIN_NAME, m.reference, name=chance.choice(LABELS))
            for m in members
            if chance.random() < 0.1
        ),
        *(Judgement(chance.choice(OF_CLAIM), f"claim:{claim}") for claim in claims if chance.random() < 0.3),
    ]
    corpus = resolve(graphs, rows)
    assert resolve(graphs[::-1], chance.sample(rows, len(rows))) == corpus
    assert sorted((*corpus.rejected, *(m for e in corpus.entities for m in e.members))) == members
    assert {s.status for s in corpus.statements if s.review is Review.REJECTED} <= {Status.TENTATIVE}
    told = replay(rows, graphs, corpus)
    excused = {*told.waiting, *(row for found in told.contradictions for row in found.rows)}
    assert all(_holds(row, corpus) for row in rows if row not in excused)


def _holds(row: Judgement, corpus: CorpusGraph) -> bool:
    """Whether the graph is as the row wants it; a claim about the rejected has no statement to be judged."""
    owner = owners(corpus)
    left, right = owner.get(row.left), owner.get(row.right)
    match row.verdict:
        case Verdict.SAME:
            return left == right
        case Verdict.DIFFERENT:
            return left is None or right is None or left != right
        case Verdict.PIN_NAME:
            return left is None or next(e.label for e in corpus.entities if e.id == left) == row.name
        case Verdict.REJECT | Verdict.CONFIRM if row.left.startswith("claim:"):
            claim = row.left.removeprefix("claim:")
            found = [s.review for s in corpus.statements if claim in (*s.asserted_by, *s.negated_by)]
            return found in ([], [Review.CONFIRMED if row.verdict is Verdict.CONFIRM else Review.REJECTED])
        case Verdict.REJECT:
            return left is None
        case _:
            return True


@given(corpora())
@settings(max_examples=60, deadline=None)
def test_statements_refer_to_entities(made: tuple[list[DocumentGraph], list[Judgement]]) -> None:
    corpus = resolve(*made)
    ids = {entity.id for entity in corpus.entities}
    ends = {end for s in corpus.statements for end in (s.subject, s.object) if isinstance(end, str)}
    values = {q.value for s in corpus.statements for q in s.qualifiers if isinstance(q.value, str)}
    assert ends | values <= ids


@given(PROFILES, PROFILES)
def test_likeness_has_no_direction(left: Profile, right: Profile) -> None:
    assert likeness(left, right, load_ontology()) == likeness(right, left, load_ontology())
    assert reasons(left, right, load_ontology()) == reasons(right, left, load_ontology())


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_may_be_a_name(left: str, right: str) -> None:
    graphs = [
        DocumentGraph(Article(f"Article {n}").document, (LocalEntity("x", kind, label),))
        for n, (label, kind) in enumerate([(left, "Person"), (right, "Person"), (left, "Organization")])
    ]
    assert len({entity.id for entity in resolve(graphs).entities}) >= 2


def test_nothing_makes_nothing() -> None:
    assert resolve([]) == CorpusGraph()
