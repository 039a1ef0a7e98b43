"""Public annotated sets: raw text in, graph out, scored by a program that knows nothing of the project.

The sets and the scorer are no part of the project. The variables KG_EVAL_DATA (a folder with a folder for each set),
KG_EVAL_SCORER (prepare.py, score.py, selftest.py) and KG_CARB (the scorer that belongs to CaRB) say where they lie.
"""

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.export import Format
from kg.pipeline import load, serialized
from kg.settings import Settings
from kg.store import Store

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
_VARIABLES = {"KG_EVAL_DATA": ROOT.parent / "shared" / "data", "KG_EVAL_SCORER": ROOT.parent / "shared" / "score"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of figures.toml: `path` leads to the figure in what the scorer writes ("cue.F1")."""

    set: str
    path: str
    label: str
    baseline: float | None
    floor: float

    def of(self, figures: Mapping[str, Any]) -> float:
        """The figure of this row. Raises `KeyError` where the scorer does not give it."""
        value: Any = figures
        for key in self.path.split("."):
            value = value[key]
        return float(value)


class NotScored(Exception):
    """A set that cannot be scored here, and why."""


def rows() -> list[Figure]:
    """What is measured, in the order of the table."""
    with (HERE / "figures.toml").open("rb") as file:
        listed = tomllib.load(file)
    return [
        Figure(name, row["path"], row["label"], row.get("baseline"), row["floor"])
        for name, own in listed.items()
        for row in own["rows"]
    ]


def check_scorer(name: str) -> None:
    """Let the scorer test itself on one set first: gold as a graph, an empty one, one with documents exchanged."""
    _run("selftest.py", name)


def figures(name: str) -> Mapping[str, Any]:
    """All figures of one set. Raises `NotScored`, and where a span does not equal the text that it points to."""
    with tempfile.TemporaryDirectory() as folder:
        texts, store, graph, result = (Path(folder) / part for part in ("in", "store", "graph.nq", "figures.json"))
        _run("prepare.py", name, "dev", str(texts))
        load([str(texts)], store, Settings())
        with Store.reading(store) as opened:
            graph.write_bytes(serialized(opened, Format.NQUADS))
        _run("score.py", name, "dev", str(graph), "--json", str(result))
        found: Mapping[str, Any] = json.loads(result.read_text())
    if found["bad_offsets"]:
        raise NotScored(f"{name}: {found['bad_offsets']} spans do not match the text")
    own: Mapping[str, Any] = found["figures"]
    return own


def data_folder() -> Path:
    """Where the sets lie."""
    return Path(os.environ.get("KG_EVAL_DATA", _VARIABLES["KG_EVAL_DATA"]))


def _run(program: str, *arguments: str) -> None:
    scorer, environment = _places(arguments[0])
    done = subprocess.run(
        [sys.executable, str(scorer / program), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise NotScored(f"{arguments[0]}: {program} says {' '.join(last)!r}")


def _places(name: str) -> tuple[Path, dict[str, str]]:
    folders = {key: Path(os.environ.get(key, default)) for key, default in _VARIABLES.items()}
    missing = [key for key, folder in folders.items() if not folder.is_dir()]
    if name == "carb" and "KG_CARB" not in os.environ:
        missing.append("KG_CARB")
    if missing:
        raise NotScored(f"{name}: {', '.join(missing)} names no folder")
    return folders["KG_EVAL_SCORER"], {**os.environ, "KG_EVAL_DATA": str(folders["KG_EVAL_DATA"])}
