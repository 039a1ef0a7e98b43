"""Whether a text is English: it is refused only when most of it clearly is not."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from kg.errors import UnusableInput
from kg.read.lexicon import lexicon

_ENOUGH = 200  # letters; below, nothing can be said of the language
_PIECE = 600  # characters that are judged together
_MOST_PIECES = 50  # of a long text, so many pieces are judged, evenly spread
_PLAIN = 0.2  # of the words; in news it is a third, and in any other language a few in a hundred
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"“[^”]{1,2000}”|„[^“”]{1,2000}[“”]|«[^»]{1,2000}»|\"[^\"\n]{1,2000}\"")


def notes(text: str) -> tuple[str, ...]:
    """Remarks on the text's language. Raises `UnusableInput` if at least two thirds of it clearly are not English."""
    if _letters(text) < _ENOUGH:
        return ("too short to tell the language",)
    foreign: dict[str, int] = {}
    pieces = _pieces(text)
    for piece in pieces:
        if language := _other_language(piece):
            foreign[language] = foreign.get(language, 0) + _letters(piece)
    share = sum(foreign.values()) / sum(map(_letters, pieces))
    if share >= 2 / 3:
        likely = max(sorted(foreign), key=foreign.__getitem__)
        raise UnusableInput(f"is not in English (it looks like language {likely!r}); leave it out, or translate it")
    return ("partly in another language",) if share >= 1 / 5 else ()


def _pieces(text: str) -> list[str]:
    """What the text says itself: quotations may be in any language, unless they are nearly all there is."""
    own = _QUOTED.sub(" ", text)
    whole = own if _letters(own) >= _ENOUGH / 4 else text
    pieces = [whole[at : at + _PIECE] for at in range(0, len(whole), _PIECE)]
    telling = [piece for piece in pieces if _letters(piece) >= _ENOUGH / 4] or [whole]
    return telling[:: -(-len(telling) // _MOST_PIECES)]


def _other_language(piece: str) -> str | None:
    """The language that the piece clearly is in, if that is not English."""
    if _is_plain_english(piece):
        return None
    ranks = _identifier().rank(piece.lower())
    (language, probability), english = ranks[0], dict(ranks)["en"]
    return language if probability >= 0.85 and english < 0.001 else None


def _is_plain_english(piece: str) -> bool:
    """By the small words that English cannot do without; it is asked first, for it takes a fiftieth of the time."""
    words = _WORD.findall(piece.lower())
    return sum(map(_small_words().__contains__, words)) >= _PLAIN * len(words)


@cache
def _small_words() -> frozenset[str]:
    return frozenset(lexicon()["plain_english"])


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
