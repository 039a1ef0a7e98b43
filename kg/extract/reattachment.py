"""Phrases that the parser hangs on the verb, though they belong to the noun before them."""

from kg import lexicon
from kg.extract.syntax import NOUNS, SUBJECTS, VERBS, child, children
from kg.extract.words import Token, hang

_DATES = frozenset({"DATE", "TIME"})
_SETTINGS = frozenset({"DATE", "TIME", "GPE", "LOC"})
_PAST = frozenset({"VBD", "VBN"})
_WHERE = frozenset({"inside", "outside", "nearby", "upstairs", "downstairs", "aboard", "onboard"})
_SIDES = frozenset({"favor", "favour", "support", "defence", "defense"})


def give_to_noun(preposition: Token) -> None:
    """ "cited praise from farmers", "was attended by officials from Oslo", "called the vote in favor of it a mistake".

    "From" goes with few verbs; the lexicon lists them.
    """
    verb, noun = preposition.head, preposition.before
    if verb.pos_ not in VERBS or noun.pos_ != "NOUN" or noun.ent_type_ in _DATES:
        return
    asked = verb.lemma_.lower() in lexicon.words("grammar", "beside_object", "from")
    origin = preposition.lower_ == "from" and not asked
    side = child(preposition, "pobj") if preposition.lower_ == "in" else None
    stake = preposition.lower_ == "in" and _is_stake(noun) and not _is_setting(preposition)
    kept = preposition.lower_ == "to" and verb.lemma_.lower() in lexicon.words("grammar", "no_receiver")
    if (origin or stake or kept or (side is not None and side.lower_ in _SIDES)) and _is_in_object(noun, verb):
        hang(preposition, noun, "prep")


def _is_stake(noun: Token) -> bool:
    """ "snapped up a stake in Acme": the stake is in it."""
    return noun.lemma_.lower() in lexicon.words("roles", "owning", "plain")


def _is_setting(preposition: Token) -> bool:
    thing = child(preposition, "pobj")
    return thing is None or thing.ent_type_ in _SETTINGS


def give_winner(preposition: Token) -> None:
    """ "lost his bid for re-election to Lee": to whom somebody lost it, for nobody is re-elected to Lee."""
    noun, winner = preposition.head, child(preposition, "pobj")
    if preposition.lower_ != "to" or noun.pos_ != "NOUN" or winner is None or winner.ent_type_ != "PERSON":
        return
    if noun.lemma_.lower() not in lexicon.words("contests", "losing", "nouns"):
        return
    verb = next((t for t in noun.ancestors if t.pos_ in VERBS), None)
    if verb is not None and verb.lemma_ == "lose" and verb.i < noun.i:
        hang(preposition, verb, "prep")


def _is_in_object(noun: Token, verb: Token) -> bool:
    """Whether the noun is in what the verb is done to, or by whom, after the verb."""
    here = noun
    while here.head is not verb and here.head is not here:
        here = here.head
    return here.head is verb and here.i > verb.i and here.dep_ in {"dobj", "agent"}


def give_clause(verb: Token) -> None:
    """ "According to a report made on Friday, the firm left", "had ten people inside enjoying a party"."""
    before = verb.before
    opening = verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.i < verb.head.i and before.dep_ == "pobj"
    asks = any(t.tag_ == "WRB" for t in verb.children)
    if opening and not asks and child(verb, *SUBJECTS, "mark", "aux") is None and before.pos_ == "NOUN":
        for outer in [t for t in children(verb, "prep") if t.is_ancestor(before)]:
            hang(outer, verb.head, "prep")  # "among adults worried about costs, half said"
        hang(verb, before, "acl")
    elif verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ in _WHERE and verb.head is before:
        noun = before.before
        if noun.pos_ in NOUNS:
            hang(verb, noun, "acl")


def give_infinitive(verb: Token) -> None:
    """ "opposed calls to expel Lee": what they call for, and no purpose of who opposes it."""
    react, reacting = verb.head, lexicon.table("grammar")["reacting"]
    noun = next((t.before for t in children(verb, "aux") if t.tag_ == "TO"), verb)
    its_object = noun.dep_ == "dobj" and noun.head is react and noun.lemma_.lower() in reacting["nouns"]
    if its_object and react.lemma_ in reacting["verbs"] and child(verb, *SUBJECTS) is None:
        hang(verb, noun, "acl")


def part_year(year: Token) -> None:
    """ "since the firm was sold in 2007, farmers …": the year is no number of farmers."""
    if year.ent_type_ != "DATE":
        return
    noun, after = year.head, year.doc[year.i + 1 : year.i + 2]
    preposition = noun.head
    if not after or after[0].text != "," or noun.dep_ != "pobj" or preposition.i != year.i - 1:
        return
    verb = next((t for t in preposition.ancestors if t.pos_ in VERBS and t.i > noun.i), None)
    hang(year, preposition, "pobj")
    lacks = verb is not None and child(verb, *SUBJECTS) is None
    hang(noun, verb if verb is not None and lacks else preposition.head, "nsubj" if lacks else "dep")


def give_to_verb(particle: Token) -> None:
    """ "passing over Lee": what hangs on the particle is what the verb and its particle are done to."""
    verb, thing = particle.head, child(particle, "pobj")
    if thing is not None and thing.ent_type_ not in _DATES and verb.pos_ in VERBS and child(verb, "dobj") is None:
        hang(thing, verb, "dobj")


def share(verb: Token) -> None:
    """ "has cut costs and raised wages": a past tense modifies no noun, which is its object."""
    if verb.tag_ != "VBD":
        return
    noun, cc = verb.head, verb.before
    first = noun.head
    above = first.head
    if noun.dep_ != "conj" or cc.dep_ != "cc" or cc.head is not first or verb is not noun.left_edge:
        return
    if first.dep_ == "dobj" and above.tag_ in _PAST and cc.i > above.i:
        for word, head, dep in ((verb, above, "conj"), (cc, above, "cc"), (noun, verb, "dobj")):
            hang(word, head, dep)
        verb.tag_ = above.tag_


def give_share(preposition: Token) -> None:
    """ "the backing of 211 out of 359 members": how many of them, and nothing that is won out of them."""
    after = preposition.doc[preposition.i + 1 : preposition.i + 2].text
    if preposition.lower_ != "out" or preposition.i == 0 or after.lower() != "of":
        return
    number, of = preposition.nbor(-1), child(preposition, "prep")
    whole = child(preposition if of is None else of, "pobj")
    if number.like_num and whole is not None and (whole.like_num or child(whole, "nummod") is not None):
        hang(preposition, number, "prep")


def give_to_matter(participle: Token) -> None:
    """ "allegations on human rights raised at the council": the allegations are raised."""
    noun = participle.head
    matters = lexicon.table("complements")["matters"].get(participle.lemma_, ()) if participle.tag_ == "VBN" else ()
    if noun.i != participle.i - 1 or noun.lemma_ in matters or noun.dep_ not in {"dobj", "pobj"}:
        return
    outer = next((t for t in noun.ancestors if t.lemma_ in matters), None)
    if outer is not None and outer.pos_ == "NOUN" and outer.i < noun.i:
        hang(participle, outer, "acl")


def link_to(preposition: Token) -> None:
    """ "linked the party to a fraud": what it is linked to, and no party to a fraud."""
    noun = preposition.head
    verb = noun.head
    linked = noun.dep_ == "dobj" and verb.i < noun.i == preposition.i - 1 and preposition.lower_ == "to"
    if linked and verb.lemma_.lower() in lexicon.words("complements", "linking"):
        hang(preposition, verb, "prep")
