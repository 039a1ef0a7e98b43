"""Fingerprints tell contents apart, and nothing else."""

import tomllib
from pathlib import Path

from kg.fingerprint import fingerprint, hashed, release


def test_they_depend_on_names_and_contents_alone(tmp_path: Path) -> None:
    paths = {}
    for name, text in (("a", "one"), ("b", "two"), ("c", "one"), ("d", "twoone")):
        (tmp_path / name).write_text(text)
        paths[name] = tmp_path / name
    assert hashed({"x": paths["a"], "y": paths["b"]}) == hashed({"y": paths["b"], "x": paths["c"]})
    others = [{"x": paths["b"], "y": paths["a"]}, {"x": paths["a"]}, {"xy": paths["d"]}, {"z": paths["a"]}, {}]
    assert len({hashed(files) for files in others}) == len(others)


def test_folders_are_taken_whole_and_single_files_too() -> None:
    assert fingerprint("kg/read") == fingerprint("kg/read")
    parts = ("kg/read", "kg/extract", "kg/model.py", "ontology/lexicon", "ontology/kg.ttl")
    assert len({fingerprint(part) for part in parts} | {fingerprint(*parts)}) == len(parts) + 1


def test_the_release_is_that_of_the_project(root: Path) -> None:
    assert release() == tomllib.loads((root / "pyproject.toml").read_text())["project"]["version"]
