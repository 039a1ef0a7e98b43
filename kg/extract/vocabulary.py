"""Views of the lexicon that the extraction needs: nationalities, heads of titles, kinds by head noun."""

from collections.abc import Mapping
from functools import cache

from kg import lexicon
from kg.extract.words import Token, once
from kg.gazetteer import Country, Region, load_gazetteer


@once
def nation_of(token: Token) -> Country | Region | None:
    """The country or region that an adjective of one or two words ("South Korean") ends with at `token`."""
    if not token.text[0].isupper():
        return None
    places = load_gazetteer()
    before = token.before if token.i else None
    both = f"{before.text} {token.text}" if before is not None else ""
    after = f"{token.text} {token.nbor().text}" if token.i + 1 < len(token.doc) else ""
    found = places.adjective(both) or (None if places.adjective(after) else places.adjective(token.text))
    return None if found is None or places.country(token.text) == found else found


@once
def home_of(token: Token) -> Country | Region | None:
    """The country or region of a noun for one of its people of one word or two: "Spaniard", "New Zealander"."""
    if not token.text[0].isupper():
        return None
    places = load_gazetteer()
    before = token.before.text if token.i else ""
    return places.people(f"{before} {token.text}") or places.people(token.text)


def party_of(token: Token) -> str | None:
    """The party of whoever a word of one or two parts ("Liberal Democrat") ends with at `token` stands before."""
    if not token.text[0].isupper():
        return None
    words = lexicon.table("parties")["words"]
    before = token.before.text if token.i else ""
    after = token.nbor().text if token.i + 1 < len(token.doc) else ""
    found: str | None = words.get(f"{before} {token.text}")
    return found or (None if f"{token.text} {after}" in words else words.get(token.text))


@cache
def cue_verbs() -> Mapping[str, str]:
    """How sure a verb of saying or thinking leaves what it introduces: a certainty, or "Negative" for denials."""
    cues = lexicon.table("cues")
    certainties = {verb: certainty for certainty, verbs in reversed(cues["verbs"].items()) for verb in verbs}
    return certainties | dict.fromkeys(cues["negative"]["verbs"], "Negative")


@cache
def verbs_of_relations() -> frozenset[str]:
    """All verbs that say a declared relation."""
    return frozenset(lemma for entry in lexicon.table("relations")["verb"] for lemma in entry["lemmas"])


@cache
def incomplete() -> frozenset[str]:
    """Open relations that say nothing without what follows the verb."""
    return frozenset(f"rel:{verb.replace(' ', '_')}" for verb in lexicon.table("ends")["incomplete"])


@cache
def verbs_that_tell() -> frozenset[str]:
    """The verbs that say a declared relation by themselves, whatever stands beside them."""
    entries = lexicon.table("relations")["verb"]
    return frozenset(lemma for entry in entries if "with" not in entry for lemma in entry["lemmas"])


def locating() -> frozenset[str]:
    """Prepositions that tell where something is: "a fire at the plant"."""
    return lexicon.words("grammar", "locating")


@cache
def title_heads() -> frozenset[str]:
    """The words that head a title: the last one, or the one before an "of", and what stands behind its hyphen."""
    words = lexicon.titles()
    phrases = words.heads | words.spokes | words.members
    heads = [phrase.split(" of ")[0].split()[-1] for phrase in phrases]
    return frozenset(heads) | frozenset(head.rpartition("-")[2] for head in heads)


@cache
def head_kinds() -> Mapping[str, str]:
    """Class of the ontology by the head noun of an unnamed participant, lower case and singular."""
    kinds = {word: kind for kind, words in lexicon.table("roles")["kinds"].items() for word in words}
    names, titles = lexicon.names(), lexicon.titles()
    listed = dict.fromkeys(names.happening_heads, "Happening")
    listed |= dict.fromkeys(names.organization_heads, "Organization")
    people = title_heads() | titles.kin | titles.family.keys()
    return listed | dict.fromkeys(people, "Person") | kinds
