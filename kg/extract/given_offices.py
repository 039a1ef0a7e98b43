""" "Acme named Lee as chairman", "declared Lee the winner": whom it befalls, and what is made of them."""

from kg import lexicon
from kg.extract.syntax import child, children
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Token, hang

_SECOND = ("oprd", "dobj", "ccomp", "attr")
_INSIDE = frozenset({"compound", "nmod"})
_ACTING = frozenset({"ORG", "GPE", "PERSON", "NORP"})
_KINDS = frozenset({"Person", "Organization", "Group", "Country"})
_DATED = frozenset({"DATE", "TIME"})
_STOPS = frozenset({".", "!", "?"})
_ARTICLES = frozenset({"a", "an"})


def give_office(verb: Token) -> None:
    """Make the name the object of the verb, and the office behind it what is said of it."""
    if verb.lemma_ not in lexicon.words("grammar", "giving_office"):
        return
    _let_be_main(verb)
    if verb.dep_ == "acl" or child(verb, "auxpass", "nsubjpass") is not None:
        return
    office, name = _office(verb), child(verb, "oprd")
    if office is not None:
        _part(verb, office)
    elif _is_elected_in_headline(verb):
        hang(children(verb, "dobj")[0], verb, "oprd")
    elif name is not None and name.ent_type_ == "PERSON" and "nsubj" in verb.deps and "dobj" not in verb.deps:
        hang(name, verb, "dobj")


def _let_be_main(verb: Token) -> None:
    """ "The company named Lee as chairman.": no company of that name, for there is no other verb."""
    noun = verb.head
    between = verb.doc.tokens[noun.i + 1 : verb.i]  # "on Tuesday"
    beside = not between or (between[0].lower_ == "on" and all(t.ent_type_ in _DATED for t in between[1:]))
    main = verb.dep_ == "acl" and noun.head is noun and beside and verb.tag_ in {"VBN", "VBD"}
    name = child(verb, "oprd", "dobj")
    if not main or name is None or name.i < verb.i or not _may_name(noun, verb):
        return
    behind = [t for t in noun.children if t.i > noun.i and t is not verb]
    hang(verb, verb, "ROOT")
    hang(noun, verb, "nsubj")
    for word in behind:
        hang(word, verb, word.dep_)
    verb.tag_ = "VBD"


def _is_elected_in_headline(verb: Token) -> bool:
    """ "Lee elected president of Norway": a name, and right behind the verb a bare office."""
    who, office = child(verb, "nsubj"), child(verb, "dobj")
    if who is None or office is None or who.ent_type_ != "PERSON" or verb.sent[-1].text in _STOPS:
        return False
    bare = office.i == verb.i + 1 and office.tag_ == "NN" and _is_bare_office(office)
    return bare and verb.lemma_ in lexicon.words("grammar", "appointing") and verb.tag_ in {"VBD", "VBN"}


def _may_name(noun: Token, verb: Token) -> bool:
    """Whether it can choose somebody, and an office is said to be given."""
    acts = noun.ent_type_ in _ACTING or head_kinds().get(noun.lemma_.lower()) in _KINDS
    article = child(noun, "det")
    given = _office(verb) is not None or any(t.lower_ in {"as", "to"} for t in children(verb, "prep"))
    return acts and given and (article is None or article.lower_ not in _ARTICLES)


def _office(verb: Token) -> Token | None:
    """The noun for a person behind a person's name: "named Ann Lee *chief executive*"."""
    found = [t for t in children(verb, *_SECOND) if t.i > verb.i]
    behind = [t for name in found for t in children(name, "appos") if _is_right_behind(t)]
    return next((t for t in (*found, *behind) if _is_bare_office(t) and _name(verb, t) is not None), None)


def _is_bare_office(noun: Token) -> bool:
    person = head_kinds().get(noun.lemma_.lower()) == "Person" or noun.lower_ in lexicon.words("grammar", "won")
    return noun.tag_ in {"NN", "NNP"} and not noun.ent_type_ and person


def _is_right_behind(office: Token) -> bool:
    """Without a comma: "declared Ann Lee the winner"."""
    return office.left_edge.before is office.head


def _name(verb: Token, office: Token) -> Token | None:
    """The person's name between the verb and the office: inside its phrase, or beside it."""
    inside = (t for t in office.children if t.dep_ in _INSIDE)
    beside = (t for t in children(verb, *_SECOND) if t is not office)
    held = (office.head,) if office.dep_ == "appos" else ()
    names = (t for t in (*inside, *beside, *held) if t.ent_type_ == "PERSON" and verb.i < t.i < office.i)
    return next(names, None)


def _part(verb: Token, office: Token) -> None:
    name = _name(verb, office)
    if name is None:
        return
    before = [t for t in office.children if name.head is office and t.i < name.i]
    titles = [t for t in children(verb, *_SECOND) if t.i + 1 == name.left_edge.i and t.pos_ == "NOUN"]
    hang(name, verb, "dobj")
    for word in before:
        hang(word, name, word.dep_)
    for title in titles:  # "named banker Ann Lee minister"
        hang(title, name, "compound")
    hang(office, verb, "oprd")
