"""Numbers that are facts: votes for and against, amounts of money."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.facts import Value
from kg.extract.syntax import children, clause_words, core, span_of, written
from kg.model import Literal, Qualifier

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+"
_VOTES = re.compile(rf"\b({_NUMBER})(?:\s+votes)?\s*(?:to|against|-|–)\s*({_NUMBER})\b")
_CURRENCIES = {"$": "USD", "US$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY"}
_MONEY = re.compile(rf"(US\$|[$£€¥])\s?((?:{_NUMBER})(?:\.\d+)?)\s*(thousand|million|billion|trillion|m|bn|k)?\b", re.I)
_LITERALS = frozenset({"MONEY", "PERCENT", "CARDINAL", "QUANTITY"})
_SCALE = {"thousand": 3, "k": 3, "million": 6, "m": 6, "billion": 9, "bn": 9, "trillion": 12}


def votes(verb: Token) -> Iterator[Qualifier]:
    """ "by 101 votes to 61" beside a verb of winning or losing: the winner's count, then the loser's."""
    words = written(clause_words(verb))
    found = _VOTES.search(words)
    if found and "vote" in words.lower():
        first, second = sorted((int(n.replace(",", "")) for n in found.groups()), reverse=True)
        yield Qualifier("votesFor", Literal(str(first), "integer"))
        yield Qualifier("votesAgainst", Literal(str(second), "integer"))


def money(words: str) -> Iterator[Qualifier]:
    """Amount and currency (ISO 4217) of the first sum of money in `words`."""
    found = _MONEY.search(words)
    if found:
        digits = found[2].replace(",", "")
        yield Qualifier("amount", Literal(_scaled(digits, _SCALE.get((found[3] or "").lower(), 0)), "decimal"))
        yield Qualifier("currency", Literal(_CURRENCIES[found[1].upper()]))


def _scaled(digits: str, zeros: int) -> str:
    """Shift the decimal point without the rounding of floating-point numbers."""
    whole, _, fraction = digits.partition(".")
    shifted = fraction.ljust(zeros, "0")
    rest = shifted[zeros:].rstrip("0")
    return f"{int(whole + shifted[:zeros])}" + (f".{rest}" if rest else "")


def literals(verb: Token) -> Iterator[Value]:
    """Numbers and sums right after a verb: "sold 40,000", "rose 3%"."""
    yield from (value for t in children(verb, "dobj", "npadvmod") if (value := literal(t)) is not None)


def literal(head: Token) -> Value | None:
    """The number or sum that a phrase is."""
    words = core(head) if head.ent_type_ in _LITERALS else []
    return Value(Literal(written(words)), span_of(words)) if words else None
