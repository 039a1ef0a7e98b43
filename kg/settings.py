"""What the user may set. A document's graph depends on its bytes, its source and these, and on nothing else."""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field

from kg.ids import DEFAULT_BASE

_BASE = re.compile(r"[a-z][a-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`?#]*/")


def checked_base(iri: str) -> str:
    """The same. A `ValueError` where no IRI can begin with it."""
    if not _BASE.fullmatch(iri):
        raise ValueError(f"it is no IRI that ends in a slash, as {DEFAULT_BASE} is")
    return iri


@dataclass(frozen=True, slots=True)
class Settings:
    """A further setting is a line here: its flag, variable and key in kg.toml follow, and what `kg settings` tells."""

    base: Annotated[
        str, AfterValidator(checked_base), Field(title="IRI", description="What the IRIs of the data begin with.")
    ] = DEFAULT_BASE
    model: Annotated[
        str, Field(title="NAME", description="A spaCy model by name or path; if empty, the installed one.")
    ] = ""
    threshold: Annotated[
        float, Field(ge=0, le=1, title="NUMBER", description="Claims read with less confidence are Tentative.")
    ] = 0.5
    max_characters: Annotated[int, Field(ge=1, title="NUMBER", description="Longer texts are refused.")] = 1_000_000
    workers: Annotated[
        int,
        Field(ge=0, le=64, title="NUMBER", description="Processes that read; 0 is one for each core, at most four."),
    ] = 1
