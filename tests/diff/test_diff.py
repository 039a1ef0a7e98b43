"""What is said to differ between two graphs."""

import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.diff import Compared, diff, text
from kg.model import DifferenceKind, DocumentGraph, Judgement, Literal, Polarity, Qualifier, Status, Verdict
from kg.resolve import resolve
from tests.resolve.test_resolve import corpora
from tests.samples import Article

Sample = tuple[list[DocumentGraph], list[Judgement]]
DAY, MONTH = Literal("2018-11-21", "date"), Literal("2018-11", "gYearMonth")


def compared(old: Sequence[DocumentGraph], new: Sequence[DocumentGraph], *judged: Judgement) -> Compared:
    return diff((resolve(old), old), (resolve(new, judged), new))


def lines(found: Compared, *, details: bool = False, sentences: bool = False) -> list[str]:
    """Without ids, whose digits say nothing."""
    return [line.partition("  st:")[0] for line in text(found, details=details, sentences=sentences)]


def changes(found: Compared) -> list[tuple[DifferenceKind, str | None, str | None]]:
    return [(d.kind, d.words_before, d.words_after) for d in (*found.entities, *found.statements)]


def vote(
    name: str, source: str, *, rival: str = "Bo Berg", cue: str | None = None, day: Literal | None = None
) -> Article:
    """An article in which somebody beats somebody."""
    article = Article(f"{name} beat {rival}, {source} {'said' if cue else 'saw'}.", source)
    winner, loser = article.entity(name), article.entity(rival)
    qualifiers = (Qualifier("date", day),) if day else ()
    article.claim("defeated", "beat", winner, loser, cue=cue, qualifiers=qualifiers)
    return article


def same(left: str, right: str) -> Judgement:
    return Judgement(Verdict.SAME, left, right)


def member(article: Article, name: str) -> str:
    return f"doc:{article.document.id}#{next(e.id for e in article.graph().entities if e.label == name)}"


def test_two_that_are_equal_have_no_difference() -> None:
    graphs = [vote("Ann Lee", "a.txt").graph()]
    found = compared(graphs, graphs)
    assert found.differences == ()
    assert lines(found) == ["Nothing differs; 1 statement the same."]


def test_a_new_article_brings_statements_and_a_stronger_status() -> None:
    one = vote("Ann Lee", "a.txt", cue="said").graph()
    two = vote("Ann Lee", "b.txt")
    two.claim("died", "saw", "bo-berg")
    found = compared([one], [one, two.graph()])
    assert lines(found, details=True) == [
        "Articles: 1 came.",
        "  came: b.txt",
        "",
        "1 statement changed status:",
        "  Attributed → Reported  Ann Lee defeated Bo Berg",
        "      documents: 1 → 2",
        "      independent sources: 1 → 2",
        "",
        "1 statement came:",
        "  Reported  Bo Berg died",
        "",
        "0 statements the same.",
    ]


def test_what_came_in_one_direction_went_in_the_other() -> None:
    one, two = vote("Ann Lee", "a.txt").graph(), vote("Cy Cole", "b.txt").graph()
    assert changes(compared([one], [one, two])) == [(DifferenceKind.CAME, None, "Cy Cole defeated Bo Berg")]
    assert changes(compared([one, two], [one])) == [(DifferenceKind.WENT, "Cy Cole defeated Bo Berg", None)]


def test_the_sentences_that_came_and_went_are_shown() -> None:
    one, two = vote("Ann Lee", "a.txt", cue="said").graph(), vote("Ann Lee", "b.txt").graph()
    shown = lines(compared([one], [two]), sentences=True)
    assert [line for line in shown if line.startswith("      ")] == [
        "      - «Ann Lee» «beat» «Bo Berg», a.txt said.",
        "        Attributed: said by somebody not named; a.txt",
        "      + «Ann Lee» «beat» «Bo Berg», b.txt saw.",
        "        Reported: in the article's own voice; b.txt",
    ]


def test_who_is_called_otherwise_is_told_once_and_the_statements_stay() -> None:
    one = vote("Jon Yang Kim", "a.txt")
    more = [vote("Jong-yang Kim", source) for source in ("b.txt", "c.txt")]
    joined = same(member(one, "Jon Yang Kim"), member(more[0], "Jong-yang Kim"))
    old, new = [one.graph()], [one.graph(), *(article.graph() for article in more)]
    found = compared(old, new, joined)
    assert found.entities[0].kind is DifferenceKind.RENAMED
    assert [d.kind for d in found.statements] == [DifferenceKind.DETAILS_CHANGED]
    assert "  Jon Yang Kim is now called Jong-yang Kim (in 1 statement)" in lines(found)
    assert "1 statement changed in details only: --details lists them." in lines(found)


def test_who_are_now_one_are_told_and_who_are_now_two() -> None:
    one, two = vote("Ann Lee", "a.txt"), vote("Nan Lo", "b.txt")
    graphs = [one.graph(), two.graph()]
    joined = same(member(one, "Ann Lee"), member(two, "Nan Lo"))
    merged = compared(graphs, graphs, joined)
    assert "  Ann Lee and Nan Lo are now one: Ann Lee (in 1 statement)" in lines(merged)
    assert {d.kind for d in merged.statements} == {DifferenceKind.DETAILS_CHANGED}
    split = diff((resolve(graphs, [joined]), graphs), (resolve(graphs), graphs))
    assert "  Ann Lee is now told apart: Ann Lee and Nan Lo (in 2 statements)" in lines(split)
    assert {d.kind for d in split.statements} == {DifferenceKind.DETAILS_CHANGED}


def test_a_date_that_is_known_better_is_a_detail_of_the_same_statement() -> None:
    one, two = vote("Ann Lee", "a.txt", day=MONTH).graph(), vote("Ann Lee", "b.txt", day=DAY).graph()
    found = compared([one], [one, two])
    assert [d.kind for d in found.statements] == [DifferenceKind.DETAILS_CHANGED]
    assert "      date: 2018-11 → 2018-11-21" in lines(found, details=True)


def test_a_correction_of_one_article_leaves_what_it_says_of_the_unnamed_as_it_was() -> None:
    def article(votes: str, source: str = "a.txt") -> DocumentGraph:
        made = Article(f"Ann Lee beat a rival by {votes} votes. Experts warned Lee.", source)
        ann, rival = made.entity("Ann Lee"), made.entity("a rival", named=False)
        made.claim("defeated", "beat", ann, rival, qualifiers=(Qualifier("votesFor", Literal(votes, "integer")),))
        made.claim("warns", "warned", made.entity("Experts", "Group", named=False), ann)
        return made.graph()

    corrected = compared([article("101")], [article("110")])
    assert [d.kind for d in corrected.articles] == [DifferenceKind.REPLACED]
    assert [d.kind for d in corrected.statements] == [DifferenceKind.DETAILS_CHANGED, DifferenceKind.RENAMED]
    assert "      votes for: 101 → 110" in lines(corrected, details=True)
    elsewhere = compared([article("101")], [article("110", "b.txt")])
    assert {d.kind for d in elsewhere.statements} == {DifferenceKind.CAME, DifferenceKind.WENT}


def test_the_same_bytes_under_another_name_are_told() -> None:
    found = compared([vote("Ann Lee", "a.txt").graph()], [renamed(vote("Ann Lee", "a.txt").graph(), "b.txt")])
    assert lines(found)[:2] == ["Articles: 1 under another name.", "  under another name: b.txt, which was a.txt"]


def renamed(graph: DocumentGraph, *sources: str) -> DocumentGraph:
    from dataclasses import replace

    return replace(graph, document=replace(graph.document, sources=sources))


def test_an_article_that_lost_one_of_two_sources_to_another_was_replaced_there() -> None:
    one, two = vote("Ann Lee", "a.txt").graph(), vote("Cy Cole", "a.txt").graph()
    found = compared([renamed(one, "a.txt", "b.txt")], [renamed(one, "b.txt"), two])
    (change,) = found.articles
    assert (change.kind, change.words_after) == (DifferenceKind.REPLACED, "a.txt")
    assert (change.before, change.after) == ((f"doc:{one.document.id}",), (f"doc:{two.document.id}",))


def test_a_denial_that_came_is_no_longer_the_same_status() -> None:
    one, two = vote("Ann Lee", "a.txt").graph(), Article("Ann Lee did not beat Bo Berg.", "b.txt")
    two.claim("defeated", "beat", two.entity("Ann Lee"), two.entity("Bo Berg"), polarity=Polarity.NEGATIVE)
    (change,) = compared([one], [one, two.graph()]).statements
    assert (change.status_before, change.status_after) == (Status.REPORTED, Status.DISPUTED)


def votes(number: str, source: str, name: str = "Ann Lee") -> Article:
    article = Article(f"{name} beat Bo Berg by {number} votes, {source} saw.", source)
    winner, loser = article.entity(name), article.entity("Bo Berg")
    article.claim("defeated", "beat", winner, loser, qualifiers=(Qualifier("votesFor", Literal(number, "integer")),))
    return article


def members(number: str, source: str, day: Literal) -> DocumentGraph:
    article = Article(f"Unity has {number} members, {source} saw.", source, day)
    article.claim("memberCount", "has", article.entity("Unity", "Organization"), Literal(number, "integer"))
    return article.graph()


def test_a_conflict_that_came_and_one_that_went() -> None:
    one, two = votes("101", "a.txt").graph(), votes("110", "b.txt").graph()
    sides = "Ann Lee defeated Bo Berg (votes for: 101); but Ann Lee defeated Bo Berg (votes for: 110)"
    for found, word in ((compared([one], [one, two]), "came"), (compared([one, two], [one]), "went")):
        shown = [line.partition("  conflict:")[0] for line in lines(found)]
        told = shown.index(f"1 conflict {word}:")
        assert shown[told + 1 : told + 3] == [f"  contradictory votes: {sides}", ""]
        (conflict,) = found.conflicts
        assert (conflict.before or conflict.after)[0].startswith("conflict:")


def test_a_conflict_whose_sides_say_something_else_is_told_with_what_it_was() -> None:
    one, two, three = (votes(n, f"{n}.txt").graph() for n in ("101", "110", "120"))
    shown = lines(compared([one, two], [one, three]))
    told = shown.index("1 conflict changed:")
    assert "(votes for: 120)" in shown[told + 1]
    assert shown[told + 2].startswith("      was: contradictory votes: ")
    assert shown[told + 2].endswith("(votes for: 110)")


def test_a_conflict_goes_on_where_its_statement_does_though_who_it_is_about_is_called_otherwise() -> None:
    one, two = votes("101", "a.txt"), votes("110", "b.txt")
    pinned = Judgement(Verdict.PIN_NAME, member(one, "Ann Lee"), name="Anna Lee")
    old = [one.graph(), two.graph()]
    found = compared(old, old, pinned)
    (conflict,) = found.conflicts
    assert conflict.kind is DifferenceKind.DETAILS_CHANGED
    assert conflict.before != conflict.after


def test_a_change_over_time_that_came() -> None:
    one, two = (members(n, f"{n}.txt", Literal(f"{year}-11-21", "date")) for n, year in (("194", 2018), ("195", 2023)))
    found = compared([one], [one, two])
    shown = [line.partition("  change:")[0] for line in lines(found)]
    assert shown[shown.index("1 change over time came:") + 1] == (
        "  changed count, between 2018-11-21 and 2023-11-21: Unity number of members 194 → Unity number of members 195"
    )
    assert [d.kind for d in compared([one, two], [one]).changes] == [DifferenceKind.WENT]


def shultzes(count: int) -> list[DocumentGraph]:
    """Each two of so many pairs of persons may be one."""
    names = [
        f"{first} {last}"
        for first in ("George", "Helen", "Mark", "Ruth", "Paul")[:count]
        for last in ("Shultz", "Schultz")
    ]
    return [vote(name, f"{name}.txt").graph() for name in names]


def test_of_possible_matches_the_first_are_told_and_the_others_counted() -> None:
    graphs = shultzes(5)
    found = compared(graphs[::2], graphs)
    shown = [line.partition("  match:")[0] for line in lines(found)]
    told = shown.index("5 possible matches came:")
    assert ["” (1 article) may be one: " in line for line in shown[told + 1 : told + 4]] == [True] * 3
    assert shown[told + 4] == "  … and 2 more, which --format turtle lists"
    assert len(found.matches) == 5


def test_a_possible_match_that_a_person_has_decided_went() -> None:
    graphs = shultzes(1)
    (match,) = resolve(graphs).matches
    left, right = (end.reference for end in match.members)
    decided = Judgement(Verdict.UNSURE, left, right)
    found = compared(graphs, graphs, decided)
    assert [d.kind for d in found.differences] == [DifferenceKind.WENT]
    assert "1 possible match went:" in lines(found)


def test_a_possible_match_of_which_more_is_known_is_the_same() -> None:
    graphs = shultzes(1)
    assert compared(graphs, [*graphs, vote("George Shultz", "c.txt", rival="Cy Cole").graph()]).matches == ()


@given(corpora(), st.integers(0, 5), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_laws(made: Sample, cut: int, chance: random.Random) -> None:
    """Nothing differs from itself; every statement is told or counted; no order shows; the reverse says the reverse."""
    new, judgements = made
    old = new[:cut]
    first, second = (resolve(old), old), (resolve(new, judgements), new)
    assert diff(second, second).differences == ()
    found, back = diff(first, second), diff(second, first)
    told = {id for d in found.statements for id in d.before}
    assert len(told) + found.same >= len(first[0].statements)
    assert [d.before for d in back.statements if d.kind is DifferenceKind.WENT] == [
        d.after for d in found.statements if d.kind is DifferenceKind.CAME
    ]
    for there, again in (
        (found.conflicts, back.conflicts),
        (found.changes, back.changes),
        (found.matches, back.matches),
    ):
        assert {d.before for d in again if d.kind is DifferenceKind.WENT} == {
            d.after for d in there if d.kind is DifferenceKind.CAME
        }
    shuffled = list(new)
    chance.shuffle(shuffled)
    assert diff(first, (second[0], shuffled)).differences == found.differences
