"""Phrases that the parser hangs on the verb, though they belong to the noun before them."""

from kg import lexicon
from kg.extract.syntax import SUBJECTS, VERBS, child
from kg.extract.words import Token, hang

_DATES = frozenset({"DATE", "TIME"})
_SIDES = frozenset({"favor", "favour", "support", "defence", "defense"})


def give_to_noun(preposition: Token) -> None:
    """ "cited praise from farmers", "was attended by officials from Oslo", "called the vote in favor of it a mistake".

    "From" goes with few verbs; the lexicon lists them.
    """
    verb, noun = preposition.head, preposition.doc[preposition.i - 1]
    if verb.pos_ not in VERBS or noun.pos_ != "NOUN" or noun.ent_type_ in _DATES:
        return
    asked = verb.lemma_.lower() in lexicon.table("grammar")["beside_object"]["from"]
    origin = preposition.lower_ == "from" and not asked
    side = child(preposition, "pobj") if preposition.lower_ == "in" else None
    if (origin or (side is not None and side.lower_ in _SIDES)) and _is_in_object(noun, verb):
        hang(preposition, noun, "prep")


def _is_in_object(noun: Token, verb: Token) -> bool:
    """Whether the noun is in what the verb is done to, or by whom, after the verb."""
    here = noun
    while here.head is not verb and here.head is not here:
        here = here.head
    return here.head is verb and here.i > verb.i and here.dep_ in {"dobj", "agent"}


def part_year(year: Token) -> None:
    """ "since the firm was sold in 2007, farmers …": the year is no number of farmers."""
    noun, after = year.head, year.doc[year.i + 1 : year.i + 2]
    preposition = noun.head
    if not after or after[0].text != "," or noun.dep_ != "pobj" or preposition.i != year.i - 1:
        return
    verb = next((t for t in preposition.ancestors if t.pos_ in VERBS and t.i > noun.i), None)
    hang(year, preposition, "pobj")
    lacks = verb is not None and child(verb, *SUBJECTS) is None
    hang(noun, verb if verb is not None and lacks else preposition.head, "nsubj" if lacks else "dep")
