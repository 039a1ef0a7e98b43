"""Questions, requests and commands: sentences that do something else than tell."""

from kg import lexicon
from kg.extract.alternatives import is_added_as_less
from kg.extract.syntax import VERBS, child, children
from kg.extract.tense import auxiliaries
from kg.extract.words import Token, once

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_FREE = frozenset({"ROOT", "ccomp", "parataxis", "dep"})
_HUNG = frozenset({"xcomp", "acl", "advcl"})
_AUXILIARIES = frozenset({"be", "have", "do"})
_POLITE = frozenset({"please", "so", "then", "and", "just", "now", "also"})
_YOURS = frozenset({"your", "yourself", "yourselves"})
_JOINING = frozenset({"so", "and", "but"})
_PRESUPPOSING = frozenset({"why", "when", "where", "how", "who", "whom", "whose", "what", "which"})
_CLAUSES = frozenset({"advcl", "ccomp", "csubj", "parataxis", "conj", "dep"})
_ANYBODY = frozenset({"i", "you", "we", "one", "people"})


class Illocution:
    """Recognizes what is asked and what is commanded."""

    def __init__(self) -> None:
        words = lexicon.table("certainty")
        self._modals = frozenset(words["modals"])
        self._no_commands = frozenset(words["imperatives"]["not"])

    def asks(self, verb: Token) -> bool:
        """Whether the clause is a question; one that asks who or why takes for granted that somebody does."""
        if not _has_question_mark(verb.doc[verb.sent.start]):
            return False
        first = verb if is_inverted(verb) else _first_member(verb)
        marked = any(t.text == "?" for t in first.children) and (first.dep_ == "ROOT" or is_inverted(first))
        marked = marked and (is_inverted(first) or not _is_asked_beside(first))
        inner = first.dep_ == "ccomp" and is_inverted(first) and any(t.text == "?" for t in _after(first))
        return (marked or inner) and not self._takes_for_granted(first)

    def _takes_for_granted(self, verb: Token) -> bool:
        """ "Who left?", "why does he say so?"; but "how do I get there?" asks for what can be done."""
        word = next((w for t in verb.children if t.i < verb.i and (w := _question_word(t)) is not None), None)
        if word is None or any(t.lower_ in self._modals for t in auxiliaries(verb)):
            return False
        subject = child(verb, "nsubj")
        way = word.lower_ == "how" and verb.tag_ == "VB" and subject is not None and subject.lower_ in _ANYBODY
        return not way or any(t.tag_ == "VBD" for t in auxiliaries(verb))

    def requests(self, verb: Token) -> bool:
        """ "could you leave?"."""
        subject = child(verb, "nsubj")
        if subject is None or subject.lower_ != "you":
            return False
        return any(t.lower_ in self._modals for t in auxiliaries(verb)) and self.asks(verb)

    def commands(self, verb: Token) -> bool:
        """Whether the clause is an imperative: a bare form that nobody is the subject of."""
        passive = verb.tag_ == "VBN" and any(t.tag_ == "VB" for t in children(verb, "auxpass"))
        if (verb.tag_ not in {"VB", "VBP"} and not passive) or verb.lemma_.lower() in self._no_commands:
            return False
        if is_added_as_less(verb):
            return False
        if any(t.lower_ == "please" for t in children(verb, "intj")):
            return True
        if verb.tag_ == "VB" and verb.dep_ in _HUNG and verb.i > 0 and verb.nbor(-1).is_quote:
            return not verb.children or verb.children[0].tag_ != "TO"  # they chanted, "Fund our schools"
        if (
            (child(verb, *_SUBJECTS, "mark") is not None and not _is_called_on(verb))
            or (not passive and child(verb, "auxpass") is not None)
            or _has_auxiliary(verb)
        ):
            return False
        if verb.dep_ == "conj":
            return verb.head.pos_ in VERBS and self.commands(verb.head)
        bare = passive or verb.tag_ == "VB" or _opens_sentence(verb) or _is_called_on(verb)
        return bare and verb.dep_ in _FREE and not (verb.dep_ == "ccomp" and verb.head.i == verb.i - 1)


def _is_called_on(verb: Token) -> bool:
    """ "People of Oslo, show your anger": those who are called upon, which the parser takes for the subject."""
    own, before = child(verb, "nsubj"), verb.doc[max(verb.i - 1, 0)]
    if own is None or before.text != "," or own.i > before.i or child(verb, "mark") is not None:
        return False
    if any(t.text == "," for t in verb.doc.tokens[own.i : before.i]):  # "Farmers, who are angry, show your …"
        return False
    return any(t.lower_ in _YOURS for thing in children(verb, "dobj") for t in (thing, *thing.children))


def _asks_itself(verb: Token) -> bool:
    """An inverted clause of its own: "do you know", but not "so did she"."""
    return (
        verb.pos_ in VERBS and verb.dep_ not in {"advcl", "relcl"} and is_inverted(verb) and child(verb, "neg") is None
    )


def _question_word(below: Token) -> Token | None:
    """ "who", and the word that opens "which firm", "how much", "in whose name"."""
    if below.dep_ in _CLAUSES:
        return None
    opening = below.subtree[1:2] if below.dep_ == "prep" else below.subtree[:1]
    return next((t for t in opening if t.lower_ in _PRESUPPOSING), None)


def is_inverted(verb: Token) -> bool:
    """ "did she leave", "had he known": the auxiliary before the subject; "never did she" is no question."""
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or child(verb, "neg") is not None:
        return False
    copula = verb.lemma_ in _AUXILIARIES and verb.i < subject.i
    return copula or any(t.i < subject.i for t in auxiliaries(verb))


def _is_asked_beside(verb: Token) -> bool:
    """ "He has bought the farm, so why not the mill?", "he left, do you know why?": another clause is the question."""
    if verb.doc[verb.sent.start].lower_ not in _PRESUPPOSING and any(_asks_itself(t) for t in verb.sent if t != verb):
        return True
    after = verb.doc[verb.i + 1 : verb.sent.end]
    return any(t.lower_ in _PRESUPPOSING and (t.nbor(-1).is_punct or t.nbor(-1).lower_ in _JOINING) for t in after)


def _has_auxiliary(verb: Token) -> bool:
    """One other than the "do" of "do not leave"."""
    return any(t.lemma_ != "do" for t in children(verb, "aux"))


def _first_member(verb: Token) -> Token:
    while verb.dep_ == "conj" and verb.head.pos_ in VERBS:
        verb = verb.head
    return verb


@once
def _has_question_mark(first: Token) -> bool:
    """Whether the sentence that begins with `first` has one."""
    return "?" in first.sent.text and any(t.text == "?" for t in first.sent)


def _after(verb: Token) -> list[Token]:
    return verb.doc.tokens[verb.i : verb.sent.end]


def _opens_sentence(verb: Token) -> bool:
    before = verb.doc[verb.sent.start : verb.i]
    return all(not t.is_alpha or t.lower_ in _POLITE for t in before)
