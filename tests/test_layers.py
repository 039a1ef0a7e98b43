"""The imports between the parts of the package, as they stand in its source."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "kg"
SHARED = {
    "model",
    "ids",
    "errors",
    "settings",
    "resources",
    "fingerprint",
    "declared",
    "ontology",
    "lexicon",
    "gazetteer",
    "language_model",
    "status",
    "nesting",
    "pages",
}
ABOVE = {"pipeline", "notebook", "cli", "__main__"}
PARTS = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()} - {
    "__init__"
}
STAGES = PARTS - SHARED - ABOVE


def modules(part: str) -> Iterator[Path]:
    yield from (PACKAGE / part).rglob("*.py")
    yield from PACKAGE.glob(f"{part}.py")


def imported(path: Path) -> Iterator[str]:
    """Full names, those inside functions and under TYPE_CHECKING included."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            # `from kg import read` imports a part as `import kg.read` does.
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts(part: str) -> set[str]:
    """The other parts that a part imports."""
    names = (name.split(".") for path in modules(part) for name in imported(path))
    return {name[1] for name in names if name[0] == "kg"} - {part}


def test_all_stages_are_looked_at() -> None:
    assert {"read", "extract", "resolve", "rdf", "store", "export", "query", "validate", "explain", "view"} <= STAGES
    assert SHARED | ABOVE <= PARTS
    assert all(list(modules(part)) for part in PARTS)


@pytest.mark.parametrize("stage", sorted(STAGES))
def test_stages_know_no_other_stage(stage: str) -> None:
    assert parts(stage) <= SHARED


@pytest.mark.parametrize("shared", sorted(SHARED))
def test_what_stages_share_looks_only_down(shared: str) -> None:
    assert parts(shared) <= SHARED


def test_the_pipeline_imports_every_stage_that_makes_the_graph_and_not_the_command_line() -> None:
    assert {"read", "extract", "resolve", "rdf", "store", "validate", "export", "view", "report"} <= parts("pipeline")
    assert "cli" not in parts("pipeline")


def test_the_nouns_need_the_standard_library_alone() -> None:
    assert {name.split(".")[0] for path in modules("model") for name in imported(path)} <= sys.stdlib_module_names
