"""The IRIs that graphs are written with, and the prefixes that stand for them."""

from pyoxigraph import NamedNode

from kg.ids import KG, Names

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"

TYPE = NamedNode(RDF + "type")
SUBJECT = NamedNode(RDF + "subject")
PREDICATE = NamedNode(RDF + "predicate")
OBJECT = NamedNode(RDF + "object")
LABEL = NamedNode(RDFS + "label")
ALT_LABEL = NamedNode(SKOS + "altLabel")
TITLE = NamedNode(DCTERMS + "title")
ISSUED = NamedNode(DCTERMS + "issued")
PUBLISHER = NamedNode(DCTERMS + "publisher")
AUTHOR = NamedNode(DCTERMS + "creator")
LINK = NamedNode(DCTERMS + "identifier")
SOURCE = NamedNode(DCTERMS + "source")
IS_REPLACED_BY = NamedNode(DCTERMS + "isReplacedBy")
IS_STRING = NamedNode(NIF + "isString")
REFERENCE_CONTEXT = NamedNode(NIF + "referenceContext")
BEGIN_INDEX = NamedNode(NIF + "beginIndex")
END_INDEX = NamedNode(NIF + "endIndex")
ANCHOR_OF = NamedNode(NIF + "anchorOf")
SUPER_STRING = NamedNode(NIF + "superString")


def kg(name: str) -> NamedNode:
    """A term of the ontology."""
    return NamedNode(KG + name)


DOCUMENT, PASSAGE, MENTION, CLAIM = kg("Document"), kg("Passage"), kg("Mention"), kg("Claim")
STATEMENT, CONFLICT, CHANGE = kg("Statement"), kg("Conflict"), kg("Change")
OPEN_RELATION, DIFFERENCE = kg("OpenRelation"), kg("Difference")
NAMED, MENTION_OF, REFERS_TO, IN_DOCUMENT = kg("named"), kg("mentionOf"), kg("refersTo"), kg("inDocument")
POSSIBLE_MATCH = kg("PossibleMatch")
REVIEW, REJECTED = kg("review"), kg("Rejected")
NEAR_DUPLICATE_OF = kg("nearDuplicateOf")
EXTRACTOR = kg("extractor")
BOILERPLATE_BECAUSE, UNUSED_BECAUSE = kg("boilerplateBecause"), kg("unusedBecause")


def prefixes(names: Names) -> dict[str, str]:
    """Prefix → IRI, for writers of Turtle and TriG and for queries.

    >>> prefixes(Names("https://news.test/"))["st"]
    'https://news.test/statement/'
    """
    return {
        "kg": KG,
        "ent": names.entity(""),
        "st": names.statement(""),
        "claim": names.claim(""),
        "doc": names.document(""),
        "rel": names.relation("rel:"),
        "conflict": names.conflict(""),
        "match": names.match(""),
        "change": names.change(""),
        "rdf": RDF,
        "rdfs": RDFS,
        "xsd": XSD,
        "skos": SKOS,
        "dcterms": DCTERMS,
        "nif": NIF,
    }
