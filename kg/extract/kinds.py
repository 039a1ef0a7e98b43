"""The class of an unnamed participant, by the head of its phrase."""

from kg.extract.partitives import is_aged, is_counted, whole
from kg.extract.restrictions import described
from kg.extract.syntax import SUBJECTS
from kg.extract.vocabulary import head_kinds, home_of
from kg.extract.words import Token, once

_RELATIVE = frozenset({"that", "which", "whom"})


@once
def kind(token: Token) -> str:
    """A class of the ontology: "the men" are a Group, "one of the men" is a Person, what is not known a Thing."""
    if said := described(token):
        people = token.dep_ in SUBJECTS if token.lower_ == "those" else token.lower_.endswith(("one", "body"))
        people = said[1].lower_ == "who" or (people and said[1].lower_ not in _RELATIVE)
        return ("Group" if token.lower_ == "those" else "Person") if people else "Thing"
    if token.ent_type_ == "NORP" or home_of(token) is not None:
        return "Group" if token.tag_.endswith("S") else "Person"
    if is_aged(token):
        return "Person"
    if is_counted(token):
        return "Person" if token.lower_ in {"one", "1"} else "Group"
    those = whole(token) or token
    short = those.text.endswith("s") and those.text[:-1].isupper()  # "three MPs"
    found = head_kinds().get(those.text[:-1].lower() if short else those.lemma_.lower(), "Thing")
    several = (short or those.tag_ in {"NNS", "NNPS"}) and token.lower_ != "one"
    return "Group" if found in {"Person", "Country"} and several else found
