"""Words that the tagger left outside a name: the rest of a compound, a second "of", what "and" adds to a ministry."""

from collections.abc import Set
from dataclasses import replace
from itertools import pairwise

from kg import lexicon
from kg.extract.models import end_of_model
from kg.extract.name_kinds import is_named_in_gazetteer
from kg.extract.name_spans import Name, text_of
from kg.extract.vocabulary import nation_of, title_heads
from kg.extract.words import Doc, Token

_PROPER = frozenset({"NNP", "NNPS"})
_PARTS_OF_LONGER = frozenset({"Organization", "Object", "Work", "Thing", "Happening"})
_CUT = frozenset({"Place", "City", "Object", "Work", "Thing"})
_LANDS = frozenset({"Country", "Place"})
_TEAMS = frozenset({"Organization", "Person", "Thing"})
_COMPOUND = frozenset({"compound", "nmod"})
_LONGEST = 4


def extended(doc: Doc, name: Name) -> Name:
    """ "Explorer" of "Internet Explorer", "San Diego" of "San Diego Chargers", where the parser makes one compound."""
    begin, end = name.begin, name.end
    if name.kind in _PARTS_OF_LONGER or doc[begin].ent_type_ == "FAC":
        while begin > 0 and _is_part_before(doc[begin - 1], begin, end):
            begin -= 1
    model = end_of_model(doc, name)
    if model > end:
        return replace(name, begin=begin, end=model, text=text_of(doc, begin, model), kind="Object")
    if name.kind in _CUT:
        end = _end_of_compound(doc, name)
    if (begin, end) == (name.begin, name.end):
        return name
    kind = name.kind if end == name.end or name.kind in _PARTS_OF_LONGER else _kind_by_last(doc[end - 1])
    return replace(name, begin=begin, end=end, text=text_of(doc, begin, end), kind=kind)


def _is_part_before(token: Token, begin: int, end: int) -> bool:
    own = token.tag_ in _PROPER and token.ent_type_ == "" and token.text[0].isupper()
    return own and token.dep_ == "compound" and begin <= token.head.i < end and not _is_no_part(token)


def _is_no_part(token: Token) -> bool:
    words = lexicon.names()
    titled = token.lower_ in title_heads() or token.lower_ in lexicon.titles().tenure
    return titled or token.text in words.honorifics or nation_of(token) is not None or token.text in words.captions


def _end_of_compound(doc: Doc, name: Name) -> int:
    """Up to the head of the compound; not where a title follows ("Texas Senator Ann Lee") or a person."""
    end = name.end
    while end < min(len(doc), name.end + _LONGEST) and doc[end].tag_ in _PROPER and doc[end].ent_type_ == "":
        if _is_no_part(doc[end]) or doc[end].is_sent_start or not doc[end].text[0].isupper():
            return name.end
        end += 1
    root = doc[name.begin : name.end].root
    follows = end < len(doc) and doc[end].ent_type_ in {"PERSON", "ORG"} and not doc[end].is_sent_start
    if follows or root.dep_ not in {"compound", "nmod"} or end == name.end:
        return name.end
    team = doc[name.end].tag_ == "NNPS" and doc[name.end].head == root.head
    return root.head.i + 1 if name.end <= root.head.i < end else name.end + team


def _kind_by_last(token: Token) -> str:
    """A place and a plural name a team ("Boston Hawks"); anything else may be anything."""
    return "Organization" if token.tag_ == "NNPS" else "Thing"


def completed(doc: Doc, names: list[Name]) -> list[Name]:
    """ "University" + "of Northland", "Ministry of Trade" + "and Industry": two names that are one.

    So are "Norton" + "Galway", where no Galway stands alone in the article.
    """
    found: list[Name] = []
    rests = _rests(doc, names)
    for name in names:
        if found and (_goes_on(doc, found[-1], name) or _is_rest(found[-1], name, rests)):
            whole = replace(found[-1], end=name.end, text=text_of(doc, found[-1].begin, name.end), kind="Organization")
            found[-1] = whole
        else:
            found.append(name)
    return found


def _goes_on(doc: Doc, name: Name, after: Name) -> bool:
    if name.end == after.begin:
        return _is_team(doc, name, after)
    if name.end + 1 == after.begin and doc[name.end].tag_ == "POS":
        return _is_shop(doc, name, after) or _is_of_saint(name, after)
    between = [t.lower_ for t in doc.tokens[name.end : after.begin]]
    if name.kind not in {"Organization", "Thing"} or after.kind == "Person" or not name.text[0].isupper():
        return False
    words = lexicon.names()
    if between in (["of"], ["of", "the"]):
        place = name.words[-1] == "Party" and after.kind in _LANDS
        return place or (len(name.words) == 1 and name.text.lower() in words.organization_heads)
    portfolio = name.words[0].lower() in words.portfolio_heads and " of " in name.text
    plain = after.kind in {"Organization", "Thing"} and after.words[-1].lower() not in words.organization_heads
    return between == ["and"] and portfolio and plain and len(after.words) < _LONGEST and _joined(doc, name, after)


def _rests(doc: Doc, names: list[Name]) -> set[str]:
    """What is only ever the end of a body's name: never without another body's name right before it."""
    pairs = [(name, after) for name, after in pairwise(names) if _is_compound(doc, name, after)]
    behind = {after.begin for _, after in pairs}
    alone = {name.text for name in names if name.begin not in behind}
    return {after.text for _, after in pairs if _is_body(doc, after)} - alone


def _is_rest(name: Name, after: Name, rests: Set[str]) -> bool:
    return name.end == after.begin and name.kind == "Organization" and after.text in rests


def _is_compound(doc: Doc, name: Name, after: Name) -> bool:
    if name.end != after.begin or name.kind != "Organization":
        return False
    return doc[name.end - 1].dep_ in _COMPOUND and doc[name.begin : name.end].root.head.i >= after.begin


def _is_body(doc: Doc, name: Name) -> bool:
    words, last = lexicon.names(), doc[name.end - 1]
    ends = last.tag_ == "NNPS" or last.lower_ in words.business_words
    return (name.kind == "Organization" or (name.kind == "Thing" and ends)) and not _is_no_part(last)


def _is_team(doc: Doc, place: Name, after: Name) -> bool:
    """ "Boston" + "Hawks", which the tagger took for two, whatever for."""
    plural = after.end - after.begin == 1 and doc[after.begin].tag_ == "NNPS" and after.kind in _TEAMS
    return plural and is_named_in_gazetteer(place.text) and doc[place.begin : place.end].root.head == doc[after.begin]


def _is_shop(doc: Doc, owner: Name, after: Name) -> bool:
    """ "the Ben's Club": no person has an article, the name of a shop or a club does."""
    article = owner.begin > 0 and doc[owner.begin - 1].lower_ in {"the", "a"}
    single = owner.end - owner.begin == 1 and not owner.honorific and owner.kind == "Person"
    return article and single and after.kind in {"Organization", "Thing"} and after.end - after.begin == 1


def _is_of_saint(saint: Name, after: Name) -> bool:
    """ "St Olaf's House"; what a place owns ("St Louis's zoo") is another thing."""
    saintly = saint.words[0] in {"St", "St."} and len(saint.words) > 1 and not is_named_in_gazetteer(saint.text)
    return saintly and len(after.words) == 1 and after.kind != "Person"


def _joined(doc: Doc, name: Name, after: Name) -> bool:
    other = doc[after.begin : after.end].root
    return other.dep_ == "conj" and name.begin < other.head.i < name.end
