"""Numbers of the dead, hurt and missing: passives without "were", "leaves 12 dead", crashes of what carried people."""

from kg import lexicon
from kg.extract.syntax import NOUNS, SUBJECTS, child, children
from kg.extract.words import Token, hang

_PAST = frozenset({"VBD", "VBN", "JJ"})
_HELD = ("dobj", "attr", "ccomp", "xcomp", "acomp", "agent")
_STATES = frozenset(
    {"dead", "homeless", "hospitalised", "hospitalized", "hurt", "injured", "missing", "stranded", "wounded"}
)


def let_undergo(verb: Token) -> None:
    """ "Ten were killed and dozens injured": the second lacks only its "were"."""
    first, number = verb.head, child(verb, "nsubj")
    if number is None or verb.tag_ not in _PAST or child(first, "auxpass") is None or child(verb, *_HELD) is not None:
        return
    counted = number.like_num or number.lower_ in lexicon.words("grammar", "many")
    alone = child(verb, "aux", "neg") is None and verb.lemma_ != "die"
    if (counted or child(number, "nummod") is not None or number.lower_ in {"another", "others"}) and alone:
        verb.pos_, verb.tag_ = "VERB", "VBN"
        if not verb.lemma_ or verb.lemma_ == verb.lower_:
            verb.lemma_ = lexicon.table("grammar")["hurting"].get(verb.lower_, verb.lemma_)
        hang(number, verb, "nsubjpass")


def share_harm(harming: Token) -> None:
    """ "killing two, injuring dozens and damaging buildings": the third deed, taken for what the buildings are."""
    noun, joint = harming.head, harming.doc[max(0, harming.i - 1)]
    first = noun.head
    above = first.head
    deed = noun.dep_ == "conj" and first.dep_ == "dobj" and above.tag_ == "VBG" and joint.lower_ == "and"
    if deed and harming.lower_.endswith("ing") and _hurts(above.lemma_) and harming is noun.left_edge:
        harming.pos_, harming.tag_, harming.lemma_ = "VERB", "VBG", _without_ing(harming.lower_)
        hang(harming, above, "conj")
        hang(joint, above, "cc")
        hang(noun, harming, "dobj")


def _without_ing(word: str) -> str:
    """ "injuring" is of "injure", "trapping" of "trap"."""
    base = word.removesuffix("ing")
    return next((b for b in (base, f"{base}e", base[:-1]) if _hurts(b)), f"{base}e")


def _hurts(lemma: str) -> bool:
    return lemma in lexicon.words("grammar", "harming")


def leave_number(state: Token) -> None:
    """ "Storm leaves 12 dead": they are 12, and are left dead."""
    verb, number = state.head, child(state, "nummod")
    if verb.lemma_ == "leave" and number is not None and number.i == state.i - 1 and state.lower_ in _STATES:
        hang(number, verb, "dobj")
        hang(state, number, "amod")


def let_be_missing(missing: Token) -> None:
    """ "12 missing in flood": no deed of theirs."""
    behind = missing.lower_ == "missing" and missing.tag_ == "VBG" and missing.head.i == missing.i - 1
    if behind and child(missing, "dobj", "aux") is None:
        missing.pos_, missing.tag_, missing.lemma_ = "ADJ", "JJ", "missing"
        hang(missing, missing.head, "amod")


def let_crash(verb: Token) -> None:
    """ "A bus carrying 40 passengers flipped over": the bus did, where no other verb is told of it."""
    carried = verb.head
    carrying = carried.head
    carrier = carrying.head
    moves = verb.tag_ in {"VBN", "VBD"} and verb.lemma_.lower() in lexicon.words("grammar", "crashing")
    carries = carried.dep_ == "dobj" and carrying.dep_ == "acl" and carrying.tag_ == "VBG" and carrier.pos_ in NOUNS
    if not moves or not carries or child(verb, "agent", "auxpass", *SUBJECTS) is not None:
        return
    above = carrier.head
    verb.pos_, verb.tag_ = "VERB", "VBD"
    if carrier.dep_ == "ROOT":
        hang(verb, verb, "ROOT")
        for word in [t for t in carrier.children if t.i > verb.i]:
            hang(word, verb, word.dep_)
    elif carrier.dep_ == "pobj" and above.lower_ in {"after", "before", "when", "as"}:
        hang(verb, above.head, "advcl")
        hang(above, verb, "mark")
    else:
        return
    hang(carrier, verb, "nsubj")


def rate(grade: Token) -> None:
    """ "A magnitude 6.1 earthquake struck Chile": it is the earthquake that struck."""
    number, event = (grade.doc[min(i, len(grade.doc) - 1)] for i in (grade.i + 1, grade.i + 2))
    if grade.lower_ not in {"magnitude", "category", "level"} or not number.like_num or event.pos_ != "NOUN":
        return
    if event.head is grade or (event.head is grade.head and event.dep_ == grade.dep_):
        verb, dep = grade.head, grade.dep_
        hang(event, verb if verb is not grade else event, dep)
        for word in children(grade, "det"):
            hang(word, event, "det")
        hang(number, event, "nummod")
        hang(grade, event, "nmod")
