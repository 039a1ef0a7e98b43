"""Places that stand for their team: "the Milan striker", "she joined Milan", "the first-division side Nice"."""

from kg import lexicon
from kg.extract.syntax import child
from kg.extract.words import Doc, Token

_PLACED = frozenset({"compound", "nmod", "amod"})


def is_team(root: Token) -> bool:
    """Whether the name of a place headed by `root` is a team's, by the word that it hangs on."""
    words = lexicon.table("contests")["teams"]
    while root.dep_ == "conj":
        root = root.head
    above = root.head
    if root.dep_ in _PLACED:
        return above.lemma_.lower() in words["players"]
    if root.dep_ == "appos":
        return above.lemma_.lower() in words["nouns"] and above.i + 1 >= root.left_edge.i
    if root.dep_ in {"nsubj", "dobj"} and above.lemma_ in words["winning"]:
        return _between_names(above)
    if root.dep_ == "dobj":
        return above.lemma_ in words["verbs"] and _is_persons(above)
    return root.dep_ == "pobj" and above.lower_ == "for" and above.head.lemma_ in words["for"]


def is_of_sport(doc: Doc) -> bool:
    """Whether the article has a word that hardly any but those of sport have."""
    return bool(doc.having(lexicon.words("contests", "teams", "told")))


def _between_names(verb: Token) -> bool:
    """ "Milan beat Turin", but not "the rebels beat the army to Milan"."""
    ends = (child(verb, "nsubj"), child(verb, "dobj"))
    return all(end is not None and end.pos_ == "PROPN" for end in ends)


def _is_persons(verb: Token) -> bool:
    """ "Lee joined Milan", but not "the road joins Milan and Turin"."""
    subject = child(verb, "nsubj", "nsubjpass")
    return subject is None or subject.ent_type_ == "PERSON" or subject.tag_ in {"PRP", "WP"}
