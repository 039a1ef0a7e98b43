"""Which entity a pronoun stands for: the one that stands out clearly among those that fit, or none."""

from collections.abc import Mapping

from kg import lexicon
from kg.extract.discourse import Discourse, Occurrence, clause_verb, governor, role, subject_of
from kg.extract.groups import Groups
from kg.extract.pleonasm import is_empty
from kg.extract.profiles import Profile
from kg.extract.quoted import Quoted
from kg.extract.rivals import GENDERS, Rivals
from kg.extract.syntax import SUBJECTS, VERBS, child, children
from kg.extract.team_pronouns import TeamPronouns
from kg.extract.vocabulary import cue_verbs, head_kinds
from kg.extract.words import Token

_THINGS = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = GENDERS.keys() | _THINGS | _MANY
_REFLEXIVE = ("self", "selves")
_OWNERS = frozenset({"Person", "Group", "Organization"})
_NO_THING = frozenset({"Person", "Group"})
_PLURAL = frozenset({"NNS", "NNPS"})
_WEIGHTS: Mapping[str, float] = {"nsubj": 3, "nsubjpass": 3, "dobj": 1.5, "poss": 1.5, "pobj": 1, "attr": 0}
_BRACKETS = {"(": ")", "[": "]"}
_REACH, _SPEECH = 2, 5
_ENOUGH, _MARGIN, _VAGUE = 4.0, 1.5, 0.5


def relative(discourse: Discourse, token: Token) -> int | None:
    """What "who", "which" and "whose" go back to: the noun that the clause hangs on; "what" goes back to nothing."""
    if token.dep_ not in SUBJECTS | {"poss", "dobj"} or token.lower_ == "what":
        return None
    clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
    inside = clause is not None and all(
        t.dep_ not in {"ccomp", "advcl"} for t in token.ancestors if t.i > clause.head.i
    )
    return discourse.at(clause.head) if clause is not None and inside else None


def glossed(discourse: Discourse, token: Token) -> int | None:
    """ "She (Lee) left": whom the writer names in brackets right behind the pronoun."""
    after = token.doc[token.i + 1 : token.i + 5]
    if len(after) < 3 or after[0].text not in _BRACKETS or after[1].pos_ != "PROPN":
        return None
    closing = next((t for t in after if t.text == _BRACKETS[after[0].text]), None)
    return discourse.at(closing.nbor(-1)) if closing is not None and closing.i > token.i + 2 else None


def is_own(discourse: Discourse, token: Token, entity: int | None) -> bool:
    """ "Acme sold its ships": a possessive is nearly surely the subject's, where nobody else stands before it."""
    verb = clause_verb(token) if token.dep_ == "poss" and entity is not None else None
    while verb is not None and all(t.i > token.i or not _owns(discourse, t) for t in children(verb, "dobj", "dative")):
        subject = child(verb, *SUBJECTS)
        if subject is not None:
            return discourse.at(subject) == entity
        verb = verb.head if verb.dep_ in {"conj", "xcomp"} else None
    return False


def _owns(discourse: Discourse, noun: Token) -> bool:
    return discourse.at(noun) is not None or head_kinds().get(noun.lemma_.lower()) in _OWNERS


class Pronouns:
    """Resolves the pronouns of one text, from left to right."""

    def __init__(self, discourse: Discourse, profiles: list[Profile]) -> None:
        self._discourse = discourse
        self._profiles = profiles
        self._kinds = head_kinds()
        self._words = lexicon.table("coreference")
        self._quoted = Quoted(discourse)
        self._groups = Groups(discourse)
        self._teams = TeamPronouns(discourse)
        self._cues = cue_verbs()
        self._rivals = Rivals(discourse, self._is)

    def of(self, token: Token) -> int | None:
        """The number of the entity; None where it is not clear, or the pronoun stands for nothing.

        Below zero it is no entity: -1 less the place of the first of several who are joined ("Lee and Berg").
        """
        if _is_reflexive(token):
            return None
        if token.lower_ in GENDERS:
            found = self._person(token, GENDERS[token.lower_])
        else:
            thing = token.lower_ in _THINGS
            found = self._speaks_on(token) if thing else None
            found = self._best(token) if found is None and not (thing and is_empty(token)) else found
        found = self._speaks_on(token) if found is None else found
        return self._teams.of(token) if found is None else found

    # ---- who speaks

    def _speaks_on(self, token: Token) -> int | None:
        """ "The spokesman said …. He said …": whoever spoke last goes on, if the pronoun may mean one like that."""
        if not self._quoted.is_speaker(token):
            return None
        doc, near = self._discourse.doc, [*self._discourse.before(token, _SPEECH)]
        last = max((o for o in near if self._quoted.is_speaker(doc[o.token])), key=lambda o: o.token, default=None)
        if last is None or last.entity in self._excluded(token) or not self._may_mean(token, last):
            return None
        since = (o for o in near if doc[o.token].sent.start > last.token and o.token < token.sent.start)
        others = {o.entity for o in since if self._discourse.cluster(o.entity) and self._may_mean(token, o)}
        return None if others - {last.entity} or _speaks_of(doc[last.token], token) else last.entity

    def _may_mean(self, token: Token, found: Occurrence) -> bool:
        """Whether number, kind and gender agree; of a person without a name the gender is seldom known."""
        gender, cluster = GENDERS.get(token.lower_), self._discourse.cluster(found.entity)
        if gender is None and (cluster is not None or token.lower_ not in _MANY):
            return self._fits(found, token.lower_ in _MANY)
        if gender is not None and cluster is not None:
            return self._is(found.entity, gender)
        head = self._discourse.phrase(found.entity)
        if gender is None:
            return self._fits(found, many=True) and self._acts(head)
        person = self._kinds.get(head.lemma_.lower()) == "Person" and head.tag_ not in _PLURAL
        return person and self._words["genders"].get(head.lower_, gender) == gender

    # ---- he, she

    def _person(self, token: Token, gender: str) -> int | None:
        out = self._excluded(token)
        reach = self._discourse.reach(token, _REACH)
        fits = (o for o in self._discourse.before(token, reach) if o.entity not in out and self._is(o.entity, gender))
        near = [o for o in fits if not self._is_around(o, token)]
        spoken = self._spoken_of(token)
        near = [o for o in near if o.entity not in spoken] or near
        for back in range(reach + 1):
            here = self._quoted.aside(token, [o for o in near if self._discourse.distance(token, o.token) == back])
            if here:
                people = {o.entity for o in here}
                found = people.pop() if len(people) == 1 else self._prominent(here)
                return None if found is None or self._rivals.is_rivalled(token, found, gender) else found
        return None

    def _is(self, entity: int, gender: str) -> bool:
        cluster = self._discourse.cluster(entity)
        if cluster is None and self._discourse.phrase(entity).dep_ == "attr":
            return False  # "she is a lawyer" speaks of nobody else
        if cluster is None:
            return bool(self._words["genders"].get(self._discourse.phrase(entity).lower_) == gender)
        own = self._profiles[entity]
        somebody = own.gender == gender or (own.gender is None and not own.placed and not self._is_body(own))
        return cluster.kind == "Person" and somebody

    def _is_body(self, profile: Profile) -> bool:
        """ "The rock band Berg Lee": nobody is a band, whatever the name looks like."""
        people = any(self._kinds.get(noun) == "Person" for noun in profile.nouns)
        return not people and not profile.nouns.isdisjoint(self._words["collective"])

    def _prominent(self, near: list[Occurrence]) -> int | None:
        """Of several people the only one who is a subject."""
        doc = self._discourse.doc
        subjects = {o.entity for o in near if doc[o.token].dep_ in SUBJECTS or doc[o.token].dep_ == "appos"}
        return subjects.pop() if len(subjects) == 1 else None

    def _excluded(self, token: Token) -> set[int]:
        """Subject and object of one verb are not the same one, unless the pronoun is reflexive or possessive."""
        free = token.dep_ == "poss" or token.lower_.endswith(_REFLEXIVE)
        person = token.lower_ in GENDERS
        quoted = self._quoted.speakers(token) | self._quoted.told(token) if person else frozenset()
        says = self._says_behind(token) if person else set()
        return {*quoted, *says, *(() if free else self._discourse.co_arguments(token))}

    def _says_behind(self, token: Token) -> set[int]:
        """ "“She was ill,” he said": who is meant by the pronoun behind does not speak of himself."""
        after = [t for t in self._quoted.speaking(token) if t.i > token.i and t.lower_ in GENDERS]
        return {found for t in after if (found := self._person(t, GENDERS[t.lower_])) is not None}

    def _spoken_of(self, token: Token) -> set[int]:
        """Whom the clause before names: in "Lee was ill, he said" it is rather somebody else who says so."""
        verb = token.head
        says = token.dep_ == "nsubj" and verb.lemma_ in self._cues
        said = [t for t in children(verb, "ccomp") if t.i < token.i and t.lemma_ not in self._cues] if says else []
        before = (o for o in self._discourse.before(token, 0) if said and self._discourse.cluster(o.entity))
        named = (o for o in before if self._discourse.doc[o.token].pos_ in {"NOUN", "PROPN"})
        return {o.entity for o in named if any(c in said for c in self._discourse.doc[o.token].ancestors)}

    # ---- it, they

    def _best(self, token: Token) -> int | None:
        out, scores = self._excluded(token), dict[int, float]()
        many = token.lower_ in _MANY
        if many and (beside := self._groups.in_clause_above(token)) is not None:
            return beside
        for found in self._discourse.before(token, _REACH):
            several = many and self._groups.joins(found)
            if found.entity in out and self._groups.is_several(found.token):
                continue
            if not several and (found.entity in out or not self._fits(found, many) or self._is_around(found, token)):
                continue
            key = -found.token - 1 if several else found.entity
            scores[key] = max(scores.get(key, 0), self._score(found, token, many))
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or not self._groups.is_near(ranked[0][0], token):
            return None
        vague = not many and self._discourse.cluster(ranked[0][0]) is None
        margin = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else ranked[0][1]
        return ranked[0][0] if ranked[0][1] >= _ENOUGH + vague and margin >= _MARGIN + vague * _VAGUE else None

    def _fits(self, found: Occurrence, many: bool) -> bool:
        cluster = self._discourse.cluster(found.entity)
        if cluster is not None and many:
            return cluster.kind == "Group" or (cluster.kind == "Organization" and self._is_alone(found))
        if cluster is not None:
            return cluster.kind not in _NO_THING
        head = self._discourse.phrase(found.entity)
        plural = head.tag_ in _PLURAL
        return (plural or head.lower_ in self._words["collective"]) if many else not plural and self._is_thing(head)

    def _is_alone(self, found: Occurrence) -> bool:
        """Whether no other organization takes part in its clause: "they" would be both."""
        beside = self._discourse.co_arguments(self._discourse.doc[found.token]) - {found.entity}
        return all((c := self._discourse.cluster(e)) is None or c.kind != "Organization" for e in beside)

    def _is_thing(self, head: Token) -> bool:
        return self._kinds.get(head.lemma_.lower(), "Thing") not in _NO_THING

    def _acts(self, head: Token) -> bool:
        return self._kinds.get(head.lemma_.lower()) in {"Person", "Organization"} or (
            head.lower_ in self._words["collective"]
        )

    def _is_around(self, found: Occurrence, token: Token) -> bool:
        """ "Acme, its owner" is not owned by Acme."""
        noun = token.head
        return token.dep_ == "poss" and (noun.i == found.token or (noun.dep_ == "appos" and noun.head.i == found.token))

    def _score(self, found: Occurrence, token: Token, many: bool) -> float:
        word = self._discourse.doc[found.token]
        own, back = role(word), self._discourse.distance(token, found.token)
        score = _WEIGHTS.get(own, 0.5) + 2 - back
        score += self._closeness(word, token)
        if own in SUBJECTS and token.dep_ in SUBJECTS:
            score += 1
        cluster = self._discourse.cluster(found.entity)
        if cluster is None and many:
            score += self._acts(self._discourse.phrase(found.entity))
        if cluster is not None:
            score += 0.5 + (self._discourse.sizes[found.entity] > 2) - (many and cluster.kind == "Organization")
        return score

    def _closeness(self, word: Token, token: Token) -> float:
        """The subject of the clause around, or of the one above it, is the likeliest."""
        verb = clause_verb(token)
        if verb is None:
            return 0
        if token.dep_ not in SUBJECTS and _is_part_of(subject_of(verb), word):
            return 2
        above = clause_verb(verb) if verb.dep_ != "ROOT" else None
        return 2 if above is not None and _is_part_of(subject_of(above), word) else 0


def _is_reflexive(token: Token) -> bool:
    """ "the banker who shot himself": whoever is the subject of its own verb, and so no second participant."""
    verb = governor(token) if token.lower_.endswith(_REFLEXIVE) else None
    return verb is not None and child(verb, "nsubj") is not None


def _speaks_of(speaker: Token, token: Token) -> bool:
    """ "Lee said that Berg was right when he said so": the pronoun stands in the clause that the speaker says."""
    verb = next((t for t in speaker.ancestors if t.pos_ in VERBS), None)
    return verb is not None and verb in token.ancestors and verb is not token.head


def _is_part_of(phrase: Token | None, word: Token) -> bool:
    return phrase is not None and (phrase == word or (word.head == phrase and word.dep_ in {"appos", "conj"}))
