"""Who does what to whom, as the grammar has it: one clause per verb, with voice, control and coordination undone."""

from collections.abc import Iterator
from typing import NamedTuple

from kg import lexicon
from kg.extract.control import subject
from kg.extract.headline_passives import undergoes_bare
from kg.extract.idioms import idiom, is_verb
from kg.extract.numbers import measures
from kg.extract.phrasal import lemma, of_second_word, second_word, small_clause, whole
from kg.extract.relatives import antecedent, object_left_out
from kg.extract.syntax import NOUNS, VERBS, child, children, prepositions
from kg.extract.tense import is_infinitive
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Doc, Token, once
from kg.model import Span

_NOT_A_CLAUSE = frozenset({"aux", "auxpass", "amod", "compound", "case", "prep", "punct", "nmod", "poss"})
_STOPS = frozenset({".", "!", "?", "”", '"', "…"})
_DASHES = frozenset({"--", "—", "–", "―"})
_ASKING = frozenset({"WDT", "WP", "WRB"})
_COMPLEMENTS = ("ccomp", "xcomp")
_PASSIVE = frozenset({"auxpass", "nsubjpass"})
_NO_PASSIVE = frozenset({"go", "come", "arise"})  # "the farms were gone"
_ACTING = frozenset({"PERSON", "ORG", "GPE"})
_KINDS = frozenset({"Person", "Organization"})
_DATED = frozenset({"DATE", "TIME"})  # "born in 1934 in Oslo": the day takes no other phrase's place
_WANTING = frozenset({"want", "need", "get", "have"})


class Clause(NamedTuple):
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
        """The verb's own characters, those of verbs that help it ("going to leave"), and of a particle right after."""
        return _trigger(self.verb)

    def place(self, name: str) -> Token | None:
        """The phrase at a place: subject, object, attr, attr_of, clause, told, direct, or a preposition.

        "attr_of" is what stands behind "of" in "declared winner of", "told" is who is to act in the clause, "direct" a
        participle's object.
        """
        match name:
            case "direct":
                return child(self.verb, "dobj")
            case "subject":
                return self.subject
            case "object":
                return self.object
            case "attr":
                return self.attribute
            case "clause":
                return self.complement
            case "attr_of":
                own = prepositions(self.attribute) if self.attribute is not None else ()
                return next((phrase for preposition, phrase in own if preposition == "of"), None)
            case "told":
                return _told(self.complement)
        found = [phrase for prep, phrase in self.places if prep == name]
        return next((phrase for phrase in found if phrase.ent_type_ not in _DATED), found[0] if found else None)


def clauses(doc: Doc) -> Iterator[Clause]:
    """All clauses of `doc`, in the order of their verbs."""
    for token in [t for t in doc if t.pos_ in VERBS]:
        if is_verb(token) and token.dep_ not in _NOT_A_CLAUSE and second_word(token.head) != token:
            yield clause(token)


@once
def clause(verb: Token) -> Clause:
    """Read the clause whose head is `verb`."""
    passive, idiomatic = is_passive(verb), idiom(verb)
    agent, undergoes = _agent(verb), antecedent(_own_object(verb))
    receives = passive and undergoes is not None and verb.lemma_ in lexicon.words("grammar", "ditransitive")
    promoted = subject(verb) if passive else None
    if idiomatic and undergoes == idiomatic.noun:
        undergoes = None
    own = idiomatic.places if idiomatic else tuple(prepositions(verb))
    places = (*map(whole, own), *of_second_word(verb), *_receivers(verb, promoted if receives else None))
    return Clause(
        verb=verb,
        lemma=idiomatic.lemma if idiomatic else lemma(verb),
        passive=passive,
        subject=agent if passive else subject(verb),
        object=undergoes if receives or not passive else promoted,
        attribute=child(verb, "attr", "oprd") or (undergoes if passive and not receives else None),
        places=tuple(sorted((place for place in places if place[1] != agent), key=lambda place: place[1].i)),
        complement=_complement(verb, passive=passive),
    )


def _told(clause: Token | None) -> Token | None:
    """ "demanded that Lee resign": somebody who is to act, not "that prices fall"."""
    asked = clause is not None and any(t.tag_ in _ASKING or t.lower_ in {"if", "whether"} for t in clause.children)
    who = child(clause, "nsubj") if clause is not None and not asked else None
    acts = who is not None and (
        who.pos_ == "PROPN" or who.ent_type_ in _ACTING or head_kinds().get(who.lemma_.lower()) in _KINDS
    )
    return who if acts else None


def _complement(verb: Token, *, passive: bool) -> Token | None:
    """Its clause; a passive's is the infinitive ("…, and both were said to have left")."""
    found = [t for t in children(verb, *_COMPLEMENTS) if t != small_clause(verb)]
    behind = next((t for t in found if t.i > verb.i and is_infinitive(t)), None) if passive else None
    return behind or next(iter(found), None)


@once
def _trigger(verb: Token) -> Span:
    particle = child(verb, "prt")
    last = particle if particle is not None and particle.i == verb.i + 1 else verb
    return Span(_helper(verb).idx, last.end_idx)


def _helper(verb: Token) -> Token:
    """The first of "is going to have to leave", and "leave" itself where nothing helps it."""
    first = verb
    while first.dep_ == "xcomp" and first.head.i < first.i and is_infinitive(first) and _helps(first.head):
        first = first.head
    return first


def _helps(verb: Token) -> bool:
    """ "is going to", "has to", "used to", "seems to": no deed of its own."""
    listed = lexicon.table("grammar")["helping"].get(verb.lemma_)
    return listed is not None and verb.tag_ in listed and child(verb, "dobj", "prt", "prep") is None


def _agent(verb: Token) -> Token | None:
    """Who is said to have done it: "by …" of a passive, its own or of the last of several ("run and owned by Acme")."""
    agent = child(verb, "agent")
    by = [t for prep, t in prepositions(verb) if prep == "by" and agent is t.head] if agent is not None else []
    own = next((phrase for phrase in by if not measures(phrase)), None) or _agent_after_gerund(verb)
    joined = _joined(verb) if own is None else None
    return _agent(joined) if joined is not None else own


def _agent_after_gerund(verb: Token) -> Token | None:
    """ "was banned from holding rallies in parks by the city": neither "holding" nor "parks" takes an agent."""
    if "auxpass" not in verb.deps or "prep" not in verb.deps:
        return None
    gerunds = (gerund for p in children(verb, "prep") if p.lower_ == "from" for gerund in children(p, "pcomp"))
    by = (t for gerund in gerunds for t in gerund.subtree if t.lower_ == "by" and t.head.pos_ != "VERB")
    found = (t for preposition in by for t in children(preposition, "pobj"))
    return next((t for t in found if t.ent_type_ in _ACTING or head_kinds().get(t.lemma_.lower()) in _KINDS), None)


def _own_object(verb: Token) -> Token | None:
    """The object, its own or the one after the last of several verbs ("makes and sells cars")."""
    own = next((t for t in children(verb, "dobj") if not _is_set_apart(t, verb)), None) or _found_to_be(verb)
    joined = _joined(verb) if own is None else None
    return _own_object(joined) if joined is not None else own or _made_to(verb) or object_left_out(verb)


def _made_to(verb: Token) -> Token | None:
    """ "caused a crane to fall": the parser takes the crane for the subject of "fall" only."""
    if "ccomp" not in verb.deps or verb.lemma_ not in lexicon.words("grammar", "making"):
        return None
    inner = child(verb, "ccomp")
    infinitive = inner is not None and any(t.tag_ == "TO" for t in children(inner, "aux"))
    return child(inner, "nsubj") if inner is not None and infinitive and child(inner, "mark") is None else None


def _found_to_be(verb: Token) -> Token | None:
    """ "found him guilty": the parser takes him for the subject of a clause with no verb."""
    second = second_word(verb)
    predicate = second if second is not None and second.dep_ == "ccomp" else small_clause(verb)
    return child(predicate, "nsubj") if predicate is not None else None


def _is_set_apart(noun: Token, verb: Token) -> bool:
    """ "were seized -- an all-out war", "says that …, words that …": a comment on the clause."""
    before = noun.doc[max(0, noun.left_edge.i - 1)]
    dash = before.text in _DASHES and before.i > verb.i
    return dash or any(verb.i < t.i < noun.i for t in children(verb, "ccomp"))


def _joined(verb: Token) -> Token | None:
    """The verb of the same form that follows right after "and" or "or"."""
    further = child(verb, "conj") if "cc" in verb.deps else None
    if further is None or further.i != verb.i + 2 or further.tag_ != verb.tag_:
        return None
    return further if verb.lemma_ in lexicon.words("grammar", "transitive") else None


def _receivers(verb: Token, promoted: Token | None) -> Iterator[tuple[str, Token]]:
    """To whom something goes, where no preposition says so: "gave Bo a book", "Bo was given a book"."""
    if "dative" in verb.deps and verb.lemma_ not in lexicon.words("grammar", "benefactive"):
        yield from (("to", phrase) for phrase in children(verb, "dative") if phrase.pos_ in NOUNS)
    if promoted is not None:
        yield "to", promoted


def _is_caused(verb: Token) -> bool:
    """ "had him arrested", "saw it destroyed": no finite clause stands right after these, whatever the tag."""
    if verb.dep_ != "ccomp" or child(verb, "dobj", "mark") is not None:
        return False
    group = "causative" if verb.tag_ == "VBN" or is_infinitive(verb.head) else "caused"
    return verb.head.lemma_ in lexicon.words("grammar", group)


@once
def is_passive(verb: Token) -> bool:
    """Passive by its auxiliary, as a participle after a noun, or as a further member of a passive."""
    if verb.lemma_ in _NO_PASSIVE:
        return False
    if not verb.deps.isdisjoint(_PASSIVE) or _is_wanted_done(verb) or _is_headline(verb):
        return True
    if verb.tag_ == "VBD" and verb.dep_ == "acl" and child(verb, "dobj", "nsubj", "aux") is None:
        return True
    if verb.tag_ not in {"VBN", "VBD"} or "aux" in verb.deps:
        return False
    if "agent" in verb.deps and "nsubj" in verb.deps and "dobj" not in verb.deps:
        return True
    if "nsubj" in verb.deps or verb.tag_ == "VBD":
        return _is_caused(verb)
    if verb.dep_ == "conj" and verb.head.pos_ in VERBS:
        return is_passive(verb.head) or (verb.head.dep_ == "acl" and child(verb, "agent") is not None)
    return verb.dep_ in {"acl", "relcl", "advcl"}


def _is_headline(verb: Token) -> bool:
    """ "Plumber jailed after fire": without an object or a full stop, what always has an object is passive."""
    if verb.tag_ not in {"VBD", "VBN"} or not (verb.dep_ == "ROOT" or _opens_headline(verb)):
        return False
    bare = "dobj" not in verb.deps and undergoes_bare(verb)
    alone = (bare or _is_given_office(verb)) and child(verb, "aux", "conj", "prt") is None
    alone = alone and ("xcomp" not in verb.deps or verb.lemma_.lower() in lexicon.words("grammar", "bidding"))
    first = alone and not any(t.i > verb.i for t in children(verb, "ccomp"))
    return first and child(verb, "nsubj") is not None and not any(t.text in _STOPS for t in verb.sent[-2:])


def _opens_headline(verb: Token) -> bool:
    """ "Two killed, three injured in crash": the first of two such clauses, joined by no more than a comma."""
    return verb.dep_ == "ccomp" and verb.i < verb.head.i and _is_headline(verb.head)


def _is_given_office(verb: Token) -> bool:
    """ "Ann Lee named new coach of Apex": a person before such a verb, and behind it an office without an article."""
    who, office = child(verb, "nsubj"), child(verb, "dobj", "oprd")
    if verb.lemma_.lower() not in lexicon.words("grammar", "appointing") or who is None or office is None:
        return False
    bodies = all(t.ent_type_ in {"GPE", "ORG"} for t in children(office, "poss"))  # "named Norway's finance minister"
    bare = office.tag_ == "NN" and child(office, "det", "nummod", "appos") is None and bodies and not office.ent_type_
    return bare and who.ent_type_ == "PERSON" and head_kinds().get(office.lemma_.lower()) == "Person"


def _is_wanted_done(verb: Token) -> bool:
    """ "wants him arrested": a participle, though the parser may take it for a past tense."""
    wanted = verb.dep_ == "ccomp" and verb.tag_ in {"VBD", "VBN"} and verb.head.lemma_ in _WANTING
    return wanted and child(verb, "aux", "mark", "dobj") is None and child(verb, "nsubj") is not None
