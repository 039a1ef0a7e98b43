"""What can go wrong, one class per failure; each carries the exit code that `kg` ends with.

The text of an error is one line that says what is wrong and what to do next. Only `kg.cli` prints it.
"""

from pathlib import Path
from traceback import extract_tb


class KgError(Exception):
    """Any failure that the user can act on."""

    exit_code = 1


class SettingsError(KgError):
    """A setting that is not known, or a value that it cannot have, in kg.toml or the environment."""

    exit_code = 2


class UnusableInput(KgError):
    """A document that cannot be used: not text, not English, too large, empty."""

    exit_code = 3


class NothingLoaded(KgError):
    """None of the sources could be used."""

    exit_code = 4


class StoreError(KgError):
    """The store is missing or empty, another process is writing into it, or it is no store of ours."""

    exit_code = 5


class DiskFull(StoreError):
    """A folder's disk holds no more; what was in the folder before is there."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"the disk of {path} is full, and the store is as it was: free some space, then run this again"
        )


class QueryError(KgError):
    """A query that cannot be read, or that asks for what is not allowed."""

    exit_code = 6


class InvalidGraph(KgError):
    """The graph breaks the rules of `ontology/shapes.ttl`."""

    exit_code = 7


class ModelMissing(KgError):
    """The language model is not installed."""

    exit_code = 8


class JudgementsError(KgError):
    """The judgements file cannot be read, or a row of it cannot be understood."""

    exit_code = 9


def mistake(error: Exception) -> str:
    """Why an article cannot be used, where a fault of ours or of a library is to blame: it is to stop no other."""
    last = extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"
    return f"cannot be read, by a fault of kg ({place}); report this"
