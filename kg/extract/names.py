"""Names in a text and what kind of thing each one names: the tagger's, mended by what the rest of the article shows."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg import lexicon
from kg.extract.syntax import VERBS
from kg.extract.vocabulary import nation_of, title_heads

_KINDS = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "NORP": "Group",
    "EVENT": "Happening",
    "WORK_OF_ART": "Work",
    "LAW": "Work",
    "PRODUCT": "Object",
}
_ARTICLES = frozenset({"the", "a", "an"})
_MODIFIER = frozenset({"amod", "compound", "nmod", "npadvmod"})
_NO_NAME = frozenset("/@\\#_<>{}|*=")
_TITLE_CASE = 0.85


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """`doc[begin:end]`, without article, title, honorific and possessive. `kind` is a class of the ontology."""

    begin: int
    end: int
    kind: str
    text: str
    honorific: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.text.replace("-", " ").split())


class NameFinder:
    """Finds names with the help of the gazetteer and the word lists."""

    def __init__(self) -> None:
        self._places = lexicon.gazetteer()
        self._words = lexicon.names()
        self._titles = lexicon.titles().heads
        self._institutions = frozenset(lexicon.table("roles")["institutions"])

    def find(self, doc: Doc) -> list[Name]:
        """All names of `doc`, in text order; none overlaps another."""
        tagged = [
            name
            for ent in doc.ents
            if ent.label_ in _KINDS
            for name in self._trimmed(doc, ent.start, ent.end, _KINDS[ent.label_])
        ]
        covered = {i for name in tagged for i in range(name.begin, name.end)}
        tagged = [n for n in tagged if not self._ends_title(doc, n)]
        names = tagged + [name for run in _proper_runs(doc, covered) for name in self._untagged(doc, *run)]
        names = self._agreeing(names)
        names += self._repeated(doc, names)
        return sorted(n for n in self._agreeing(names) if not self._is_modifier(doc, n))

    def _trimmed(self, doc: Doc, begin: int, end: int, kind: str) -> Iterator[Name]:
        """The span without what belongs to no name; nothing if little is left."""
        honorific = ""
        while begin < end and (
            doc[begin].lower_ in _ARTICLES or not doc[begin].text[0].isalnum() or self._is_honorific(doc[begin])
        ):
            honorific = doc[begin].text if self._is_honorific(doc[begin]) else honorific
            begin += 1
        if kind == "Person":
            begin += self._title_length(doc, begin, end)
            begin -= self._given_name_length(doc, begin, end)
        breaks = [i for i in range(begin, end) if doc[i].is_space or _NO_NAME & set(doc[i].text)]
        end = breaks[0] if breaks else end
        while begin < end and self._ends_badly(doc[end - 1], kind, end - begin):
            end -= 1
        end += begin < end < len(doc) and kind in {"Organization", "Thing"} and doc[end].text in self._institutions
        if begin < end and any(c.isalpha() for c in doc[begin:end].text):
            honorific = honorific or (doc[begin - 1].text if begin and self._is_honorific(doc[begin - 1]) else "")
            yield self._typed(doc, Name(begin, end, "Person" if honorific else kind, _text(doc, begin, end), honorific))

    def _ends_title(self, doc: Doc, name: Name) -> bool:
        """ "State" in "secretary of state" is part of the title."""
        return name.begin > 1 and doc[name.begin - 2 : name.end].text.lower() in self._titles

    def _is_honorific(self, token: Token) -> bool:
        return token.text in self._words.honorifics

    def _title_length(self, doc: Doc, begin: int, end: int) -> int:
        """How many words before the last are a title: "Secretary of State Mike Pompeo" has three."""
        for length in range(min(5, end - begin - 1), 0, -1):
            if _text(doc, begin, begin + length).lower() in self._titles:
                return length
        return 0

    def _given_name_length(self, doc: Doc, begin: int, end: int) -> int:
        """1 where the tagger left a given name outside ("Bo" of "Bo Berg")."""
        if end - begin != 1 or begin == 0 or doc[begin - 1].ent_type_ or doc[begin - 1].dep_ != "compound":
            return 0
        word = doc[begin - 1].text
        known = word.istitle() and word.lower() not in self._titles and doc[begin - 1].head == doc[begin]
        return int(known and not self._is_honorific(doc[begin - 1]) and nation_of(doc[begin - 1]) is None)

    def _ends_badly(self, token: Token, kind: str, length: int) -> bool:
        headline_verb = kind == "Person" and length > 1 and token.tag_ in {"VBZ", "VBD"}
        return token.tag_ == "POS" or (not token.text[-1].isalnum() and not token.text.endswith(".")) or headline_verb

    def _typed(self, doc: Doc, name: Name) -> Name:
        """The kind that the gazetteer and the last word give, which know better than the tagger."""
        last = name.words[-1].lower()
        if name.honorific:
            return name
        if metonym := self._words.metonym(name.text):
            return replace(name, kind=metonym.kind)
        if name.kind != "Group" and (place := self._place_kind(doc, name)):
            return replace(name, kind=place)
        if len(name.words) > 1 and last in self._words.organization_heads:
            return replace(name, kind="Organization")
        if len(name.words) > 1 and last in self._words.happening_heads:
            return replace(name, kind="Happening")
        return name

    def _before_country(self, doc: Doc, name: Name) -> bool:
        """ "Lyon, France": whatever the tagger took it for."""
        after = doc[name.end : name.end + 2]
        return len(after) > 1 and after[0].text == "," and self._places.country(after[1].text) is not None

    def _place_kind(self, doc: Doc, name: Name) -> str | None:
        if self._places.country(name.text):
            return "Country"
        if name.kind in {"Place", "Thing"} or self._before_country(doc, name):
            if self._places.city(name.text):
                return "City"
            return "Place" if self._places.region(name.text) else None
        return None

    def _untagged(self, doc: Doc, begin: int, end: int) -> Iterator[Name]:
        """Names among proper nouns that the tagger passed over; where nothing tells what they name, they are things."""
        titled = begin > 0 and doc[begin - 1].lower_ in self._titles
        length = self._title_length(doc, begin, end)
        if begin + length < end and doc[begin + length].text == "-":
            return
        for name in self._trimmed(doc, begin + length, end, "Thing"):
            if name.kind != "Thing":
                yield name
            elif (titled or length or self._words.gender(name.words[0])) and doc[begin].ent_type_ == "":
                yield replace(name, kind="Person")
            elif not _common(doc, name) and name.words[-1].lower() not in title_heads():
                yield name

    def _agreeing(self, names: Iterable[Name]) -> list[Name]:
        """A bare surname is what the full name is; the same words name the same kind all through an article."""
        names = list(names)
        people = {word for n in names if n.kind == "Person" and len(n.words) > 1 for word in (n.words[0], n.words[-1])}
        surnames = people - {n.text for n in names if n.kind == "Country"}
        votes: dict[str, Counter[str]] = {}
        for name in names:
            votes.setdefault(name.text.casefold(), Counter())[name.kind] += 1
        return [replace(n, kind=self._agreed(n, surnames, votes[n.text.casefold()])) for n in names]

    def _agreed(self, name: Name, surnames: set[str], votes: Counter[str]) -> str:
        if len(name.words) == 1 and name.text in surnames:
            return "Person"
        if name.honorific or name.kind in {"Country", "Group"}:
            return name.kind
        known = {kind: n for kind, n in votes.items() if kind != "Thing"} or votes
        return max(sorted(known), key=lambda kind: known[kind])

    def _repeated(self, doc: Doc, names: list[Name]) -> Iterator[Name]:
        """Further places where a name's words stand, though neither tagger nor tags saw a name there."""
        covered = {i for n in names for i in range(n.begin, n.end)}
        known = {n.text.casefold(): n.kind for n in reversed(names) if n.kind != "Group"}
        known |= {_surname(n).casefold(): "Person" for n in reversed(names) if n.kind == "Person" and len(n.words) > 1}
        for token in doc:
            kind = known.get(token.lower_)
            if (
                kind
                and token.i not in covered
                and token.text[0].isupper()
                and token.pos_ not in VERBS | {"ADJ", "ADV", "DET", "ADP"}
            ):
                yield Name(token.i, token.i + 1, kind, token.text)

    def _is_modifier(self, doc: Doc, name: Name) -> bool:
        """ "Russian" before a noun names nobody, and "a Russian" somebody without a name."""
        root = doc[name.begin : name.end].root
        return name.kind == "Group" and (
            root.dep_ in _MODIFIER or (root.tag_ not in {"NNS", "NNPS"} and nation_of(root) is not None)
        )


def _surname(name: Name) -> str:
    first = name.words[0]
    families = lexicon.names().family_name_first.values()
    return first if any(first in surnames for surnames in families) else name.words[-1]


def _text(doc: Doc, begin: int, end: int) -> str:
    return " ".join(doc[begin:end].text.split())


def _proper_runs(doc: Doc, covered: set[int]) -> Iterator[tuple[int, int]]:
    """Unbroken runs of proper nouns outside `covered`, but for sentences that are headlines in title case."""
    for sentence in doc.sents:
        if _is_title_case(list(sentence)):
            continue
        begin = None
        for token in sentence:
            proper = token.tag_ in {"NNP", "NNPS"} and token.ent_type_ not in {"DATE", "TIME", "ORDINAL"}
            inside = token.i not in covered and (proper or (token.text == "-" and begin is not None))
            if inside and begin is None:
                begin = token.i
            if not inside and begin is not None:
                yield begin, token.i
                begin = None
        if begin is not None:
            yield begin, sentence.end


def _is_title_case(tokens: list[Token]) -> bool:
    words = [t for t in tokens if t.is_alpha and len(t) > 3]
    return len(words) > 3 and sum(t.text[0].isupper() for t in words) > _TITLE_CASE * len(words)


def _common(doc: Doc, name: Name) -> bool:
    """A capital letter only because a sentence begins, or a word that is written small elsewhere."""
    first = doc[name.begin]
    if len(name.words) > 1:
        return False
    return first.is_sent_start is True or any(t.text == first.lower_ for t in doc) or not first.text[0].isupper()
