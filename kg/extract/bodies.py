"""The bodies of offices: names and organizations before and after a title."""

from collections.abc import Iterator

from kg import lexicon
from kg.extract.referents import Reference, Referents
from kg.extract.syntax import child, children, conjuncts, prepositions
from kg.extract.words import Token

_BODIES_OF_PLACES = frozenset({"at", "for", "of"})


class Bodies:
    """Recognizes the body of an office by where it stands."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self._fields = lexicon.words("roles", "fields") | {"and"}

    def is_owner(self, token: Token, head: Token) -> bool:
        """The last word of a name among the modifiers; a city there ("Paris bureau chief") is only the seat."""
        owner = self._unnamed(token) if token.dep_ == "poss" else None
        reference = self._referents.named(token) or owner
        if reference is None or (token.pos_ == "PRON" and token.tag_ != "PRP$") or self.is_field(token):
            return False
        after = token.nbor() if token.i + 1 < len(token.doc) else None
        inside = after is not None and self._referents.is_name(after) and self._referents.named(after) == reference
        city = self._referents.entity(reference.entity).kind == "City"
        seat = city and token.dep_ != "poss" and self._referents.is_name(token)
        return not inside and (not seat or _is_office_of_city(head, token))

    def after(self, head: Token, places: list[str]) -> Iterator[Token]:
        """What follows the title by one of the prepositions: "of Acme", "at the gallery"."""
        for preposition, phrase in (*prepositions(head), *_of_verb(head)):
            for member in _each(phrase) if preposition in places else ():
                reference = self._referents.named(member) or self._unnamed(member, preposition)
                if self.is_field(member):
                    yield from self.after(member, places)
                elif reference is not None and not self._is_setting(preposition, reference.entity):
                    yield member

    def is_field(self, token: Token) -> bool:
        """ "Energy" of "Energy Secretary", "Public Policy" of "Head of Public Policy": what an office is for."""
        name = self._referents.named(token) if self._referents.is_name(token) else None
        if name is None:
            common = token.pos_ == "NOUN" and token.lower_ in self._fields
            return common and all(t.lower_ in self._fields for t in children(token, "amod", "compound", "det", "poss"))
        words = name.span.of(token.doc.text).lower().replace("&", "and").split()
        return self._fields.issuperset(words)

    def field(self, preposition: Token) -> list[Token]:
        """The preposition and the field behind it, if it is one: "of Public Policy" of "of Public Policy for Acme"."""
        head = child(preposition, "pobj")
        if head is None or not self.is_field(head):
            return []
        last = max(t.i for t in conjuncts(head) if self.is_field(t))
        return [preposition, *(t for t in preposition.subtree if preposition.i < t.i <= last)]

    def _unnamed(self, head: Token, preposition: str = "") -> Reference | None:
        """The organization in "director of the gallery", the place in "spokesman for the hospital".

        A definite phrase is no mere part of the title.
        """
        definite = child(head, "det", "poss") is not None
        kinds = {"Organization", "Place"} if preposition in _BODIES_OF_PLACES else {"Organization"}
        return self._referents.of(head) if definite and self._referents.kind(head) in kinds else None

    def _is_setting(self, preposition: str, entity: str) -> bool:
        return preposition in {"in", "on"} and self._referents.entity(entity).kind == "City"


def _is_office_of_city(head: Token, city: Token) -> bool:
    """ "Oslo mayor", "Oslo deputy police chief": with no more than words for a rank between them."""
    words = [t.lower_ for t in head.doc.tokens[city.i + 1 : head.i + 1] if t.text != "-"]
    listed = {" ".join(words[-2:]), words[-1]} & lexicon.words("roles", "city_offices")
    return bool(listed) and lexicon.words("roles", "before_city_office").issuperset(words[:-1])


def _each(phrase: Token) -> Iterator[Token]:
    """Every member of a list; in "the son of actors Ann Lee and Bo Berg" the people behind the noun."""
    names = [name for beside in children(phrase, "appos") for name in conjuncts(beside)]
    several = phrase.tag_ == "NNS" and len(names) > 1 and all(name.ent_type_ == "PERSON" for name in names)
    yield from names if several else conjuncts(phrase)


def _of_verb(head: Token) -> Iterator[tuple[str, Token]]:
    """ "was the member for Tavil": what follows right after the title is its own, though it hangs on "was"."""
    if head.dep_ == "attr" and head.i + 1 < len(head.doc) and head.nbor().head == head.head:
        yield from ((p, phrase) for p, phrase in prepositions(head.head) if p == head.nbor().lower_ == "for")
