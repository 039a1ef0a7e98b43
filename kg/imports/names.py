"""What a relation is called elsewhere → a relation of the ontology, or an open one."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from kg.errors import UnusableInput
from kg.imports.schema import quoted
from kg.ontology import load_ontology

_OPEN, _DECLARED = "rel:", "kg:"
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_WORD = re.compile(r"[\W_]+")


def relation_name(given: str) -> str:
    """The declared relation of that name or label, however it is spelt; any other words are an open relation.

    `rel:` asks for an open one, `kg:` for a declared one. Raises `UnusableInput`.

    >>> relation_name("resigned_from"), relation_name("RESIGNED FROM"), relation_name("was warned by")
    ('resignedFrom', 'resignedFrom', 'rel:was_warned_by')
    """
    declared = _declared().get(_squeezed(given.removeprefix(_DECLARED)))
    if declared and not given.startswith(_OPEN):
        return declared
    if given.startswith(_DECLARED):
        raise UnusableInput(f"{quoted(given)} is no relation of the ontology; leave `kg:` out for an open relation")
    plain = _CAMEL.sub("_", unicodedata.normalize("NFC", given.removeprefix(_OPEN))).lower()
    words = _NOT_WORD.sub("_", plain).strip("_")
    if not words:
        raise UnusableInput(f"{quoted(given)} is no name of a relation; give some letters")
    return _OPEN + words


@cache
def _declared() -> Mapping[str, str]:
    known = load_ontology().relations.values()
    return {_squeezed(words): relation.name for relation in known for words in (relation.label, relation.name)}


def _squeezed(words: str) -> str:
    return _NOT_WORD.sub("", words).lower()
