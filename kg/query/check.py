"""Looks into SPARQL before it runs: what it uses, and whether it may.

Oxigraph gives no syntax tree, so its parser is asked instead. No bare word is an identifier in SPARQL: a text in which
a keyword is misspelt can still be read only if the word stood in a string, a comment, an IRI or a name. So the parser
that runs a query is the one that judges it, there is no second reading to disagree with, and it costs microseconds.
"""

import re
from collections.abc import Mapping

import pyoxigraph as ox
from rapidfuzz import fuzz, process

from kg.errors import QueryError
from kg.pages.words import printable
from kg.query.library import Query

_OPENING = re.compile(r"\A(?:#[^\r\n]*[\r\n]\s*)+")
"""Comments before the query: what they say need not be parsed, and that is most of the time of a short question."""
_SERVICE = re.compile(r"service(?:(?:\s|#.*\n)+silent)?", re.IGNORECASE)
_POSITION = re.compile(r"error at (\d+):(\d+)")
_PREFIXED = re.compile(r"([A-Za-z][\w-]*):")
_NEAR = 40
_EXPECTED = 6
"""Where more could stand, that is no hint."""
_WELL_KNOWN = {
    "dbo": "http://dbpedia.org/ontology/",
    "dbr": "http://dbpedia.org/resource/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "time": "http://www.w3.org/2006/time#",
    "void": "http://rdfs.org/ns/void#",
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
}
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
    if not syntax_error(_SERVICE.sub("graph", query.text), prefixes):
        raise QueryError(f"{query.name} uses SERVICE, which would go out to the network: leave it out")
    raise unreadable(query, syntax_error(_misspelt(query.text, "service"), prefixes) or "", prefixes)


def unreadable(query: Query, error: str, prefixes: Mapping[str, str]) -> QueryError:
    """What is wrong with a query that cannot be read, or that writes; `error` is what the parser says."""
    return QueryError(f"{query.name} {_explanation(query.text, error, prefixes)}")


def uses(text: str, keyword: str, prefixes: Mapping[str, str]) -> bool:
    """Whether a query that can be read, but for SERVICE, has this word as a keyword. It is, or it cannot be read."""
    body = _OPENING.sub("", text)
    return keyword in body.lower() and syntax_error(_misspelt(body, keyword), prefixes) is not None


def _misspelt(text: str, keyword: str) -> str:
    """As long as before, so that lines and columns stay; with the same first letter, which may belong to an escape."""
    return re.sub(keyword, keyword[0] + keyword[:0:-1], text, flags=re.IGNORECASE)


def syntax_error(text: str, prefixes: Mapping[str, str]) -> str | None:
    """What the parser has against a text without SERVICE. It is run too, but over nothing."""
    try:
        ox.Store().query(text, prefixes=dict(prefixes))
    except SyntaxError as error:
        return str(error)
    except RuntimeError:
        # It asks for something that there is not, such as a function; it can be read.
        return None
    return None


def _explanation(text: str, error: str, prefixes: Mapping[str, str]) -> str:
    if _UPDATE.match(text):
        return "is an update, and a query only reads: use SELECT, ASK, CONSTRUCT or DESCRIBE"
    position, _, expected = error.partition(": expected ")
    where = _POSITION.sub(r"line \1, column \2", position)
    if name := _undeclared(text, error, prefixes):
        return f"uses the prefix {name}:, which is not declared, before {where}: {_prefix_hint(name, prefixes)}"
    words = [word for word in _CHARACTERS.sub("", expected.removeprefix("one of ")).split(", ") if word]
    hint = f" (expected: {', '.join(words)})" if 0 < len(words) <= _EXPECTED else ""
    return f"cannot be read at {where}{_shown(text, error)}{hint}: correct it there"


def _shown(text: str, error: str) -> str:
    """The line, with a caret before what cannot be read; of a long one what is near to it."""
    found = _POSITION.search(error)
    lines = text.split("\n")
    if not found or int(found[1]) > len(lines):
        return ""
    line, column = lines[int(found[1]) - 1], int(found[2]) - 1
    before, after = line[max(0, column - _NEAR) : column], line[column : column + _NEAR]
    shown = printable(f"{before}\N{CARET}{after}").strip()
    return f", “{shown}”" if shown != "\N{CARET}" else ""


def _undeclared(text: str, error: str, prefixes: Mapping[str, str]) -> str | None:
    """The prefix that, once declared, makes another error or none."""
    tried = (name for name in dict.fromkeys(_PREFIXED.findall(text)) if name not in prefixes)
    return next((name for name in tried if syntax_error(text, {**prefixes, name: "x:"}) != error), None)


def _prefix_hint(name: str, prefixes: Mapping[str, str]) -> str:
    """How it may be declared, or which of ours was meant."""
    if name in _WELL_KNOWN:
        return f"add `PREFIX {name}: <{_WELL_KNOWN[name]}>`"
    near = process.extractOne(name, sorted(prefixes), scorer=fuzz.ratio, score_cutoff=60)
    meant = f"write {near[0]}: if you mean that, or " if near else ""
    return f"{meant}add `PREFIX {name}: <IRI>`"
