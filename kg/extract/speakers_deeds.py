"""What a speaker goes on to do: "Lee said the deaths were a shame, and accused Norway" is not their charge."""

from kg import lexicon
from kg.extract.syntax import SUBJECTS, child, children
from kg.extract.vocabulary import cue_verbs, head_kinds
from kg.extract.words import Token, hang

_ACTING = frozenset({"Person", "Organization", "Group", "Country"})
_TENSED = frozenset({"VBD", "VBZ"})
_NAMES = frozenset({"PROPN", "PRON"})


def give_to_speaker(verb: Token) -> None:
    """The parser joins such a verb to the clause that is said, whose subject can neither accuse nor vow."""
    told = verb.head
    said = told.head
    if told.dep_ != "ccomp" or said.lemma_ not in cue_verbs() or not said.i < told.i < verb.i:
        return
    own = child(told, *SUBJECTS)
    by_people = verb.lemma_ in lexicon.words("cues", "personal", "verbs") and verb.tag_ == said.tag_ in _TENSED
    if not by_people or own is None or _acts(own) or child(verb, *SUBJECTS, "aux", "mark") is not None:
        return
    for word in children(told, "cc"):
        hang(word, said, "cc")
    hang(verb, said, "conj")


def _acts(noun: Token) -> bool:
    return noun.pos_ in _NAMES or head_kinds().get(noun.lemma_.lower()) in _ACTING or noun.tag_ == "NNP"
