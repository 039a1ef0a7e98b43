"""The style sheets: what every page has in common, and that of the pages of a site."""

from functools import cache
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent


@cache
def base_style() -> str:
    """Colours, type, classes, statuses and sentences."""
    return (_HERE / "base.css").read_text(encoding="utf-8")


@cache
def site_style() -> str:
    """All that the pages of a site need."""
    return base_style() + (_HERE / "site.css").read_text(encoding="utf-8")
