from kg.model import CorpusGraph, Entity, Member, PossibleMatch
from kg.pages.lookup import Lookup
from kg.pages.matches import match_text, possible, telling


def entity(id: str, articles: int) -> Entity:
    return Entity(id, "Person", id.title(), (), True, tuple(Member(str(n), id) for n in range(articles)))


def match(id: str, *between: str, likeness: float = 0.7, reason: str = "same sound: *Ann*") -> PossibleMatch:
    return PossibleMatch(id, between, (Member("0", "x"), Member("1", "y")), likeness, (reason,))


CORPUS = CorpusGraph((entity("ann lee", 3), entity("anne lee", 2), entity("lee", 1)))
LOOKUP = Lookup.of(CORPUS, ())


def test_a_match_is_one_harmless_line() -> None:
    assert match_text(match("m", "ann lee", "anne lee", reason="a\x1b[0m\nb"), LOOKUP) == (
        "“Ann Lee” (3 articles) and “Anne Lee” (2 articles) may be one: a\\u001b[0m b"
    )
    assert match_text(match("m", "lee"), LOOKUP).startswith("“Lee” (1 article) may be two: ")


def test_those_that_take_part_in_most_come_first_then_the_most_alike() -> None:
    found = [
        match("a", "ann lee", "lee"),
        match("b", "anne lee", "lee", likeness=0.8),
        match("c", "ann lee", "anne lee"),
    ]
    assert [one.id for one in telling(found, LOOKUP)] == ["c", "b", "a"]


def test_the_list_is_bounded_and_the_rest_is_counted() -> None:
    matches = tuple(match(f"{n:02}", "ann lee", "lee") for n in range(40))
    heading, lines, short = possible(CorpusGraph(CORPUS.entities, matches=matches), LOOKUP)
    assert heading == "## Possible matches: 40"
    assert lines.count("\n") == 30
    assert "\\*Ann\\*" in lines
    assert lines.endswith("- … and 10 more: `kg review --list` shows all of them.")
    assert short.startswith("1 persons go by a single name.")


def test_none_are_none() -> None:
    assert possible(CorpusGraph(), LOOKUP) == ["## Possible matches: 0", "None."]
