""" "Ousted sitting President Lee": who holds the office sits in nothing, and nobody sits her."""

from kg.extract.syntax import child
from kg.extract.words import Token, hang


def let_hold(sitting: Token) -> None:
    """Make "sitting" an adjective of the name, and the name the object of the verb before."""
    verb = sitting.head
    holder = child(sitting, "dobj")
    if sitting.lower_ != "sitting" or sitting.i != verb.i + 1 or holder is None or holder.ent_type_ != "PERSON":
        return
    if child(verb, "dobj") is not None or holder.left_edge.i != sitting.i + 1:
        return
    hang(holder, verb, "dobj")
    for word in sitting.children:
        hang(word, verb, word.dep_)
    sitting.pos_, sitting.tag_, sitting.lemma_ = "ADJ", "JJ", "sitting"
    hang(sitting, holder, "amod")
