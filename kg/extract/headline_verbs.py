"""Headlines whose verb the parser takes for a noun: "Police arrest man over theft", "Norway sues oil firm"."""

from kg import lexicon
from kg.extract.headline_forms import put_right
from kg.extract.headline_lives import tell_lives
from kg.extract.headline_offices import let_office_act
from kg.extract.headline_subjects import give_actors
from kg.extract.headlines import base_of
from kg.extract.syntax import NOUNS, SUBJECTS, VERBS, child, children
from kg.extract.verdict_lines import part_verdict
from kg.extract.vocabulary import head_kinds, verbs_of_relations
from kg.extract.words import Doc, Token, hang

_INSIDE = frozenset({"compound", "amod", "nmod", "poss"})
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_STOPS = frozenset({".", "!", "?", "”", '"', "…", ":"})
_ACTING = frozenset({"ORG", "GPE", "NORP", "PERSON"})
_OF_VERBS = frozenset({"after", "amid", "before", "despite", "during", "following", "over"})
_LONGEST, _SHORTEST = 25, 4


def give_verbs(doc: Doc) -> None:
    """Let the verb govern in headlines that have none."""
    for sentence in doc.sents:
        words = [t for t in sentence if not t.is_space]
        if _SHORTEST <= len(words) <= _LONGEST and words[-1].text not in _STOPS:
            _give_verb(words)


def _give_verb(words: list[Token]) -> None:
    root = next((t for t in words if t.head is t), None)
    if root is None:
        return
    for mend in (let_office_act, put_right, tell_lives, part_verdict, give_actors):
        if root.head is root:
            mend(words, root)
    if root.head is root and root.pos_ in NOUNS:
        _let_noun_govern(words, root)


def _let_noun_govern(words: list[Token], root: Token) -> None:
    """Find the verb that is tagged as one, or taken for a noun behind who acts, and let it govern."""
    verb = next(
        (t for t in words if t.i < root.i and t.dep_ in _INSIDE and t.tag_ in _FINITE and t.pos_ in VERBS), None
    )
    if verb is not None and child(verb, *SUBJECTS) is not None:
        _govern(verb, root)
    elif verb is None and (told := _told_of_name(words, root)) is not None:
        told.pos_, told.tag_, told.lemma_ = "VERB", "VBZ", _base(told) or told.lemma_
        actor = told.nbor(-1)
        hang(actor, told, "nsubj")
        _govern(told, root)
    elif verb is None and len(words) > 1 and _is_deed(words[0], words[1], root):
        verb = words[1]
        verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBP", verb.lower_
        _govern(verb, root)
        hang(words[0], verb, "nsubj")


def _told_of_name(words: list[Token], root: Token) -> Token | None:
    """ "Acme fires chief Ann Lee": a form in "-s" right behind a name of one word, which begins the headline."""
    first, verb = words[0], words[1]
    inside = verb.dep_ in _INSIDE and verb.tag_ in {"NNS", "NNP", "NNPS"} and first.head in {verb, root}
    acts = first.ent_type_ in _ACTING and not verb.ent_type_ and verb.text[0].islower()
    known = acts and inside and verb.i < root.i and _base(verb) is not None
    person = root.ent_type_ == "PERSON" or head_kinds().get(root.lemma_.lower()) in {"Person", "Organization"}
    return verb if known and person else None


def _base(verb: Token) -> str | None:
    """The verb of which a word is the form in "-s": one that says a relation, or that always has an object."""
    plain = verb.lower_.removesuffix("s")
    return plain if plain != verb.lower_ and plain in verbs_of_relations() else base_of(verb)


def _govern(verb: Token, thing: Token) -> None:
    hang(verb, verb, "ROOT")
    for before in [t for t in children(thing, *SUBJECTS) if t.i < verb.i]:
        hang(before, verb, before.dep_)
    for setting in [t for t in children(thing, "prep") if t.lower_ in _OF_VERBS]:
        hang(setting, verb, "prep")
    hang(thing, verb, "dobj")


def _is_deed(actors: Token, verb: Token, thing: Token) -> bool:
    """ "Police arrest man", "Firefighters rescue dog": no compound begins with people in the plural."""
    kinds = head_kinds()
    police = actors.lower_ == "police" and kinds.get(thing.lemma_.lower()) == "Person"
    people = actors.tag_ == "NNS" and kinds.get(actors.lemma_.lower()) == "Person"
    before = actors.dep_ in _INSIDE or (actors.dep_ in SUBJECTS and actors.head is verb)
    inside = before and verb.dep_ in _INSIDE and verb.tag_ == "NN" and verb.i < thing.i
    known = verb.lower_ in verbs_of_relations() or verb.lower_ in lexicon.words("grammar", "transitive")
    return inside and (police or people) and known
