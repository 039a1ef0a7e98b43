"""Looks into SPARQL before it runs: what it uses, and whether it may.

Oxigraph gives no syntax tree, so its parser is asked instead. No bare word is an identifier in SPARQL: a text in which
a keyword is misspelt can still be read only if the word stood in a string, a comment, an IRI or a name. So the parser
that runs a query is the one that judges it, there is no second reading to disagree with, and it costs microseconds.
"""

import re
from collections.abc import Mapping

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.library import Query

_SERVICE = re.compile(r"service(?:(?:\s|#.*\n)+silent)?", re.IGNORECASE)
_POSITION = re.compile(r"error at (\d+):(\d+)")
_CHARACTERS = re.compile(r"\[(?:'[^']*'|[^'\]])*\]")
_UPDATE = re.compile(
    r"(?:\s|#.*\n|BASE\s*<[^>]*>|PREFIX\s*[^\s:]*:\s*<[^>]*>)*"
    r"(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD|WITH)\b",
    re.IGNORECASE,
)


def refuse_unsafe(query: Query, prefixes: Mapping[str, str]) -> None:
    """A `QueryError` for a query that would go out to the network (SERVICE)."""
    if not uses(query.text, "service", prefixes):
        return
    if not _syntax_error(_SERVICE.sub("graph", query.text), prefixes):
        raise QueryError(f"{query.name} uses SERVICE, which would go out to the network: leave it out")
    raise unreadable(query, _syntax_error(_misspelt(query.text, "service"), prefixes) or "")


def unreadable(query: Query, error: str) -> QueryError:
    """What is wrong with a query that cannot be read, or that writes; `error` is what the parser says."""
    return QueryError(f"{query.name} {_explanation(query.text, error)}")


def uses(text: str, keyword: str, prefixes: Mapping[str, str]) -> bool:
    """Whether a query that can be read, but for SERVICE, has this word as a keyword. It is, or it cannot be read."""
    misspelt = _misspelt(text, keyword)
    return misspelt != text and _syntax_error(misspelt, prefixes) is not None


def _misspelt(text: str, keyword: str) -> str:
    """As long as before, so that lines and columns stay; with the same first letter, which may belong to an escape."""
    return re.sub(keyword, keyword[0] + keyword[:0:-1], text, flags=re.IGNORECASE)


def _syntax_error(text: str, prefixes: Mapping[str, str]) -> str | None:
    """What the parser has against a text without SERVICE. It is run too, but over nothing."""
    try:
        ox.Store().query(text, prefixes=dict(prefixes))
    except SyntaxError as error:
        return str(error)
    except RuntimeError:
        # It asks for something that there is not, such as a function; it can be read.
        return None
    return None


def _explanation(text: str, error: str) -> str:
    if _UPDATE.match(text):
        return "is an update, and a query only reads: use SELECT, ASK, CONSTRUCT or DESCRIBE"
    position, _, expected = error.partition(": expected ")
    where = _POSITION.sub(r"line \1, column \2", position)
    if "Prefix not found" in expected:
        return f"uses a prefix that is not declared, before {where}: add `PREFIX name: <IRI>`"
    words = [word for word in _CHARACTERS.sub("", expected.removeprefix("one of ")).split(", ") if word]
    hint = f" (expected: {', '.join(words)})" if words else ""
    return f"cannot be read at {where}{hint}: correct it there"
