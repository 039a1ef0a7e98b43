"""Claims as lines that a linguist can read: `Ann Lee | defeated | Bo Berg`, with marks for what is not plainly so.

Ann Lee | defeated | Bo Berg                     reported
Ann Lee | defeated | Bo Berg [not]               negative
Ann Lee | defeated | Bo Berg [Expected]          certainty other than Certain
Ann Lee | defeated | Bo Berg [says Cy Cole]      somebody's words; "[says ?]" where nobody is named
Ann Lee | hasRoleAt | Unity [title=president]    qualifiers that are asked for; the content only in detail
"""

import hashlib

from kg.extract import Extractor
from kg.model import Claim, Document, DocumentGraph, Literal, Polarity, Status, Voice

SHOWN = frozenset(
    {
        "title",
        "tenure",
        "votesFor",
        "votesAgainst",
        "amount",
        "currency",
        "charge",
        "date",
        "startDate",
        "endDate",
        "place",
    }
)


def document(text: str, issued: str | None = None) -> Document:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(sha256[:16], sha256, text, ("case.txt",), issued=Literal(issued, "date") if issued else None)


def lines(extractor: Extractor, text: str, issued: str | None = None, *, detailed: bool = False) -> set[str]:
    graph = extractor.extract(document(text, issued))
    shown = SHOWN | {"content"} if detailed else SHOWN
    return {_line(graph, claim, shown) for claim in graph.claims}


def _line(graph: DocumentGraph, claim: Claim, shown: frozenset[str]) -> str:
    labels = {entity.id: entity.label for entity in graph.entities}

    def name(term: str | Literal | None) -> str:
        return "–" if term is None else term.text if isinstance(term, Literal) else labels[term]

    marks = ["not"] if claim.polarity is Polarity.NEGATIVE else []
    marks += ["tentative"] if "content" in shown and claim.status is Status.TENTATIVE else []
    marks += [claim.certainty] if claim.certainty != "Certain" else []
    marks += [f"{q.name}={name(q.value)}" for q in claim.qualifiers if q.name in shown]
    if claim.voice is Voice.SPEAKER:
        marks.append("says " + " and ".join(name(id) for id in claim.attributed_to or (None,)).replace("–", "?"))
        marks += [f"via {name(id)}" for id in claim.via]
    return " | ".join((name(claim.subject), claim.relation, name(claim.object))) + "".join(f" [{m}]" for m in marks)
