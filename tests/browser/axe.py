"""axe-core, an independent judge of what those who cannot see or point get of a page."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from kg import serve

SCRIPT = Path(serve.__file__).parent / "editor" / "node_modules" / "axe-core" / "axe.min.js"


def needed() -> None:
    if not SCRIPT.is_file():
        pytest.skip("axe-core is not here: `make assets` brings it and the editor, and needs npm")


def faults(page: Page) -> list[dict[str, Any]]:
    """All that it finds, each with its `id`, its `impact` and the `nodes` that have it."""
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate("axe.run()")["violations"]
    return found


def told(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """What each is, and the first element that has it."""
    return [(one["id"], one["nodes"][0]["html"]) for one in found]


def serious(page: Page) -> list[tuple[str, str]]:
    """Those that hinder people."""
    return told([one for one in faults(page) if one["impact"] in {"serious", "critical"}])
