"""Names that the writing of a line shows, whatever the tagger saw: places in datelines, people in lists of results."""

import re
from collections.abc import Iterator

from kg import lexicon
from kg.extract.datelines import datelines
from kg.extract.lineups import lineups
from kg.extract.name_kinds import is_a_place
from kg.extract.name_spans import Name
from kg.extract.words import Doc
from kg.gazetteer import load_gazetteer

_RESULT = re.compile(
    r"(?<!\w)(?P<name>[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’-]+){1,2}) \((?P<country>[A-Z][A-Za-z. ]+)\)"
    r"(?=,|;| \d| [a-z]+ (?:\d - )?[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+ \(|\n|$)"
)


def patterned_names(doc: Doc) -> Iterator[Name]:
    """In the order of the text, datelines first; none overlaps another."""
    for found in datelines(doc.text):
        yield from _places(doc, found)
    if "(" in doc.text:
        yield from _people_of_countries(doc)
        yield from _players(doc)


def _places(doc: Doc, found: re.Match[str]) -> Iterator[Name]:
    places = load_gazetteer()
    inner = "City" if places.city(found["inner"]) else "Country" if places.country(found["inner"]) else "Place"
    yield from _name(doc, found.span("inner"), inner)
    if found["outer"]:
        yield from _name(doc, found.span("outer"), "Country" if places.country(found["outer"]) else "Place")


def _people_of_countries(doc: Doc) -> Iterator[Name]:
    """ "1 - Ann Lee (Norway) beat Bo Berg (Italy) 6-4", "2. Ann Lee (Norway) 10.24"."""
    places, heads = load_gazetteer(), lexicon.names().organization_heads
    for found in _RESULT.finditer(doc.text):
        last = found["name"].split()[-1].lower()
        if places.country(found["country"]) and last not in heads and not is_a_place(found["name"]):
            yield from _name(doc, found.span("name"), "Person")


def _players(doc: Doc) -> Iterator[Name]:
    """ "Unity Tavil - Bo Berg (32nd), Carl Moe (84th)"."""
    places = load_gazetteer()
    for lineup in lineups(doc.text):
        kind = "Country" if places.country(lineup.team.of(doc.text)) else "Organization"
        yield from _name(doc, (lineup.team.begin, lineup.team.end), kind)
        for player in lineup.players:
            yield from _name(doc, (player.begin, player.end), "Person")


def _name(doc: Doc, ends: tuple[int, int], kind: str) -> Iterator[Name]:
    words = doc.char_span(*ends, alignment_mode="contract")
    if words is not None:
        yield Name(words.start, words.end, kind, " ".join(words.text.split()))
