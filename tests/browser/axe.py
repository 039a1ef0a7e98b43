"""axe-core, an independent judge of what those who cannot see or point get of a page."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from kg import serve

SCRIPT = Path(serve.__file__).parent / "editor" / "node_modules" / "axe-core" / "axe.min.js"


def needed() -> None:
    if not SCRIPT.is_file():
        pytest.skip("axe-core is not here: `make assets` brings it and the editor, and needs npm")


def serious(page: Page) -> list[tuple[str, str]]:
    """The faults that hinder people, each with the first element that has it."""
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in {"serious", "critical"}]
