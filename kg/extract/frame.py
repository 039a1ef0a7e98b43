"""Frames, by which verbs say declared relations: rows of `ontology/lexicon/relations.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from kg import lexicon

_RESERVED = frozenset(
    {"relation", "lemmas", "subject", "object", "optional", "with", "without", "named", "says", "also", "both", "open"}
)


@dataclass(frozen=True, slots=True)
class Frame:
    """How one relation is said by verbs: where its ends and qualifiers stand (see the head of the data file)."""

    relation: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    optional: bool
    needs: Mapping[str, tuple[str, ...]]
    lacks: tuple[str, ...]
    named: tuple[str, ...]
    both: bool
    also: bool
    open: bool
    fixed: Mapping[str, str]
    qualifiers: Mapping[str, tuple[str, ...]]

    @property
    def places(self) -> frozenset[str]:
        """All places that the frame knows the meaning of."""
        return frozenset((*self.subject, *self.object, *self.needs, *chain.from_iterable(self.qualifiers.values())))


@cache
def frames() -> Mapping[str, tuple[Frame, ...]]:
    """All frames by the verb, in the order of the file."""
    found: dict[str, list[Frame]] = {}
    for entry in lexicon.table("relations")["verb"]:
        frame = Frame(
            entry["relation"],
            entry.get("subject", ("subject",)),
            entry.get("object", ("object",)),
            entry.get("optional", False),
            entry.get("with", {}),
            entry.get("without", ()),
            entry.get("named", ()),
            entry.get("both", False),
            entry.get("also", False),
            entry.get("open", False),
            entry.get("says", {}),
            {name: places for name, places in entry.items() if name not in _RESERVED},
        )
        for lemma in entry["lemmas"]:
            found.setdefault(lemma, []).append(frame)
    return {lemma: tuple(listed) for lemma, listed in found.items()}
