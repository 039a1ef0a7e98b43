"""Claims for readers to judge: `python -m tests.eval.candidates SEED COUNT FILE.csv SOURCE…`.

Draws asserted claims of the articles at SOURCE, with the sentence and with what their confidence was judged by. Rows
that got a label (`right`: 1 or 0) belong into judged_claims.csv, from which tests/eval/calibrate.py learns.
"""

import csv
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.errors import UnusableInput
from kg.extract import Extractor
from kg.ids import digest
from kg.model import Certainty, Claim, Document, Literal, Polarity
from kg.read import find, read
from kg.settings import Settings


def candidates(document: Document, extractor: Extractor) -> Iterator[Mapping[str, str]]:
    """Positive and certain claims of one article: those that would stand as reported or attributed."""
    labels = {entity.id: entity.label for entity in extractor.extract(document).entities}
    for candidate in extractor.candidates(document):
        claim = candidate.claim
        if claim.polarity is Polarity.POSITIVE and claim.certainty is Certainty.CERTAIN:
            yield {
                "id": claim.id,
                "document": document.sources[0],
                "sentence": " ".join(claim.passage.of(document.text).split()),
                "claim": _told(claim, labels),
                "said by": " and ".join(labels[id] for id in claim.attributed_to) or claim.voice,
                "features": "; ".join(sorted(candidate.features)),
                "right": "",
            }


def _told(claim: Claim, labels: Mapping[str, str]) -> str:
    ends = (claim.subject, claim.object)
    subject, thing = (end.text if isinstance(end, Literal) else labels.get(end or "", "–") for end in ends)
    return f"{subject} | {claim.relation} | {thing}"


def main() -> None:
    seed, count, path, *sources = sys.argv[1:]
    extractor, settings = Extractor(Settings()), Settings()
    rows: list[Mapping[str, str]] = []
    for source in find(sources):
        try:
            rows += candidates(read(source, settings), extractor)
        except UnusableInput as error:
            sys.stderr.write(f"{error}\n")
    chosen = sorted(rows, key=lambda row: digest(seed, row["id"]))[: int(count)]
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, chosen[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(chosen, key=lambda row: (row["document"], row["id"])))


if __name__ == "__main__":
    main()
