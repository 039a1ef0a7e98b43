"""Statements as lines of a list, each with the sentences behind it, as safe HTML."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from markupsafe import Markup

from kg.model import Literal, Qualifier, Statement
from kg.pages.clashes import Position
from kg.pages.evidence import badge, panel
from kg.pages.links import Links
from kg.pages.moments import moment
from kg.pages.told import Told
from kg.pages.words import MARKS, NOT_NAMED, printable

_LINK: Final = Markup('<a href="{}">{}</a>')
_QUIET: Final = Markup('<span class="quiet">{}</span>')
_DETAILS: Final = Markup(" <small>({})</small>")
_WHEN: Final = Markup('<span class="when">{}</span> ')
_LINE: Final = Markup(
    '<li{}><p class="line">{}{} {} <a class="sources" href="{}" aria-label="{}">{}</a></p>'
    '<details><summary>{}<span class="unseen"> behind “{}”</span></summary>{}</details></li>'
)
_SIDE: Final = Markup(
    '<li><p class="line"><a href="{}">{}</a> {}</p>'
    '<details><summary>{}<span class="unseen"> behind “{}”</span></summary>{}</details></li>'
)
_ANCHOR: Final = Markup(' id="st-{}"')
_TIMES: Final = {"date": "{}", "startDate": "since {}", "endDate": "until {}", "asOf": "as of {}"}


class Lines:
    """Writes the statements that were read."""

    def __init__(self, told: Told, links: Links) -> None:
        self.told = told
        self.links = links
        self.words = told.words

    def participant(self, value: str | Literal | None) -> Markup:
        """A link to an entity, or a literal as it stands. Ids that begin with # are places on the page itself."""
        name = self.words.participant(value)
        if isinstance(value, str):
            return _LINK.format(value if value.startswith("#") else self.links.entity(value), name)
        return _QUIET.format(name) if value is None else Markup("<q>{}</q>").format(name)

    def relation(self, name: str) -> Markup:
        """An open relation leads to its page; declared ones are of the ontology."""
        term = self.words.term(name)
        return _LINK.format(self.links.relation(name), term) if name.startswith("rel:") else Markup("{}").format(term)

    def whole(self, statement: Statement) -> Markup:
        """Subject, relation and object, without a subject as the words say it."""
        if statement.subject is None:
            says = self.words.statement(replace(statement, qualifiers=()))
            if not says.startswith(NOT_NAMED):
                return self._passive(statement, says)
        parts = [self.participant(statement.subject), Markup("{}").format(self.words.relation(statement))]
        return Markup(" ").join(parts if statement.object is None else [*parts, self.participant(statement.object)])

    def _passive(self, statement: Statement, says: str) -> Markup:
        object_ = self.words.participant(statement.object)
        return self.participant(statement.object) + says.removeprefix(object_)

    def other_end(self, statement: Statement, entity: str) -> Markup:
        """Who or what else takes part, after a word where the statement may not be read as so."""
        other = statement.object if statement.subject == entity else statement.subject
        mark = MARKS.get(statement.status, "")
        if statement.subject == entity and other is None:
            return Markup("{}").format(f"{mark}{self.words.participant(entity)}")
        return Markup("{}{}").format(mark, self.participant(other))

    def details(self, qualifiers: Iterable[Qualifier]) -> Markup:
        told = [self.detail(qualifier) for qualifier in qualifiers]
        return _DETAILS.format(Markup("; ").join(told)) if told else Markup("")

    def detail(self, qualifier: Qualifier) -> Markup:
        value = qualifier.value
        term = self.words.term(qualifier.name)
        if isinstance(value, str):
            return Markup("{}: {}").format(term, self.participant(value))
        return Markup("{}: {}").format(term, printable(moment(value)))

    def line(self, statement: Statement, says: Markup, when: str = "", *, anchor: bool = False) -> Markup:
        """An element of a list; `says` tells what the statement says, and `when` stands before it."""
        receipts = panel(self.told.receipts(statement), links=self.links)
        in_words = self.words.statement(replace(statement, qualifiers=()))
        told = sources(statement)
        return _LINE.format(
            _ANCHOR.format(statement.id) if anchor else "",
            _WHEN.format(when) if when else "",
            says,
            badge(statement.status),
            self.links.statement(statement.id),
            f"{told}: statement “{in_words}”",
            told,
            self.told.sentences(statement),
            in_words,
            receipts,
        )

    def side(self, side: Position) -> Markup:
        """One side of what is at odds, with the claims that take it."""
        told = [receipt for receipt in self.told.receipts(side.statement) if receipt.claim in side.claims]
        is_all = len(told) == len(side.statement.asserted_by) + len(side.statement.negated_by)
        number = self.told.sentences(side.statement) if is_all else f"{len(told):,} sentence{'s'[: len(told) != 1]}"
        where, status = self.links.statement(side.statement.id), badge(side.statement.status)
        return _SIDE.format(where, side.words, status, number, side.words, panel(told, links=self.links))


def when(statement: Statement) -> str:
    """Its dates in words, as far as it has any of its own."""
    given = {q.name: q.value for q in reversed(statement.qualifiers) if isinstance(q.value, Literal)}
    return ", ".join(form.format(printable(moment(given[name]))) for name, form in _TIMES.items() if name in given)


def untimed(statement: Statement) -> tuple[Qualifier, ...]:
    """The details but for those that `when` tells."""
    return tuple(qualifier for qualifier in statement.qualifiers if qualifier.name not in _TIMES)


def sources(statement: Statement) -> str:
    """How many articles say so and, if fewer, how many of them on their own."""
    articles = f"{statement.documents:,} article{'' if statement.documents == 1 else 's'}"
    own = statement.independent_sources
    return articles if own == statement.documents else f"{articles}, {own:,} independent"
