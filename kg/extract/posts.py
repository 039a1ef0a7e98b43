"""Whose office stands behind "as" on a noun: "her job as head of the bank", "left after 12 years as mayor"."""

from dataclasses import replace

from kg import lexicon
from kg.extract.clauses import Clause, clause
from kg.extract.control import subject
from kg.extract.syntax import VERBS, child
from kg.extract.titles import Title
from kg.extract.words import Token

_AFTER = frozenset({"after", "during", "following", "for", "in", "since", "with"})
_JOINING = frozenset({"join", "rejoin"})
_ARTICLES = frozenset({"a", "an"})


def holder_of(preposition: Token) -> Token | None:
    """Who holds or held what "as" names: the owner of the post, or of whom its length is told."""
    post = preposition.before
    lemma = post.lemma_.lower()
    if lemma not in lexicon.words("roles", "posts", "nouns") or _is_part(preposition):
        return None
    owner, above = child(post, "poss"), post.head
    if owner is not None:
        return _named_behind(post) or owner
    if post.dep_ == "dobj" and above.lemma_ in lexicon.words("roles", "posts", "taking"):
        return subject(above)
    lasted = post.dep_ == "pobj" and above.lower_ in _AFTER and lemma in lexicon.words("roles", "posts", "times")
    return _told_of(above.head) if lasted and above.head.pos_ in VERBS else None


def dismissed_from(verb: Clause) -> Token | None:
    """ "She was fired as head of the bank": who held the office that the dismissal ended."""
    return verb.object if verb.lemma in lexicon.words("roles", "posts", "losing") else None


def at_joined(title: Title, verb: Clause) -> Title:
    """ "Joined Acme as finance chief": at Acme."""
    if verb.lemma not in _JOINING or title.bodies or verb.object is None:
        return title
    return replace(title, bodies=(verb.object,))


def _told_of(verb: Token) -> Token | None:
    told = clause(verb)
    return told.object if told.passive else told.subject


def _named_behind(post: Token) -> Token | None:
    """ "During her time as mayor, Lee built": the subject behind is who "her" stands for."""
    verb = post.head.head
    told = _told_of(verb) if post.dep_ == "pobj" and verb.pos_ in VERBS else None
    return told if told is not None and post.i < told.i < verb.i else None


def _is_part(preposition: Token) -> bool:
    """ "Her role as a nurse" may be one on a stage."""
    title = child(preposition, "pobj")
    article = title is not None and any(t.lower_ in _ARTICLES for t in title.children)
    return article and preposition.nbor(-1).lemma_.lower() == "role"
