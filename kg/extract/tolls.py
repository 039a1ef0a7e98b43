"""Deaths told by a number: "19 dead in quake", "the blast left 12 dead", "dozens missing"."""

from collections.abc import Iterator

from kg.extract.facts import Fact
from kg.extract.partitives import is_counted, is_toll
from kg.extract.syntax import VERBS
from kg.extract.words import Doc, Token
from kg.model import Span

_CONFIDENCE = 0.8


def tolls(doc: Doc) -> Iterator[Fact]:
    """One fact for each number right before "dead" or "missing"."""
    for dead in doc.having({"dead", "missing"}):
        number = dead.before
        if is_toll(number) and is_counted(number) and not _is_thought(number):
            relation = "died" if dead.lower_ == "dead" else "disappeared"
            yield Fact(relation, dead, Span(dead.idx, dead.idx + len(dead)), number, None, _CONFIDENCE)


def _is_thought(number: Token) -> bool:
    """ "Police fear 12 dead": right behind a verb of which they are no outcome."""
    verb = next((t for t in number.ancestors if t.pos_ in VERBS), None)
    if verb is None or verb.i > number.i or verb.lemma_ == "leave":
        return False
    return not any(t.is_punct for t in number.doc[verb.i : number.i])
