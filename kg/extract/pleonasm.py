"""The "it" that stands for nothing: "it rains", "it is clear that", "make it hard to"."""

from kg import lexicon
from kg.extract.syntax import SUBJECTS, child, children
from kg.extract.words import Token


def is_empty(token: Token) -> bool:
    """ "it rains", "it is clear that", "make it hard to": nothing is meant."""
    verb, words = token.head, lexicon.table("coreference")["empty"]
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl" or verb.lemma_ in words["verbs"]:
        return True
    if token.dep_ in SUBJECTS and verb.lemma_ == "be":
        said = children(verb, "acomp", "attr")
        timed = any(t.ent_type_ in {"DATE", "TIME"} or t.lower_ in words["words"] for t in said)
        return timed or not said or any(map(_takes_clause, (verb, *said)))
    idiom = words["idioms"].get(verb.lemma_)
    if idiom is not None and (idiom == "" or any(t.lower_ == idiom for t in children(verb, "prep"))):
        return True
    judged = verb.pos_ == "ADJ" and verb.head.lemma_ in words["before_clause"]
    if judged and token.dep_ in SUBJECTS:
        return True
    if token.dep_ == "nsubjpass" and verb.lemma_ in words["before_clause"] and child(verb, "ccomp") is not None:
        return True  # "it is expected that"
    before_clause = verb.lemma_ in words["before_clause"] and (
        token.dep_ == "dobj" or (token.dep_ == "nsubj" and token.i > verb.i)
    )
    return before_clause and child(verb, "ccomp", "xcomp") is not None and token.i < verb.i + 2


def _takes_clause(word: Token) -> bool:
    """ "it is clear that", "it is a mistake to", "it is Lee who": but "it is a club that has 40 members"."""
    cleft = child(word, "relcl") is not None and (word.pos_ == "PROPN" or any(t.lower_ == "the" for t in word.children))
    infinitive = any(t.tag_ == "TO" for clause in children(word, "acl") for t in clause.children)
    return cleft or infinitive or child(word, "ccomp", "xcomp", "csubj") is not None
