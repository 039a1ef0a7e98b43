import tomllib

import pytest

from kg.extract import Extractor
from kg.model import Certainty, Polarity
from kg.read import Source, read
from kg.settings import Settings
from tests.eval.calibrate import WEIGHTS, Judged, fit, judged
from tests.eval.candidates import candidates
from tests.eval.corpus import HERE


def test_the_weights_are_those_that_the_judged_claims_give() -> None:
    model, kept = fit(judged()), tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    assert kept["bias"] == pytest.approx(model.bias, abs=0.011)
    assert kept["weights"] == pytest.approx(dict(model.weights), abs=0.011)


def test_what_goes_with_wrong_claims_speaks_against_them() -> None:
    rows = [Judged("a", frozenset({"x"}), True)] * 20 + [Judged("b", frozenset({"y"}), False)] * 20
    weights = fit(rows).weights
    assert weights["x"] > 0 > weights["y"]


def test_candidates_are_what_the_model_learns_from(extractor: Extractor) -> None:
    path = HERE / "articles" / "GUM_news_crane.txt"
    document = read(Source(path, path.name), Settings())
    rows = list(candidates(document, extractor))
    asserted = {
        claim.id
        for claim in extractor.extract(document).claims
        if claim.polarity is Polarity.POSITIVE and claim.certainty is Certainty.CERTAIN
    }
    assert {row["id"] for row in rows} == asserted
    assert all({"document", "features", "right"} <= row.keys() and "; " in row["features"] for row in rows)
