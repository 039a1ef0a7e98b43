"""Where a cited phrase may end: at a word after which nothing is missing.

Phrases are cited in short: the longest piece is wanted that fits and is whole. A piece is whole when no word in it asks
for one behind its end: a preposition for its phrase, a verb for its object, "part" for "of …", "A and" for "B".
"""

from collections.abc import Iterable, Iterator

from kg.extract.words import Token

# What hangs so on a word is not asked for by it.
_FREE = frozenset({"prep", "advmod", "npadvmod", "advcl", "acl", "relcl", "appos", "punct", "cc", "dep", "intj"})
_FREE_AT_FIRST = _FREE | {"conj"}  # what is joined to the head of the phrase is another phrase
_LEADING_ON = frozenset({"CCONJ", "SCONJ", "DET", "PART"})
_JOINING = frozenset({"-", "/"})
_QUOTES = frozenset({'"', "“", "”"})
_GOVERNING = frozenset({"VERB", "ADJ"})


def endings(first: Token, words: Iterable[Token]) -> Iterator[int]:
    """Places of `words`, which stand right behind the head `first`, at which the phrase is whole; the nearest first."""
    needed, quotes = _asked(first, _FREE_AT_FIRST), 0
    for word in words:
        if word.text == "," and needed < word.i:
            return
        needed = max(needed, word.head.i, _asked(word, _FREE))
        quotes += word.text in _QUOTES
        if needed <= word.i and quotes % 2 == 0 and may_end(word):
            yield word.i


def cuts(head: Token, words: Iterable[Token]) -> Iterator[int]:
    """The same for all `words` of what `head` heads, wherever among them it stands."""
    needed = 0
    for word in words:
        needed = max(needed, 0 if word is head else word.head.i, _asked(word, _FREE))
        if needed <= word.i and may_end(word):
            yield word.i


def _asked(word: Token, free: frozenset[str]) -> int:
    """The place of the last word that this one asks for, or its own."""
    asked = [t.i for t in word.children if t.dep_ not in free or (t.dep_ == "prep" and _is_missed(t, word))]
    return max(word.i, *asked) if asked else word.i


def _is_missed(preposition: Token, word: Token) -> bool:
    """ "Part of it"; right behind a verb or an adjective, "aimed at it", "led to it", "responsible for it"."""
    return preposition.lower_ == "of" or (preposition.i == word.i + 1 and word.pos_ in _GOVERNING)


def may_end(word: Token) -> bool:
    """Whether it does not lead on, nor stands in the midst of a word with a hyphen or a stroke."""
    leads_on = word.pos_ in _LEADING_ON and word.dep_ != "case"
    if (
        leads_on
        or (word.is_punct and not word.is_quote)
        or (word.pos_ == "ADP" and word.dep_ == "prep" and not word.children)
    ):
        return False
    return word.i + 1 == len(word.doc) or word.doc[word.i + 1].text not in _JOINING
