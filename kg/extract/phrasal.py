"""Verbs and prepositions of several words: "stay away", "throw open", "in support of"."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.syntax import child, children, object_of, prepositions
from kg.extract.vocabulary import verbs_of_relations, verbs_that_tell
from kg.extract.words import Token, once

_Place = tuple[str, Token]
_BESIDE = frozenset({"acomp", "oprd", "advmod", "dep"})
_BE = frozenset({"’s", "'s", "’m", "'m", "’re", "'re"})
_OF_WHAT = frozenset({"of", "to", "with", "for", "against"})


def lemma(verb: Token) -> str:
    """Name the verb with its particle ("speak out") or with the word that makes one verb with it ("go missing")."""
    own = "be" if verb.lemma_ in _BE or verb.lower_ in _BE else verb.lemma_.lower()
    further = _particle(verb) or second_word(verb) or _adverb(verb)
    if further is not None and further.nbor(-1).lower_ == "not":
        return f"{own} not {further.lower_}"
    return f"{own} {further.lower_}" if further is not None else own


@once
def second_word(verb: Token) -> Token | None:
    """The complement that makes one verb of two words: by the list of relations, or by its place."""
    words = children(verb, "acomp", "xcomp", "oprd", "advcl", "ccomp")
    listed = next((t for t in words if f"{verb.lemma_} {t.lower_}" in verbs_of_relations()), None)
    return listed or _between(verb)


def small_clause(verb: Token) -> Token | None:
    """What a clause without a verb says of its subject: "found the law *invalid*", "made the plant *a priority*"."""
    if verb.lemma_ not in lexicon.words("complements", "judging"):
        return None
    found = (t for t in children(verb, "ccomp") if t.pos_ in {"NOUN", "ADJ"} and t.i > verb.i)
    return next((t for t in found if child(t, "nsubj") and child(t, "aux", "mark", "cop") is None), None)


def _between(verb: Token) -> Token | None:
    """ "threw open the gate", "cut short his visit"; "threw the gate open" says the same in two parts."""
    direct = child(verb, "dobj")
    if direct is None or direct.i <= verb.i + 1:
        return None
    word = verb.nbor()
    listed = word.head is verb and word.dep_ in _BESIDE and word.lower_ in lexicon.words("complements", "resultative")
    return word if listed else None


def _particle(verb: Token) -> Token | None:
    """The particle; "caught with his hat off" has none, for "off" is said of the hat."""
    particle = child(verb, "prt")
    if particle is None:
        return None
    return None if any(verb.i < p.i < particle.i for p in children(verb, "prep")) else particle


def _adverb(verb: Token) -> Token | None:
    """An adverb of direction right behind the verb or its object, where the verb alone says no declared relation."""
    if "advmod" not in verb.deps or "acomp" in verb.deps or verb.lemma_ in verbs_that_tell():
        return None
    words, direct = lexicon.table("complements"), child(verb, "dobj")
    for adverb in children(verb, "advmod"):
        near = adverb.i == verb.i + 1 and adverb.lower_ in words["directions"]
        behind = direct is not None and adverb.i == direct.i + 1 and adverb.lower_ in words["outcomes"]
        if (near or behind) and ends_the_verb(adverb):
            return adverb
    return None


def ends_the_verb(adverb: Token) -> bool:
    """Not "apart from maps", which is another phrase, nor "came away convinced", where the sense comes after it."""
    if adverb.i + 1 == len(adverb.doc):
        return True
    after = adverb.nbor()
    known = f"{adverb.lower_} {after.lower_}" in lexicon.words("complements", "no_directions")
    return not known and after.tag_ not in {"VBN", "JJ"}


def of_second_word(verb: Token) -> Iterator[_Place]:
    """What hangs on an adjective is the verb's, by both words ("critical of him"); on an adverb, as if on the verb."""
    for adjective in (t for t in children(verb, "acomp", "oprd", "ccomp") if t.pos_ == "ADJ" or t.dep_ == "acomp"):
        name = adjective_name(adjective)
        yield from ((f"{name}_{preposition}", phrase) for preposition, phrase in prepositions(adjective))
        particle, phrase = child(adjective, "pcomp"), object_of(adjective)
        if particle is not None and phrase is not None:  # "is due to"
            yield f"{name}_{particle.lower_}", phrase
    adverb = _adverb(verb)
    yield from prepositions(adverb) if adverb is not None else ()


def adjective_name(adjective: Token) -> str:
    """The adjective with what turns its sense: "less_aggressive", "too_small", "not_guilty"."""
    degrees = {*lexicon.words("complements", "degrees"), "not"}
    before = [t.lower_ for t in children(adjective, "advmod", "neg") if t.lower_ in degrees and t.i < adjective.i]
    hyphened = adjective.i > 1 and adjective.before.text == "-"
    hyphened = hyphened and not any(t.whitespace_ for t in adjective.doc.tokens[adjective.i - 2 : adjective.i])
    joined = [adjective.doc[adjective.i - 2].lower_] if hyphened else []
    return "_".join((*before, *joined, adjective.lower_))


def whole(place: _Place) -> _Place:
    """ "in support of Lee" is a place by that name, for Lee: the noun in it is no participant."""
    preposition, noun = place
    listed = _of_phrase(noun) in lexicon.table("complements")["joined"].get(preposition, ())
    if not listed or child(noun, "poss", "compound", "nummod") is not None:
        return place
    inner = next((p for p in prepositions(noun) if p[0] in _OF_WHAT), None)
    return place if inner is None else ("_".join((preposition, _of_phrase(noun), inner[0])), inner[1])


def is_joined(name: str) -> bool:
    """Whether a place has the name of such a preposition: it says when, how or why, and completes no verb."""
    first, *others = name.split("_")
    return len(others) > 1 and others[0] in lexicon.table("complements")["joined"].get(first, ())


def _of_phrase(noun: Token) -> str:
    """The noun, with what a hyphen joins to it ("lead-up")."""
    hyphened = noun.i > 1 and noun.before.text == "-"
    return f"{noun.doc[noun.i - 2].lower_}-{noun.lower_}" if hyphened else noun.lower_
