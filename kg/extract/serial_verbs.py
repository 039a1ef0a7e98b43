"""Deeds in a row, perfects taken for passives, aims and causes given to a noun: "went on, shed a part, and left"."""

from kg import lexicon
from kg.extract.syntax import SUBJECTS, VERBS, child, children
from kg.extract.tense import is_infinitive
from kg.extract.vocabulary import cue_verbs
from kg.extract.words import Token, hang

_HAS = frozenset({"'s", "’s"})
_AIMS = frozenset({"attempt", "bid", "effort", "endeavor", "endeavour", "move", "push"})
_DIRECTIONS = frozenset({"away", "back", "down", "home", "out", "up"})
_INSIDE = frozenset({"aboard", "among", "at", "in", "inside"})
_PAST = "VBD"
_PARTICIPLES = frozenset({"VBD", "VBN"})
_ACTING = frozenset({"GPE", "ORG", "PERSON"})
_STOPS = frozenset({".", "!", "?"})


def join_deed(verb: Token) -> None:
    """ "The rocket went up, shed a stage, and left": a past tense without conjunction goes on with the first."""
    first = verb.head
    alike = verb.tag_ == first.tag_ == _PAST and verb.i > first.i and verb.before.text == ","
    told = verb.lemma_ == "be" or first.lemma_ in cue_verbs()  # "said her next step, after that, was"
    if alike and not told and child(verb, *SUBJECTS, "mark", "aux", "auxpass", "advmod") is None:
        hang(verb, first, "conj")


def let_have(aux: Token) -> None:
    """ "It's sold 3 million phones": it has; what is sold has no object."""
    verb = aux.head
    thing = child(verb, "dobj")
    gives = verb.lemma_ in lexicon.words("grammar", "ditransitive")
    if aux.lower_ not in _HAS or thing is None or gives or verb.tag_ != "VBN" or child(verb, "agent") is not None:
        return
    aux.lemma_ = "have"
    hang(aux, verb, "aux")
    for subject in children(verb, "nsubjpass"):
        hang(subject, verb, "nsubj")


def give_aim(preposition: Token) -> None:
    """ "cut prices of phones in a bid to win": who cuts has the aim, not the phones."""
    aim, noun = child(preposition, "pobj"), preposition.head
    if preposition.lower_ != "in" or aim is None or aim.lower_ not in _AIMS or child(aim, "acl", "relcl") is None:
        return
    verb = next((t for t in noun.ancestors if t.pos_ in VERBS), None)
    if noun.pos_ not in VERBS and verb is not None and verb.i < noun.i:
        hang(preposition, verb, "prep")


def give_cause(preposition: Token) -> None:
    """ "recalled 2 million cars over brakes": why they were recalled."""
    thing = preposition.head
    verb = thing.head
    if preposition.lower_ != "over":
        return
    acts = thing.dep_ == "dobj" and verb.i < thing.i and verb.lemma_ in lexicon.words("grammar", "over_causes")
    if thing.dep_ == "pobj" and verb.lower_ == "from" and _is_under_fire(verb.head):  # "came under fire from Lee over"
        hang(preposition, verb.head, "prep")
    elif acts:
        hang(preposition, verb, "prep")


def _is_under_fire(verb: Token) -> bool:
    under = next((t for t in children(verb, "prep") if t.lower_ == "under"), None)
    attack = child(under, "pobj") if under is not None else None
    return attack is not None and attack.lower_ in {"attack", "criticism", "fire"}


def let_be_done(by: Token) -> None:
    """ "Ann Lee ousted from final by Eve Berg": a headline leaves out "was"."""
    verb, agent = by.head, child(by, "pobj")
    bare = verb.tag_ in _PARTICIPLES and child(verb, "aux", "auxpass", "dobj", "ccomp") is None
    named = agent is not None and agent.ent_type_ in _ACTING
    if bare and named and verb.sent[-1].text not in _STOPS:
        verb.tag_ = "VBN"
        for subject in children(verb, "nsubj"):
            hang(subject, verb, "nsubjpass")


def give_place(preposition: Token) -> None:
    """ "is back in Oslo": where somebody is, not where "back" is."""
    adverb = preposition.head
    where = adverb.dep_ == "advmod" and adverb.lower_ in _DIRECTIONS and preposition.i == adverb.i + 1
    if where and preposition.lower_ in _INSIDE and adverb.head.pos_ in VERBS:
        hang(preposition, adverb.head, "prep")


def give_deal(verb: Token) -> None:
    """ "declared a merger to become Acbolt": they become it, not the merger."""
    declares, deal = verb.head, child(verb, "nsubj")
    listed = deal is not None and deal.lemma_ in lexicon.words("grammar", "deals")
    if deal is None or not listed or not declares.i < deal.i < verb.i or not is_infinitive(verb):
        return
    if child(declares, "dobj") is None and declares.lemma_ in lexicon.words("grammar", "subject_control"):
        hang(deal, declares, "dobj")
        hang(verb, declares, "advcl")
