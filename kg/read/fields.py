"""Named values beside a text (columns, front matter) → what they say of its article."""

import re
from collections.abc import Mapping

from kg.read import given
from kg.read.article import Article
from kg.read.lexicon import lexicon

_BETWEEN = re.compile(r"[\s_.-]+")


class Fields:
    """Values by the names that a file gives them; upper case and what stands between words do not matter."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = {name(raw): value for raw, value in values.items() if value.strip()}

    def all(self, field: str) -> tuple[str, ...]:
        """What stands under the names for a field of the lexicon, the first name first."""
        return tuple(self._values[known] for known in lexicon()["fields"][field] if known in self._values)

    def first(self, field: str) -> str | None:
        return next(iter(self.all(field)), None)

    def article(self, text: str) -> Article:
        """The text with what the values say of it; a date that cannot be read is noted."""
        issued = next((date for value in self.all("date") if (date := given.date(value))), None)
        unread = given.words(self.first("date")) if issued is None else None
        publishers = (given.words(value) for value in self.all("publisher") if not given.address(value))
        return Article(
            text=text,
            title=given.words(self.first("title")),
            issued=issued,
            publisher=next(filter(None, publishers), None),
            authors=given.names((self.first("authors") or "").split(";")),
            link=self.link,
            notes=(f"its date could not be read: {unread}",) if unread else (),
        )

    @property
    def link(self) -> str | None:
        return next(filter(None, map(given.address, self.all("link"))), None)


def name(raw: str) -> str:
    """How the lexicon writes the name of a field."""
    return _BETWEEN.sub("_", raw.strip().lower())
