"""Both sides of a conflict in words, with the claims that clash and no others."""

from kg.disagreements import Disagreement, as_text, disagreements
from kg.model import CorpusGraph, DocumentGraph, Literal, Polarity, Qualifier
from kg.resolve import resolve
from tests.samples import Article

DAY = Literal("2018-11-21", "date")


def death(place: str, *, polarity: Polarity = Polarity.POSITIVE, cue: str | None = None) -> DocumentGraph:
    article = Article(f"Ann Lee died in {place}, it is said.", issued=DAY)
    where = Qualifier("place", article.entity(place, "City"))
    details = (where,) if polarity is Polarity.POSITIVE else ()
    article.claim("died", "died", article.entity("Ann Lee"), polarity=polarity, cue=cue, qualifiers=details)
    return article.graph()


def found(*graphs: DocumentGraph, term: str = "", kind: str = "") -> tuple[Disagreement, ...]:
    return disagreements(resolve(graphs), graphs, term, kind).found


def test_a_detail_makes_a_side_for_each_value() -> None:
    (conflict,) = found(death("Oslo"), death("Bergen"), death("Oslo", cue="said"))
    assert conflict.kind == "incompatible places"
    assert [side.words for side in conflict.sides] == ["Ann Lee died (place: Bergen)", "Ann Lee died (place: Oslo)"]
    assert [len(side.receipts) for side in conflict.sides] == [1, 2]


def test_what_is_said_and_denied_has_two_sides_of_one_statement() -> None:
    (conflict,) = found(death("Oslo"), death("Bergen", polarity=Polarity.NEGATIVE))
    assert conflict.kind == "asserted and denied"
    assert [side.words for side in conflict.sides] == ["Ann Lee died", "Ann Lee not: died"]
    assert len({side.statement for side in conflict.sides}) == 1
    assert [receipt.polarity for side in conflict.sides for receipt in side.receipts] == list(Polarity)


def test_kinds_and_names_narrow_the_list() -> None:
    graphs = death("Oslo"), death("Bergen")
    assert len(found(*graphs, term="ann lee", kind="incompatible places")) == 1
    assert found(*graphs, kind="MutualDefeat") == ()
    assert found(*graphs, term="Oslo") == ()


def test_an_empty_graph_says_that_nothing_was_there_to_look_at() -> None:
    assert as_text(disagreements(CorpusGraph(), [])).plain.startswith(
        "No conflict: of 0 statements that somebody makes"
    )


def test_hostile_words_are_shown_and_do_nothing() -> None:
    graphs = death("Oslo\x1b[31m"), death("Bergen\u202e")
    text = as_text(disagreements(resolve(graphs), graphs), "«{}»").plain
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "Oslo\\u001b[31m" in text
