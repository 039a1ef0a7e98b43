"""Which language model it is: what it calls itself, and what is in its files."""

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

import spacy.util

from kg.errors import ModelMissing
from kg.extract.parse import model_name
from kg.fingerprint import hashed


class Model(NamedTuple):
    """`name` and `version` as its own description has them; `weights`: a hash of all its files."""

    name: str
    version: str
    weights: str


@cache
def model_of(model: str) -> Model:
    """The model that `load_model` loads. Reads its files, which takes a tenth of a second, but does not load it."""
    named = model_name(model)
    folder = spacy.util.get_package_path(named) if spacy.util.is_package(named) else Path(named)
    described = folder / "meta.json"
    if not described.is_file():
        raise ModelMissing(f"no language model {named!r}: name one that is installed, or leave --model out")
    files = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    meta = json.loads(described.read_bytes())
    return Model(f"{meta.get('lang', '')}_{meta.get('name', '')}", str(meta.get("version", "")), hashed(files))
