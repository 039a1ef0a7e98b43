"""An article of what came after the election of `tests.samples`, so that every named query has something to find."""

from kg.model import Certainty, DocumentGraph, Literal, Polarity, Qualifier, Status
from tests.samples import Article

TEXT = (
    "Dee Dahl, now head of Unity, criticized Ann Lee over the vote. "
    "Ed Eng said Unity sacked Flo Fox, who vanished in May and may not visit Oslo. Gus Gray, its envoy, resigned.\n"
    "Unity lost."
)


def aftermath() -> DocumentGraph:
    article = Article(TEXT, "b/three.txt")
    people = [article.entity(name) for name in ("Dee Dahl", "Ann Lee", "Ed Eng", "Flo Fox", "Gus Gray")]
    dee, ann, ed, flo, gus = people
    unity, oslo = article.entity("Unity", "Organization"), article.entity("Oslo", "City")
    office = Qualifier("title", Literal("head"))
    tenure = Qualifier("tenure", Literal("current"))
    article.claim("hasRoleAt", "head of", dee, unity, qualifiers=(tenure, office))
    article.claim("criticizes", "criticized", dee, ann, qualifiers=(Qualifier("content", Literal("the vote")),))
    article.claim("dismissed", "sacked", unity, flo, speaker=ed, cue="said")
    article.claim("disappeared", "vanished", flo, qualifiers=(Qualifier("date", Literal("--05", "gMonth")),))
    article.claim("resignedFrom", "resigned", gus, qualifiers=(Qualifier("title", Literal("envoy")),))
    article.claim("defeated", "lost", object=unity)
    article.claim(
        "visits",
        "visit",
        flo,
        oslo,
        polarity=Polarity.NEGATIVE,
        certainty=Certainty.POSSIBLE,
        speaker=ed,
        cue="said",
        status=Status.ANTICIPATED,
    )
    return article.graph()
