"""What a present tense announces: "is meeting her tomorrow", "the trial begins on Monday", "is flying to Rome"."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.syntax import child, children
from kg.extract.words import Token

_PRESENT = frozenset({"VBZ", "VBP"})
_SPANS = frozenset({"minute", "hour", "day", "week", "month", "year"})


class Plans:
    """Recognizes what is yet to come, though no modal says so."""

    def __init__(self) -> None:
        words = lexicon.table("certainty")["scheduled"]
        self._moving = frozenset(words["moving"])
        self._scheduled = frozenset(words["verbs"])
        self._upcoming = frozenset(words["words"])

    def announce(self, verb: Token) -> bool:
        """Whether a verb in the present tense tells of what is planned."""
        return self._announces(verb) or self._sets_out(verb)

    def _announces(self, verb: Token) -> bool:
        """ "is meeting her tomorrow", "the trial begins on Monday"."""
        progressive = verb.tag_ == "VBG" and any(t.tag_ in _PRESENT for t in children(verb, "aux"))
        if not progressive and verb.tag_ not in _PRESENT:
            return False
        days = [t for t in _settings(verb) if t.ent_type_ in {"DATE", "TIME"} or t.lower_ in self._upcoming]
        coming = any(w.lower_ in self._upcoming for t in days for w in (t, *t.children))
        return (
            coming
            or (progressive and _is_some_time_off(verb))
            or (verb.lemma_ in self._scheduled and any(t.tag_ == "NNP" for t in days))
        )

    def _sets_out(self, verb: Token) -> bool:
        """ "is flying to Rome": planned or under way, in either case not there."""
        if verb.tag_ != "VBG" or verb.lemma_ not in self._moving:
            return False
        present = any(t.tag_ in _PRESENT for t in children(verb, "aux"))
        return present and any(t.lower_ in {"to", "into"} for t in children(verb, "prep"))


def _is_some_time_off(verb: Token) -> bool:
    """ "in a month", "in two weeks"; not "in the past month"."""
    times = (t for p in children(verb, "prep") if p.lower_ == "in" for t in children(p, "pobj"))
    return any(
        t.lemma_ in _SPANS and any(d.lower_ in {"a", "an"} or d.dep_ == "nummod" for d in t.children)
        for t in times
        if child(t, "amod") is None
    )


def _settings(verb: Token) -> Iterator[Token]:
    """Words that tell when, right below the verb."""
    yield from children(verb, "npadvmod", "advmod")
    for preposition in children(verb, "prep"):
        if preposition.lower_ in {"on", "in", "at"}:
            yield from children(preposition, "pobj")
