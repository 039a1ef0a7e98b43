"""Participles beside a clause that do not tell of its subject."""

from kg import lexicon
from kg.extract.syntax import NOUNS, SUBJECTS, child, children
from kg.extract.tense import follows_comma
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Token

_IDLE = frozenset({"Happening", "Work", "Object", "Place"})
_PARTICIPLES = frozenset({"VBG", "VBN"})


def is_beside(verb: Token) -> bool:
    """Whether it is a participle beside a clause, or beside its subject ("Lee, appearing later, …")."""
    return verb.dep_ == "advcl" and verb.tag_ in _PARTICIPLES and (is_of_others(verb) or own_bearer(verb) is not None)


def is_of_others(verb: Token) -> bool:
    """ "as stated on the site" tells of the whole clause, "(all wearing parachutes)" of whoever "all" are."""
    before = verb.before
    return (
        is_comment(verb)
        or _is_turn(verb)
        or (before.head is verb and before.lower_ in lexicon.words("grammar", "quantifiers"))
    )


def _is_turn(verb: Token) -> bool:
    """ "Looking back, the plan was bad": whoever speaks does."""
    opens = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i < verb.head.i
    if not opens or verb.lower_ not in lexicon.table("ends")["turns"]:
        return False
    said = {verb.before.lower_, *(t.lower_ for t in children(verb, "advmod", "prt"))}
    return not said.isdisjoint(lexicon.table("ends")["turns"][verb.lower_]) and child(verb, "dobj", "prep") is None


def is_comment(verb: Token) -> bool:
    """ "as stated on the site", "as measured by its sales"."""
    marked = verb.dep_ == "advcl" and any(t.lower_ == "as" for t in children(verb, "mark", "advmod"))
    return marked and verb.tag_ == "VBN" and child(verb, *SUBJECTS) is None


def is_gerund_of(verb: Token) -> bool:
    """ "difficulty getting tickets": the noun does nothing."""
    noun = verb.head
    names = verb.dep_ == "acl" and verb.tag_ == "VBG" and noun.lemma_.lower() in lexicon.words("ends", "gerunds")
    return names and not follows_comma(verb)


def is_open(verb: Token) -> bool:
    """ "showed a phone losing its signal when held": inside a phrase it is open of whom a bare participle tells."""
    asks = any(t.tag_ == "WRB" for t in children(verb, "advmod"))
    return verb.dep_ == "advcl" and verb.tag_ == "VBN" and asks and verb.head.dep_ == "acl"


def own_bearer(verb: Token) -> Token | None:
    """Of whom it tells, if not of the clause's subject; nobody that is named, where it is of others.

    "…, Berg winning the prize", "released an ad showing him".
    """
    if verb.head.dep_ in SUBJECTS and verb.head.pos_ in NOUNS:
        return verb.head
    if is_of_others(verb) or verb.i < verb.head.i:
        return None
    return (
        _accompanying(verb)
        or _perceived(verb)
        or ((_absolute(verb) or _work(verb) or _agent(verb)) if verb.tag_ == "VBG" else None)
    )


def _accompanying(verb: Token) -> Token | None:
    """ "fired Lee with the team floundering"."""
    noun = verb.before
    while noun.i and noun.pos_ == "ADV" and noun.head is verb:
        noun = noun.before
    beside = noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.head is verb.head
    return noun if beside else None


def _perceived(verb: Token) -> Token | None:
    """ "The video shows a phone losing its signal": the phone loses it."""
    seen = child(verb.head, "dobj") if verb.head.lemma_ in lexicon.words("ends", "perceiving") else None
    if seen is None or verb.tag_ != "VBG" or seen.i > verb.i or child(verb, "mark", "advmod") is not None:
        return None
    return None if any(t.is_punct and t.text != "-" for t in verb.doc[seen.i : verb.i]) else seen


def _agent(verb: Token) -> Token | None:
    """ "The raid was foiled by a warship, capturing ten": it is no raid that captures, but who could."""
    undergoes, by = child(verb.head, "nsubjpass"), child(verb.head, "agent")
    if undergoes is None or by is None or by.i > verb.i or not follows_comma(verb):
        return None
    if verb.lemma_ in lexicon.words("grammar", "harming"):  # "Lima was hit by a storm, killing ten"
        return child(by, "pobj")
    if undergoes.ent_type_:
        return None
    return child(by, "pobj") if head_kinds().get(undergoes.lemma_.lower()) in _IDLE else None


def _absolute(verb: Token) -> Token | None:
    noun = verb.before
    while noun.i and noun.dep_ == "advmod" and noun.head is verb:
        noun = noun.before
    listed = noun.pos_ in NOUNS and noun.dep_ == "conj"
    return noun if listed and noun.left_edge.before.text == "," else None


def _work(verb: Token) -> Token | None:
    made = child(verb.head, "dobj")
    if made is None or made.i > verb.i or follows_comma(verb):
        return None
    shows = verb.lemma_ in lexicon.words("ends", "showing")
    return made if shows and head_kinds().get(made.lemma_.lower()) == "Work" else None
