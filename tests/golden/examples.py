"""Options with which the questions of `queries/` find something in the seeds."""

import shlex
import tomllib
from pathlib import Path
from typing import Final

from kg.query import Query

_WORKED: Final = tomllib.loads((Path(__file__).parent / "examples.toml").read_text(encoding="utf-8"))


def worked(query: Query) -> str:
    """As they are typed; the example in the query itself where that names nobody."""
    return str(_WORKED.get(query.name, query.example))


def example(query: Query) -> dict[str, str]:
    """The parameters that these options give, and their values."""
    words = shlex.split(worked(query))
    pairs = zip(words[::2], words[1::2], strict=True)
    return {option.removeprefix("--").replace("-", "_"): value for option, value in pairs}
