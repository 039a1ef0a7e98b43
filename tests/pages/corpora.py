"""Corpus graphs for tests of what is shown. Entities of one id are one, so that no test here depends on resolution."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from kg.ids import digest
from kg.model import (
    Certainty,
    Claim,
    Conflict,
    CorpusGraph,
    DocumentGraph,
    Entity,
    Literal,
    Member,
    Polarity,
    Statement,
    Status,
)
from tests.samples import Article, election

ORDER = list(Status)
Corpus = tuple[CorpusGraph, list[DocumentGraph]]


def fuse(graphs: Iterable[DocumentGraph]) -> Corpus:
    graphs = list(graphs)
    return CorpusGraph(_entities(graphs), _statements(graphs)), graphs


def _entities(graphs: list[DocumentGraph]) -> tuple[Entity, ...]:
    members = defaultdict(list)
    for graph in graphs:
        for entity in graph.entities:
            members[entity.id].append((Member(graph.document.id, entity.id), entity))
    found = []
    for name, parts in sorted(members.items()):
        first = parts[0][1]
        alt = {label for _, entity in parts for label in entity.alt_labels}
        own = tuple(sorted(member for member, _ in parts))
        found.append(Entity(name, first.kind, first.label, tuple(sorted(alt)), first.named, own))
    return tuple(found)


def _statements(graphs: list[DocumentGraph]) -> tuple[Statement, ...]:
    claims = defaultdict(list)
    for graph in graphs:
        for claim in graph.claims:
            claims[claim.subject, claim.relation, claim.object].append((graph.document.id, claim))
    fused = (_statement(key, found) for key, found in claims.items())
    return tuple(sorted(fused, key=lambda statement: statement.id))


def _statement(key: tuple[str | None, str, str | Literal | None], found: list[tuple[str, Claim]]) -> Statement:
    subject, relation, object_ = key
    said = {polarity: [c for _, c in found if c.polarity is polarity] for polarity in Polarity}
    strongest = min((c for _, c in found), key=lambda c: (ORDER.index(c.status), c.id))
    statuses = {claim.status for _, claim in found}
    status = Status.DISPUTED if {Status.REPORTED, Status.DENIED} <= statuses else strongest.status
    return Statement(
        id=digest(*key),
        relation=relation,
        subject=subject,
        object=object_,
        status=status,
        asserted_by=tuple(sorted(c.id for c in said[Polarity.POSITIVE])),
        negated_by=tuple(sorted(c.id for c in said[Polarity.NEGATIVE])),
        documents=len({document for document, _ in found}),
        independent_sources=len({document for document, _ in found}),
        qualifiers=strongest.qualifiers,
    )


def small() -> Corpus:
    """The two articles of one election."""
    return fuse(election())


HOSTILE = "<script>window.pwned=1</script>"
HOSTILE_NAMES = (
    HOSTILE,
    "</script><img src=x onerror=window.pwned=1>",
    "\"'><svg onload=window.pwned=1>",
    "Ann\u2028Lee\u202egnp.exe",
    "{{ 7 * 7 }} ${7*7} `ls`",
)


def hostile() -> Corpus:
    """Names, sentences, titles and relations that would run as code if they were let."""
    article = Article(" beat ".join(HOSTILE_NAMES) + " & said so.", "<b>.txt")
    names = [article.entity(name) for name in HOSTILE_NAMES]
    for place, (winner, loser) in enumerate(pairwise(names)):
        article.claim(f"rel:</script>_{place}", "beat", winner, loser, speaker=names[0], cue="said so")
    return fuse([article.graph()])


PEOPLE = (
    "Ann Lee|Bo Berg|Cy Cole|Dee Novak|Eli Oduya|Fay Lindqvist|Gus Marchetti-Rossi|Hana Kobayashi|Ivo Petrov|Jun Park"
)
BODIES = "Unity|Green Alliance|Ministry of Foreign Affairs|World Fisheries Organization|Northern Bank"
MORE_BODIES = "Daily Courier|Supreme Court"
PLACES = "Oslo|Norland|Bergen|Republic of Sudland|Port Amber"
KINDS = {
    **dict.fromkeys(PEOPLE.split("|"), "Person"),
    **dict.fromkeys(f"{BODIES}|{MORE_BODIES}".split("|"), "Organization"),
    **dict.fromkeys(PLACES.split("|"), "City"),
    **dict.fromkeys(["Norlanders", "senators of Sudland"], "Group"),
    **dict.fromkeys(["2018 Harbour Summit", "Amber election"], "Happening"),
    **dict.fromkeys(["Fisheries Treaty", "Audit report"], "Work"),
    "MV Amber Star": "Object",
    "North Pact": "Thing",
}
# Subject, relation, words, object, and how it is said.
FACTS = """
Ann Lee|defeated|beat|Bo Berg|said by Cy Cole
Ann Lee|defeated|beat|Bo Berg|
Ann Lee|elected|chose|Bo Berg|denied
Ann Lee|hasRoleAt|heads|World Fisheries Organization|
Bo Berg|candidateFor|ran for|World Fisheries Organization|
Bo Berg|memberOf|belongs to|Unity|
Bo Berg|resignedFrom|left|Unity|denied
Cy Cole|spokespersonFor|speaks for|Ministry of Foreign Affairs|
Cy Cole|criticizes|scolded|Ann Lee|
Cy Cole|praises|lauded|Ann Lee|said by Daily Courier
Cy Cole|warns|warned|Ann Lee|expected
Ministry of Foreign Affairs|partOf|belongs to|Republic of Sudland|
Republic of Sudland|supports|backs|Bo Berg|
Republic of Sudland|opposes|opposes|Ann Lee|said by Daily Courier
Norland|supports|backs|Ann Lee|
Norland|sanctions|punished|Republic of Sudland|expected
Norland|signs|signed|Fisheries Treaty|
Republic of Sudland|signs|signed|Fisheries Treaty|denied
Bergen|locatedIn|lies in|Norland|
Port Amber|locatedIn|lies in|Republic of Sudland|
World Fisheries Organization|headquarteredIn|sits in|Oslo|
Dee Novak|hasRoleAt|runs|Northern Bank|
Northern Bank|invested|put money in|MV Amber Star|
Northern Bank|headquarteredIn|sits in|Bergen|
Dee Novak|accuses|accused|Eli Oduya|said by Daily Courier
Eli Oduya|meets|met|Dee Novak|
Supreme Court|charged|charged|Eli Oduya|
Supreme Court|acquitted|cleared|Eli Oduya|expected
Supreme Court|investigates|looks into|Northern Bank|unsure
Eli Oduya|rel:write|wrote|Audit report|
Audit report|criticizes|scolds|Northern Bank|
Fay Lindqvist|succeeded|followed|Dee Novak|expected
Fay Lindqvist|spouseOf|married|Gus Marchetti-Rossi|
Gus Marchetti-Rossi|employs|hired|Hana Kobayashi|
Hana Kobayashi|visits|visited|2018 Harbour Summit|
Ann Lee|visits|visited|2018 Harbour Summit|
2018 Harbour Summit|locatedIn|was held in|Port Amber|
Ivo Petrov|rel:protest_against|protested against|Amber election|
Amber election|locatedIn|was held in|Port Amber|
Jun Park|rel:observe|observed|Amber election|said by Daily Courier
Norlanders|supports|cheer|Ann Lee|
senators of Sudland|urges|urged|Bo Berg|
senators of Sudland|criticizes|scolded|Norland|said by Daily Courier
Daily Courier|headquarteredIn|sits in|Oslo|
Norland|memberOf|belongs to|North Pact|
Ivo Petrov|parentOf|is father of|Jun Park|unsure
Hana Kobayashi|rel:agree_to|agreed to|Audit report|
Green Alliance|opposes|opposes|Unity|
Green Alliance|supports|backs|Ann Lee|
Green Alliance|rel:leave|would leave|Norland|expected
"""


def large() -> Corpus:
    """Some thirty entities and fifty statements, of all statuses, in one article for each statement."""
    graphs = [_article(number, *line.split("|")) for number, line in enumerate(FACTS.strip().splitlines())]
    corpus, graphs = fuse(graphs)
    between = tuple(sorted(s.id for s in corpus.statements if s.relation in ("criticizes", "praises"))[:2])
    claims = tuple(sorted(claim for s in corpus.statements if s.id in between for claim in s.asserted_by))
    conflict = Conflict(digest(*between), "SupportAndOppose", between, claims)
    return CorpusGraph(corpus.entities, corpus.statements, (conflict,)), graphs


def _article(number: int, subject: str, relation: str, words: str, object_: str, how: str) -> DocumentGraph:
    mode, _, speaker = how.partition(" by ")
    prefix = f"{speaker} said that " if speaker else ""
    negation = "It is not true that " if mode == "denied" else ""
    text = f"{prefix}{negation}{subject} {words} {object_}, as became known on day {number} of the month."
    article = Article(text, f"news/{number:02}.txt", Literal(f"2018-11-{number % 28 + 1:02}", "date"))
    ends = [article.entity(name, KINDS[name]) for name in (subject, object_)]
    article.claim(
        relation,
        words,
        ends[0],
        ends[1],
        polarity=Polarity.NEGATIVE if mode == "denied" else Polarity.POSITIVE,
        certainty=Certainty.EXPECTED if mode == "expected" else Certainty.CERTAIN,
        speaker=article.entity(speaker, KINDS[speaker]) if speaker else None,
        cue="said" if speaker else None,
        status={"expected": Status.ANTICIPATED, "unsure": Status.TENTATIVE}.get(mode),
        confidence=0.4 if mode == "unsure" else 0.9,
    )
    return article.graph()


def meant_otherwise() -> Corpus:
    """Entities whose ids are words that JavaScript gives a meaning to."""
    names = ("Constructor", "Nodes", "2018")
    article = Article(" met ".join(names) + ".")
    for one, other in pairwise(article.entity(name, "Organization") for name in names):
        article.claim("meets", "met", one, other)
    corpus, graphs = fuse([article.graph()])
    return replaced(corpus, "nodes", "__proto__"), graphs


def replaced(corpus: CorpusGraph, old: str, new: str) -> CorpusGraph:
    """With another id for an entity."""

    def own(value: str | Literal | None) -> str | Literal | None:
        return new if value == old else value

    entities = tuple(replace(entity, id=new if entity.id == old else entity.id) for entity in corpus.entities)
    statements = tuple(replace(s, subject=str(own(s.subject)), object=own(s.object)) for s in corpus.statements)
    return replace(corpus, entities=entities, statements=statements)


def nobody_named() -> Corpus:
    """Two who are described and not named."""
    article = Article("A man met a woman.")
    article.claim("meets", "met", article.entity("man", named=False), article.entity("woman", named=False))
    return fuse([article.graph()])


def about_one() -> Corpus:
    """Statements of one entity each, one of them with nobody for a subject."""
    article = Article("Ann Lee is 57. Bo Berg was charged.")
    article.claim("age", "57", article.entity("Ann Lee"), Literal("57", "integer"))
    article.claim("charged", "charged", None, article.entity("Bo Berg"))
    return fuse([article.graph()])


def dense() -> Corpus:
    """Everybody with everybody, a word of more articles for each pair but those of the last."""
    names = [f"Person {number}" for number in range(9)]
    pairs = [(one, other) for place, one in enumerate(names) for other in names[place + 1 :]]
    graphs = []
    for number in (1, 2):
        article = Article(". ".join(f"{one} met {other}" for one, other in pairs) + ".", f"{number}.txt")
        for one, other in pairs:
            if number == 1 or names[-1] not in (one, other):
                article.claim("meets", f"{one} met {other}", article.entity(one), article.entity(other))
        graphs.append(article.graph())
    return fuse(graphs)
