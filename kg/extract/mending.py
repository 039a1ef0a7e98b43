"""What the parser gets wrong again and again, put right in the tree before anything else reads it.

Nothing here may ask what is kept for a text (`words.once`): the answers would be those of the tree as it was.
"""

from kg import lexicon
from kg.extract.reattachment import give_to_noun, part_year
from kg.extract.syntax import NOUNS, SUBJECTS, VERBS, child, children
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Doc, Phrase, Token, hang

_LISTED = frozenset({"PERSON", "ORG", "PRODUCT"})
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_DYING = frozenset({"dies", "died"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def mended(doc: Doc) -> Doc:
    """The same text; its tokens, which are its own, hang where the language has them."""
    lemmas = lexicon.table("grammar")["lemmas"]
    for name in doc.ents:
        _give_to_the_whole(name)
    for token in doc:
        if token.pos_ in VERBS:
            token.lemma_ = lemmas.get(token.lower_, token.lemma_)
            _let_govern(token)
        if token.dep_ == "conj" and token.pos_ == "VERB":
            _join_verbs(token)
        elif token.dep_ == "prep":
            give_to_noun(token)
        elif token.dep_ == "nummod" and token.ent_type_ == "DATE":
            part_year(token)
        elif token.dep_ == "appos" and token.ent_type_ in _LISTED:
            _list(token)
        elif token.dep_ == "npadvmod" and token.pos_ in NOUNS:
            _make_subject(token)
        elif token.dep_ == "nsubj" and token.ent_type_ == "PERSON":
            _put_in_apposition(token)
    return doc


def _give_to_the_whole(name: Phrase) -> None:
    """ "the Bank of Norway's offices" are the bank's; the parser takes them for offices of Norway."""
    words = [t for t in name if t.tag_ != "POS"]
    root, last = name.root, words[-1] if words else name.root
    whole = child(root, "det") is not None or root.lower_ in lexicon.names().organization_heads
    owned = _owned(last)
    if root == last or not whole or owned is None or owned.head.head != root or owned.head not in words:
        return
    hang(last, owned.head, "pobj")
    hang(owned, root.head if root.head is not root else owned, root.dep_)
    hang(root, owned, "poss")


def _owned(last: Token) -> Token | None:
    """What a genitive's noun hangs beside: the noun after it, both below one "of"."""
    if last.i + 1 >= len(last.doc) or last.nbor().tag_ != "POS":
        return None
    of = last.head.head if last.dep_ == "poss" else last.head
    return next((t for t in children(of, "pobj") if t.i > last.i), None) if of.lower_ == "of" else None


def _join_verbs(verb: Token) -> None:
    """ "killing nine and wounding two": a verb is joined to a verb of its form, not to a noun or a preposition."""
    first = verb.head
    if first.pos_ in NOUNS and first.dep_ == "dobj" and first.head.tag_ == verb.tag_:
        hang(verb, first.head, "conj")
    elif first.dep_ == "prep" and first.tag_ == verb.tag_ and child(first, "pobj") is not None:
        above = next((t for t in first.ancestors if t.tag_ == verb.tag_ and t.pos_ in VERBS), None)
        if above is not None:
            hang(verb, above, "conj")


def _list(name: Token) -> None:
    """ "Acme, Apex, and Bolt": the second of three is in apposition to none."""
    first = name.head
    further = child(first, "conj")
    listed = further is not None and further.i > name.i and child(first, "cc") is not None
    alike = first.pos_ == name.pos_ == "PROPN" and first.ent_type_ in _LISTED
    commas = name.doc[name.left_edge.i - 1].text == "," and name.doc[name.i + 1 : name.i + 2].text == ","
    if listed and alike and commas and first.ent_type_ == name.ent_type_:
        hang(name, first, "conj")


def _let_govern(verb: Token) -> None:
    """ "Singer dies aged 90": the parser takes "dies" for what helps "aged"."""
    age = verb.head
    if verb.dep_ != "aux" or verb.lower_ not in _DYING or age.lower_ != "aged":
        return
    verb.lemma_ = "die"
    hang(verb, age.head if age.head is not age else verb, age.dep_)
    hang(age, verb, "acomp")


def _make_subject(noun: Token) -> None:
    """ "after boiler killed cat": a noun right before a finite verb that lacks a subject."""
    verb = noun.head
    lacks = verb.pos_ == "VERB" and verb.tag_ in _FINITE and child(verb, *SUBJECTS, "csubj", "expl", "aux") is None
    if lacks and noun.i == verb.i - 1 and noun.ent_type_ not in _TIMES and verb.dep_ in {"advcl", "ccomp", "ROOT"}:
        hang(noun, verb, "nsubj")


def _put_in_apposition(name: Token) -> None:
    """ "According to the team's coach, Ann Lee, the robot won": she is the coach, it is the robot that won."""
    begin = name.left_edge.i
    if begin < 2 or name.doc[begin - 1].text != "," or name.doc[name.i + 1 : name.i + 2].text != ",":
        return
    noun, verb = name.doc[begin - 2], name.head
    person = noun.dep_ == "pobj" and head_kinds().get(noun.lemma_.lower()) == "Person"
    if person and any(t.i > name.i for t in children(verb, *SUBJECTS)):
        hang(name, noun, "appos")
