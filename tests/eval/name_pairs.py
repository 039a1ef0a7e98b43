"""Pairs of names with what people decided about them: a public set, and our own list of hard ones.

A pair is *merged* from `likeness.SAME` on, and *listed* for a person to look at from `LISTED` on, which was fixed on
the public pairs: they call a match whatever an official who screens names against a list should look at ("Tom Cook",
"Tim Cook"). Our own list asks what a news desk would merge.
"""

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.model import LocalEntity
from kg.ontology import load_ontology
from kg.resolve.likeness import APART, SAME, Profile, likeness, profile
from tests.eval.public import NotScored, data_folder

HARD = Path(__file__).parent / "names" / "hard_pairs.csv"
LISTED = 0.75
_KINDS = {"Person": "Person", "Vessel": "Object"}
_BY_HAND = {"nk_checks", "nk_unit_tests"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of a kind, and the verdict on them: same, different or unsure."""

    left: str
    right: str
    kind: str
    verdict: str
    group: str

    @property
    def score(self) -> float:
        return likeness(read(self.kind, self.left), read(self.kind, self.right), load_ontology())


def read(kind: str, label: str) -> Profile:
    return profile(LocalEntity("1", kind, label))


def hard_pairs() -> list[Pair]:
    with HARD.open(encoding="utf-8", newline="") as rows:
        return [
            Pair(row["left"], row["right"], row["kind"], row["verdict"], row["category"])
            for row in csv.DictReader(rows)
        ]


def figures_of_hard_pairs() -> Mapping[str, Any]:
    """`P`, `R` of merging, the share of different pairs that stay `apart` for good, and how many are merged amiss."""
    scored = [(pair.verdict, pair.score) for pair in hard_pairs()]
    amiss = {verdict: sum(v == verdict and score >= SAME for v, score in scored) for verdict in ("different", "unsure")}
    different = [score for verdict, score in scored if verdict == "different"]
    return {
        **_figures([(verdict == "same", score) for verdict, score in scored], SAME),
        "apart": _share(sum(score <= APART for score in different), len(different)),
        "amiss": amiss,
    }


def figures_of_public_pairs() -> Mapping[str, Any]:
    """All figures of the set. Raises `NotScored` where it is not at hand."""
    pairs = list(_public_pairs())
    people = [pair for pair in pairs if pair.kind == "Person" and pair.group in _BY_HAND]
    groups = {"all": pairs, "people": people}
    return {
        **{name: _at_both([(pair.verdict == "same", pair.score) for pair in own]) for name, own in groups.items()},
        "retrieval": _retrieval(),
    }


def _at_both(scored: list[tuple[bool, float]]) -> Mapping[str, Any]:
    return {"merged": _figures(scored, SAME), "listed": _figures(scored, LISTED)}


def _figures(scored: list[tuple[bool, float]], threshold: float) -> Mapping[str, float]:
    right = sum(same and score >= threshold for same, score in scored)
    found, wanted = sum(score >= threshold for _, score in scored), sum(same for same, _ in scored)
    return {"P": _share(right, found), "R": _share(right, wanted), "F1": _share(2 * right, found + wanted)}


def _retrieval() -> Mapping[str, float]:
    """How often the likeliest of all targets is the one looked for; of n that are equally likely, each counts 1/n."""
    rows = list(_rows("un_retrieval.jsonl"))
    targets = {row["target"]: read("Person", row["target"]) for row in rows}
    changed = [row for row in rows if row["query"] != row["target"]]
    return {"all": _recall(rows, targets), "changed": _recall(changed, targets)}


def _recall(rows: list[Mapping[str, Any]], targets: Mapping[str, Profile]) -> float:
    return sum(_at_first(row["query"], row["target"], targets) for row in rows) / len(rows)


def _at_first(query: str, target: str, targets: Mapping[str, Profile]) -> float:
    asked, ontology = read("Person", query), load_ontology()
    scores = {name: likeness(asked, known, ontology) for name, known in targets.items()}
    best = [name for name, score in scores.items() if score == max(scores.values())]
    return 1 / len(best) if target in best else 0.0


def _public_pairs() -> Iterable[Pair]:
    for row in _rows("pairs.jsonl"):
        verdict = "same" if row["match"] else "different"
        yield Pair(row["name1"], row["name2"], _KINDS.get(row["schema"], "Organization"), verdict, row["group"])


def _rows(name: str) -> Iterable[Mapping[str, Any]]:
    path = data_folder() / "names" / "dev" / name
    if not path.is_file():
        raise NotScored(f"names: KG_EVAL_DATA has no {path}")
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _share(part: int, whole: int) -> float:
    return part / max(whole, 1)
