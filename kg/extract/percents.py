""" "70 per cent" is one noun with a number, as "70 percent" is: the parser takes "per" for a preposition."""

from kg.extract.words import Token, hang


def join_percent(per: Token) -> None:
    """ "owns 70 per cent of Acme": of Acme, and not of the number alone."""
    number, cent = per.doc[max(0, per.i - 1)], per.doc[min(per.i + 1, len(per.doc) - 1)]
    if cent.lower_ != "cent" or not number.like_num:
        return
    pieces = (number, per, cent)
    if cent.head in pieces and number.head is not cent:
        hang(cent, cent if number.head is number else number.head, number.dep_)
    for below in [t for t in (*number.children, *per.children) if t not in pieces and t.i > cent.i]:
        hang(below, cent, below.dep_)
    hang(number, cent, "nummod")
    hang(per, cent, "compound")
    cent.pos_, cent.tag_, cent.lemma_ = "NOUN", "NN", "percent"
