"""Which name a pronoun or a description stands for. What is not clear stays open."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg import lexicon
from kg.extract.clusters import Cluster
from kg.extract.syntax import SUBJECTS, child, children
from kg.extract.vocabulary import nation_of

_PRONOUNS = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
_DEFINITE = frozenset({"the", "this", "that"})
_PRONOUN_CONFIDENCE = 0.75
_DESCRIPTION_CONFIDENCE = 0.75
_REACH = 2


@dataclass(frozen=True, slots=True)
class Link:
    """A word that stands for the cluster at `cluster`; `confidence` is ours."""

    token: int
    cluster: int
    confidence: float


class Coreference:
    """Links in one text, made from left to right: a pronoun once resolved helps the next one."""

    def __init__(self, doc: Doc, clusters: list[Cluster]) -> None:
        self._doc = doc
        self._clusters = clusters
        self._sentence = {t.i: n for n, s in enumerate(doc.sents) for t in s}
        self._mentions = sorted(
            (doc[n.begin : n.end].root.i, c) for c, cluster in enumerate(clusters) for n in cluster.names
        )
        self._genders = [self._gender(c) for c in clusters]
        self._organizations = frozenset(lexicon.table("roles")["descriptions"])

    def links(self) -> Iterator[Link]:
        """Every pronoun and description that has one clear antecedent."""
        for token in self._doc:
            found = self._of_pronoun(token) if token.lower_ in _PRONOUNS else self._of_description(token)
            if found is not None:
                confidence = _PRONOUN_CONFIDENCE if token.lower_ in _PRONOUNS else _DESCRIPTION_CONFIDENCE
                self._mentions = sorted([*self._mentions, (token.i, found)])
                yield Link(token.i, found, confidence)

    def _gender(self, cluster: Cluster) -> str | None:
        words = lexicon.names()
        told = [words.gender(name.honorific) for name in cluster.names]
        given = words.gender(cluster.label.split()[0]) if cluster.kind == "Person" and " " in cluster.label else None
        return next((gender for gender in told if gender), given)

    def _of_pronoun(self, token: Token) -> int | None:
        gender = _PRONOUNS[token.lower_]
        fits = [c for c, k in enumerate(self._clusters) if k.kind == "Person" and self._genders[c] in {gender, None}]
        for back in range(_REACH + 1):
            near = [(i, c) for i, c in self._before(token, back) if c in fits and not self._excluded(token, i)]
            people = {c for _, c in near}
            if len(people) == 1:
                return people.pop()
            if people:
                return self._prominent(near)
        return None

    def _before(self, token: Token, back: int) -> list[tuple[int, int]]:
        """Mentions before `token` in the sentence that is `back` sentences earlier."""
        sentence = self._sentence[token.i] - back
        return [(i, c) for i, c in self._mentions if i < token.i and self._sentence[i] == sentence]

    def _excluded(self, token: Token, mention: int) -> bool:
        """Subject and object of one verb are not the same one, unless the pronoun is reflexive or possessive."""
        other = self._doc[mention]
        same_verb = token.head == other.head and token.dep_ != "poss" and not token.lower_.endswith("self")
        return same_verb and other.dep_ != "poss"

    def _prominent(self, near: list[tuple[int, int]]) -> int | None:
        """Of several people the only one who is a subject."""
        subjects = {c for i, c in near if self._doc[i].dep_ in SUBJECTS or self._doc[i].dep_ == "appos"}
        return subjects.pop() if len(subjects) == 1 else None

    def _of_description(self, token: Token) -> int | None:
        """ "the agency" after a name of an organization: the only one near, or the one that the article is about."""
        if not self._describes_organization(token):
            return None
        near = [c for back in range(_REACH + 1) for _, c in self._before(token, back)]
        candidates = {c for c in near if self._clusters[c].kind == "Organization"}
        if len(candidates) == 1:
            return candidates.pop()
        sizes = Counter({c: len(self._clusters[c].names) for c in candidates}).most_common(2)
        return sizes[0][0] if sizes and sizes[0][1] >= 2 * sizes[1][1] and sizes[0][1] > 2 else None

    def _describes_organization(self, token: Token) -> bool:
        definite = any(t.lower_ in _DEFINITE for t in children(token, "det"))
        bare = child(token, "poss", "prep", "appos", "relcl", "nummod") is None and token.pos_ == "NOUN"
        fits = token.tag_ == "NN" and token.lower_ in self._organizations
        return definite and bare and fits and not self._named(token) and not any(map(nation_of, token.children))

    def _named(self, token: Token) -> bool:
        return token.ent_type_ != "" or any(t.pos_ == "PROPN" for t in token.children)
