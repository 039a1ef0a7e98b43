"""Deeds that are the subject of a clause: "*adding salt* is a cure", "*cutting the levy* raised prices"."""

from kg.extract.syntax import SUBJECTS, children
from kg.extract.words import Token, once

_LONGEST = 120
_SUBJECTS = frozenset({"csubj", "csubjpass"})
_ASKING = frozenset({"WDT", "WP", "WRB"})
_COMPLETING = frozenset({"dobj", "prep", "advmod", "xcomp", "ccomp", "prt", "attr", "acomp"})
_APART = frozenset(",;:–—()")


@once
def deed(gerund: Token) -> list[Token]:
    """The words of the deed, without others joined to it; none where it is no such subject, or long or broken off."""
    if not _is_subject(gerund) or gerund.deps.isdisjoint(_COMPLETING) or not gerund.deps.isdisjoint(SUBJECTS):
        return []
    joining = children(gerund, "cc", "conj")
    end = min((t.i for t in joining if t.i > gerund.i), default=len(gerund.doc))
    words = [t for t in gerund.subtree if t.i < end and t not in joining]  # a text may begin with "and"
    broken = any(t.text in _APART or t.is_quote or t.is_space or t.tag_ in _ASKING for t in words)
    return [] if broken or words[-1].end_idx - words[0].idx > _LONGEST else words


def _is_subject(gerund: Token) -> bool:
    """Before its verb, or joined to one that is."""
    if gerund.tag_ != "VBG" or not gerund.text.lower().endswith("ing"):
        return False
    first = gerund.head if gerund.dep_ == "conj" and gerund.head.tag_ == "VBG" else gerund
    begin = first.left_edge.i
    runs_on = begin > 0 and gerund.doc[begin - 1].lower_ == "and"  # "…, and forcing them to wait as people leave"
    return first.dep_ in _SUBJECTS and first.i < first.head.i and not runs_on
