"""Which version of kg this is, as stores record it, and how it differs from those that a store was read by."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from kg.fingerprint import fingerprint, release
from kg.language_model import model_of
from kg.model import DocumentGraph
from kg.settings import Settings
from kg.store import WritableStore
from kg.store.versions import UNKNOWN, Version, Versions

_SHARED: Final = (
    *(f"kg/{name}.py" for name in ("model", "ids", "lexicon", "gazetteer", "status", "declared", "ontology")),
    "ontology/lexicon",
)


def present(settings: Settings) -> Version:
    """What reads articles now. Looks into the model's files; raises `ModelMissing`."""
    model = model_of(settings.model)
    return Version(
        kg=release(),
        extractor=extractor(),
        schema=schema(),
        model=f"{model.name} {model.version}",
        weights=model.weights,
        threshold=settings.threshold,
        max_characters=settings.max_characters,
    )


@cache
def extractor() -> str:
    """A fingerprint of all that reads articles, but the model."""
    return fingerprint("kg/read", "kg/extract", *_SHARED)


@cache
def schema() -> str:
    """A fingerprint of the ontology."""
    return fingerprint("ontology/kg.ttl", "ontology/shapes.ttl")


@cache
def deriver() -> str:
    """A fingerprint of all that makes the default graph of the documents."""
    return fingerprint("kg/resolve", "kg/rdf", "kg/index", "kg/pipeline", "ontology/kg.ttl", *_SHARED)


def recorded(store: WritableStore, graphs: Iterable[DocumentGraph], settings: Settings) -> Iterator[DocumentGraph]:
    """The graphs as they are; before the first that was read here, the store records what reads."""
    known = False
    for graph in graphs:
        if not known and graph.document.extractor is None:
            store.keep_versions(store.versions.with_reader(present(settings)))
            known = True
        yield graph


def others(versions: Versions, settings: Settings | None = None) -> tuple[str, ...]:
    """In what the versions that articles were read by differ from the present one, in words.

    Without settings, which those who only look at a store have not, the model and the threshold are not compared, but
    for those of the store with each other.
    """
    read_by = sorted(versions.read_by)
    if not read_by:
        return ()
    now = present(settings) if settings else max(read_by)
    return tuple(dict.fromkeys(word for version in read_by for word in _differences(version, now)))


def _differences(one: Version, now: Version) -> Iterator[str]:
    if one == UNKNOWN:
        yield "an earlier version of kg"
        return
    if one.kg != release():
        yield f"kg {one.kg}"
    elif one.extractor != extractor():
        yield f"another state of kg {one.kg}"
    if one.schema != schema():
        yield f"another ontology ({one.schema})"
    if (one.model, one.weights) != (now.model, now.weights):
        yield f"the model {one.model} ({one.weights})"
    if one.threshold != now.threshold:
        yield f"the threshold {one.threshold}"
