"""Kin that the parser hangs on the name before them, though a name of their own follows."""

from kg import lexicon
from kg.extract.syntax import children
from kg.extract.words import Token, hang


def list_kin(word: Token) -> None:
    """ "his wife, the farmer Ann Lee, his son Bo": a son with a name of his own is not Ann Lee, but the next one."""
    name, kin = word.head, word if _is_kin(word) else _kin_before(word)
    if kin is None or name.ent_type_ != "PERSON" or not {"poss"} & (word.deps | kin.deps):
        return
    if word is kin and not any(t.ent_type_ == "PERSON" and t.left_edge.i == kin.i + 1 for t in children(kin, "appos")):
        return
    first = name.head if name.dep_ == "appos" and _is_kin(name.head) else name
    hang(word, first, "conj")


def give_to_kin(name: Token) -> None:
    """ "his wife Ann and children Bo, Jo and Al": the names behind the children are the children's."""
    first = name.head
    if name.ent_type_ != "PERSON" or not _is_kin(first):
        return
    kin = name.left_edge.before
    if kin is first or kin.i < first.i or not _is_kin(kin):
        return
    if kin.head.head is first and kin.head.dep_ == "appos":
        hang(kin, first, "conj")
    listed = (t for t in children(name, "nmod") if t.ent_type_ == "PERSON" and t.i < name.i)
    before = next((t for t in listed if t.nbor().text == ","), None)
    hang(name if before is None else before, kin, "appos")
    if before is not None:
        hang(name, before, "conj")


def _is_kin(word: Token) -> bool:
    return word.pos_ == "NOUN" and word.lemma_.lower() in lexicon.titles().family


def _kin_before(name: Token) -> Token | None:
    """The "son" of "his son Bo", where the parser hangs it on the name."""
    nouns = children(name, "compound", "nmod") if name.ent_type_ == "PERSON" else ()
    return next((t for t in nouns if _is_kin(t)), None)
