"""What the parser hangs wrongly where courts are told of: who charges, what of, and who stands accused."""

from kg import lexicon
from kg.extract.syntax import NOUNS, VERBS, child, object_of
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Token, hang

_PEOPLE = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC"})
_ACTING = frozenset({"Person", "Organization", "Group", "Country"})
_PARTICIPLES = frozenset({"acl", "advcl", "conj"})
_JURIES = frozenset({"jury", "jurors", "judge", "judges"})
_TRIED = frozenset({"be", "bring", "come", "face", "go", "put", "remain", "stand"})


def give_to_deed(by: Token) -> None:
    """ "charged with manslaughter by gross negligence", "with possession of a gun by a felon": they charge nobody."""
    verb, thing, noun = by.head, object_of(by), by.doc[by.i - 1]
    if thing is None or by.lower_ != "by" or noun.pos_ not in NOUNS or not _is_judging(verb):
        return
    if not verb.i < noun.i or noun.head is verb or not verb.is_ancestor(noun):
        return
    doer = thing.lemma_.lower() in lexicon.words("grammar", "law", "doers")
    if doer or not _acts(thing):
        hang(by, noun, "prep")


def give_to_case(preposition: Token) -> None:
    """Phrases of verdicts and trials, by their preposition."""
    match preposition.lower_:
        case "by":
            _give_to_court(preposition)
        case "of":
            _give_to_verdict(preposition)
            _give_to_accuser(preposition)
        case "with":
            _give_to_accuser(preposition)
        case "for" | "over" | "on":
            _give_to_trial(preposition)
        case "to":
            _give_to_plea(preposition)
        case "against":
            _give_to_charges(preposition)


def _give_to_court(by: Token) -> None:
    """ "was convicted of bribery by the court": the court convicted, whatever is before it."""
    thing, noun = object_of(by), by.head
    if thing is None or noun.pos_ not in NOUNS or thing.lemma_.lower() not in _bodies():
        return
    verb = next((t for t in noun.ancestors if t.pos_ in VERBS), None)
    if verb is None or not _is_judging(verb) or noun.i < verb.i or child(verb, "agent") is not None:
        return
    if child(verb, "auxpass") is not None or (verb.tag_ == "VBN" and verb.dep_ in _PARTICIPLES):
        hang(by, verb, "agent")


def _give_to_verdict(of: Token) -> None:
    """ "found guilty by a jury of murder": the jury is none of murder; one of seven women is."""
    body = of.head
    by = body.head
    if by.dep_ != "agent" or body.lower_ not in _JURIES:
        return
    crime = child(of, "pobj", "pcomp")
    if crime is None or not _is_judging(by.head) or crime.pos_ == "PROPN" or crime.lower_ == "peers":
        return
    if crime.dep_ == "pcomp" or (head_kinds().get(crime.lemma_.lower()) != "Person" and not child(crime, "nummod")):
        hang(of, by.head, "prep")


def _give_to_accuser(preposition: Token) -> None:
    """ "Jury convicts banker of fraud": there is no banker of fraud; "accused the head of the bank" names no crime."""
    noun, verb, crime = preposition.head, preposition.head.head, child(preposition, "pobj", "pcomp")
    beside = noun.dep_ == "dobj" and preposition.i == noun.i + 1 and noun.pos_ == "NOUN" and crime is not None
    if (
        not beside
        or crime is None
        or preposition.lower_ not in lexicon.table("grammar")["law"]["of"].get(verb.lemma_, ())
    ):
        return
    if crime.dep_ == "pcomp" or not (_acts(crime) or child(crime, "det") or child(verb, "prep")):
        hang(preposition, verb, "prep")


def _give_to_trial(preposition: Token) -> None:
    """ "is on trial for fraud": what somebody is tried for belongs to the whole phrase."""
    trial = preposition.head
    if trial.lower_ != "trial" or preposition.i < trial.i:
        return
    beside = trial.dep_ == "pobj" and trial.head.lower_ in {"on", "to"}
    verb = trial.head.head if beside else trial.head
    if (beside or trial.dep_ == "dobj") and verb.pos_ in VERBS and verb.lemma_ in _TRIED:
        hang(preposition, verb, "prep")


def _give_to_charges(against: Token) -> None:
    """ "charges of theft against Lee": the charges are against him."""
    crime = against.head
    charges = crime.head.head if crime.dep_ == "pobj" and crime.head.lower_ == "of" else crime
    if charges is not crime and charges.lemma_.lower() in lexicon.words("grammar", "law", "charges"):
        hang(against, charges, "prep")


def stand_accused(participle: Token) -> None:
    """ "stands accused of fraud": somebody is accused; nobody stands."""
    stands = participle.head
    if stands.lemma_ != "stand" or participle.i != stands.i + 1 or not _is_judging(participle):
        return
    dep, above = stands.dep_, stands.head
    hang(participle, above if above is not stands else participle, dep)
    for word in stands.children:
        hang(word, participle, "nsubjpass" if word.dep_ == "nsubj" else word.dep_)
    stands.pos_, stands.lemma_ = "AUX", "be"
    hang(stands, participle, "auxpass")


def plead_to(verb: Token) -> None:
    """ "pleads guilty to fraud": nobody frauds."""
    to, plead = verb.doc[verb.i - 1], verb.head
    if plead.lemma_ != "plead" or verb.tag_ != "VB" or to.head is not verb or to.lower_ != "to":
        return
    if child(verb, "dobj") is None:
        verb.pos_, verb.tag_ = "NOUN", "NN"
        hang(to, plead, "prep")
        hang(verb, to, "pobj")
        _give_to_plea(to)


def _give_to_plea(to: Token) -> None:
    """ "pleads guilty to murder": guilty to it."""
    guilty = child(to.head, "acomp", "oprd") if to.head.lemma_ == "plead" else None
    if guilty is not None and guilty.i < to.i:
        hang(to, guilty, "prep")


def give_to_defendant(participle: Token) -> None:
    """ "appeared in court accused of theft": no court is accused."""
    place = participle.head
    if not _is_judging(participle) or place.lower_ not in lexicon.words("grammar", "law", "places"):
        return
    verb = next((t for t in place.ancestors if t.pos_ in VERBS), None)
    if participle.tag_ == "VBN" and place.dep_ == "pobj" and verb is not None and verb.i < place.i:
        hang(participle, verb, "advcl")


def _is_judging(verb: Token) -> bool:
    return verb.lemma_.lower() in lexicon.words("grammar", "law", "judging")


def _bodies() -> frozenset[str]:
    return lexicon.words("grammar", "law", "bodies")


def _acts(thing: Token) -> bool:
    """Whether it is somebody, by name or by its word."""
    known = head_kinds().get(thing.lemma_.lower()) in _ACTING or thing.lemma_.lower() in _bodies()
    return known or thing.ent_type_ in _PEOPLE or thing.pos_ in {"PRON", "PROPN"} or bool(child(thing, "poss"))
