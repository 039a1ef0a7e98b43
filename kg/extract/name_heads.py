"""What a name names by its first and last words: "USS Lee" a ship, "Lee Avenue" a street, "Lee Foundation" a body."""

from kg import lexicon
from kg.extract.name_spans import Name
from kg.extract.words import Doc

_TAKEN_FOR_PLACES = frozenset({"Person", "Thing", "Object", "Happening"})
_LONG = 6  # letters: "Energy" is no surname, "Steel" is one


def kind_by_words(name: Name) -> str | None:
    """A class of the ontology, where the words are sure to tell; names of one word tell nothing."""
    if len(name.words) == 1:
        return None
    words, last = lexicon.names(), name.words[-1].lower()
    if is_ship(name):
        return "Object"
    if last in words.organization_heads:
        return "Organization"
    if last in words.happening_heads:
        return "Happening"
    if last in words.award_heads and name.kind != "Group":
        return "Work"
    return "Place" if _is_place(name) else "Organization" if _is_company(name) else None


def is_called_a_firm(doc: Doc, name: Name) -> bool:
    """ "gas company Acme", "Oslo-based Acme"; "the company Lee founded" is not Lee."""
    before = doc[name.begin - 1] if name.begin else None
    if before is None:
        return False
    if before.lower_ in {"based", "headquartered"}:
        return name.kind != "Person" and name.begin > 1 and doc[name.begin - 2].text == "-"
    above = before.head.i
    beside = before.dep_ in {"compound", "nmod"} and name.begin <= above < name.end
    return beside and before.lower_ in lexicon.words("roles", "sure_firms") and not _has_given_name(name)


def _has_given_name(name: Name) -> bool:
    return lexicon.names().gender(name.words[0]) is not None


def is_ship(name: Name) -> bool:
    """ "USS Lee", of which "the Lee" is short."""
    return len(name.words) > 1 and name.words[0] in lexicon.names().ship_prefixes


def _is_place(name: Name) -> bool:
    """ "Lee Avenue", "101st Street", "Mount Lee"; a body may be called after its street ("Lee Street")."""
    words = lexicon.names()
    street = name.words[-1].lower() in words.street_heads
    numbered = name.kind == "Organization" and name.text[0].isdecimal()
    led = name.words[0] in words.place_prefixes
    return (street and (numbered or name.kind in _TAKEN_FOR_PLACES)) or (led and name.kind in _TAKEN_FOR_PLACES)


def _is_company(name: Name) -> bool:
    """ "Lee Energy", which the tagger took for a person; "Ann Power" is one."""
    words, last = lexicon.names(), name.words[-1].lower()
    business = last in words.business_words and len(last) >= _LONG
    return name.kind == "Person" and business and words.gender(name.words[0]) is None
