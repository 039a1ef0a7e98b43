"""Headlines that tell of a team or a firm in the plural: "Norway complete comeback", "Hawks rally to beat Bulls"."""

from kg import lexicon
from kg.extract.syntax import NOUNS, SUBJECTS, child, children
from kg.extract.words import Doc, Token, hang

_STOPS = frozenset({".", "!", "?", "”", '"', "…", ":"})
_ACTING = frozenset({"ORG", "GPE", "NORP"})
_MOST, _LEAST, _LONGEST_NAME = 20, 4, 4


def give_plural_verbs(doc: Doc) -> None:
    """Let such a verb govern, where the parser finds none."""
    listed = lexicon.words("grammar", "of_teams")
    for sentence in doc.sents:
        words = [t for t in sentence if not t.is_space]
        if not _LEAST <= len(words) <= _MOST or words[-1].text in _STOPS:
            continue
        verb = next((t for t in words[1:_LONGEST_NAME] if t.text in listed), None)
        if verb is not None and _is_told(words, verb):
            _govern(words, verb)


def _is_told(words: list[Token], verb: Token) -> bool:
    """Behind nothing but a name, with something behind it, and where no other verb is told of anybody."""
    before = words[: words.index(verb)]
    named = all(t.text[0].isupper() for t in before) and before[-1].pos_ in NOUNS
    acts = before[-1].ent_type_ in _ACTING or before[-1].tag_ in {"NNS", "NNPS"}
    root = next((t for t in words if t.head is t), None)
    bare = root is verb or (root is not None and root.pos_ in NOUNS)
    return named and acts and bare and child(verb, *SUBJECTS) is None and len(words) > len(before) + 1


def _govern(words: list[Token], verb: Token) -> None:
    root = next(t for t in words if t.head is t)
    name = words[words.index(verb) - 1]
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBP", verb.lower_
    thing = root if root.i > verb.i else next((t for t in children(name, "appos") if t.i > verb.i), None)
    hang(verb, verb, "ROOT")
    hang(name, verb, "nsubj")
    for word in words[: words.index(name)]:
        hang(word, name, "compound")
    if thing is not None:
        hang(thing, verb, "dobj")
    for aim in children(verb, "relcl", "acl"):
        hang(aim, verb, "advcl")
