"""What read the articles of a state: so that a store of another version is known as one."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Self

_FILE = "versions.json"


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """All that an article's graph hangs on beside the article, but the base: no two may give other graphs and be equal.

    `extractor` and `schema` are fingerprints of code and word lists, and of the ontology, `weights` of the model.
    """

    kg: str = ""
    extractor: str = ""
    schema: str = ""
    model: str = ""
    weights: str = ""
    threshold: float = 0.5
    max_characters: int = 0

    def alike(self, other: "Version") -> bool:
        """Whether both read an article alike; the greatest length decides only which articles are read."""
        return replace(self, max_characters=other.max_characters) == other


UNKNOWN = Version()
"""What read a store that does not tell, since it was made before stores did."""


@dataclass(frozen=True, slots=True)
class Versions:
    """`read_by` leaves extractions made elsewhere out. `derived_by`: a fingerprint of what made the default graph."""

    read_by: frozenset[Version] = frozenset()
    derived_by: str = ""

    @classmethod
    def of(cls, state: Path) -> Self:
        """Of a state; what is not there or not to be understood counts as an unknown version."""
        try:
            found = json.loads((state / _FILE).read_bytes())
            return cls(frozenset(Version(**version) for version in found["read by"]), str(found["derived by"]))
        except (FileNotFoundError, ValueError, TypeError, LookupError):
            return cls(frozenset({UNKNOWN}))

    def write(self, state: Path) -> None:
        told = {"derived by": self.derived_by, "read by": [asdict(version) for version in sorted(self.read_by)]}
        (state / _FILE).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")

    def with_reader(self, version: Version) -> "Versions":
        return replace(self, read_by=self.read_by | {version})
