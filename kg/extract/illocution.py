"""Questions, requests and commands: sentences that do something else than tell."""

from kg import lexicon
from kg.extract.syntax import VERBS, child, children
from kg.extract.tense import auxiliaries
from kg.extract.words import Token, once

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_FREE = frozenset({"ROOT", "ccomp", "parataxis", "dep"})
_AUXILIARIES = frozenset({"be", "have", "do"})
_POLITE = frozenset({"please", "so", "then", "and", "just", "now", "also"})
_JOINING = frozenset({"so", "and", "but"})
_PRESUPPOSING = frozenset({"why", "when", "where", "how", "who", "what", "which"})


class Illocution:
    """Recognizes what is asked and what is commanded."""

    def __init__(self) -> None:
        words = lexicon.table("certainty")
        self._modals = frozenset(words["modals"])
        self._no_commands = frozenset(words["imperatives"]["not"])

    def asks(self, verb: Token) -> bool:
        """Whether the clause is a question; one that asks who or why takes for granted that."""
        if not _has_question_mark(verb.doc[verb.sent.start]):
            return False
        first = verb if is_inverted(verb) else _first_member(verb)
        beside = any(is_inverted(t) for t in children(first, "ccomp", "parataxis", "conj", "dep", "advcl"))
        marked = any(t.text == "?" for t in first.children) and (first.dep_ == "ROOT" or is_inverted(first))
        marked = marked and not ((beside or _is_asked_later(first)) and not is_inverted(first))
        inner = first.dep_ == "ccomp" and is_inverted(first) and any(t.text == "?" for t in _after(first))
        wh = any(t.i < first.i and t.lower_ in _PRESUPPOSING for t in first.children)
        past = any(t.tag_ == "VBD" for t in (first, *auxiliaries(first)))
        return (marked or inner) and not (wh and past)

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
        if any(t.lower_ == "please" for t in children(verb, "intj")):
            return True
        if (
            child(verb, *_SUBJECTS, "mark") is not None
            or (not passive and child(verb, "auxpass") is not None)
            or _has_auxiliary(verb)
        ):
            return False
        if verb.dep_ == "conj":
            return verb.head.pos_ in VERBS and self.commands(verb.head)
        bare = passive or verb.tag_ == "VB" or _opens_sentence(verb)
        return bare and verb.dep_ in _FREE and not (verb.dep_ == "ccomp" and verb.head.i == verb.i - 1)


def is_inverted(verb: Token) -> bool:
    """ "did she leave", "had he known": the auxiliary before the subject; "never did she" is no question."""
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or child(verb, "neg") is not None:
        return False
    copula = verb.lemma_ in _AUXILIARIES and verb.i < subject.i
    return copula or any(t.i < subject.i for t in auxiliaries(verb))


def _is_asked_later(verb: Token) -> bool:
    """ "He has bought the farm, so why not the mill?": the question is what follows."""
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
    return any(t.text == "?" for t in first.sent)


def _after(verb: Token) -> list[Token]:
    return verb.doc.tokens[verb.i : verb.sent.end]


def _opens_sentence(verb: Token) -> bool:
    before = verb.doc[verb.sent.start : verb.i]
    return all(not t.is_alpha or t.lower_ in _POLITE for t in before)
