"""An article of kin, money, arrests and encounters, and one that prints most of it again."""

from dataclasses import replace

from kg.model import DocumentGraph, Literal, Polarity, Qualifier, Remark
from tests.samples import Article

TEXT = (
    "Hal Hay, a brother of Ida Hay, was arrested by Mordor over fraud and met Ida Hay in Bree in 2019. "
    "Mordor did not sue Acme. Acme bought Bolt for 5 million dollars."
)
REST = " Subscribe now."


def affairs() -> list[DocumentGraph]:
    return [_printed(TEXT, "d/four.txt", "2020-01-02"), _printed(TEXT + REST, "d/five.txt", "2020-01-03")]


def _printed(text: str, source: str, day: str) -> DocumentGraph:
    article = Article(text, source, Literal(day, "date"))
    hal, ida = article.entity("Hal Hay"), article.entity("Ida Hay")
    mordor, bree = article.entity("Mordor", "Country"), article.entity("Bree", "City")
    acme, bolt = article.entity("Acme", "Organization"), article.entity("Bolt", "Organization")
    article.claim("siblingOf", "brother", hal, ida)
    article.claim("arrested", "arrested", mordor, hal, qualifiers=(Qualifier("charge", Literal("fraud")),))
    article.claim(
        "meets", "met", hal, ida, qualifiers=(Qualifier("date", Literal("2019", "gYear")), Qualifier("place", bree))
    )
    article.claim("sues", "sue", mordor, acme, polarity=Polarity.NEGATIVE)
    price = (Qualifier("amount", Literal("5000000", "integer")), Qualifier("currency", Literal("USD")))
    article.claim("acquired", "bought", acme, bolt, qualifiers=price)
    graph = article.graph()
    unused = (Remark(article.span(REST.strip()), "boilerplate: call to subscribe"),) if text.endswith(REST) else ()
    return replace(graph, unused=unused)
