"""Headlines of deaths and offices whose verb the parser misses: "Ann Lee dead at 84", "Acme fires head coach"."""

from kg import lexicon
from kg.extract.antecedents import is_person
from kg.extract.headlines import base_of
from kg.extract.syntax import NOUNS, SUBJECTS, child, children
from kg.extract.vocabulary import head_kinds, verbs_of_relations
from kg.extract.words import Token, hang

_AGED = frozenset({"aged", "at"})
_BODIES = frozenset({"GPE", "ORG"})
_INSIDE = frozenset({"amod", "compound", "nmod"})
_BEFORE = frozenset({"npadvmod", "nsubj"})
_FIRST = 5


def tell_lives(words: list[Token], root: Token) -> None:
    """Mend the headline that these words are; root is the head of it."""
    for word in words:
        if word.lower_ in {"dead", "dies"}:
            _let_die(word, root)
        elif word.tag_ == "VBZ" and word.dep_ == "compound":
            _let_act_first(word, root)
    if root.pos_ in NOUNS:
        _let_leave(root)
        _let_club_act(words[:_FIRST], root)
        _let_be_title(root.before, root)
    elif root.tag_ == "VBP":
        _let_be_title(root, child(root, "dobj"))


def part_office(office: Token) -> None:
    """ "Acme names Ann Lee chief executive": whom it names is no part of the office."""
    verb = office.head
    if verb.lemma_ not in lexicon.words("grammar", "appointing") or office.ent_type_ == "PERSON":
        return
    name = next((t for t in office.children if t.ent_type_ == "PERSON" and t.dep_ in _INSIDE and t.i < office.i), None)
    bare = child(office, "det", "poss", "case") is None and head_kinds().get(office.lemma_.lower()) == "Person"
    if name is None or not bare or name.i < verb.i or child(name, "case") is not None:
        return
    for before in [t for t in office.children if t.i < name.i]:
        hang(before, name, before.dep_)
    hang(name, verb, "dobj")
    hang(office, verb, "oprd")


def _let_die(word: Token, root: Token) -> None:
    """ "Singer Ann Lee dead at 84", "Ann Lee, 84, dies; led Acme": of a person by name."""
    after = word.doc[word.i + 1 : word.i + 2]
    aged = word.lower_ == "dies" or (len(after) == 1 and after[0].lower_ in _AGED)
    beside = word.dep_ in {"appos", "amod"}
    who = word.head if beside else child(word, "nsubj") if root is word else None
    if not aged or who is None or (word is root and word.lemma_ == "die"):
        return
    if who.ent_type_ != "PERSON" and not (word.lower_ == "dies" and who.pos_ == "PROPN"):
        return
    word.pos_, word.tag_, word.lemma_ = "VERB", "VBZ", "die"
    if root is word:
        return
    hang(word, word, "ROOT")
    if root is not who:
        hang(root, word, "conj" if child(root, *SUBJECTS) is who else "dep")
    for behind in [t for t in who.children if t.i > word.i]:
        hang(behind, word, behind.dep_)
    hang(who, word, "nsubj")


def _let_act_first(verb: Token, root: Token) -> None:
    """ "Acme fires chief Ann Lee, Bo Berg takes over": a clause of its own before that of another."""
    before, thing = verb.before, _whole(verb)
    named = before.ent_type_ in _BODIES and before.dep_ == "compound" and before.head is verb
    actor = before if named else child(verb, "nsubj")
    another = any(t.i > thing.i for t in children(root, "nsubj"))
    if actor is not None and thing.dep_ in _BEFORE and thing.head is root and another:
        hang(verb, root, "ccomp")
        hang(actor, verb, "nsubj")
        hang(thing, verb, "dobj")


def _let_leave(actor: Token) -> None:
    """ "Teacher to retire after 42 years", "Police chief to retire"."""
    behind = children(actor, "advcl", "acl", "relcl", "xcomp")
    verb = next((t for t in behind if t.tag_ == "VB" and t.i == actor.i + 2 and t.nbor(-1).tag_ == "TO"), None)
    if verb is None or verb.lemma_ not in lexicon.words("grammar", "leaving_office"):
        return
    if is_person(actor) and child(actor, "det") is None:
        hang(verb, verb, "ROOT")
        hang(actor, verb, "nsubj")


def _let_club_act(words: list[Token], root: Token) -> None:
    """ "Apex sack manager Berg after defeat": a club does in the plural what is no noun."""
    verb = next((t for t in words if t.lower_ in lexicon.words("grammar", "engaging")), None)
    if verb is None or verb.i == words[0].i or verb.dep_ not in _INSIDE:
        return
    actor, thing = verb.nbor(-1), _whole(verb)
    name = child(thing, "appos")
    if actor.ent_type_ not in _BODIES or not is_person(thing) or not (thing is root or thing.head is root):
        return
    _set_free(verb, root, thing)
    hang(actor, verb, "nsubj")
    for before in [t for t in thing.subtree if t.i < actor.i and t.head in {thing, verb.head}]:
        hang(before, actor, before.dep_)
    if name is not None and name.ent_type_ == "PERSON" and name.left_edge.i == thing.i + 1:
        hang(name, verb, "dobj")
        hang(thing, name, "compound")
    else:
        hang(thing, verb, "dobj")


def _set_free(verb: Token, root: Token, thing: Token) -> None:
    """Let the verb govern the headline; what the parser took for its head is told of after "after"."""
    after = child(root, "mark")
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBP", verb.lower_
    hang(verb, verb, "ROOT")
    if root is not thing and after is not None:
        hang(after, verb, "prep")
        hang(root, after, "pobj")


def _whole(word: Token) -> Token:
    """The noun of which the word is a part."""
    noun = word.head
    while noun.dep_ in _INSIDE and noun.head is not noun:
        noun = noun.head
    return noun


def _let_be_title(head: Token, coach: Token | None) -> None:
    """ "Acme fires head coach": the parser takes "head" for what the fires do."""
    verb = child(head, "nsubj") if head.tag_ == "VBP" else None
    if coach is None or verb is None or coach.i != head.i + 1 or verb.i != head.i - 1 or not verb.i:
        return
    plain = verb.lower_.removesuffix("s")
    base = plain if plain != verb.lower_ and plain in verbs_of_relations() else base_of(verb)
    actor = verb.nbor(-1)
    if base is None or actor.head is not verb or f"{head.lower_} {coach.lower_}" not in lexicon.titles().heads:
        return
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ", base
    hang(verb, verb, "ROOT")
    for before in [t for t in verb.children if t is not actor and t.i < actor.i]:
        hang(before, actor, before.dep_)
    for behind in [t for t in (*head.children, *coach.children) if t.i > coach.i]:
        hang(behind, verb, behind.dep_)
    head.pos_, head.tag_ = "NOUN", "NN"
    hang(actor, verb, "nsubj")
    hang(coach, verb, "dobj")
    hang(head, coach, "compound")
