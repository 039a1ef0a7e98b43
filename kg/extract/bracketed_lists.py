"""Lists of people with brackets behind their names: "Ann Lee (R-Ohio), Bo Berg (D-Iowa) and Cy Cole (R-Utah)"."""

from kg.extract.syntax import SUBJECTS
from kg.extract.words import Token, hang

_LONGEST = 6
_JOINING = frozenset({",", "and", "&", "or", ";"})
_LOOSE = frozenset({"npadvmod", "dep", "nmod", "appos", "compound"})


def list_bracketed(closing: Token) -> None:
    """Join the name behind a bracket to the one before it, where another bracket follows."""
    first, second = _before(closing), _behind(closing)
    if first is None or second is None or first is second or second.is_ancestor(first):
        return
    if second.dep_ in SUBJECTS and first.dep_ in _LOOSE:
        hang(first, second.head, second.dep_)
    if second.head is not first or second.dep_ != "conj":
        hang(second, first, "conj")


def _before(closing: Token) -> Token | None:
    """The last word of a person's name right before the opening bracket."""
    tokens = closing.doc.tokens
    opening = next((i for i in range(closing.i - 1, max(closing.i - _LONGEST, 0), -1) if tokens[i].text == "("), None)
    name = tokens[opening - 1] if opening else None
    return name if name is not None and name.ent_type_ == "PERSON" else None


def _behind(closing: Token) -> Token | None:
    """The last word of a person's name that follows, with a bracket of its own."""
    tokens, place = closing.doc.tokens, closing.i + 1
    while place < len(tokens) and tokens[place].lower_ in _JOINING:
        place += 1
    begin = place
    while place < len(tokens) and tokens[place].ent_type_ == "PERSON":
        place += 1
    named = closing.i + 1 < begin < place < len(tokens) and tokens[place].text == "("
    return tokens[place - 1] if named else None
