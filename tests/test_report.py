from dataclasses import replace

from kg.model import Change, CorpusGraph, Literal, Qualifier, Remark, Span
from kg.report import report
from kg.resolve import resolve
from tests.pages.corpora import HOSTILE, fuse, hostile, large, small
from tests.samples import Article, election


def test_it_counts_what_was_read_and_found() -> None:
    text = report(*small())
    assert "| a/one.txt |  | 2018-11-22 |  | 1 | 3 |" in text
    assert "## Entities: 6" in text
    assert "| person | 3 | 0 |" in text
    assert "| Denied | said not to be so | 1 |" in text
    assert "- **Reported** Ann Lee defeated Bo Berg (place: Oslo; votes against: 61; votes for: 101)" in text


def test_facts_are_bounded_and_the_bound_is_told() -> None:
    text = report(*large(), facts=5)
    assert "## Main facts: 5 of 49" in text
    assert text.count("\n  > (") == 5


def test_disagreements_show_both_sides() -> None:
    section = report(*large()).split("## Disagreements: 1")[1].split("##")[0]
    assert section.count("Cy Cole") == 2 or section.count("\n  - ") == 2
    assert "support and opposition" in section


def test_a_conflict_inside_one_statement_shows_both_values() -> None:
    graphs = []
    for number in ("101", "110"):
        article = Article(f"Ann Lee beat Bo Berg by {number} votes.", f"{number}.txt")
        votes = Qualifier("votesFor", Literal(number, "integer"))
        article.claim("defeated", "beat", article.entity("Ann Lee"), article.entity("Bo Berg"), qualifiers=(votes,))
        graphs.append(article.graph())
    section = report(resolve(graphs), graphs).split("## Disagreements: 1")[1].split("##")[0]
    assert section.split("\n")[2:5] == [
        "- contradictory votes:",
        "  - **Reported** Ann Lee defeated Bo Berg (votes for: 101)",
        "  - **Reported** Ann Lee defeated Bo Berg (votes for: 110)",
    ]


def test_changes_show_what_was_before_and_after_and_when() -> None:
    corpus, graphs = large()
    before, after = corpus.statements[:2]
    change = Change("c1", "ChangedCount", before.id, after.id, "2018-11-21", "2023-09-07")
    section = report(replace(corpus, changes=(change,)), graphs).split("## Changes: 1")[1].split("##")[0]
    assert "- changed count, between 2018-11-21 and 2023-09-07:\n" in section
    assert section.count("\n  - ") == 2


def test_what_was_not_used_is_told_by_reason_with_examples() -> None:
    graphs = election()
    unused = (
        Remark(Span(0, 7), "no participant"),
        Remark(Span(9, 12), "no participant"),
        Remark(Span(0, 3), "no verb: a caption"),
    )
    document = replace(graphs[0].document, boilerplate=(Remark(Span(0, 3), "caption"),), notes=("No date found.",))
    graphs[0] = replace(graphs[0], unused=unused, document=document)
    text = report(*fuse(graphs), [("b.pdf", "not a text"), ("a.bin", "not | text")])
    assert "## Not used: 3 sentences\n\n| Source | Sentences | With claims | no participant | no verb |" in text
    assert "| a/one.txt | 4 | 1 | 2 | 1 |" in text
    assert "- no participant: 2\n  - “Ann Lee” (a/one.txt)\n  - “57,” (a/one.txt)\n- no verb: a caption: 1" in text
    assert "## Set aside as no part of an article: 1 passages\n\n- caption: 1" in text
    assert "- a/one.txt: No date found." in text
    assert text.endswith("## Refused: 2\n\n- a.bin: not \\| text\n- b.pdf: not a text\n")


def test_order_of_documents_does_not_show() -> None:
    corpus, graphs = large()
    assert report(corpus, graphs) == report(corpus, graphs[::-1])


def test_nothing_found_is_a_report_too() -> None:
    text = report(CorpusGraph(), [], [("x.txt", "empty")])
    assert "No article was read." in text
    assert "## Statements: 0" in text
    assert "- x.txt: empty" in text


def test_hostile_words_are_escaped() -> None:
    text = report(*hostile())
    assert HOSTILE not in text
    assert "\\<script\\>window.pwned=1\\</script\\>" in text
    assert "\u202e" not in text
