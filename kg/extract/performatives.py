"""Words by which somebody says what he says that he may, must or wants to say: "I must admit that …"."""

from kg import lexicon
from kg.extract.control import subject
from kg.extract.syntax import child, children
from kg.extract.tense import auxiliaries, is_infinitive
from kg.extract.words import Token

_FIRST = frozenset({"i", "we"})


def performs(verb: Token) -> bool:
    """Whether a verb of saying, in the first person, only sounds as if it were not said: "I can tell you that …"."""
    words = lexicon.table("certainty")["performative"]
    if verb.lemma_ not in words["verbs"] or child(verb, "ccomp") is None or child(verb, "neg") is not None:
        return False
    who = subject(verb)
    if who is None or who.lower_ not in _FIRST:
        return False
    if is_infinitive(verb) and verb.dep_ == "xcomp":
        above = verb.head
        return above.lower_ in words["before"] and child(above, "neg") is None
    modals = auxiliaries(verb)
    conditions = (t for clause in children(verb, "advcl") for t in children(clause, "mark"))
    free = all(t.lower_ not in {"if", "unless"} for t in conditions)
    return free and len(modals) == 1 and modals[0].lower_ in words["modals"]
