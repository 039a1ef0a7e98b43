"""Which noun a relative clause or a participle tells of."""

from kg import lexicon
from kg.extract.antecedents import happening_above, is_person, person_near, thing_before
from kg.extract.syntax import NOUNS, VERBS, child, children
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Token

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PROVISIONAL = frozenset({"it", "this", "that", "there", "what", "which", "who"})
_ASKING = frozenset({"WP", "WDT", "WRB", "WP$"})
_FILLED = ("dobj", "ccomp", "xcomp", "attr", "acomp", "oprd", "auxpass", "expl", "advcl")
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_TELLING = frozenset({"Person", "Organization", "Work"})


def antecedent(token: Token | None) -> Token | None:
    """What a relative pronoun stands for; any other word stands for itself."""
    if token is None or token.lower_ not in _RELATIVE or token.tag_ not in {"WP", "WDT"}:
        return token
    if _asks(token):
        return None
    verb = token.head
    while verb.dep_ in {"conj", "xcomp", "ccomp"} and verb.head.pos_ in VERBS:
        verb = verb.head
    if verb.dep_ != "relcl" or verb.head.pos_ not in NOUNS:
        return None
    noun = person_near(verb.head, token) if token.lower_ == "who" else happening_above(verb)
    thing = thing_before(token) if token.lower_ == "which" and is_person(noun) else None
    return thing or identified(_first_of_all(noun) if _is_of_all(token) else _of_list(noun, verb))


def _is_of_all(pronoun: Token) -> bool:
    """ "A and B, who both …": of all who are joined."""
    words = (*pronoun.children, *pronoun.head.children)
    return any(t.lower_ in {"both", "all"} and t.dep_ in {"appos", "det", "advmod"} for t in words)


def _first_of_all(noun: Token) -> Token:
    while noun.dep_ == "conj" and noun.head.pos_ in NOUNS:
        noun = noun.head
    return noun


def _of_list(noun: Token, verb: Token) -> Token:
    """ "Lee and Berg, who is …": a verb in the singular tells of the last one only."""
    carrier = next(iter(children(verb, "aux", "auxpass")), verb)
    last = noun
    while (further := child(last, "conj")) is not None and further.i < verb.i and further.pos_ in NOUNS:
        last = further
    singular = last.tag_ in {"NN", "NNP"} and noun.tag_ in {"NN", "NNP"}
    return last if singular and (carrier.tag_ == "VBZ" or carrier.lower_ == "was") else noun


def identified(noun: Token) -> Token:
    """Of whom a describing noun is said: "X is a firm that …", "X, a firm that …" tell of X."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ in NOUNS:
        first = first.head
    if noun.pos_ != "NOUN":
        return noun
    if first.dep_ == "appos" and first.head.pos_ == "PROPN":
        return noun if first.head.ent_type_ == "PERSON" and _is_organization(noun) else first.head
    if is_role(first):
        return _bearer_of_role(first.head.head) or noun
    if first.dep_ == "attr" and _plain_copula(first.head) and not _is_bare(first):
        described = _described(_raised(first.head))
        return described if described is not None and described.lower_ not in _PROVISIONAL else noun
    return noun


def _is_bare(noun: Token) -> bool:
    """ "the worry is low pay causing harm": a thing without an article is no kind of which the subject is one."""
    return noun.tag_ == "NN" and child(noun, "det", "poss", "nummod") is None and not is_person(noun)


def is_role(noun: Token) -> bool:
    """ "served as a lawyer": what somebody is."""
    serving = noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.head.pos_ == "VERB"
    return serving and noun.head.head.lemma_ in lexicon.table("grammar")["serving"]


def _bearer_of_role(verb: Token) -> Token | None:
    """The subject, its own or that of the verb above: "will continue to serve as"."""
    while child(verb, "nsubj") is None and verb.dep_ in {"xcomp", "conj"} and verb.head.pos_ in VERBS:
        verb = verb.head
    found = child(verb, "nsubj")
    return found if found is not None and found.tag_ not in _ASKING else None


def _raised(verb: Token) -> Token:
    """ "X appears to be a city that …": the subject stands above."""
    raised = verb.dep_ == "xcomp" and verb.head.lemma_ in lexicon.words("grammar", "raising")
    return verb.head if raised else verb


def _described(copula: Token) -> Token | None:
    """The subject, its own or that of the verb before "and": "Lee runs and is a liar who …"."""
    while child(copula, "nsubj") is None and copula.dep_ == "conj" and copula.head.pos_ in VERBS:
        copula = copula.head
    return child(copula, "nsubj")


def _plain_copula(verb: Token) -> bool:
    plain = not any(t.dep_ == "neg" or t.tag_ == "MD" for t in verb.children)
    return plain and verb.lemma_ in lexicon.words("grammar", "copulas")


def is_ordinal(noun: Token) -> bool:
    """ "the first woman to win" won."""
    return any(t.lower_ in lexicon.words("grammar", "ordinal") for t in children(noun, "amod", "nummod"))


def bearer_of_participle(verb: Token) -> Token | None:
    """Of whom a participle after a noun tells; "a picture of a boy wearing a cap" is of the boy, who can wear one.

    "Trouble getting out" is nobody who gets out.
    """
    if verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.lemma_.lower() in lexicon.table("ends")["struggles"]:
        return None
    if verb.dep_ == "relcl" and _is_governed(verb):
        return None
    noun = verb.before
    far = verb.tag_ == "VBG" and noun != verb.head and noun.dep_ == "pobj" and verb.head in noun.ancestors
    if far and is_person(noun) and head_kinds().get(verb.head.lemma_.lower()) not in _TELLING:
        return noun
    return identified(verb.head)


def object_left_out(verb: Token) -> Token | None:
    """ "the clock he made": without a relative pronoun, the noun is what the verb lacks; not in "the day he came"."""
    subject, noun = child(verb, "nsubj") if verb.dep_ == "relcl" else None, verb.head
    if subject is None or subject.tag_ in _ASKING or child(verb, *_FILLED) is not None:
        return None
    if any(t.tag_ == "WP$" for t in children(subject, "poss")):  # "firms whose sites failed"
        return None
    settled = noun.ent_type_ in _MEASURES or noun.lemma_.lower() in lexicon.words("grammar", "settings")
    asks = any(t.tag_ in _ASKING for t in verb.children) or _is_governed(verb)
    stranded = any(child(t, "pobj", "pcomp") is None for t in children(verb, "prep"))
    apart = any(t.is_punct and t.text != "-" for t in verb.doc.tokens[noun.i : subject.i])
    return None if settled or asks or stranded or apart or noun.pos_ not in NOUNS else identified(noun)


def _is_governed(verb: Token) -> bool:
    """ "the hall for which tickets sold out": the noun is what a preposition before the clause governs."""
    return any(t.tag_ in _ASKING for p in children(verb, "prep") if p.i < verb.i for t in children(p, "pobj"))


def _asks(pronoun: Token) -> bool:
    """ "who do you trust?": nobody that was mentioned."""
    after = pronoun.nbor() if pronoun.i + 1 < len(pronoun.doc) else pronoun
    return pronoun.dep_ == "dobj" and after.pos_ == "AUX"


def _is_organization(noun: Token) -> bool:
    return head_kinds().get(noun.lemma_.lower()) == "Organization"
