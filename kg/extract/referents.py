"""From the head of a phrase to the local entity that it stands for; unnamed participants come into being here."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from kg import lexicon
from kg.extract.clusters import Cluster
from kg.extract.coreference import Link
from kg.extract.deeds import deed
from kg.extract.kinds import kind
from kg.extract.labels import Label, core, genitive, label, label_of, plain
from kg.extract.name_spans import Name
from kg.extract.namesakes import Namesakes
from kg.extract.partitives import is_aged, is_counted, whole
from kg.extract.redundancy import told_by_their_clause
from kg.extract.restrictions import described, restricted
from kg.extract.syntax import (
    extent,
    is_asked,
    is_elliptical,
    span_of,
)
from kg.extract.vocabulary import nation_of, party_of
from kg.extract.words import Doc, Token, once
from kg.gazetteer import Country
from kg.ids import cut, slug
from kg.model import Claim, LocalEntity, Mention, Span

_NO_REFERENCE = frozenset(
    {"PRON", "DET", "ADV", "VERB", "AUX", "SYM", "PUNCT", "SPACE", "PART", "ADP", "SCONJ", "X", "INTJ"}
)
_MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod"})
_GOVERNED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr"})
_SURE = 0.85
_AUTHOR = "author"
_LITERAL = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "QUANTITY", "ORDINAL"})


class Reference(NamedTuple):
    """An entity at a place in the text. `confidence` is below 1 where a pronoun or a description was resolved."""

    entity: str
    span: Span
    confidence: float = 1.0


class Referents:
    """The local entities of one text. Unnamed ones are added when a claim first needs them."""

    def __init__(self, doc: Doc, clusters: list[Cluster], links: Iterable[Link]) -> None:
        self._doc = doc
        self._entities: dict[str, LocalEntity] = {}
        self._mentions: set[tuple[int, int, str]] = set()
        self._at: dict[int, Reference] = {}
        self._names: set[int] = set()
        self._ends: set[int] = set()
        self._quoted: dict[int, set[Span]] = {}
        self._clauses: dict[str, Label] = {}
        self._namesakes = Namesakes(self._named_kind)
        self._authors: dict[int, Token] = {}
        self._author = ""
        self._people = lexicon.words("grammar", "people")
        ids = [self._add_cluster(cluster) for cluster in clusters]
        self._same_as: dict[int, Link] = {}
        self._joined: dict[int, Token] = {}
        for link in links:
            if link.joins and link.head is not None:
                self._joined[link.token] = doc[link.head]
            elif link.cluster is not None:
                self._at[link.token] = Reference(ids[link.cluster], self._span(doc[link.token]), link.confidence)
            else:
                self._same_as[link.token] = link

    @property
    def entities(self) -> tuple[LocalEntity, ...]:
        return tuple(self._entities[id] for id in sorted(self._entities))

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Names and what stands for them; of unnamed participants, what the claims have asked for, and its pronouns."""
        for link in self._same_as.values():
            if link.head in self._at and link.token not in self._at:
                self._again(link)
        for token in self._authors.values() if self._author else ():
            self._writing(token)
        linked = {
            _place(span, reference.entity)
            for place, reference in self._at.items()
            for span in self._quoted.get(place, (reference.span,))
        }
        return tuple(Mention(Span(begin, end), id) for begin, end, id in sorted(self._mentions | linked))

    def _again(self, link: Link) -> Reference | None:
        """The entity of the phrase that the word goes back to."""
        earlier = self.of(self._doc[link.head]) if link.head is not None else None
        if earlier is not None:
            confidence = min(earlier.confidence, link.confidence)
            self._at[link.token] = Reference(earlier.entity, self._span(self._doc[link.token]), confidence)
        return self._at.get(link.token)

    def _span(self, token: Token) -> Span:
        return span_of([token] if token.pos_ == "PRON" else core(token))

    def names(self) -> Iterator[Token]:
        """The last word of each name, in the order of the text."""
        yield from (self._doc.tokens[i] for i in sorted(self._ends))

    def is_name(self, token: Token) -> bool:
        """Whether the word is part of a name."""
        return token.i in self._names

    def entity(self, id: str) -> LocalEntity:
        return self._entities[id]

    def meant(self, token: Token) -> Token:
        """The first of several joined ones for whom a pronoun stands; any other word itself."""
        return self._joined.get(token.i, token)

    def named(self, token: Token) -> Reference | None:
        """The named entity, or the antecedent, that the phrase headed by `token` stands for."""
        known = self._at.get(token.i)
        if known is not None:
            return known if self._entities[known.entity].named else None
        name = self._namesakes.of(token)
        return self._at[name.i] if name is not None else self.party(token)

    def namesake(self, noun: Token) -> Reference | None:
        """The name beside a noun that says who is meant, where the noun is not known to stand for anything else."""
        name = self._namesakes.of(noun) if noun.i not in self._at else None
        return self._at[name.i] if name is not None else None

    def note(self, mentions: Iterable[Mention]) -> None:
        """Further places that stand for what is known."""
        self._mentions.update(_place(mention.span, mention.entity) for mention in mentions)

    def written_by(self, words: Iterable[Token]) -> None:
        """Let these words stand for the author, a person without a name; he is there if a claim needs him."""
        self._authors.update((token.i, token) for token in words)

    def is_author(self, token: Token) -> bool:
        """Whether the word is one of them."""
        return token.i in self._authors

    def _writing(self, token: Token) -> Reference:
        """The author, at one of these words."""
        self._author = self._author or self._add(token, "Person", _AUTHOR, named=False)
        self._at[token.i] = Reference(self._author, span_of([token]))
        return self._at[token.i]

    def _named_kind(self, token: Token) -> str:
        known = self._at.get(token.i)
        return self._entities[known.entity].kind if known is not None else ""

    def of(self, token: Token) -> Reference | None:
        """What the phrase headed by `token` stands for; nothing for open pronouns, dates and most bare numbers."""
        if is_elliptical(token):
            return None
        known = self._at.get(token.i)
        if known is not None:
            return known
        if self.is_author(token):
            return self._writing(token)
        found = self.named(token) or self._nation(token)
        if found is None and token.i in self._same_as:
            found = self._again(self._same_as[token.i])
        if found is not None:
            return found
        return self._unnamed(token) if self._may_refer(token) and not is_asked(token) else None

    def _may_refer(self, token: Token) -> bool:
        """Whether the word may head a phrase for somebody: "two of the men", "those who left", not "two" or "those"."""
        if whole(token) is not None or described(token) or is_counted(token) or deed(token) or is_aged(token):
            return True
        literal = token.pos_ in _NO_REFERENCE or token.ent_type_ in _LITERAL
        return not literal and (token.pos_ != "ADJ" or self._is_noun_like(token))

    def quoted(self, token: Token, trigger: Span) -> Reference | None:
        """`of`, for a claim with the word `trigger`: an unnamed one by its whole phrase, unless that holds the word.

        Who is nobody but "those who left" is nobody in the claim that they left.
        """
        found = self.of(token)
        if (said := described(token)) and span_of(said).overlaps(trigger):
            return None
        if found is None or self._entities[found.entity].named or found.span != _extent(token):
            return found
        whole_phrase = _restricted(token)
        same = whole_phrase == found.span or whole_phrase.overlaps(trigger)
        reference = found if same else found._replace(span=whole_phrase)
        self._quoted.setdefault(token.i, set()).add(reference.span)
        return reference

    def own(self, thing: Reference, speaker: Token) -> None:
        """Call something unnamed the speaker's: "my father" is Lee's father, if Lee says so."""
        owner, owned = self.named(speaker), self._entities[thing.entity]
        whose = genitive(self._entities[owner.entity].label) if owner is not None else ""
        if whose and not owned.named and not owned.label.startswith(whose):
            self._entities[owned.id] = replace(owned, label=f"{whose} {owned.label}")

    def shorten(self, claims: Iterable[Claim]) -> None:
        """Leave the clause that restricts somebody out of what he is called, where no claim tells of him but it."""
        for id in told_by_their_clause(self._clauses, claims):
            called, entity = self._clauses[id], self._entities[id]
            self._entities[id] = replace(entity, label=entity.label.replace(called.text, called.shorter))

    def _nation(self, token: Token) -> Reference | None:
        """The country of an adjective ("a British investor")."""
        nation = nation_of(token) if token.dep_ in _MODIFIERS or token.head.lower_ == "born" else None
        if nation is None:
            return None
        kind = "Country" if isinstance(nation, Country) else "Place"
        begin = token.i - 1 if token.i and self._doc[token.i - 1].ent_iob_ == "B" and token.ent_iob_ == "I" else token.i
        return self.stand_for(token, kind, nation.name, begin)

    def party(self, token: Token) -> Reference | None:
        """The party of an adjective ("a Republican lawmaker")."""
        party = party_of(token) if token.dep_ in _MODIFIERS else None
        return self.stand_for(token, "Organization", party, token.i) if party else None

    def stand_for(self, token: Token, kind: str, label: str, begin: int) -> Reference:
        """Let the words from `begin` to `token`, which name nobody themselves, mean what has the name `label`."""
        known = (e.id for e in self._entities.values() if e.kind == kind and e.label == label)
        id = next(known, None) or self._add(token, kind, label)
        self._at[token.i] = Reference(id, span_of(self._doc[begin : token.i + 1]))
        return self._at[token.i]

    def _is_noun_like(self, token: Token) -> bool:
        """ "the South Korean", "the injured": tagged as an adjective, used as a noun."""
        people = token.ent_type_ == "NORP" or (token.lower_ in self._people and "det" in token.deps)
        return people and token.dep_ in _GOVERNED

    def kind(self, token: Token) -> str:
        """The class of an unnamed participant, by its head noun."""
        return kind(token)

    def _unnamed(self, token: Token) -> Reference | None:
        called, span = self._called(token)
        words = called.text
        if not any(c.isalnum() for c in words) or (whole(token) is not None and " of " not in words):
            return None
        id = self._add(token, self.kind(token), words, named=False)
        if called.shorter:
            self._clauses[id] = called
        self._at[token.i] = Reference(id, span)
        return self._at[token.i]

    def _called(self, token: Token) -> tuple[Label, Span]:
        """What a phrase without a name is called, and where it stands."""
        if words := deed(token):
            return label_of(words, self._name), span_of(words)
        counted = is_counted(token)
        return (Label(plain(token)) if counted else label(token, self._owner, self._name)), _extent(token)

    def _owner(self, token: Token) -> str | None:
        """What a possessor is called: by its name, or by its own words; nothing where it is open who that is."""
        name = _AUTHOR if self.is_author(token) else self._name(token)
        known = self._at.get(token.i)
        if name is not None or (known is not None and known.confidence < _SURE):
            return name
        link = self._same_as.get(token.i)
        head = self._doc[link.head] if link is not None and link.head is not None else token
        sure = link is None or link.confidence >= _SURE
        return plain(head) if sure and head.pos_ in {"NOUN", "PROPN"} else None

    def _name(self, token: Token) -> str | None:
        """The name of whom a word surely stands for."""
        known = self._at.get(token.i)
        sure = known is not None and known.confidence >= _SURE and self._entities[known.entity].named
        return self._entities[known.entity].label if known is not None and sure else None

    def _add_cluster(self, cluster: Cluster) -> str:
        first = self._doc[cluster.names[0].begin]
        id = self._add(first, cluster.kind, cluster.label, cluster.forms)
        for name in cluster.names:
            self._add_name(name, id)
        return id

    def _add_name(self, name: Name, id: str) -> None:
        tokens = self._doc[name.begin : name.end]
        span = Span(tokens.start_char, tokens.end_char)
        self._mentions.add(_place(span, id))
        self._ends.add(name.end - 1)
        for token in tokens:
            self._at[token.i] = Reference(id, span)
            self._names.add(token.i)

    def _add(self, first: Token, kind: str, label: str, forms: tuple[str, ...] = (), *, named: bool = True) -> str:
        """Name the entity after its label; a second one of that label also by where it begins."""
        id = slug(label) if named else cut(slug(label))
        if id in self._entities:
            id = f"{id}-at-{first.idx}"
        self._entities[id] = LocalEntity(id, kind, label, forms, named)
        return id


@once
def _extent(head: Token) -> Span:
    words = extent(head)
    return Span(words[0].idx, words[-1].end_idx)


@once
def _restricted(head: Token) -> Span:
    return span_of(restricted(head))


def _place(span: Span, entity: str) -> tuple[int, int, str]:
    return span.begin, span.end, entity
