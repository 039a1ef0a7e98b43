"""Charges that a trial tells of: whoever is on trial, or will be, has been charged."""

from collections.abc import Iterator

from kg.extract.clauses import clause
from kg.extract.facts import Fact
from kg.extract.referents import Referents
from kg.extract.syntax import NOUNS, VERBS, child, children, clause_words, sharing, span_of, written
from kg.extract.words import Doc, Token
from kg.model import Literal, Qualifier

_CONFIDENCE = 0.85
_TRIED = frozenset({"be", "come", "face", "go", "remain", "stand"})
_TRYING = frozenset({"bring", "put"})
_WHAT_OF = frozenset({"for", "over", "on"})
_PEOPLE = frozenset({"Person", "Group"})
_DATES = frozenset({"DATE", "TIME"})
_OPEN = frozenset({"could", "if", "may", "might", "should", "unless", "whether", "would"})


def trials(doc: Doc, referents: Referents) -> Iterator[Fact]:
    """ "is on trial for fraud", "will stand trial", "put him on trial", "a teacher on trial for theft".

    Only of people: a firm on trial may stand before a civil court, where nobody is charged.
    """
    for trial in doc.having({"trial"}):
        above = _above(trial)
        if above is None:
            continue
        charge = tuple(Qualifier("charge", Literal(words)) for words in _charges(trial, above))
        for person in _tried(above, referents):
            reference = referents.of(person)
            if reference is not None and referents.entity(reference.entity).kind in _PEOPLE:
                span = span_of([trial])
                yield Fact("charged", trial, span, None, person, _CONFIDENCE, charge, presupposed=True)


def _above(trial: Token) -> Token | None:
    """The verb of "stand trial" and "is on trial", or the noun of "a teacher on trial"."""
    on = trial.head
    if trial.dep_ == "dobj" and on.i + 1 == trial.i and on.lemma_ in {"stand", "face"}:
        return on
    beside = trial.dep_ == "pobj" and on.lower_ in {"on", "to"} and on.i + 1 == trial.i
    if not beside or not (on.head.pos_ in VERBS or (on.lower_ == "on" and on.head.i + 1 == on.i)):
        return None
    return on.head


def _tried(above: Token, referents: Referents) -> tuple[Token, ...]:
    if above.pos_ in NOUNS:
        return (above,)
    told = clause(above)
    words = (t.lower_ for t in children(above, "aux", "mark"))
    if child(above, "neg") is not None or not _OPEN.isdisjoint(words):
        return ()
    head = told.subject if above.lemma_ in _TRIED else told.object if above.lemma_ in _TRYING else None
    return sharing(referents.meant(head), above) if head is not None else ()


def _charges(trial: Token, above: Token) -> Iterator[str]:
    """The first phrase that says what for."""
    behind = (p for p in (*children(trial, "prep"), *children(above, "prep")) if p.i > trial.i)
    found = (child(p, "pobj", "pcomp") for p in behind if p.lower_ in _WHAT_OF)
    crime = next((t for t in found if t is not None and t.ent_type_ not in _DATES), None)
    if crime is not None:
        yield written(clause_words(crime))
