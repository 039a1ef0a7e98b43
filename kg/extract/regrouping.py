"""Names and numbers that the parser groups wrongly: lists, appositions, places before a colon, two clauses in one."""

from kg import lexicon
from kg.extract.syntax import SUBJECTS, child, children
from kg.extract.vocabulary import head_kinds
from kg.extract.words import Token, hang

_JOINING = frozenset({"and", "&", "/"})
_SINGULAR = frozenset({"NN", "NNP"})
_PREFIXED = frozenset({"NN", "NNS"})


def join_prefix(hyphen: Token) -> None:
    """ "Several re-designs": the parser gives all three pieces of such a word the word's own place."""
    before, after = (hyphen.doc[min(max(i, 0), len(hyphen.doc) - 1)] for i in (hyphen.i - 1, hyphen.i + 1))
    spaced = before.whitespace_ or hyphen.whitespace_
    if before.lower_ == "no" and before.dep_ == "det" and not spaced and after.lower_ != "one":
        before.pos_, before.tag_ = "ADJ", "JJ"  # "a no-show", "a no-confidence vote"
        hang(before, before.head, "amod")
    if spaced or before.head is not after.head or before.dep_ != after.dep_ or hyphen.head is not after.head:
        return
    if hyphen.tag_ not in _PREFIXED or after.tag_ not in _PREFIXED or after.head is after or before.lower_ == "no":
        return
    for word in (*before.children, *hyphen.children):
        hang(word, after, word.dep_)
    hang(before, after, "compound")
    hang(hyphen, after, "punct")


def put_in_apposition(name: Token) -> None:
    """ "According to the team's coach, Ann Lee, the robot won": she is the coach, it is the robot that won."""
    begin = name.left_edge.i
    if name.ent_type_ != "PERSON":
        return
    if begin < 2 or name.doc[begin - 1].text != "," or name.doc[name.i + 1 : name.i + 2].text != ",":
        return
    noun, verb = name.doc[begin - 2], name.head
    person = noun.dep_ == "pobj" and head_kinds().get(noun.lemma_.lower()) == "Person"
    if person and any(t.i > name.i for t in children(verb, *SUBJECTS)):
        hang(name, noun, "appos")


def name_team(name: Token) -> None:
    """ "beat newcomers Ipswich 2-1": the parser takes the name for a measure."""
    noun = name.doc[name.left_edge.i - 1] if name.left_edge.i else name
    contestants = lexicon.table("contests")["teams"]["called"]
    if (
        name.tag_ in {"NNP", "NNPS"}
        and noun.head is name.head
        and noun.dep_ == "dobj"
        and noun.lemma_.lower() in contestants
    ):
        hang(name, noun, "appos")
        for word in [t for t in name.children if t.dep_ == "prep"]:
            hang(word, noun.head, "prep")


def put_before_name(title: Token) -> None:
    """ "Leeds striker Bo Berg was hurt": the parser makes two subjects of a title and the name behind it."""
    verb = title.head
    names = (t for t in children(verb, title.dep_) if t.ent_type_ == "PERSON" and t.left_edge.i == title.i + 1)
    name = next(names, None)
    if title.pos_ == "NOUN" and name is not None and head_kinds().get(title.lemma_.lower()) == "Person":
        hang(title, name, "appos")


def share_name(name: Token) -> None:
    """ "Musician and farmer Bo Berg sang": one person with two titles, for the second needs no article of its own."""
    title = name.head
    prefix = _prefix(name)
    if name.ent_type_ != "PERSON" or name.left_edge.i - len(prefix) != title.i + 2:
        return
    if title.nbor().lower_ not in _JOINING or not _is_title_of_one(title) or child(name, "det", "poss") is not None:
        return
    if any(t.tag_ == "NN" or (_is_person(t) and t.ent_type_ != "PERSON") for t in children(name, "compound")):
        for piece in prefix:
            hang(piece, name, "compound")
        _give_title(title, name)


def share_titles(name: Token) -> None:
    """ "Acme founder and chief executive Bo Berg sang": the parser has an executive sing with the founder."""
    title = name.head
    second = child(title, "conj")
    if name.ent_type_ != "PERSON" or second is None or name.left_edge.i != second.i + 1 or not _is_person(second):
        return
    joined = second.left_edge.before.lower_ in _JOINING and second.left_edge.i == title.i + 2
    if joined and _is_title_of_one(title) and second.tag_ in _SINGULAR and child(second, "det", "poss") is None:
        _give_title(title, name)


def _prefix(name: Token) -> list[Token]:
    """The pieces of "co-" before "co-director Bo Berg", where the parser parts them from their noun."""
    first = name.left_edge.i
    pieces = name.doc.tokens[max(0, first - 2) : first]
    parted = [t.lower_ for t in pieces] in (["co", "-"], ["vice", "-"]) and name.head in [t.head for t in pieces]
    return pieces if parted else []


def _is_title_of_one(title: Token) -> bool:
    article = child(title, "det")
    single = title.tag_ in _SINGULAR and title.ent_type_ != "PERSON" and _is_person(title)
    return single and (article is None or article.lower_ == "the")


def _give_title(title: Token, name: Token) -> None:
    hang(name, title.head if title.head is not title else name, title.dep_)
    hang(title, name, "appos")


def _is_person(title: Token) -> bool:
    return head_kinds().get(title.lemma_.lower()) == "Person"


def give_child(kin: Token) -> None:
    """ "Ann Lee was born in Oslo, the daughter of …": she is the daughter, not the place."""
    place, family = kin.head, lexicon.titles().family
    verb = place.head.head if place.dep_ == "pobj" else place
    if kin.lemma_.lower() not in family or place.ent_type_ not in {"GPE", "LOC", "DATE"} or verb.pos_ != "VERB":
        return
    born = child(verb, *SUBJECTS)
    if born is not None and born.ent_type_ == "PERSON" and kin.i > verb.i:
        hang(kin, born, "appos")


def set_apart(place: Token) -> None:
    """ "OSLO: Incumbent Ann Lee won": it is not the place that won."""
    after = place.doc[place.i + 1 : place.i + 2]
    named = child(place, "appos")
    if (
        not after
        or after[0].text != ":"
        or named is None
        or not place.left_edge.is_sent_start
        or named.i > place.head.i
    ):
        return
    hang(named, place.head, "nsubj")
    hang(place, place.head, "dep")


def count_apart(number: Token) -> None:
    """ "killed three and injured 12", "Two killed, three injured": two clauses with a number each."""
    above, verb = number.head, number.doc[min(number.i + 1, len(number.doc) - 1)]
    joined = child(number, "conj") if number.like_num else None
    if joined is not None and above.like_num and above.dep_ == "dobj" and joined.pos_ == "VERB" and joined.i < above.i:
        governor = above.head
        hang(number, governor, "dobj")
        hang(joined, governor, "conj")
        hang(above, joined, "dobj")
    elif number.like_num and _is_second(number, verb):
        hang(verb, above, "dep")
        hang(number, verb, "nsubjpass")


def _is_second(number: Token, verb: Token) -> bool:
    """ "three injured" behind "Two killed, "."""
    of_number = verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.head is number
    follows = number.i > number.head.i and number.head.tag_ in {"VBD", "VBN"}
    return of_number and follows and number.before.text in {",", ";"}
