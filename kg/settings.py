"""What the user may set. A document's graph depends on its bytes, its source and these, and on nothing else."""

from dataclasses import dataclass

from kg.ids import DEFAULT_BASE


@dataclass(frozen=True, slots=True)
class Settings:
    """`model`: a path or name that spaCy can load; empty for the model that comes with the installation.

    `threshold`: claims that we read with less confidence are Tentative. `max_characters`: longer texts are refused.
    """

    base: str = DEFAULT_BASE
    model: str = ""
    threshold: float = 0.5
    max_characters: int = 1_000_000
