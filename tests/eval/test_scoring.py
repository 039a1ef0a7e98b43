"""What counts as found."""

import pytest

from kg.model import Certainty, Polarity
from tests.eval.scoring import Fact, score
from tests.samples import Article


def _fact(relation: str, thing: str) -> Fact:
    ends = frozenset({"issue"}), frozenset({relation}), frozenset({thing})
    return Fact(*ends, Polarity.POSITIVE, Certainty.CERTAIN, frozenset({""}), headline=True, sentence="")


@pytest.mark.parametrize(
    ("relation", "thing", "found"),
    [
        ("rel:be", "complicated", 1),
        ("rel:be", "iodine complicated", 0),
        ("rel:be", "old", 0),
        ("rel:remain", "complicated", 0),
        ("rel:be_complicated", "", 1),
    ],
)
def test_a_quality_is_a_relation_or_an_object(relation: str, thing: str, found: int) -> None:
    article = Article("The issue is complicated.", issued=None)
    article.claim("rel:be_complicated", "complicated", article.entity("Issue", "Thing"))
    assert score(article.graph(), [_fact(relation, thing)]).found == found
