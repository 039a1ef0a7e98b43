"""What somebody opposes where only the clause around tells: "passed the plan despite opposition from parents"."""

from kg import lexicon
from kg.extract.clauses import clause
from kg.extract.events import Event
from kg.extract.syntax import VERBS
from kg.extract.words import Token

_DESPITE = frozenset({"amid", "despite", "over"})


def opposed(event: Event, noun: Token) -> Token | None:
    """What was decided in spite of it; who beats somebody "despite opposition" may do so for other reasons."""
    verb = noun.head.head
    beside = event.relation == "opposes" and noun.dep_ == "pobj" and noun.head.lower_ in _DESPITE
    if not beside or verb.pos_ not in VERBS or verb.lemma_ not in lexicon.words("grammar", "deciding", "words"):
        return None
    return clause(verb).object
