"""First sentences of news: who acts stands before a place or a participle, and the parser loses it there."""

from kg.extract.syntax import NOUNS, SUBJECTS, child, children
from kg.extract.words import Token, hang

_PAST = frozenset({"VBD", "VBN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PLACES = frozenset({"GPE", "LOC"})


def give_to_place(name: Token) -> None:
    """ "Police in Oslo, Norway arrested him": police did, in a place that lies in Norway."""
    comma = name.before
    place = comma.before
    if comma.text != "," or name.ent_type_ not in _PLACES or place.ent_type_ not in _PLACES or name.i < 3:
        return
    first = place.head.head if place.dep_ == "pobj" else name
    if first.head is name.head and first.dep_ in SUBJECTS and first is not name and name.i < name.head.i:
        hang(comma, place, "punct")
        hang(name, place, "appos")


def let_govern(verb: Token) -> None:
    """ "Prosecutors in New York charged fund manager Bo Berg": no participle parts a place from a name."""
    thing, place = verb.head, verb.before
    actor = place.head.head
    while thing.dep_ == "compound" and thing.head is not thing:
        thing = thing.head
    if verb.tag_ not in _PAST or place.dep_ != "pobj" or place.pos_ != "PROPN" or thing.pos_ not in NOUNS:
        return
    apart = actor.head in {thing, verb} and actor.dep_ in SUBJECTS and thing.dep_ == "ROOT"
    beside = thing.head is actor and thing.dep_ == "appos" and actor.dep_ == "ROOT"
    if actor.i < place.i and (apart or beside):
        _make_main(verb, actor, thing)


def _make_main(verb: Token, actor: Token, thing: Token) -> None:
    outer = thing if thing.dep_ == "ROOT" else actor
    around = [t for t in outer.children if t.i < actor.left_edge.i or t.i > thing.i or t.dep_ == "npadvmod"]
    verb.tag_ = "VBD"
    hang(verb, verb, "ROOT")
    hang(actor, verb, "nsubj")
    hang(thing, verb, "dobj")
    for word in (*around, *(t for t in thing.children if t.i > thing.i and t.dep_ == "prep")):
        hang(word, verb, word.dep_)


def give_back_main(main: Token) -> None:
    """ "The family of a man fatally shot by police has sued": only the second has "has", and no "and" joins them."""
    shot = main.head
    helper = next((t for t in children(main, "aux") if t.tag_ in _FINITE and t.lemma_ in {"have", "do"}), None)
    own = child(shot, "nsubj")
    if helper is None or own is None or shot.tag_ not in _PAST or child(main, *SUBJECTS) is not None:
        return
    if child(shot, "cc", "dobj", "aux", "auxpass", "punct") is not None or helper.i != main.left_edge.i:
        return
    noun = shot.before
    while noun.pos_ == "ADV" and noun.i:
        noun = noun.before
    inside = noun.pos_ in NOUNS and own.is_ancestor(noun) and not any(t.is_punct for t in shot.doc[shot.i : helper.i])
    if not inside or child(shot, "agent") is None:
        return
    shot.tag_ = "VBN"
    hang(main, shot.head if shot.head is not shot else main, shot.dep_)
    hang(own, main, "nsubj")
    for word in [t for t in shot.children if t.i > helper.i or t.i < own.left_edge.i]:
        hang(word, main, word.dep_)
    hang(shot, noun, "acl")
