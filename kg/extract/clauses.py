"""Who does what to whom, as the grammar has it: one clause per verb, with voice, control and coordination undone."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg import lexicon
from kg.extract.syntax import NOUNS, VERBS, child, children, prepositions
from kg.extract.vocabulary import cue_verbs, verbs_of_relations
from kg.model import Span

_NOT_A_CLAUSE = frozenset({"aux", "auxpass", "amod", "compound", "case", "prep", "punct", "nmod", "poss"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_CONTROLLING = frozenset({"of", "for", "from", "into", "with"})
_COMPLEMENTS = ("ccomp", "xcomp")


@dataclass(frozen=True, slots=True)
class Clause:
    """`subject` acts, `object` undergoes, in passives too. `places` are the phrases by preposition, in text order."""

    verb: Token
    lemma: str
    passive: bool
    subject: Token | None
    object: Token | None
    attribute: Token | None
    places: tuple[tuple[str, Token], ...]
    complement: Token | None

    @property
    def trigger(self) -> Span:
        """The verb's own characters."""
        return Span(self.verb.idx, self.verb.idx + len(self.verb))

    def place(self, name: str) -> Token | None:
        """The phrase at a place: subject, object, attr, clause, direct (a participle's object), or a preposition."""
        if name == "direct":
            return child(self.verb, "dobj")
        fixed = {"subject": self.subject, "object": self.object, "attr": self.attribute, "clause": self.complement}
        return fixed[name] if name in fixed else next((phrase for prep, phrase in self.places if prep == name), None)


def clauses(doc: Doc) -> Iterator[Clause]:
    """All clauses of `doc`, in the order of their verbs."""
    for token in doc:
        if token.pos_ in VERBS and token.dep_ not in _NOT_A_CLAUSE and _second_word(token.head) != token:
            yield clause(token)


def clause(verb: Token) -> Clause:
    """Read the clause whose head is `verb`."""
    passive = is_passive(verb)
    places = tuple(sorted((*prepositions(verb), *_of_predicate(verb)), key=lambda place: place[1].i))
    agent = next((phrase for prep, phrase in places if prep == "by" and child(verb, "agent") == phrase.head), None)
    own_object = antecedent(child(verb, "dobj"))
    return Clause(
        verb=verb,
        lemma=_lemma(verb),
        passive=passive,
        subject=agent if passive else subject(verb),
        object=subject(verb) if passive else own_object,
        attribute=child(verb, "attr", "oprd") or (own_object if passive else None),
        places=tuple(place for place in places if place[1] != agent),
        complement=child(verb, *_COMPLEMENTS),
    )


def _lemma(verb: Token) -> str:
    """Name the verb with its particle ("speak out") or with the adjective that makes one word of it ("go missing")."""
    lemma = "be" if verb.lemma_ in {"’s", "'s"} else verb.lemma_.lower()
    particle = child(verb, "prt") or _second_word(verb)
    return f"{lemma} {particle.lower_}" if particle is not None else lemma


def _second_word(verb: Token) -> Token | None:
    """The complement that makes one verb of two words, where the list of relations has it so."""
    words = children(verb, "acomp", "xcomp", "oprd", "advcl")
    return next((t for t in words if f"{verb.lemma_} {t.lower_}" in verbs_of_relations()), None)


def _of_predicate(verb: Token) -> Iterator[tuple[str, Token]]:
    """What hangs on an adjective ("critical of him") counts as the verb's own, by both words."""
    for adjective in children(verb, "acomp"):
        yield from ((f"{adjective.lower_}_{preposition}", phrase) for preposition, phrase in prepositions(adjective))


def is_passive(verb: Token) -> bool:
    """Passive by its auxiliary, as a participle after a noun, or as a further member of a passive."""
    if child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if verb.tag_ != "VBN" or child(verb, "nsubj", "aux") is not None:
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in VERBS:
        return is_passive(verb.head)
    return verb.dep_ in {"acl", "relcl", "advcl"} and child(verb, "aux") is None


def subject(verb: Token, depth: int = 0) -> Token | None:
    """The grammatical subject: the verb's own, or the one that it shares with the clause it depends on."""
    own = child(verb, "nsubj", "nsubjpass", "csubj", "csubjpass")
    if own is not None:
        return antecedent(own)
    if depth > len(verb.doc) or verb.head == verb or child(verb, "expl") is not None:
        return None
    return _shared_subject(verb, depth + 1)


def _shared_subject(verb: Token, depth: int) -> Token | None:
    head = verb.head
    report = _report_above(verb)
    if report is not None:
        return subject(report, depth)
    if verb.dep_ in {"acl", "relcl"}:
        return _bearer(head, depth) if _is_infinitive(verb) else head
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        governor = head.head
        if governor.pos_ not in VERBS:
            return _bearer(governor, depth)
        return _controller(governor, depth) if head.lower_ in _CONTROLLING else subject(governor, depth)
    if verb.dep_ == "xcomp" and head.pos_ in VERBS:
        return _controller(head, depth)
    if verb.dep_ == "xcomp" and head.dep_ == "acomp":
        return subject(head.head, depth)
    if verb.dep_ in {"conj", "advcl", "ccomp", "dep", "parataxis"} and head.pos_ in VERBS and _may_share(verb):
        return _chosen(verb) or subject(head, depth)
    return None


def _report_above(verb: Token) -> Token | None:
    """ "He said that …, adding that …": who adds is who said, wherever the parser hangs "adding"."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or cue_verbs().get(verb.lemma_) != "Certain":
        return None
    below, head = verb.head, verb.head.head
    while below != head and below.dep_ in {"conj", "xcomp", "advcl"}:
        below, head = head, head.head
    reports = below.dep_ == "ccomp" and cue_verbs().get(head.lemma_) == "Certain"
    return head if reports else None


def _chosen(verb: Token) -> Token | None:
    """ "They elected Lee, defeating Berg": it is Lee who defeats."""
    words = lexicon.table("roles")
    chosen = verb.tag_ == "VBG" and verb.lemma_ in words["chosen_does"] and verb.head.lemma_ in words["choosing"]
    return child(verb.head, "dobj") if chosen else None


def _may_share(verb: Token) -> bool:
    """A finite clause with a conjunction of its own ("because …") lacks a subject only by a mistake of the parser."""
    if verb.dep_ == "conj":
        return True
    return verb.tag_ in {"VBG", "VBN", "VB"} and verb.dep_ == "advcl"


def _controller(verb: Token, depth: int) -> Token | None:
    """Who is meant to do what a verb governs: its object ("accused critics of running"), else its subject."""
    own = child(verb, "dobj")
    return antecedent(own) if own is not None and own.pos_ in NOUNS else subject(verb, depth)


def _bearer(noun: Token, depth: int) -> Token | None:
    """Whose a noun is: "China's practice of trying", "countries hatched plans to expel"."""
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    if noun.dep_ == "dobj" and noun.head.pos_ in VERBS:
        return subject(noun.head, depth)
    return None


def _is_infinitive(verb: Token) -> bool:
    return any(t.tag_ == "TO" for t in children(verb, "aux"))


def antecedent(token: Token | None) -> Token | None:
    """What a relative pronoun stands for; any other word stands for itself."""
    if token is None or token.lower_ not in _RELATIVE or token.tag_ not in {"WP", "WDT"}:
        return token
    verb = token.head
    while verb.dep_ in {"conj", "xcomp", "ccomp"} and verb.head.pos_ in VERBS:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" and verb.head.pos_ in NOUNS else None
