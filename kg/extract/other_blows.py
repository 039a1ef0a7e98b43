"""Verbs of beating without a contest: "hammered Berg over his taxes", "police beat Bo Berg", "tops Acme in sales"."""

from kg import lexicon
from kg.extract.clauses import clause
from kg.extract.syntax import children
from kg.extract.words import Token

_TERMS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY"})
_ISSUES = ("over", "on", "about")


def is_no_contest(verb: Token) -> bool:
    """Whether the words around say that somebody is struck, or blamed, or is more in something."""
    words, read = lexicon.table("contests")["other_blows"], clause(verb)
    striker, tool = read.subject, read.place("with")
    struck = verb.lemma_ in words["striking"] and (
        (striker is not None and striker.lemma_.lower() in words["strikers"])
        or (tool is not None and tool.lemma_.lower() in words["tools"])
    )
    blamed = verb.lemma_ in words["blaming"] and any(_is_issue(read.place(p), words["deciding"]) for p in _ISSUES)
    measure = read.place("in") if verb.lemma_ in words["exceeding"] else None
    return struck or blamed or (measure is not None and measure.lemma_.lower() in words["measures"])


def is_part(name: Token) -> bool:
    """ "Crushed Berg's hopes", "hammers Acme CEO": the name only says whose or which, so nobody tells that it lost."""
    following = name.doc.tokens[name.i + 1 : name.i + 2]
    behind = following[0] if following else None
    owned = behind is not None and behind.text in {"'s", "’s", "'", "’"}
    return owned or (name.dep_ in {"compound", "nmod", "poss"} and name.head.i > name.i and name.head.pos_ == "NOUN")


def _is_issue(phrase: Token | None, deciding: list[str]) -> bool:
    """What one is blamed for, not when, where or how it was decided."""
    if phrase is None or phrase.ent_type_ or phrase.lemma_.lower() in deciding:
        return False
    return not any(t.ent_type_ in _TERMS for t in children(phrase, "nummod", "amod", "compound"))
