"""Learns how likely a claim is to be right: `python -m tests.eval.calibrate` writes ontology/lexicon/confidence.toml.

Logistic regression on judged_claims.csv, where each row is a claim that readers judged: its features (kg/extract/
confidence.py) and whether it was right. So a claim of confidence 0.7 is right in about seven cases of ten, and at the
threshold of 0.5 stands what is more likely right than not. Readers who saw bare claims ("guide:claims") were kinder
than those who saw statements as a reader of the graph does; the weight of that feature is learnt, and no claim has it.
Prints how the model does on articles it has not seen.
"""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent
WEIGHTS = HERE.parents[1] / "ontology" / "lexicon" / "confidence.toml"
RARE, RIDGE, ROUNDS, FOLDS = 12, 10.0, 30, 6
_HEADER = """# How much each feature of a claim (kg/extract/confidence.py) speaks for its being right, in logits.
# Made by `python -m tests.eval.calibrate` from claims that readers judged; not to be edited by hand.

"""


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that readers judged."""

    document: str
    features: frozenset[str]
    right: bool


@dataclass(frozen=True, slots=True)
class Model:
    bias: float
    weights: Mapping[str, float]

    def logit(self, features: frozenset[str]) -> float:
        return self.bias + sum(self.weights.get(name, 0.0) for name in features)

    @property
    def toml(self) -> str:
        lines = [f'"{name}" = {self.weights[name]}' for name in sorted(self.weights)]
        return _HEADER + f"bias = {self.bias}\n\n[weights]\n" + "\n".join(lines) + "\n"


def judged() -> list[Judged]:
    with (HERE / "judged_claims.csv").open(encoding="utf-8", newline="") as rows:
        return [
            Judged(row["document"], frozenset(row["features"].split("; ")), row["right"] == "1")
            for row in csv.DictReader(rows)
        ]


def fit(rows: Sequence[Judged]) -> Model:
    """Newton's method on the penalized likelihood; features seen less than RARE times are left out."""
    counts = Counter(name for row in rows for name in row.features)
    names = sorted(name for name, count in counts.items() if count >= RARE)
    seen = np.array([[1.0, *(name in row.features for name in names)] for row in rows])
    right = np.array([row.right for row in rows], dtype=float)
    weights = _newton(seen, right)
    return Model(round(float(weights[0]), 2), {n: round(float(w), 2) for n, w in zip(names, weights[1:], strict=True)})


def _newton(seen: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    weights = np.zeros(seen.shape[1])
    ridge = np.diag([1e-6, *[RIDGE] * (seen.shape[1] - 1)])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (chance - right) + ridge @ weights
        curve = (seen.T * (chance * (1 - chance))) @ seen + ridge
        weights -= np.linalg.solve(curve, slope)
    return weights


def unseen(rows: Sequence[Judged]) -> list[tuple[float, bool]]:
    """The logit of each claim by a model that was learnt without its article, and whether the claim is right."""
    fold = {document: i % FOLDS for i, document in enumerate(sorted({row.document for row in rows}))}
    models = [fit([row for row in rows if fold[row.document] != k]) for k in range(FOLDS)]
    return [(models[fold[row.document]].logit(row.features), row.right) for row in rows]


def main() -> None:
    rows = judged()
    found = unseen(rows)
    kept = [right for logit, right in found if logit >= 0]
    right = sum(row.right for row in rows)
    print(f"{len(rows)} judged claims of {len({row.document for row in rows})} articles, {right / len(rows):.3f} right")
    print(f"asserted on articles not seen: {len(kept) / len(rows):.3f} of them, {sum(kept) / len(kept):.3f} right;")
    print(f"of the right ones {sum(kept) / right:.3f} stay")
    WEIGHTS.write_text(fit(rows).toml, encoding="utf-8")


if __name__ == "__main__":
    main()
