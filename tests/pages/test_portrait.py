"""What is known of one entity, as text and as JSON."""

import json
from dataclasses import replace

from kg.pages.portrait import as_json, as_text
from tests.pages.corpora import hostile, large, small
from tests.pages.test_card import about, card


def test_every_statement_stands_once_with_status_and_sources() -> None:
    corpus = large()
    text = as_text(card(corpus, "ann-lee")).plain
    mine = about(corpus[0], "ann-lee")
    assert mine
    assert all(text.count(f"  st:{statement.id}") == 1 for statement in mine)
    (said,) = json.loads(as_json(card(corpus, "ann-lee")))
    assert [one["statement"] for one in said["statements"]] == [statement.id for statement in mine]
    assert all(one["sources"] for one in said["statements"])


def test_both_sides_of_a_conflict_are_told() -> None:
    corpus = large()
    shown = card(corpus, "ann-lee")
    (said,) = json.loads(as_json(shown))
    assert [len(one["sides"]) for one in said["disagreements"]] == [len(one.between) for one in corpus[0].conflicts]
    assert "\nDisagreements and changes\n" in as_text(shown).plain


def test_what_is_left_out_is_counted() -> None:
    shown = card(small(), "ann-lee")
    assert "Left out" not in as_text(shown).plain
    more = replace(card(small(), "ann-lee", 1200), more_matches=2)
    assert as_text(more).plain.endswith(f"Left out: {1200 - len(more.statements):,} statements, 2 possible matches.")


def test_hostile_names_command_no_terminal() -> None:
    corpus = hostile()
    for entity in corpus[0].entities:
        assert all(letter.isprintable() or letter == "\n" for letter in as_text(card(corpus, entity.id)).plain)
