"""A claim whose missing end leaves nothing said is tentative, and one that says something without it is not."""

import pytest

from kg.extract import Extractor
from kg.model import Status
from tests.extract.lines import document


@pytest.mark.parametrize(
    ("text", "tentative"),
    [
        ("They hold passengers.", True),
        ("It was sold to Acme Corporation.", True),
        ("Somebody gave it to Acme Corporation.", True),
        ("Everybody spoke with Acme Corporation.", True),
        ("The ship was sold.", False),
        ("They arrested Maria Lopez.", False),
        ("Acme Corporation holds a licence.", False),
        ("Hundreds of farmers opposed Acme Corporation.", False),
    ],
)
def test_what_is_open_is_tentative(extractor: Extractor, text: str, tentative: bool) -> None:
    claims = extractor.extract(document(text)).claims
    assert claims
    assert all((claim.status is Status.TENTATIVE) == tentative for claim in claims)
