"""Phrases by preposition where accusers and courts are told of: the parser hangs them on the nearest noun."""

from kg import lexicon
from kg.extract.court_phrases import acts, bodies, give_to_plea, is_judging
from kg.extract.numbers import measures
from kg.extract.syntax import NOUNS, VERBS, child, object_of
from kg.extract.vocabulary import head_kinds, verbs_of_relations
from kg.extract.words import Token, hang

_PARTICIPLES = frozenset({"acl", "advcl", "conj"})
_JURIES = frozenset({"jury", "jurors", "judge", "judges"})
_TRIED = frozenset({"be", "bring", "come", "face", "go", "put", "remain", "stand"})


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
        case "over":
            _give_to_trial(preposition)
            _give_to_quarrel(preposition)
        case "for" | "on":
            _give_to_trial(preposition)
        case "to":
            give_to_plea(preposition)
            _give_to_count(preposition)
        case "against":
            _give_to_charges(preposition)


def _give_to_court(by: Token) -> None:
    """ "was convicted of bribery by the court": the court convicted, whatever is before it."""
    thing, noun = object_of(by), by.head
    if thing is None or noun.pos_ not in NOUNS or thing.lemma_.lower() not in bodies():
        return
    verb = next((t for t in noun.ancestors if t.pos_ in VERBS), None)
    if verb is None or not is_judging(verb) or noun.i < verb.i or child(verb, "agent") is not None:
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
    if crime is None or not is_judging(by.head) or crime.pos_ == "PROPN" or crime.lower_ == "peers":
        return
    if crime.dep_ == "pcomp" or (head_kinds().get(crime.lemma_.lower()) != "Person" and not child(crime, "nummod")):
        hang(of, by.head, "prep")


def _give_to_accuser(preposition: Token) -> None:
    """ "Jury convicts banker of fraud": there is no banker of fraud; "accused the head of the bank" names no crime."""
    noun, verb, crime = preposition.head, preposition.head.head, child(preposition, "pobj", "pcomp")
    beside = noun.dep_ == "dobj" and preposition.i == noun.i + 1 and noun.pos_ == "NOUN"
    listed = lexicon.table("grammar")["law"]["of"].get(verb.lemma_, ())
    if not beside or crime is None or preposition.lower_ not in listed:
        return
    if verb.lemma_ == "clear" and not acts(noun):  # "cleared the road of snow"
        return
    if crime.dep_ == "pcomp" or not (acts(crime) or child(crime, "det") or child(verb, "prep")):
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


def _give_to_quarrel(over: Token) -> None:
    """ "was sued by farmers over the dam", "slams minister over budget": they are no farmers over a dam."""
    somebody = over.head
    above = somebody.head.head if somebody.dep_ == "pobj" and somebody.head.dep_ == "agent" else somebody.head
    undergoes = somebody.dep_ == "dobj" or above is not somebody.head
    quarrels = above.pos_ in VERBS and above.lemma_.lower() in verbs_of_relations()
    if undergoes and quarrels and over.i > somebody.i > above.i and acts(somebody):
        hang(over, above, "prep")


def _give_to_count(to: Token) -> None:
    """ "by 40 votes to 35": both are of one count."""
    less, votes = object_of(to), to.before
    if less is not None and (less.like_num or less.pos_ == "NUM") and measures(votes) and votes.head.lower_ == "by":
        hang(to, votes, "prep")


def _give_to_charges(against: Token) -> None:
    """ "charges of theft against Lee": the charges are against him."""
    crime = against.head
    charges = crime.head.head if crime.dep_ == "pobj" and crime.head.lower_ in {"of", "including"} else crime
    if charges is not crime and charges.lemma_.lower() in lexicon.words("grammar", "law", "charges"):
        hang(against, charges, "prep")
