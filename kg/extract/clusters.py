"""Names of one article that mean one: full names and surnames, spellings, acronyms, places by the gazetteer."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg import lexicon
from kg.extract.aliases import aliases
from kg.extract.name_spans import Name
from kg.extract.people import groups, in_full
from kg.extract.syntax import child
from kg.extract.teams import is_team
from kg.extract.words import Doc, Token
from kg.gazetteer import load_gazetteer
from kg.ids import slug

_REPEATING = frozenset({"Union", "Party"})
_ACTING = frozenset({"nsubj", "poss"})


@dataclass(frozen=True, slots=True)
class Cluster:
    """Names that mean one entity, which has one kind and is called `label`."""

    kind: str
    label: str
    names: tuple[Name, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """The other ways in which the article writes the name."""
        return tuple(sorted({n.text for n in self.names} - {self.label}))


def cluster(doc: Doc, names: list[Name]) -> list[Cluster]:
    """Put every name into exactly one cluster; in the order of first mentions."""
    people = [n for n in names if n.kind == "Person"]
    others = [_acting(doc, n) for n in names if n.kind != "Person"]
    found = [*_people(people), *_others(doc, others)]
    return sorted(found, key=lambda c: c.names[0])


def _people(names: list[Name]) -> Iterable[Cluster]:
    for members in groups(names):
        yield Cluster("Person", _most_frequent(in_full(members) or members), tuple(members))


def _acting(doc: Doc, name: Name) -> Name:
    """A capital that acts ("Paris said") is its country; a city that plays its team; in the others things happen."""
    places = load_gazetteer()
    root = doc[name.begin : name.end].root
    if name.kind in {"City", "Place"} and is_team(root):
        return replace(name, kind="Organization")
    acts = _acts(root) and not _is_in_country(doc, name)
    if name.kind in {"City", "Place"} and acts and places.capital(name.text):
        return replace(name, kind="Country")
    return name


def _is_in_country(doc: Doc, name: Name) -> bool:
    """ "Oslo, Norway", "OSLO, March 2 -": the city."""
    after = doc.tokens[name.end : name.end + 2]
    if len(after) < 2 or after[0].text != ",":
        return False
    dateline = name.text.isupper() and after[1].ent_type_ == "DATE"
    return dateline or load_gazetteer().country(after[1].text) is not None


def _acts(root: Token) -> bool:
    """Subjects, possessors, agents of passives, and whoever is made to do something ("prompted Paris to reply")."""
    while root.dep_ == "conj":
        root = root.head
    by_agent = root.dep_ == "pobj" and root.head.dep_ == "agent"
    made_to = root.dep_ == "dobj" and child(root.head, "xcomp") is not None
    return root.dep_ in _ACTING or by_agent or made_to


def _others(doc: Doc, names: list[Name]) -> Iterable[Cluster]:
    canonical = {n: _canonical(n) for n in names}
    short = aliases(doc, canonical)
    found: dict[tuple[str, str], list[Name]] = {}
    for name in names:
        key = canonical[name]
        found.setdefault(short.get(key, key), []).append(name)
    for key, members in found.items():
        label = _place_label(key[0], members[0]) or _most_frequent([n for n in members if canonical[n] == key])
        yield Cluster(key[0], label, tuple(sorted(members)))


def _canonical(name: Name) -> tuple[str, str]:
    return name.kind, slug(_place_label(name.kind, name) or _with_country(_without_legal_form(name.text)))


def _with_country(text: str) -> str:
    """One form for "US Air Force", "U.S. Air Force" and "American Air Force"."""
    places, words = load_gazetteer(), text.split()
    for size in range(min(2, len(words) - 1), 0, -1):
        first = " ".join(words[:size])
        if found := places.country(first) or places.adjective(first):
            return " ".join((found.name, *words[size:]))
    return text


def _place_label(kind: str, name: Name) -> str | None:
    """The name that the gazetteer gives a place, so that "U.S." and "America" are one."""
    places = load_gazetteer()
    if kind == "Country":
        country = places.country(name.text) or places.capital(name.text)
        return country.name if country else None
    if kind == "Place":
        region = places.region(name.text)
        return region.name if region else None
    if kind == "City":
        city = places.city(name.text)
        return city.name if city else None
    metonym = lexicon.names().metonym(name.text)
    return metonym.label if metonym and metonym.kind == kind else None


def _without_legal_form(text: str) -> str:
    words = text.replace(",", "").split()
    while len(words) > 1 and words[-1].rstrip(".").lower() in lexicon.names().legal_forms:
        words.pop()
    if len(words) == 2 and words[0].isupper() and words[1] in _REPEATING:  # "RWU Union"
        words.pop()
    return " ".join(words)


def _most_frequent(names: list[Name]) -> str:
    """Not as a headline in capitals writes it, where there is another form."""
    counts = Counter(n.text for n in names)
    return min(counts, key=lambda text: (text.isupper() and " " in text, -counts[text], text))
