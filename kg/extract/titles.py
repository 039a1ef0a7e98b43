"""Titles before, after and beside names: which words make the title, which the body, which the tenure."""

from dataclasses import dataclass, replace

from kg import lexicon
from kg.extract.bodies import Bodies
from kg.extract.referents import Referents
from kg.extract.short_titles import in_full, is_several, written_out
from kg.extract.syntax import child, children, prepositions
from kg.extract.vocabulary import nation_of, party_of, title_heads
from kg.extract.words import Token

PLAIN = frozenset({"NOUN", "ADJ", "PROPN"})
_NEAR = 4
_PREFIXES = frozenset({"co", "-"})
_MODIFIERS = ("compound", "amod", "nmod", "npadvmod")


@dataclass(frozen=True, slots=True)
class Title:
    """One office or relation noun. `nations` are adjectives of nationality among its modifiers."""

    head: Token
    text: str
    tenure: str | None
    bodies: tuple[Token, ...]
    nations: tuple[Token, ...]


class Titles:
    """Recognizes titles by the word list, and reads what stands around them."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self._bodies = Bodies(referents)
        self._roles = lexicon.table("roles")
        self._state = frozenset(self._roles["state_offices"])
        self._services = frozenset(self._roles["services"]["forces"])
        self._ranks = frozenset(self._roles["services"]["ranks"])
        self._heads = title_heads()
        self._nouns = {noun for entry in lexicon.table("relations")["noun"] for noun in entry["nouns"]}
        self._nouns |= lexicon.titles().family.keys()
        self._tenures = lexicon.titles().tenure
        self._addresses = frozenset(lexicon.names().honorifics)

    def is_title(self, token: Token) -> bool:
        """Whether the word heads an office, a profession, or a noun that relates people; names are none."""
        if token.pos_ not in PLAIN or self._is_name(token) or self._is_of_no_work(token):
            return False
        word = self.normal(token)
        return word in self._heads or word in self._nouns

    def _is_of_no_work(self, token: Token) -> bool:
        """ "the author of that boast" has no such profession."""
        if token.lower_ not in lexicon.words("roles", "makers"):
            return False
        of = next((phrase for preposition, phrase in prepositions(token) if preposition == "of"), None)
        return of is not None and self._referents.named(of) is None and self._referents.kind(of) != "Work"

    def normal(self, head: Token) -> str:
        """The head word in lower case and singular, of a hyphenated one the last part."""
        short = in_full(head)
        if short is not None:
            return short
        word = (head.lemma_ if head.tag_ in {"NNS", "NNPS"} else head.text).lower().rstrip(".")
        return word[:-1] if word not in self._heads and word[:-1] in self._heads and word.endswith("s") else word

    def is_plural(self, head: Token) -> bool:
        """Whether the title is that of several: "ministers"."""
        if in_full(head) is not None:
            return is_several(head)
        return head.tag_ in {"NNS", "NNPS"} or self.normal(head) != head.lower_.rstrip(".")

    def is_state_office(self, title: Title) -> bool:
        return self.is_office_of_state(self.normal(title.head))

    def is_in_service(self, title: Title) -> bool:
        """Whether the title is a rank in a force of a state's: "army colonel"."""
        service = title.text.lower().rpartition(" ")[0]
        return service in self._services and self.normal(title.head) in self._ranks

    def is_office_of_state(self, noun: str) -> bool:
        """Whether a word for an office, as `normal` gives it, is one that a state gives."""
        return noun in self._state

    def _is_name(self, token: Token) -> bool:
        return self._referents.is_name(token)

    def before(self, words: list[Token]) -> Title | None:
        """The title in the words before a name ("former Acme chief executive"), the last one if there are several."""
        while len(words) > 1 and words[-1].text in self._addresses and any(map(self.is_title, words[:-1])):
            words = words[:-1]  # "Supreme Court President Lord Lee"
        for position in range(len(words) - 1, -1, -1):
            if words[position].is_quote:  # the "Butcher" is what he is called, no office
                return None
            if self.is_title(words[position]):
                title = self._read(words[position], words[:position])
                title = replace(title, bodies=self._of_joined(words[position], words[:position]) or title.bodies)
                after = " ".join(t.lower_ for t in words[position + 1 :]).removeprefix("- ")
                tenure = title.tenure or self._tenures.get(after)
                text = f"{title.text} {after}" if after.startswith("of ") else title.text
                return replace(title, text=text, tenure=tenure)
        return None

    def _of_joined(self, head: Token, before: list[Token]) -> tuple[Token, ...]:
        """ "Acme chairman and founder Ann Lee": the body of the title joined to it."""
        first = self.joined(head, before)
        return first.bodies if first is not None else ()

    def joined(self, head: Token, before: list[Token]) -> Title | None:
        """The first of two titles: "Acme founder and co-chairman", "Acme founder and former chief executive"."""
        words = list(before)
        while words and (words[-1].lower_ in _PREFIXES or (words[-1].head is head and words[-1].dep_ in _MODIFIERS)):
            words.pop()
        two = len(words) > 1 and words[-1].lower_ in {"and", "&"} and self.is_title(words[-2])
        kin = two and self.normal(words[-2]) in lexicon.titles().family  # "his wife and party nominee Ann Lee"
        return self._read(words[-2], words[:-2]) if two and not kin else None

    def around(self, head: Token) -> Title:
        """The title headed by a noun of its own, with what modifies and follows it."""
        first = _first_of_compound(head)
        modifiers = (m for own in (head, first) for m in children(own, *_MODIFIERS, "poss", "nummod"))
        before = {t.i: t for m in modifiers for t in m.subtree} | {t.i: t for t in head.doc.tokens[first.i : head.i]}
        title = self._read(head, [before[i] for i in sorted(before) if i < head.i])
        bodies = title.bodies + tuple(self._bodies.after(head, self._roles["places"]["body"]))
        if not bodies:
            bodies = tuple(self._bodies.after(head, self._roles["places"]["last"])) or self._shared(head)
        return Title(head, title.text + self._common_of(head), title.tenure, bodies, title.nations)

    def _shared(self, head: Token) -> tuple[Token, ...]:
        """ "chief executive and founder of Acme": what follows both titles is the body of both."""
        other = head.head if head.dep_ == "conj" else child(head, "conj")
        if other is None or not self.is_title(other) or abs(other.i - head.i) > _NEAR:
            return ()
        return tuple(b for b in self._bodies.after(other, self._roles["places"]["body"]) if b.i > max(head.i, other.i))

    def _read(self, head: Token, before: list[Token]) -> Title:
        tenures = [self._tenures[t.lower_] for t in before if t.lower_ in self._tenures]
        inner = [t for t in before if all(between.tag_ != "POS" for between in head.doc.tokens[t.i : head.i])]
        nations = tuple(t for t in inner if nation_of(t) and not self._is_name(t))
        own = (t for t in before if not self._is_of_title(t, head))
        bodies = tuple(t for t in own if self._bodies.is_owner(t, head)) or self._spoken_for(head, before)
        return Title(head, self._text(head, before), tenures[0] if tenures else None, bodies[-1:], nations)

    def _spoken_for(self, head: Token, before: list[Token]) -> tuple[Token, ...]:
        """ "a police spokesman", "hospital spokeswoman Ann Lee": the noun right before, without a name."""
        noun = before[-1] if before else head
        beside = noun.i == head.i - 1 and noun.pos_ == "NOUN" and noun.dep_ == "compound"
        speaks = beside and self.normal(head) in lexicon.titles().spokes
        return (noun,) if speaks and self._referents.kind(noun) in {"Organization", "Place"} else ()

    def _text(self, head: Token, before: list[Token]) -> str:
        """The title's own words, joined as they stand: no names, nations, numbers, tenure or possessors."""
        kept = [head]
        for token in reversed(before):
            if head.doc[kept[0].i - 1].text == ",":  # "a serious, honest mayor": how she is, and no part of the title
                kept = kept[1:] if kept[0].pos_ == "ADJ" else kept
                break
            joined = token.text == "-" or kept[0].text == "-"
            of_title = self._is_of_title(token, head) or self._bodies.is_field(token)
            own = token.pos_ in PLAIN and (of_title or not self._names_something(token))
            if not joined and (not own or token.tag_ in {"JJR", "JJS", "VBG", "VBN"} or self._is_outside(token)):
                break
            kept.insert(0, token)
        words = "".join(t.text_with_ws for t in kept[:-1]) + self._singular(head)
        whole = " ".join(words.lower().split()).strip(" -")
        first, _, rest = whole.partition("-")
        return written_out(rest if f"{first}-" in self._tenures and rest else whole)

    def _is_outside(self, token: Token) -> bool:
        """ "former", "other", "20th": no part of the title."""
        word = token.lower_
        return word in self._tenures or word in lexicon.words("roles", "outside_title") or word[0].isdigit()

    def _is_of_title(self, token: Token, head: Token) -> bool:
        """ "Defense" in "Defense Minister", though the tagger may name it; not "Party" of "Unity Party leader"."""
        name = self._referents.named(token) if self._is_name(token) else None
        if name is not None and name.span.begin < token.idx:
            return False
        return token.i == head.i - 1 and f"{token.lower_} {self.normal(head)}" in lexicon.titles().heads

    def _names_something(self, token: Token) -> bool:
        belongs = token.ent_type_ in {"NORP", "GPE"} or (party_of(token) or nation_of(token)) is not None
        return belongs or self._referents.named(token) is not None

    def _singular(self, head: Token) -> str:
        return self.normal(head) if self.is_plural(head) or in_full(head) is not None else head.text

    def _common_of(self, head: Token) -> str:
        """ "minister of public security": an "of" without a name belongs to the title."""
        for preposition in children(head, "prep"):
            field = self._bodies.field(preposition)
            words = field or preposition.subtree
            common = bool(field) or all(self._is_common(t) for t in words)
            state = [t.lower_ for t in words] == ["of", "state"]
            if preposition.lower_ == "of" and len(words) <= 4 and (common or state) and preposition.i == head.i + 1:
                return " " + " ".join(t.lower_ for t in words)
        return ""

    def _is_common(self, token: Token) -> bool:
        return token.pos_ in {"NOUN", "ADJ", "ADP"} and not self._referents.is_name(token)


def _first_of_compound(head: Token) -> Token:
    """ "vice" of "vice-president", where the parser made words of both."""
    first = head
    while first.i > 1 and first.nbor(-1).text == "-" and first.nbor(-1).whitespace_ == "":
        first = first.nbor(-2)
    return first
