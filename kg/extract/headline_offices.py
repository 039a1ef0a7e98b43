"""Headlines in which somebody acts by the office alone: "Harbour chief quits over row", "TV host issues apology"."""

from kg import lexicon
from kg.extract.syntax import NOUNS
from kg.extract.vocabulary import head_kinds, verbs_of_relations
from kg.extract.words import Token, hang

_FORMS = frozenset({"NNS", "NNPS"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
_LONGEST = 6


def let_office_act(words: list[Token], root: Token) -> None:
    """The tagger takes the verb for a noun in the plural, and the first word for a command."""
    verb = next((t for t in words[1:_LONGEST] if _is_deed(t)), None)
    if verb is None or not _is_called(words, verb) or not _is_misread(words, verb, root):
        return
    office, after = words[words.index(verb) - 1], [t for t in root.children if t.i > verb.i]
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ", verb.lower_.removesuffix("s")
    hang(verb, verb, "ROOT")
    hang(office, verb, "nsubj")
    for word in words[: words.index(office)]:
        word.pos_, word.tag_ = ("NOUN", "NN") if word.tag_ == "VB" else (word.pos_, word.tag_)
        hang(word, office, "compound")
    if root.i > verb.i:
        hang(root, verb, "dobj")
    elif root is not verb:
        for word in after:
            hang(word, verb, word.dep_)


def _is_deed(word: Token) -> bool:
    base = word.lower_.removesuffix("s")
    known = base in verbs_of_relations() or base in lexicon.words("grammar", "of_offices")
    return word.tag_ in _FORMS and word.text.islower() and base != word.lower_ and known


def _is_called(words: list[Token], verb: Token) -> bool:
    """Whether nothing but what somebody is called stands before the verb, an office at the end."""
    before = words[: words.index(verb)]
    office = before[-1]
    person = office.tag_ in {"NN", "JJ"} and head_kinds().get(office.lower_) == "Person"
    named = all(t.pos_ in _NAMING for t in before[1:]) and (before[0].pos_ in _NAMING or before[0].tag_ == "VB")
    return len(before) > 1 and person and named


def _is_misread(words: list[Token], verb: Token, root: Token) -> bool:
    """Whether the parser finds no clause: a command, the verb as a noun, or the verb inside a noun behind it."""
    inside = root.pos_ in NOUNS and root.i > verb.i and verb.head is root
    return root is verb or inside or (root is words[0] and root.tag_ == "VB")
