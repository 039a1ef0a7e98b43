"""Verbs that are one word with a noun ("take place", "get in touch"), and words that are no verbs."""

from dataclasses import dataclass

from kg import lexicon
from kg.extract.syntax import VERBS, child, children, prepositions
from kg.extract.words import Token

_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_BARE = frozenset({"VB", "VBP", "VBZ"})


@dataclass(frozen=True, slots=True)
class Idiom:
    """A verb and its noun as one lemma, and the phrases that take part: the verb's and the noun's."""

    lemma: str
    noun: Token
    places: tuple[tuple[str, Token], ...]


def idiom(verb: Token) -> Idiom | None:
    """ "take a close look at it", "get in touch with her"; not "took no part", which denies."""
    nouns = lexicon.table("idioms")["nouns"].get(verb.lemma_.lower())
    if nouns is None or child(verb, "prt") is not None:
        return None
    noun = child(verb, "dobj")
    if noun is not None and noun.lower_ in nouns and child(noun, "poss") is None and not _is_denied(noun):
        return _joined(verb, noun, noun.lower_)
    for preposition, phrase in prepositions(verb):
        if f"{preposition} {phrase.lower_}" in nouns and all(t.i > phrase.i or _is_degree(t) for t in phrase.children):
            return _joined(verb, phrase, f"{preposition} {phrase.lower_}")
    return None


def _joined(verb: Token, noun: Token, words: str) -> Idiom:
    own = (place for place in prepositions(verb) if place[1] != noun)
    return Idiom(f"{verb.lemma_.lower()} {words}", noun, (*own, *prepositions(noun)))


def _is_degree(word: Token) -> bool:
    """ "came under heavy fire": how much of it; any other word may turn the sense."""
    return word.lower_ in lexicon.words("idioms", "degrees", "words")


def _is_denied(noun: Token) -> bool:
    return any(t.lower_ == "no" for t in children(noun, "det"))


def is_verb(token: Token) -> bool:
    """Whether a word tagged a verb stands where verbs do.

    A noun's place ("the outfits offered") takes no verb, nor does a finite one join a noun ("bounce houses and face
    painting"); nor do the insides of longer words ("#standwithlee", "a hit - and - run").
    """
    if token.pos_ not in VERBS or len(token) == 1 or _is_inside(token):
        return False
    if token.dep_ in _NOMINAL:
        return token.tag_ == "VBG" and child(token, "compound", "amod", "nmod", "det") is None
    return token.dep_ != "conj" or token.tag_ not in _BARE or _joins_its_like(token)


def _is_inside(token: Token) -> bool:
    tokens = token.doc.tokens
    before = tokens[max(0, token.i - 1)].text
    return before == "#" or (before == "-" and tokens[min(token.i + 1, len(tokens) - 1)].text == "-")


def _joins_its_like(token: Token) -> bool:
    if child(token, "nsubj", "nsubjpass", "aux", "expl", "csubj", "neg") is not None:
        return True
    copula = token.head.pos_ == "AUX"
    return token.head.pos_ == "VERB" or (copula and (token.tag_ != "VB" or child(token, "dobj") is not None))
