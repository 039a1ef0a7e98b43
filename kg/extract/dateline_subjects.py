"""Subjects behind a dateline: "OSLO (NTB) - Acme bought Bolt", where the parser takes the city for who acts."""

from kg.extract.syntax import SUBJECTS, child
from kg.extract.words import Token, hang

_NAMED = frozenset({"PERSON", "ORG", "PRODUCT"})
_DASHES = frozenset({"-", "--", "–", "—"})
_PAST = frozenset({"VBD", "VBN"})


def give_dateline(name: Token) -> None:
    """ "OSLO, Norway (NTB) -- President Lee, visiting Bergen, said …": she spoke, not the city."""
    place, dash = name.head, name.left_edge.before
    if place.i > name.i or dash.text not in _DASHES or place.ent_type_ == "PERSON":
        return
    if not place.text.isupper() and not _is_behind_agency(place, dash):
        return
    if name.ent_type_ not in _NAMED and not _is_placed(place, dash):
        return
    if place.dep_ in SUBJECTS:
        _let_act(name, place, place.head, place.dep_)
    elif place.dep_ == "ROOT" and (verb := _participle(place, name)) is not None:
        _let_govern(verb, place)
        _let_act(name, place, verb, "nsubj")


def _is_placed(place: Token, dash: Token) -> bool:
    """A place that begins a sentence, and a dash after a space: the dash of "Rio-based" has none."""
    return place.ent_type_ == "GPE" and place.left_edge.is_sent_start and dash.nbor(-1).whitespace_ != ""


def _is_behind_agency(place: Token, dash: Token) -> bool:
    """ "Oslo (NTB) - ": a place with a bracket before the dash."""
    return _is_placed(place, dash) and dash.nbor(-1).text == ")"


def _participle(place: Token, name: Token) -> Token | None:
    """The verb of the sentence, which the parser takes for what is told of the city."""
    verb = child(place, "acl")
    finite = verb is not None and verb.tag_ in _PAST and verb.i > name.i and child(verb, *SUBJECTS, "aux") is None
    return verb if finite else None


def _let_govern(verb: Token, place: Token) -> None:
    verb.tag_ = "VBD"
    hang(verb, verb, "ROOT")
    hang(place, verb, "dep")
    named = child(verb, "oprd")
    if named is not None and child(verb, "dobj") is None:  # "named Ann Lee as its head"
        hang(named, verb, "dobj")


def _let_act(name: Token, place: Token, verb: Token, dep: str) -> None:
    hang(place, verb, "dep")
    hang(name, verb, dep)
    for word in [t for t in place.children if t.i > name.i]:
        hang(word, verb if word.dep_ == "prep" else name, word.dep_)
