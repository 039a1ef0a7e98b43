"""Whom a verb without a subject of its own speaks of: control and raising, participles, relative clauses."""

from kg import lexicon
from kg.extract.antecedents import is_person
from kg.extract.participles import is_beside, is_gerund_of, is_open, own_bearer
from kg.extract.relatives import antecedent, bearer_of_participle, identified, is_ordinal
from kg.extract.speech_participles import addressed, report_above, told_of
from kg.extract.syntax import NOUNS, VERBS, child, children, possessor, prepositions
from kg.extract.tense import is_finite, is_infinitive, tense, verb_over
from kg.extract.words import Token, once

_PRESENT = frozenset({"VBZ", "VBP"})
_SUBJECTS = frozenset(
    {"nsubj", "nsubjpass", "csubj", "csubjpass", "parataxis"}
)  # parataxis: "Lee, Berg said, resigned"
_EMBEDDED = frozenset({"ccomp", "advcl"})
_SHARING = frozenset({"conj", "advcl", "ccomp", "dep", "parataxis"})
_TO_DO = frozenset({"xcomp", "advcl"})
_OBJECTIVE = frozenset({"him", "me", "them", "us"})
_TIMES = frozenset({"DATE", "TIME"})
_CONTROLLING = frozenset({"of", "for", "from", "into", "with", "on", "against", "about"})


@once
def subject(verb: Token) -> Token | None:
    """The grammatical subject: the verb's own, or the one that it shares with the clause it depends on."""
    return _subject(verb, 0)


def _subject(verb: Token, depth: int) -> Token | None:
    own = _own_subject(verb)
    if own is not None:
        return antecedent(own)
    if depth > len(verb.doc) or verb.head == verb or child(verb, "expl") is not None:
        return None
    return _shared_subject(verb, depth + 1)


def _own_subject(verb: Token) -> Token | None:
    """The first, or the last of those that marks set apart: "Lee: Berg must go" is said by Lee and of Berg."""
    if verb.deps.isdisjoint(_SUBJECTS):
        return None
    own = children(verb, "nsubj", "nsubjpass", "csubj", "csubjpass")
    before = [t for t in own if t.i < verb.i and t.pos_ != "NUM"]
    apart = len(before) > 1 and any(t.is_punct and t.text != "-" for t in verb.doc[before[0].i : before[-1].i])
    found = before[-1] if apart else next(iter(own), None)
    if found is not None:
        return _reporter(found, verb) or found
    return next(
        (t for aside in children(verb, "parataxis") for t in children(aside, "nsubj") if _reporter(t, aside)), None
    )


def _reporter(topic: Token, verb: Token) -> Token | None:
    """ "Lee, Berg said, resigned": the parser takes Lee, and Berg as another word for him, to be who said it."""
    between = child(topic, "appos")
    return between if verb.dep_ == "parataxis" and between is not None and between.i + 1 == verb.i else None


def _shared_subject(verb: Token, depth: int) -> Token | None:
    head = verb.head
    report = report_above(verb)
    if report is not None:
        return _subject(report, depth)
    if is_beside(verb):
        return own_bearer(verb)
    if verb.dep_ in {"acl", "relcl"}:
        return _of_noun(verb, depth)
    if (called := _called_on(verb)) is not None:
        return antecedent(called)
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        governor = head.head
        if governor.dep_ in {"acomp", "oprd"} and governor.head.pos_ in VERBS:
            return _subject(governor.head, depth)
        if governor.pos_ not in VERBS:
            return _bearer(governor, depth)
        if head.lower_ == "by" and child(governor, "auxpass") is not None:
            undergoes = _subject(governor, depth)
            return undergoes if undergoes is not None and is_person(undergoes) else None
        after = head.lower_ in _CONTROLLING and head.i > governor.i
        return _controller(governor, depth) if after else _subject(governor, depth)
    if verb.dep_ == "xcomp" and (head.pos_ in VERBS or head.dep_ == "acomp"):
        return _of_complement(verb, depth)
    return _of_clause(verb, depth) if head.pos_ in VERBS and _may_share(verb) else None


def _of_complement(verb: Token, depth: int) -> Token | None:
    """ "wants to win", "is ready to win"."""
    if _is_undergone(verb):
        return None
    if (aim := _aim(verb)) is not None:
        return possessor(aim) or next((owner for word, owner in prepositions(aim) if word == "of"), None)
    return _controller(verb.head, depth) if verb.head.pos_ in VERBS else _subject(verb.head.head, depth)


def _aim(verb: Token) -> Token | None:
    """ "Lee's aim is to win", which is no aim that wins."""
    if verb.head.lemma_ != "be" or not is_infinitive(verb):
        return None
    return next((t for t in children(verb.head, "nsubj") if t.lower_ in lexicon.words("grammar", "aims")), None)


def _is_undergone(verb: Token) -> bool:
    """ "was hard to beat", "is quick and easy to build": the subject is what somebody beats or builds."""
    if verb.dep_ != "xcomp" or not is_infinitive(verb) or child(verb, "dobj", "auxpass", "ccomp", "xcomp") is not None:
        return False
    above = verb.head if verb.head.dep_ == "acomp" else child(verb.head, "acomp")
    while above is not None and above.i < verb.i:
        if above.lower_ in lexicon.words("grammar", "tough"):
            return True
        above = child(above, "conj")
    return False


def _of_noun(verb: Token, depth: int) -> Token | None:
    """Of a participle, an infinitive or a relative clause after a noun."""
    noun = verb.head
    if is_gerund_of(verb):
        return None
    striving = noun.lemma_.lower() in lexicon.words("grammar", "strivings")
    to_be_done = child(verb, "auxpass") is not None and noun.pos_ == "NOUN" and not striving
    open_infinitive = is_infinitive(verb) and not is_ordinal(noun) and not to_be_done
    return _bearer(noun, depth) if open_infinitive and not _is_made_for(verb) else bearer_of_participle(verb)


def _is_made_for(verb: Token) -> bool:
    """ "built a robot to replace workers": it is the robot that is to replace them."""
    noun, words = verb.head, lexicon.table("grammar")["made_for"]
    made = noun.dep_ == "dobj" and noun.head.lemma_ in words["made"]
    return made and verb.lemma_ in words["deeds"] and not is_person(noun)


def _of_clause(verb: Token, depth: int) -> Token | None:
    """Of a further verb, or of a clause beside that of another verb."""
    if verb.dep_ not in _SHARING or is_open(verb):
        return None
    return _affected(verb) or _chosen(verb) or _sent(verb) or addressed(verb) or _subject(_joined_with(verb), depth)


def _joined_with(verb: Token) -> Token:
    """The clause that a further verb goes on with: finite as it is, and of its tense if the nearer one is embedded.

    "It lets firms get away with this and creates a loophole": it is not the firms that create it. What stands behind
    has only reported it: "Acme is strong, but closed a mill, Lee said".
    """
    told = told_of(verb)
    if told is not None:
        return told
    if verb.dep_ != "conj" or not is_finite(verb):
        return verb.head
    nearest = here = verb.head
    while not _fits(here, verb, nearest) and here.head != here:
        here = verb_over(here)
    return here if here.i < verb.i and _fits(here, verb, nearest) else nearest


def _fits(head: Token, verb: Token, nearest: Token) -> bool:
    if not is_finite(head):
        return False
    first = nearest
    while first.dep_ == "conj" and first.head.pos_ in VERBS:
        first = first.head
    present = tense(head) in _PRESENT
    return first.dep_ not in _EMBEDDED or tense(verb) == "MD" or present == (tense(verb) in _PRESENT)


def _called_on(verb: Token) -> Token | None:
    """ "They called on Lee to go": it is Lee who is to go."""
    listed = lexicon.table("grammar")["called_on"].get(verb.head.lemma_) if verb.dep_ in _TO_DO else None
    if listed is None or not is_infinitive(verb):
        return None
    before = (t for t in children(verb.head, "prep") if verb.head.i < t.i < verb.i and t.lower_ in listed)
    somebody = next((thing for t in before if (thing := child(t, "pobj")) is not None), None)
    return somebody if somebody is not None and somebody.ent_type_ not in _TIMES else None


def _affected(verb: Token) -> Token | None:
    """ "It resulted in him losing his house": it is he who loses."""
    before = verb.before
    pronoun = verb.tag_ == "VBG" and before.dep_ == "pobj" and before.lower_ in _OBJECTIVE
    return before if pronoun and before.head.head is verb.head else None


def _chosen(verb: Token) -> Token | None:
    """ "They elected Lee, defeating Berg", "hired Lee as coach, to replace Berg": it is Lee who does it."""
    words = lexicon.table("roles")
    does = words["chosen_does"] if verb.tag_ == "VBG" else words["chosen_to"] if is_infinitive(verb) else ()
    chosen = verb.lemma_ in does and verb.head.lemma_ in words["choosing"] and verb.i > verb.head.i
    return child(verb.head, "dobj") if chosen else None


def _sent(verb: Token) -> Token | None:
    """ "They sent Lee to meet Berg": it is Lee who meets."""
    purpose = verb.dep_ == "advcl" and is_infinitive(verb) and verb.i > verb.head.i
    sent = child(verb.head, "dobj") if purpose and verb.head.lemma_ in lexicon.words("grammar", "sending") else None
    return sent if sent is not None and is_person(sent) else None


def _may_share(verb: Token) -> bool:
    """A finite clause with a conjunction of its own ("because …") lacks a subject only by a mistake of the parser."""
    if verb.dep_ == "conj":
        return True
    return verb.tag_ in {"VBG", "VBN", "VB"} and verb.dep_ == "advcl"


def _controller(verb: Token, depth: int) -> Token | None:
    """Who is meant to do what a verb governs: its object ("accused critics of running"), else its subject."""
    own = child(verb, "dobj") if child(verb, "nsubjpass") is None else None
    by_object = own is not None and own.pos_ in NOUNS and verb.lemma_ not in lexicon.words("grammar", "subject_control")
    return antecedent(own) if by_object else _subject(verb, depth)


def _bearer(noun: Token, depth: int) -> Token | None:
    """Whose a noun is: "China's practice of trying", "countries hatched plans to expel"; "Lee's aide to call" calls."""
    owner = child(noun, "poss")
    if owner is not None:
        return noun if is_person(noun) else owner
    if noun.dep_ == "dobj" and noun.head.pos_ in VERBS:
        return _of_object(noun.head, depth)
    if noun.dep_ == "pobj" and noun.head.lower_ in lexicon.table("grammar")["purposes"].get(noun.lower_, ()):
        verb = noun.head.head
        if verb.pos_ == "PROPN" and verb.dep_ == "ROOT":  # "Acme in talks to buy Bolt"
            return verb
        return _subject(verb, depth) if verb.pos_ in VERBS and child(verb, "auxpass") is None else None
    described = identified(noun)
    return described if described is not noun else None


def _of_object(verb: Token, depth: int) -> Token | None:
    """Who is meant to do what a verb's object names: its receiver ("gave drillers time to invest"), or its subject.

    In "rejected a bid to buy Acme" it is neither.
    """
    receiver = child(verb, "dative") if verb.lemma_ in lexicon.words("grammar", "enabling", "words") else None
    if receiver is not None and receiver.pos_ in NOUNS:
        return receiver
    return None if verb.lemma_ in lexicon.table("grammar")["reacting"]["verbs"] else _subject(verb, depth)
