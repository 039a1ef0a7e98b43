"""Names in a text: the tagger's, and those that it passed over."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg import lexicon
from kg.extract.models import MADE, is_model_number, stands_for_model
from kg.extract.name_cuts import cut_to_known
from kg.extract.name_extent import completed, extended
from kg.extract.name_kinds import NameKinds, agreeing
from kg.extract.name_natives import without_natives
from kg.extract.name_parts import parted
from kg.extract.name_people import with_people
from kg.extract.name_spans import Name, NameSpans, text_of
from kg.extract.patterned import patterned_names
from kg.extract.people import surname
from kg.extract.plurals import with_teams
from kg.extract.syntax import VERBS, child
from kg.extract.vocabulary import nation_of, title_heads
from kg.extract.words import Doc, Token
from kg.gazetteer import load_gazetteer

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
_MODIFIER = frozenset({"amod", "compound", "nmod", "npadvmod"})
_NEVER_NAMES = VERBS | {"ADJ", "ADV", "DET", "ADP"}
_UNSURE = frozenset({"Person", "Thing"})
_TITLE_CASE = 0.85
_NO_NAMES = frozenset({"DATE", "TIME", "ORDINAL"})
_DASHES = frozenset({"-", "–", "—"})


class NameFinder:
    """Finds names with the help of the gazetteer and the word lists."""

    def __init__(self) -> None:
        self._spans = NameSpans()
        self._kinds = NameKinds()
        self._titles = lexicon.titles().heads
        self._genders = lexicon.names()

    def find(self, doc: Doc) -> list[Name]:
        """All names of `doc`, in text order; none overlaps another."""
        shown = (self._spans.name(doc, n.begin, n.end, n.kind) for n in patterned_names(doc))
        placed = [name for name in shown if name is not None]
        taken = {i for name in placed for i in range(name.begin, name.end)}
        tagged = placed + [n for n in self._tagged(doc) if taken.isdisjoint(range(n.begin, n.end))]
        covered = {i for name in tagged for i in range(name.begin, name.end)}
        tagged = [name for name in tagged if not self._spans.ends_title(doc, name)]
        small = {token.text for token in doc.tokens if token.text.islower()}
        untagged = [name for run in _proper_runs(doc, covered) for name in self._untagged(doc, *run, small)]
        found = completed(doc, sorted(_without_overlaps([*tagged, *untagged])))
        parts = without_natives(doc, parted(doc, cut_to_known(doc, found)))
        names = agreeing(with_people(doc, with_teams(doc, parts)))
        everywhere = agreeing([*names, *_repeated(doc, names)])
        return sorted(name for name in everywhere if not _is_modifier(doc, name))

    def _tagged(self, doc: Doc) -> Iterator[Name]:
        for entity in doc.ents:
            if kind := _KINDS.get(entity.label_):
                yield from self._name(doc, entity.start, entity.end, kind)

    def _name(self, doc: Doc, begin: int, end: int, kind: str) -> Iterator[Name]:
        found = self._spans.name(doc, begin, end, kind)
        if found is not None:
            yield self._kinds.typed(doc, extended(doc, found))

    def _untagged(self, doc: Doc, begin: int, end: int, small: set[str]) -> Iterator[Name]:
        """Names among proper nouns that the tagger passed over; where nothing tells what they name, they are things."""
        titled = begin > 0 and doc[begin - 1].lower_ in self._titles
        begin -= (
            begin > 0 and doc[begin - 1].ent_type_ == "ORDINAL" and doc[begin - 1].text[0].isdecimal()
        )  # "7th District"
        length = self._spans.title_length(doc, begin, end)
        whole = length and text_of(doc, begin, end).lower() in self._titles
        whole = whole or (titled and _is_office_after_tenure(doc, begin, end))
        if whole or (begin + length < end and doc[begin + length].text == "-"):
            return
        for name in self._name(doc, begin + length, end, "Thing"):
            if self._spans.ends_title(doc, name):
                continue
            if name.kind != "Thing":
                yield name
            elif (titled or length or self._genders.gender(name.words[0])) and doc[begin].ent_type_ == "":
                yield replace(name, kind="Person")
            elif not _common(doc, name, small) and name.words[-1].lower() not in title_heads():
                yield name


def _is_office_after_tenure(doc: Doc, begin: int, end: int) -> bool:
    """ "incumbent President": nobody is called so, though an incumbent may be named."""
    alone = end == begin + 1 and doc[begin - 1].lower_ in lexicon.titles().tenure
    return alone and doc[begin].lower_ in title_heads()


def _without_overlaps(names: Iterable[Name]) -> Iterator[Name]:
    """Of two names that share words the longer one, or else the first."""
    taken: set[int] = set()
    for name in sorted(names, key=lambda n: (n.begin - n.end, n.begin)):
        if taken.isdisjoint(range(name.begin, name.end)):
            taken.update(range(name.begin, name.end))
            yield name


def _repeated(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Further places where a name's words stand, though neither tagger nor tags saw a name there."""
    covered = {i for n in names for i in range(n.begin, n.end)}
    known = {n.text.casefold(): n.kind for n in reversed(names) if n.kind != "Group"}
    known |= {surname(n).casefold(): "Person" for n in reversed(names) if n.kind == "Person" and len(n.words) > 1}
    models = {word for n in names if n.kind in MADE for word in n.text.split()[1:] if is_model_number(word)}
    for token in doc.having(known.keys() | {word.lower() for word in models}):
        if token.text in models and token.i not in covered and stands_for_model(token):
            yield Name(token.i, token.i + 1, "Object", token.text)
        kind = known.get(token.lower_)
        if kind and token.i not in covered and token.text[0].isupper() and token.pos_ not in _NEVER_NAMES:
            yield Name(token.i, token.i + 1, kind, token.text)


def _is_modifier(doc: Doc, name: Name) -> bool:
    """ "Russian" before a noun names nobody, and "a Russian", "the Spaniard" somebody without a name."""
    root = doc[name.begin : name.end].root
    if name.kind != "Group":
        if len(name.words) > 1:
            return False
        told = name.kind in _UNSURE and root.tag_ == "NNP" and child(root, "det") is not None
        return (told and load_gazetteer().people(name.text) is not None) or _is_origin(root)
    if root.tag_ not in {"NNS", "NNPS"} and load_gazetteer().people(name.text) is not None:
        return True
    return root.dep_ in _MODIFIER or (root.tag_ not in {"NNS", "NNPS"} and nation_of(root) is not None)


def _is_origin(token: Token) -> bool:
    """ "Norwegian boxer Bo Berg", where the tagger takes "Norwegian" for a body."""
    noun = token.nbor() if token.i + 1 < len(token.doc) else token
    return noun.pos_ == "NOUN" and noun.text.islower() and nation_of(token) is not None


def _proper_runs(doc: Doc, covered: set[int]) -> Iterator[tuple[int, int]]:
    """Unbroken runs of proper nouns outside `covered`, but for sentences that are headlines in title case."""
    for sentence in doc.sents:
        if _is_title_case(sentence):
            continue
        begin = None
        for token in sentence:
            proper = token.tag_ in {"NNP", "NNPS"} and (token.ent_type_ not in _NO_NAMES or _is_behind_dateline(token))
            inside = token.i not in covered and (proper or (token.text == "-" and begin is not None))
            if inside and begin is None:
                begin = token.i
            if not inside and begin is not None:
                yield begin, token.i
                begin = None
        if begin is not None:
            yield begin, sentence.end


def _is_behind_dateline(token: Token) -> bool:
    """ "Acme" of "March 2 - Acme Corp said", which the tagger takes for a part of the date."""
    place, tokens = token.i - 1, token.doc.tokens
    while place > 0 and tokens[place].ent_type_ == "DATE" and tokens[place].ent_iob_ != "B":
        if tokens[place].text in _DASHES and tokens[place - 1].whitespace_ and tokens[place].whitespace_:
            return True
        place -= 1
    return False


def _is_title_case(tokens: Iterable[Token]) -> bool:
    words = [text for t in tokens if len(text := t.text) > 3 and text.isalpha()]
    return len(words) > 3 and sum([word[0].isupper() for word in words]) > _TITLE_CASE * len(words)


def _common(doc: Doc, name: Name, small: set[str]) -> bool:
    """A capital letter only because a sentence begins, or a word that is written small elsewhere."""
    first = doc[name.begin]
    if len(name.words) > 1:
        return False
    return first.is_sent_start is True or first.lower_ in small or not first.text[0].isupper()
