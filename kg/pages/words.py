"""What a statement says, in words of one line."""

import re
from dataclasses import dataclass
from typing import Final

from kg.model import Literal, Qualifier, Statement, Status
from kg.ontology import Ontology
from kg.pages.lookup import Lookup

NOT_NAMED: Final = "(not named)"
MARKS: Final = {Status.DENIED: "not: ", Status.DISPUTED: "disputed: ", Status.TENTATIVE: "perhaps: "}
MEANINGS: Final = {
    Status.REPORTED: "an article says so in its own voice",
    Status.ATTRIBUTED: "somebody whom an article cites says so",
    Status.DENIED: "said not to be so",
    Status.ANTICIPATED: "expected, possible, likely or feared; not said to have happened",
    Status.TENTATIVE: "we may have misread it",
    Status.DISPUTED: "one article says so, another says that it is not so",
}
_BY = " by"
_SPACES = re.compile(r"\s+")
# Controls reach a terminal as commands; bidirectional overrides reorder the words around them; XML forbids the last.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    r"""Hostile text as one harmless line: white space becomes a space, controls and overrides become visible.

    >>> printable("a\u2028b\u202ec\x1b[0m")
    'a b\\u202ec\\u001b[0m'
    """
    return _SPACES.sub(" ", visible(text))


def visible(text: str) -> str:
    r"""Hostile text with its lines and spaces as they are; controls and overrides become visible.

    >>> visible("a\n b\u202ec")
    'a\n b\\u202ec'
    """
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


@dataclass(frozen=True, slots=True)
class Words:
    """Says statements in words, with the labels of an ontology."""

    lookup: Lookup
    ontology: Ontology

    def participant(self, value: str | Literal | None) -> str:
        """An entity by its preferred name, a literal as it stands."""
        match value:
            case None:
                return NOT_NAMED
            case Literal():
                return printable(value.text)
            case _:
                return printable(self.lookup.label(value))

    def term(self, name: str) -> str:
        """The label of a class, relation, qualifier or other term."""
        return printable(self.ontology.label(name))

    def relation(self, statement: Statement) -> str:
        """The relation's label, with a word before it where the statement may not be read as so."""
        return MARKS.get(statement.status, "") + self.term(statement.relation)

    def qualifier(self, qualifier: Qualifier) -> str:
        return f"{self.term(qualifier.name)}: {self.participant(qualifier.value)}"

    def statement(self, statement: Statement) -> str:
        """Subject, relation, object and, in brackets, the details."""
        details = "; ".join(map(self.qualifier, statement.qualifiers))
        return self._core(statement) + (f" ({details})" if details else "")

    def _core(self, statement: Statement) -> str:
        """Without a subject in the passive voice, where the ontology has one: "Bo Berg was charged"."""
        relation = self.ontology.relation(statement.relation)
        inverse = relation.inverse if relation else None
        if statement.subject is None and inverse and inverse.endswith(_BY):
            passive = MARKS.get(statement.status, "") + inverse.removesuffix(_BY)
            return f"{self.participant(statement.object)} {passive}"
        parts = [self.participant(statement.subject), self.relation(statement)]
        return " ".join(parts if statement.object is None else [*parts, self.participant(statement.object)])
