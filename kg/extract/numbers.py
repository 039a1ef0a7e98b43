"""Numbers that are facts: votes for and against, amounts of money."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg import lexicon
from kg.extract.facts import Value
from kg.extract.labels import core
from kg.extract.syntax import before, child, children, clause_words, extent, span_of, written
from kg.extract.words import Token
from kg.model import Literal, Qualifier

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+"
_VOTES = re.compile(rf"\b({_NUMBER})(?:\s+votes)?\s*(?:to|against|-|–)\s*({_NUMBER})\b")
_HYPHENS = frozenset({"-", "–"})
_OPEN_ENDS = frozenset({"more", "less", "fewer", "so"})
_TIMES = frozenset({"DATE", "TIME"})
_LITERALS = frozenset({"MONEY", "PERCENT", "CARDINAL", "QUANTITY"})


def votes(verb: Token) -> Iterator[Qualifier]:
    """ "by 101 votes to 61" beside a verb of winning or losing: the winner's count, then the loser's."""
    words = written(clause_words(verb))
    found = _VOTES.search(words)
    if found and "vote" in words.lower():
        first, second = sorted((int(n.replace(",", "")) for n in found.groups()), reverse=True)
        yield Qualifier("votesFor", Literal(str(first), "integer"))
        yield Qualifier("votesAgainst", Literal(str(second), "integer"))


@cache
def _money() -> re.Pattern[str]:
    """A sum: sign, number, scale; or number, scale, word."""
    words = lexicon.table("numbers")
    signs, names, scales = (
        "|".join(re.escape(key) for key in sorted(table, key=len, reverse=True))
        for table in (words["currency"]["signs"], words["currency"]["words"], words["scales"])
    )
    codes = "|".join(sorted({*words["currency"]["signs"].values(), *words["currency"]["words"].values()}))
    amount = rf"((?:{_NUMBER})(?:\.\d+)?)[\s-]?({scales})?"
    return re.compile(rf"(?:({signs})|\b({codes}))\s?{amount}\b|\b{amount}[\s-](?:({names})s?|({codes}))\b", re.I)


def money(words: str) -> Iterator[Qualifier]:
    """Amount and currency (ISO 4217) of the first sum of money in `words`."""
    found = _money().search(words)
    if found is None:
        return
    sign, code, number, scale, number_before, scale_before, name, code_after = found.groups()
    table = lexicon.table("numbers")
    zeros = table["scales"].get((scale or scale_before or "").lower(), 0)
    digits = (number or number_before).replace(",", "")
    named = table["currency"]["words"].get((name or "").lower())
    yield Qualifier("amount", Literal(_scaled(digits, zeros), "decimal"))
    yield Qualifier(
        "currency",
        Literal(table["currency"]["signs"].get((sign or "").upper()) or named or (code or code_after).upper()),
    )


def paid(phrases: Iterable[Token]) -> Iterator[Qualifier]:
    """Amount and currency of the first sum that one of the phrases names."""
    sums = (list(money(written(clause_words(phrase)))) for phrase in phrases)
    yield from next(filter(None, sums), [])


def measures(phrase: Token) -> bool:
    """Whether the phrase says by how much: "101 votes", "a margin of two to one"."""
    return phrase.lemma_.lower() in lexicon.words("numbers", "measures", "nouns")


def _scaled(digits: str, zeros: int) -> str:
    """Shift the decimal point without the rounding of floating-point numbers."""
    whole, _, fraction = digits.partition(".")
    shifted = fraction.ljust(zeros, "0")
    rest = shifted[zeros:].rstrip("0")
    return f"{int(whole + shifted[:zeros])}" + (f".{rest}" if rest else "")


def literals(verb: Token) -> Iterator[Value]:
    """Numbers and sums right after a verb: "sold 40,000", "rose 3%"."""
    yield from (value for t in children(verb, "dobj", "npadvmod") if (value := literal(t) or _duration(t)) is not None)


def literal(head: Token) -> Value | None:
    """The number or sum that a phrase is, with "or more", "an hour"; nothing where it is cut off what it counts."""
    words = core(head) if head.ent_type_ in _LITERALS and head.text not in _HYPHENS else []
    if not words or _is_cut(head, words):
        return None
    whole = [*words, *(t for below in _rest(head, words[-1].i + 1) for t in below.subtree)]
    return Value(Literal(written(whole)), span_of(whole))


def _duration(noun: Token) -> Value | None:
    """ "Spent *15 years* there": how long, as the object of a verb."""
    if noun.ent_type_ not in _TIMES or noun.dep_ != "dobj" or noun.pos_ != "NOUN" or child(noun, "relcl") is not None:
        return None
    if child(noun, "nummod") is None or noun.head.i not in {noun.left_edge.i - 1, noun.left_edge.i - 2}:
        return None
    words = [*before(noun), *(t for t in extent(noun) if t.i > noun.i)]
    return Value(Literal(written(words)), span_of(words))


def _is_cut(head: Token, words: list[Token]) -> bool:
    """ "one of the firms", "18-fold", "3-19": the number alone says something else."""
    glued = any(head.doc[i].text in _HYPHENS for i in (head.i - 1, head.i + 1) if 0 <= i < len(head.doc))
    return glued or any(p.lower_ == "of" and p not in words for p in children(head, "prep"))


def _rest(head: Token, end: int) -> Iterator[Token]:
    """What belongs to the number from the place `end`: "or more", "an hour", "per barrel", "west of Oslo"."""
    for below in (t for t in children(head, "cc", "conj", "npadvmod", "prep", "advmod") if t.i >= end):
        from_where = below.dep_ == "advmod" and child(below, "prep") is not None
        after = below.doc[below.i + 1 : below.i + 2].text.lower()
        joins = from_where or (below.dep_ == "cc" and after in _OPEN_ENDS)
        if min(t.i for t in below.subtree) != end or not (
            joins or below.lower_ in {*_OPEN_ENDS, "per"} or below.dep_ == "npadvmod"
        ):
            return
        yield below
        end = max(t.i for t in below.subtree) + 1
