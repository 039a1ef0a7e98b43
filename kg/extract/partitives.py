"""Phrases for a part of several or of a whole ("two of the suspects", "thousands of people"), and numbers of people."""

from collections.abc import Iterable

from kg import lexicon
from kg.extract.syntax import child, children, object_of
from kg.extract.vocabulary import verbs_of_relations
from kg.extract.words import Token

_COUNTS = frozenset({"CARDINAL", "PERCENT"})
_MEASURED = frozenset({"MONEY", "QUANTITY", "DATE", "TIME"})
_ENDS = frozenset({"nsubj", "nsubjpass", "dobj"})
_AGED = _ENDS | {"pobj"}


def whole(token: Token) -> Token | None:
    """The noun of which a number, a share or "most", "many" and the like takes a part; no pronoun.

    "Not all of the men" is no part that anything is said of.
    """
    number = token.like_num or token.lower_ in lexicon.words("grammar", "quantifiers")
    share = token.ent_type_ in _COUNTS and token.pos_ in {"NOUN", "NUM"}
    if not (number or share) or any(t.lower_ == "not" for t in token.lefts):
        return None
    of = child(token, "prep")
    noun = object_of(of) if of is not None and of.lower_ == "of" and of.i == token.i + 1 else None
    if noun is None or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    if noun.ent_type_ in _COUNTS and (inner := whole(noun)) is not None:
        return inner
    plural = noun.tag_ in {"NNS", "NNPS"} and noun.ent_type_ not in _MEASURED
    return noun if number or plural else None


def is_counted(token: Token) -> bool:
    """Whether a number alone stands for people: "Three were arrested", "at least 35 died", "wounding 12"."""
    number = (token.like_num and token.text.isalnum()) or token.lower_ in lexicon.words("grammar", "many")
    if not number or token.ent_type_ in _MEASURED:
        return False
    first = token
    while first.dep_ == "conj" and first.head.like_num:
        first = first.head
    toll = is_toll(token)
    befallen = _befalls(first.head) if first.dep_ in _ENDS else any(map(_befalls, _participles(token)))
    befallen = befallen or _are_known(first)
    told = (t for t in children(token, "prep", "appos", "cc") if t.i > token.i)
    return (befallen or toll) and all(toll and t.dep_ == "prep" and t.lower_ != "of" for t in told)


def is_aged(token: Token) -> bool:
    """Whether somebody is spoken of by his age alone: "the 27-year-old won"."""
    age = child(token, "npadvmod") if token.lower_ == "old" and token.dep_ in _AGED else None
    return age is not None and token.i == age.i + 2 and token.nbor(-1).text == "-" and child(age, "nummod") is not None


def _befalls(verb: Token) -> bool:
    return verb.lemma_.lower() in lexicon.words("grammar", "befalling")


def _are_known(number: Token) -> bool:
    """ "The three sued the firm": those who were told of before do or undergo it."""
    article = child(number, "det")
    definite = article is not None and article.lower_ in {"the", "these", "those"}
    several = number.tag_ == "CD" and number.text.isalpha() and number.lower_ != "one"
    verb = number.head
    acts = verb.pos_ == "VERB" and verb.lemma_.lower() in verbs_of_relations()
    return definite and several and number.dep_ in _ENDS and acts


def _participles(number: Token) -> Iterable[Token]:
    """ "107 killed in crash": right behind the number."""
    return (t for t in children(number, "acl") if t.tag_ in {"VBN", "VBD"} and t.i == number.i + 1)


def is_toll(number: Token) -> bool:
    """ "19 dead in quake", "left 12 dead": of whom there are so many is left out."""
    after = number.doc[number.i + 1 : number.i + 3]
    words = [t.lower_ for t in after]
    return (
        bool(words)
        and words[0] in {"dead", "missing"}
        and (len(words) < 2 or after[1].pos_ not in {"NOUN", "PROPN", "ADJ"})
    )
