"""Why an answer is empty: names that nothing in the store has, though the query asks for them.

What is told is so, whether or not it is the cause. A term is found by its look, and the parser confirms it: put in its
place something that cannot stand there, the query can no longer be read, unless it stood in a string or a comment.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

import pyoxigraph as ox

from kg.ids import KG
from kg.ontology import load_ontology
from kg.pages.nearest import nearest
from kg.pages.words import printable
from kg.query.check import syntax_error
from kg.query.library import Query
from kg.query.names import Names
from kg.query.parameters import bound
from kg.query.run import Queryable

_TERM: Final = re.compile(
    r"(?<![\w:<?$@-])(?<!\^\^)(?P<prefix>[A-Za-z][\w-]*):(?P<local>\w(?:[\w.-]*[\w-])?)(?![\w-]|\s*\()"
)
"""No datatype, and no function: the store has neither."""
_LABEL: Final = re.compile(r"""(?:rdfs:label|skos:altLabel)\s+(?P<text>"[^"\\\n]+"|'[^'\\\n]+')(?![@^"'])""")
_DECLARED: Final = re.compile(r"PREFIX\s+([\w-]+):\s*<([^>]*)>", re.IGNORECASE)
_NOWHERE: Final = "undeclared-prefix:x"
_OCCURS: Final = "ASK { VALUES ?term { UNDEF } { ?term ?p ?o } UNION { ?s ?term ?o } UNION { ?s ?p ?term } }"
_LINKS: Final = "ASK { VALUES ?term { UNDEF } ?s ?term ?o }"
_MOST: Final = 30


def hints(query: Query, store: Queryable, prefixes: Mapping[str, str]) -> tuple[str, ...]:
    """Lines on a query that can be read and found nothing; often none. A few lookups for each term of the query."""
    return tuple(dict.fromkeys([*_of_terms(query, store, prefixes), *_of_labels(query, store, prefixes)]))


def _of_terms(query: Query, store: Queryable, prefixes: Mapping[str, str]) -> Iterator[str]:
    known = {**prefixes, **dict(_DECLARED.findall(query.text))}
    for name in list(dict.fromkeys(found[0] for found in _TERM.finditer(query.text)))[:_MOST]:
        prefix, _, local = name.partition(":")
        if ":" not in known.get(prefix, "") or not _is_term(name, query, prefixes):
            continue
        iri = ox.NamedNode(known[prefix] + local)
        if not _holds(_OCCURS, iri, store):
            yield f"{name} {_unknown(known[prefix], local, store, prefixes)}"
        elif _is_predicate(name, query, prefixes) and not _holds(_LINKS, iri, store):
            yield f"no triple has {name} as its predicate: ask for statements, {{ ?statement rdf:predicate {name} }}"


def _of_labels(query: Query, store: Queryable, prefixes: Mapping[str, str]) -> Iterator[str]:
    for found in list(_LABEL.finditer(query.text))[:_MOST]:
        begin, end = found.span("text")
        changed = f"{query.text[:begin]}{_NOWHERE}{query.text[end:]}"
        text = found["text"][1:-1]
        if syntax_error(changed, prefixes) and not _holds(_OCCURS, ox.Literal(text), store):
            near = nearest(text, (known.name for known in Names(store, prefixes).entities()))
            yield f"nothing is called “{printable(text)}”{_listed(near)}"


def _is_term(name: str, query: Query, prefixes: Mapping[str, str]) -> bool:
    """Whether it is one anywhere, and not only looks so."""
    return syntax_error(_replaced(name, _NOWHERE, query), prefixes) is not None


def _is_predicate(name: str, query: Query, prefixes: Mapping[str, str]) -> bool:
    """Only there can a path stand."""
    return syntax_error(_replaced(name, f"({name}|{name})", query), prefixes) is None


def _replaced(name: str, by: str, query: Query) -> str:
    return re.sub(rf"(?<![\w:<?$@-]){re.escape(name)}(?![\w-])", by, query.text)


def _unknown(start: str, local: str, store: Queryable, prefixes: Mapping[str, str]) -> str:
    labels = load_ontology().labels
    if start == KG and local not in labels:
        near = nearest(_words(local), {_words(name) for name in labels})
        names = [f"kg:{name}" for one in near for name in sorted(labels) if _words(name) == one]
        return f"is neither in the ontology nor in the store{_listed(names, '{}')}"
    if start == prefixes["ent"]:
        known = {one.term.value.removeprefix(start) for one in Names(store, prefixes).entities()}
        return f"occurs nowhere in the store{_listed([f'ent:{one}' for one in nearest(local, known)], '{}')}"
    return "occurs nowhere in the store"


def _words(name: str) -> str:
    """As it is said.

    >>> _words("hasRoleAt")
    'has role at'
    """
    return re.sub(r"([A-Z])", r" \1", name).strip().lower()


def _listed(names: tuple[str, ...] | list[str], form: str = "“{}”") -> str:
    return f"; nearest: {', '.join(form.format(printable(name)) for name in names)}" if names else ""


def _holds(text: str, term: ox.NamedNode | ox.Literal, store: Queryable) -> bool:
    asked = bound(Query("the question for a term", text), {"term": term})
    return bool(store.query(asked.text, prefixes={"kg": KG}, union=True))
