"""Document → DocumentGraph: the stages of reading one article, in their order."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from threadpoolctl import ThreadpoolController

from kg.extract.acronyms import joined
from kg.extract.affiliations import Affiliations
from kg.extract.appositions import Appositions
from kg.extract.attachment import is_well_attached
from kg.extract.attributes import Attributes
from kg.extract.author import author_words
from kg.extract.candidacies import Candidacies
from kg.extract.claims import Candidate, ClaimMaker
from kg.extract.clauses import Clause, clauses
from kg.extract.clusters import cluster
from kg.extract.contests import Contests
from kg.extract.copying import copied
from kg.extract.coreference import links
from kg.extract.coverage import unused
from kg.extract.dates import Calendar
from kg.extract.descriptors import descriptors
from kg.extract.examples import examples
from kg.extract.existence import Existence
from kg.extract.facts import Fact
from kg.extract.first_persons import first_persons
from kg.extract.frames import Frames
from kg.extract.hanging import doubted
from kg.extract.homelands import Homelands
from kg.extract.hometowns import Hometowns
from kg.extract.informative import telling
from kg.extract.inserted import Inserted
from kg.extract.interviews import introduced
from kg.extract.kin_beside import KinBeside
from kg.extract.kin_lists import KinLists
from kg.extract.limits import limited
from kg.extract.lineups import Lineups
from kg.extract.locations import Locations
from kg.extract.mending import mended
from kg.extract.names import NameFinder
from kg.extract.namings import Namings
from kg.extract.nominal_places import NominalPlaces
from kg.extract.nominalizations import Nominalizations
from kg.extract.open_relations import OpenRelations
from kg.extract.ownership import Ownership
from kg.extract.parse import load_parser
from kg.extract.parts import Parts
from kg.extract.quotes import Quotations
from kg.extract.recovery import recovered
from kg.extract.referents import Referents
from kg.extract.roles import Roles
from kg.extract.scored_results import ScoredResults
from kg.extract.scores import Scores
from kg.extract.speakers import Speakers
from kg.extract.told import Told
from kg.extract.tolls import tolls
from kg.extract.trials import trials
from kg.extract.turns import Turns
from kg.extract.verdict_lines import verdict_lines
from kg.extract.verdicts import verdicts
from kg.extract.words import Doc, Token
from kg.model import Claim, Document, DocumentGraph, Remark
from kg.settings import Settings


class Extractor:
    """Reads articles. Making one loads the language model (about a second); `extract` is a pure function."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._parse = load_parser(settings.model)
        self._parse.max_length = settings.max_characters  # spaCy has a limit of its own
        self._names = NameFinder()
        self._libraries = ThreadpoolController()

    def extract(self, document: Document) -> DocumentGraph:
        """Read one article. What is boilerplate, and what says nothing that can be used, is in `unused`."""
        # One thread: more cost more than they bring for texts so short, and sums must not hang on how many there are.
        with _uncollected(), self._libraries.limit(limits=1):
            return self._graph(document)

    def _graph(self, document: Document) -> DocumentGraph:
        doc = mended(copied(self._parse(document.text), document.text))
        referents = self._referents(doc, document)
        speakers = _speakers(doc, referents)
        found = _distinct(candidate.claim for candidate in self._candidates(doc, document, referents, speakers))
        referents.note(descriptors(doc, referents))
        referents.note(first_persons(doc, referents, speakers, found))
        mentions = referents.mentions
        claims = recovered(found, referents.entities, mentions, self._settings.threshold)
        referents.shorten(claims)
        idle = tuple(unused(doc, document, referents, claims))
        doc.part()
        return DocumentGraph(document, entities=referents.entities, mentions=mentions, claims=claims, unused=idle)

    def candidates(self, document: Document) -> Iterator[Candidate]:
        """All claims before any is dropped, with what their confidence was judged by: for who learns to judge it."""
        doc = mended(copied(self._parse(document.text), document.text))
        referents = self._referents(doc, document)
        return self._candidates(doc, document, referents, _speakers(doc, referents))

    def _referents(self, doc: Doc, document: Document) -> Referents:
        names = joined(doc, [n for n in self._names.find(doc) if not _inside(doc[n.begin], document.boilerplate)])
        clusters = cluster(doc, names)
        return Referents(doc, clusters, links(doc, clusters))

    def _candidates(
        self, doc: Doc, document: Document, referents: Referents, speakers: Speakers
    ) -> Iterator[Candidate]:
        calendar = Calendar(doc, document.issued)
        maker = ClaimMaker(document.id, referents, speakers, calendar, self._settings.threshold)
        facts = _facts(doc, referents)
        return maker.candidates(fact for fact in facts if not _inside(fact.governor, document.boilerplate))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let the garbage collector wait: the words of an article live as long as it is read, and it would look at each."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _speakers(doc: Doc, referents: Referents) -> Speakers:
    interviewed = introduced(doc, referents)
    turns = Turns(doc, referents, interviewed)
    told = Told(doc, Quotations(doc, turns.quotations(), interviewed), turns)
    speakers = Speakers(told, Inserted(doc), referents)
    referents.written_by(author_words(doc, speakers))
    return speakers


def _facts(doc: Doc, referents: Referents) -> Iterator[Fact]:
    yield from Roles(doc, referents).facts()
    yield from Attributes(doc, referents).facts()
    yield from Affiliations(doc, referents).facts()
    yield from Parts(doc, referents).facts()
    yield from KinLists(doc, referents).facts()
    yield from KinBeside(doc, referents).facts()
    yield from Ownership(doc, referents).facts()
    yield from Appositions(doc, referents).facts()
    yield from Locations(doc, referents).facts()
    yield from NominalPlaces(doc, referents).facts()
    yield from examples(doc)
    yield from Homelands(doc, referents).facts()
    yield from Hometowns(doc, referents).facts()
    yield from Candidacies(doc, referents).facts()
    yield from Contests(doc, referents).facts()
    yield from Scores(doc, referents).facts()
    yield from ScoredResults(doc, referents).facts()
    yield from Lineups(doc, referents).facts()
    yield from tolls(doc)
    yield from trials(doc, referents)
    yield from verdicts(doc, referents)
    yield from verdict_lines(doc, referents)
    nominal = list(Nominalizations(doc, referents).facts())
    yield from nominal
    light = {fact.governor.i for fact in nominal if not fact.relation.startswith("rel:")}
    frames, open_relations, namings = Frames(referents), OpenRelations(referents), Namings(referents)
    existence = Existence(referents)
    for clause in clauses(doc):
        yield from namings.facts(clause)
        yield from existence.facts(clause)
        if is_well_attached(clause, referents):
            facts = _read(clause, frames, open_relations, clause.verb.i in light)
            yield from limited(telling(doubted(facts, clause), clause), clause)


def _read(clause: Clause, frames: Frames, open_relations: OpenRelations, light: bool) -> Iterator[Fact]:
    """What a frame says of a clause, or else its own words; those of a light verb ("made a visit") say nothing."""
    reading = frames.reading(clause)
    if reading is not None:
        yield from reading.facts
    if not light if reading is None else reading.open:
        yield from open_relations.facts(clause)
    elif reading is not None:
        yield from open_relations.beside(clause, reading.used)


def _inside(token: Token, remarks: tuple[Remark, ...]) -> bool:
    return bool(remarks) and any(r.span.begin <= token.idx < r.span.end for r in remarks)


def _distinct(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Sorted by id; of claims read twice in two ways the surer one, or else the one that says more."""
    best: dict[str, Claim] = {}
    for claim in claims:
        known = best.get(claim.id)
        if known is None or _weight(known) < _weight(claim):
            best[claim.id] = claim
    return tuple(best[id] for id in sorted(best))


def _weight(claim: Claim) -> tuple[float, int]:
    return claim.confidence, len(claim.qualifiers)
