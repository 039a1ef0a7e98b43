"""How far a cue reaches: what belongs to the words that it hands on, and what the author says beside them."""

from kg import lexicon
from kg.extract.cues import Cue, is_listed, noun_cue
from kg.extract.syntax import VERBS, child, children
from kg.extract.tense import has_that, is_finite, tense
from kg.extract.words import Token
from kg.model import Certainty

_CONTRASTING = frozenset({"while", "whereas", "though", "although"})
_BESIDE = frozenset({"advcl", "conj"})
_DEGREE = frozenset({"so", "such"})
_MORE = frozenset({"how", "what", "when", "where", "which", "who", "why"})
_REACH = 10
_REASONS = frozenset({"because", "so"})
_SETTINGS = frozenset({"after", "amid", "despite", "following", "since"})
_THAT = frozenset({"mark", "nsubj", "dobj", "advmod"})


def noun_before(clause: Token) -> Token | None:
    """ "Despite claims that Lee won, Berg …": the noun before "that", where the parser hangs the clause elsewhere."""
    mark = child(clause, "mark")
    before = mark.nbor(-1) if mark is not None and mark.i > 0 and mark.lower_ == "that" else None
    return before if before is not None and before.pos_ == "NOUN" and any(noun_cue(before)) else None


def is_in_clause_of(token: Token, cue: Token) -> bool:
    """Whether a word stands in the clause that is the object of a verb: "say that …", but not "call him a liar"."""
    return any(t.dep_ == "ccomp" and t.head == cue for t in (token, *token.ancestors))


def asks_of(token: Token, cue: Token) -> bool:
    """ "did not say why he left": the clause below the cue asks for more of what is so; "whether" leaves it open."""
    here = token
    while here.head not in (cue, here):
        here = here.head
    words = (t for t in here.children if t.i < here.i)
    return tense(here) == "VBD" and any(_question(t) in _MORE for t in words)


def _question(below: Token) -> str:
    """ "why", "how many" of "how many died"."""
    return below.subtree[0].lower_ if below.dep_ in {"advmod", "nsubj", "nsubjpass", "dobj", "prep"} else ""


def restricts(below: Token) -> bool:
    """A relative clause without a comma: what is told with it is part of what the phrase tells."""
    first = below.subtree[0]
    return first.i == 0 or first.nbor(-1).text != ","


def tells_what_it_does(below: Token) -> bool:
    """ "rejected a plea seeking a ban": what it does the author says; not what "a study showing that" says."""
    hands_on = "ccomp" in below.deps or below.lemma_ in lexicon.words("cues", "showing", "verbs")
    return below.dep_ == "acl" and below.tag_ == "VBG" and not hands_on


def stands_before_colon(cue: Token, below: Token) -> bool:
    """ "It is shown by this finding: 27 firms reported losses": what they report stands behind."""
    if below.dep_ != "ccomp" or below.i > cue.i or "dobj" not in cue.deps:
        return False
    return any(t.text == ":" for t in below.doc[below.i : cue.i])


def is_setting(preposition: Token) -> bool:
    """ "urged them to act after the theft of a car owned by Lee": what it is asked after, the author tells."""
    above = preposition.head
    return (
        preposition.dep_ == "prep"
        and preposition.lower_ in _SETTINGS
        and any(t.tag_ == "TO" for t in (*above.children, *above.head.children) if t.dep_ == "aux")
    )


def asserts(cue: Cue, below: Token) -> bool:
    """Whether what is set apart in a clause may be the speaker's: he says the clause, or thinks it, but wants none."""
    said = cue.certainty in {Certainty.CERTAIN, Certainty.PROBABLE} and below.dep_ == "ccomp"
    return said and cue.word.pos_ in VERBS and is_finite(below)


def reports_beside(verb: Token) -> bool:
    """ "Lee said that the law stands, and critics warned that …": the author goes on, not Lee."""
    own = child(verb, "nsubj") if verb.dep_ in _BESIDE else None
    if own is None or own.tag_ == "PRP" or not is_finite(verb) or not is_listed(verb):
        return False
    if verb.dep_ == "advcl":
        contrasts = any(t.lower_ in _CONTRASTING for t in children(verb, "mark"))
        return contrasts and child(verb, "ccomp", "dobj") is not None
    joined = verb.head.dep_ == "ccomp" and child(verb, "mark") is None
    return (
        joined
        and child(verb, "ccomp") is not None
        and any(t.nbor(-1).text == "," for t in children(verb.head, "cc") if t.i > 0)
    )


def goes_on_saying(cue: Token, below: Token) -> bool:
    """ "Experts say that …, but the law stands": it may be theirs, so it is not taken for the author's.

    "Police say they stopped him and that he told them …" is theirs, whatever is told in it.
    """
    content = child(cue, "ccomp")
    follows = content is not None and content.i < below.i and child(below, "nsubj", "nsubjpass") is not None
    return follows and is_listed(cue) and (has_that(below) or not is_listed(below))


def gives_reason(cue: Token, below: Token) -> bool:
    """ "She said that they share roads, so it makes sense": it may be hers, though the parser hangs it on "said"."""
    content = child(cue, "ccomp")
    because = any(t.lower_ in _REASONS for t in children(below, "mark"))
    return because and is_listed(cue) and content is not None and cue.i < content.i < below.i


def follows_a_time(noun: Token, below: Token) -> bool:
    """ "said on Monday that …": the parser takes the clause for the day's."""
    own_subject = child(below, "nsubj", "nsubjpass")
    finite = own_subject is not None and own_subject.tag_ not in {"WP", "WDT"}
    return noun.ent_type_ in {"DATE", "TIME"} and noun.dep_ == "npadvmod" and noun.head.pos_ in VERBS and finite


def said_in(noun: Token) -> Token | None:
    """ "said in a statement that …": the parser takes the clause for the statement's."""
    preposition = noun.head
    verb = preposition.head if noun.dep_ == "pobj" and preposition.lower_ == "in" else None
    return verb if verb is not None and is_listed(verb) and child(verb, "ccomp") is None else None


def is_made(adjective: Token, below: Token) -> bool:
    """ "Lee made it clear he had doubts"."""
    verb = adjective.head
    it = adjective.dep_ in {"ccomp", "oprd", "acomp"} and verb.lemma_ == "make"
    it = it and any(t.lower_ == "it" for t in (*children(adjective, "nsubj"), *children(verb, "dobj")))
    return it and below.dep_ in {"advcl", "ccomp"} and all(t.lower_ == "that" for t in children(below, "mark"))


def is_result(below: Token) -> bool:
    """ "at such a rate that she fell", "so ill that he left": what came of it, and nobody's words."""
    that = next((t for t in children(below, "mark") if t.lower_ == "that"), None)
    before = below.doc[max(below.head.i + 1, that.i - _REACH) : that.i] if that is not None else ()
    return any(t.lower_ in _DEGREE for t in before)


def is_that_clause(verb: Token) -> bool:
    """Marked by "that"; but "demands that come with it" has "that" for its subject."""
    that = next((t for t in verb.children if t.lower_ == "that" and t.dep_ in _THAT), None)
    return that is not None and (
        that.dep_ in {"mark", "advmod"} or len(children(verb, that.dep_)) > 1 or verb.dep_ == "ccomp"
    )


def charge_over(noun: Token) -> Token | None:
    """ "faces a charge of a teacher striking a boy": the charge, which alone says that the teacher did."""
    of = noun.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    charge = of.head
    listed = of is not noun and charge.lemma_.lower() in lexicon.words("grammar", "law", "charges")
    return charge if listed else None
