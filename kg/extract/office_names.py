"""Names right behind an office and its body: in "the president of Norway Ann Lee" there is no Norway Ann Lee."""

from kg.extract.vocabulary import title_heads
from kg.extract.words import Doc, Phrase, Token, hang

_BODIES = frozenset({"GPE", "ORG"})
_JOINING = frozenset({"of", "to", "for", "at"})
_PROPER = frozenset({"NNP", "NNPS"})


def part_from_body(name: Phrase) -> None:
    """Hang the holder on the office, as an apposition, and the body on its preposition."""
    if name.label_ != "PERSON" or name.start < 3:
        return
    person, first = name.root, _first(name)
    body = _body(first)
    joining = first.doc[body[0].i - 1] if body else first
    if len(body) == 0 or joining.lower_ not in _JOINING or joining.i == 0:
        return
    office = _office(joining)
    if office is None or not _is_misread(person, body[-1], office):
        return
    _hang_apart(person, body, joining, office)
    _take_in(name, first)


def _first(name: Phrase) -> Token:
    """Its first word, with a given name that the tagger left outside."""
    first, before = name[0], name[0].before
    left_out = before.tag_ in _PROPER and before.ent_type_ == "" and before.head is name.root
    return before if left_out and before.dep_ == "compound" else first


def _body(first: Token) -> list[Token]:
    """The name of a place or an organization that ends right before the person's, with its article."""
    doc: Doc = first.doc
    last = first.i - 1
    if last < 2 or doc[last].ent_type_ not in _BODIES:
        return []
    begin = last
    while begin > 1 and doc[begin].ent_iob_ == "I":
        begin -= 1
    begin -= doc[begin - 1].lower_ == "the"
    return doc.tokens[begin : last + 1]


def _office(joining: Token) -> Token | None:
    """The office whose body the preposition brings: "minister of foreign affairs of Norway" has its field between."""
    noun = joining.nbor(-1)
    of = noun.head
    if noun.dep_ == "pobj" and of.lower_ == "of" and of.i > 0 and not _is_office(noun):
        noun = of.nbor(-1)
    return noun if _is_office(noun) and noun.tag_ in {"NN", "NNP"} else None


def _is_office(noun: Token) -> bool:
    return noun.lower_ in title_heads()


def _is_misread(person: Token, body: Token, office: Token) -> bool:
    """Whether the parser made one name of both, or two subjects, or hung the office on the name."""
    one_name = body.head is person and body.dep_ == "compound" and person.dep_ == "pobj"
    two = office.head is person.head and office.dep_ == person.dep_ and person.dep_ in {"nsubj", "nsubjpass"}
    before = office.head is person and office.dep_ == "nmod"
    return one_name or two or before


def _hang_apart(person: Token, body: list[Token], joining: Token, office: Token) -> None:
    if body[-1].head is person:
        for word in body[:-1]:
            hang(word, body[-1], word.dep_)
        hang(body[-1], joining, "pobj")
    if joining.head is office.head:
        hang(joining, office, "prep")
    if office.head is not person:
        hang(person, office.head if office.head is not office else person, office.dep_)
    hang(office, person, "appos")


def _take_in(name: Phrase, first: Token) -> None:
    """Make the given name that the tagger left outside a part of the name."""
    if first.i < name.start:
        first.ent_type_, first.ent_iob_, name[0].ent_iob_ = "PERSON", "B", "I"
        name.start = first.i
