"""Statements for people to judge: `python -m tests.eval.sample SEED FILE.csv`.

Two hundred Reported and Attributed statements of the articles that only score, chosen by the hash of the seed (the
commit) and their id. Each row is one statement as a reader of the graph sees it, with the sentences behind it. What
readers made of them is in judged.csv, which keeps of each sentence the first words only: not all texts may be kept.
"""

import csv
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.extract import Extractor
from kg.ids import digest
from kg.model import Statement, Status
from kg.ontology import load_ontology
from kg.pages.lookup import Lookup
from kg.pages.receipt import Receipt, receipts
from kg.pages.words import Words, printable
from kg.read import Source, read
from kg.resolve import resolve
from kg.settings import Settings
from tests.eval.corpus import ONLY_SCORING, articles

SIZE = 200
_ASSERTED = {Status.REPORTED, Status.ATTRIBUTED}
_SENTENCES = 2


def sample(seed: str) -> Iterator[Mapping[str, str]]:
    """The rows, in the order of their articles. All texts must be at hand (KG_EVAL_ARTICLES)."""
    extractor = Extractor(Settings())
    paths = [article.path for article in articles() if article.half in ONLY_SCORING]
    graphs = [extractor.extract(read(Source(path, path.name), Settings())) for path in paths if path]
    corpus = resolve(graphs)
    words = Words(Lookup.of(corpus, graphs), load_ontology())
    asserted = [statement for statement in corpus.statements if statement.status in _ASSERTED]
    chosen = sorted(asserted, key=lambda statement: digest(seed, statement.id))[:SIZE]
    yield from sorted((_row(s, words) for s in chosen), key=lambda row: (row["article"], row["sentence"], row["id"]))


def _row(statement: Statement, words: Words) -> Mapping[str, str]:
    behind = receipts(statement, words.lookup)[:_SENTENCES]
    return {
        "id": statement.id,
        "article": behind[0].sources[0],
        "status": statement.status,
        "subject": words.participant(statement.subject),
        "relation": statement.relation,
        "object": words.participant(statement.object),
        "details": "; ".join(map(words.qualifier, statement.qualifiers)),
        "said": " / ".join(receipt.said for receipt in behind),
        "sentence": " / ".join(map(_marked, behind)),
    }


def _marked(receipt: Receipt) -> str:
    """The sentence, with the words for both ends and for the relation in brackets."""
    return printable("".join(f"[{text}]" if roles else text for text, roles in receipt.pieces()))


def main() -> None:
    seed, path = sys.argv[1:]
    rows = list(sample(seed))
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
