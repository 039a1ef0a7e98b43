"""Templates beside this file as safe HTML: whatever is not marked as safe is escaped."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.pages.links import Links
from kg.pages.words import printable

_HERE: Final = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(_HERE)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def rendered(template: str, **values: Any) -> Markup:
    """A template with its blanks filled in."""
    return Markup(_environment().get_template(template).render(**values))  # noqa: S704  (escaped there)


@dataclass(frozen=True, slots=True)
class Data:
    """What a page is about, in another format."""

    label: str
    media_type: str
    href: str


def page(title: str, main: Markup, links: Links, *, term: str = "", data: tuple[Data, ...] = ()) -> Markup:
    """A whole page around its main part. `term`: what was searched for."""
    return rendered("layout.html", title=printable(title), main=main, links=links, term=term, data=data)
