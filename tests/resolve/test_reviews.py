"""What people decide of statements, participants and names, and what becomes of rows that cannot hold."""

import pytest

from kg.model import (
    Certainty,
    CorpusGraph,
    DocumentGraph,
    Judgement,
    Literal,
    Member,
    Polarity,
    Qualifier,
    Review,
    Statement,
    Status,
    Verdict,
)
from kg.resolve import replay, resolve
from tests.samples import Article, election


def only(corpus: CorpusGraph, relation: str) -> Statement:
    (statement,) = (s for s in corpus.statements if s.relation == relation)
    return statement


def article(number: int, *labels: str) -> DocumentGraph:
    made = Article(f"Article {number}.", f"{number}.txt")
    for label in labels:
        made.entity(label)
    return made.graph()


def row(verdict: Verdict, left: str, right: str = "", name: str = "", line: int = 2) -> Judgement:
    return Judgement(verdict, left, right, name, "Eve", "2024-05-31", "", line)


def of_claim(verdict: Verdict, relation: str, graph: int = 0, line: int = 2) -> Judgement:
    claim = next(c for c in election()[graph].claims if c.relation == relation)
    return row(verdict, f"claim:{claim.id}", line=line)


class TestStatements:
    def test_a_rejected_one_is_tentative_with_all_its_claims_and_says_so(self) -> None:
        before, after = (
            only(resolve(election(), rows), "defeated") for rows in ((), [of_claim(Verdict.REJECT, "defeated", 1)])
        )
        assert (before.status, after.status, after.review) == (Status.REPORTED, Status.TENTATIVE, Review.REJECTED)
        assert (after.id, after.asserted_by, after.documents) == (before.id, before.asserted_by, 2)

    @pytest.mark.parametrize(
        ("certainty", "polarity", "cue", "status"),
        [
            (Certainty.CERTAIN, Polarity.POSITIVE, None, Status.REPORTED),
            (Certainty.CERTAIN, Polarity.POSITIVE, "says", Status.ATTRIBUTED),
            (Certainty.CERTAIN, Polarity.NEGATIVE, None, Status.DENIED),
            (Certainty.EXPECTED, Polarity.POSITIVE, None, Status.ANTICIPATED),
        ],
    )
    def test_a_confirmed_one_was_read_rightly_and_no_more(
        self, certainty: Certainty, polarity: Polarity, cue: str | None, status: Status
    ) -> None:
        made = Article("Ann Lee visited Oslo, she says.")
        claim = made.claim(
            "visits",
            "visited",
            made.entity("Ann Lee"),
            made.entity("Oslo", "City"),
            certainty=certainty,
            polarity=polarity,
            cue=cue,
            status=Status.TENTATIVE,
            confidence=0.2,
        )
        (statement,) = resolve([made.graph()], [row(Verdict.CONFIRM, f"claim:{claim.id}")]).statements
        assert (statement.status, statement.review) == (status, Review.CONFIRMED)

    def test_rejection_wins_over_confirmation_and_both_are_told(self) -> None:
        rows = [of_claim(Verdict.CONFIRM, "defeated", 0, line=2), of_claim(Verdict.REJECT, "defeated", 1, line=3)]
        corpus = resolve(election(), rows)
        assert only(corpus, "defeated").review is Review.REJECTED
        (found,) = replay(rows, election(), corpus).contradictions
        assert (found.rows, found.outcome) == (tuple(rows), "the statement stays rejected")


class TestParticipants:
    unity = row(Verdict.REJECT, "a/one.txt#Unity")

    def test_a_rejected_one_is_in_no_entity_and_no_statement_wherever_it_is_named(self) -> None:
        corpus = resolve(election(), [self.unity])
        assert corpus.rejected == tuple(sorted(Member(graph.document.id, "unity") for graph in election()))
        assert "unity" not in {entity.id for entity in corpus.entities}
        assert {s.relation for s in corpus.statements} == {"age", "defeated"}

    def test_as_a_detail_it_is_left_out(self) -> None:
        statement = only(resolve(election(), [row(Verdict.REJECT, "a/one.txt#Oslo")]), "defeated")
        assert [q.name for q in statement.qualifiers] == ["votesAgainst", "votesFor"]
        assert Qualifier("votesFor", Literal("101", "integer")) in statement.qualifiers


class TestNames:
    graphs = (article(1, "Aleksandr Berg"), article(2, "Alexander Berg"))

    def test_a_pinned_name_is_the_label_and_the_id(self) -> None:
        (entity,) = resolve(self.graphs, [row(Verdict.PIN_NAME, "2.txt#Alexander Berg", name="Sasha Berg")]).entities
        assert (entity.id, entity.label, entity.alt_labels) == (
            "sasha-berg",
            "Sasha Berg",
            ("Aleksandr Berg", "Alexander Berg"),
        )
        assert entity.replaces == ("aleksandr-berg", "alexander-berg")

    @pytest.mark.parametrize("order", [1, -1])
    def test_of_two_the_first_in_the_alphabet_holds_and_both_are_told(self, order: int) -> None:
        rows = [
            row(Verdict.PIN_NAME, "1.txt#Aleksandr Berg", name="Sasha Berg", line=2),
            row(Verdict.PIN_NAME, "2.txt#Alexander Berg", name="Alex Berg", line=3),
        ]
        corpus = resolve(self.graphs, rows[::order])
        (found,) = replay(rows, self.graphs, corpus).contradictions
        assert corpus.entities[0].label == "Alex Berg"
        assert (found.rows, found.outcome) == (tuple(rows), "its name is “Alex Berg”")


class TestWhatCannotHold:
    graphs = tuple(article(n, name) for n, name in enumerate(["Ann", "Bo", "Cy", "Di"], 1))

    def joined(self, rows: list[Judgement]) -> set[str]:
        found = resolve(self.graphs, rows).entities
        return {" ".join(sorted((e.label, *e.alt_labels))) for e in found}

    def test_a_chain_between_two_that_are_different_joins_nobody_on_it(self) -> None:
        chain = [
            row(Verdict.SAME, "1.txt#Ann", "2.txt#Bo", line=2),
            row(Verdict.SAME, "2.txt#Bo", "3.txt#Cy", line=3),
            row(Verdict.DIFFERENT, "3.txt#Cy", "1.txt#Ann", line=4),
        ]
        beside = row(Verdict.SAME, "4.txt#Di", "2.txt#Bo", line=5)
        assert self.joined([*chain, beside]) == {"Ann", "Cy", "Bo Di"}
        (found,) = replay([*chain, beside], self.graphs, resolve(self.graphs, [*chain, beside])).contradictions
        assert (found.rows, found.outcome) == (tuple(chain), "they stay two")

    def test_same_overrules_unsure(self) -> None:
        rows = [row(Verdict.UNSURE, "1.txt#Ann", "2.txt#Bo"), row(Verdict.SAME, "1.txt#Ann", "2.txt#Bo")]
        assert self.joined(rows) == {"Ann Bo", "Cy", "Di"}

    def test_what_is_not_there_waits(self) -> None:
        rows = [row(Verdict.SAME, "1.txt#Ann", "9.txt#Bo"), row(Verdict.REJECT, "claim:77b0", line=3)]
        assert replay(rows, self.graphs, resolve(self.graphs, rows)).waiting == tuple(rows)

    def test_nobody_is_different_from_oneself(self) -> None:
        one = Article("Ann Lee, or Lee, won.", "a.txt")
        one.entity("Ann Lee", alt=("Lee",))
        verdict = row(Verdict.DIFFERENT, "a.txt#Ann Lee", "a.txt#Lee")
        (found,) = replay([verdict], [one.graph()], resolve([one.graph()], [verdict])).contradictions
        assert found.outcome == "the article takes both for one, which nothing here can part"


def test_unsure_keeps_apart_what_names_alone_would_join() -> None:
    graphs = [article(1, "Ann Lee"), article(2, "Ann Lee")]
    left, right = (Member(graph.document.id, "ann-lee").reference for graph in graphs)
    unsure = Judgement(Verdict.UNSURE, left, right)
    assert len(resolve(graphs, [unsure]).entities) == 2
