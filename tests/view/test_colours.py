"""Contrast as WCAG 2 measures it: 4.5 for text, 3 for outlines and lines."""

import re

import pytest

from kg.pages.style import base_style

CSS = base_style()
DECLARED = re.compile(r"--([\w-]+): #([0-9a-f]{6});")
LIGHT, DARK = (dict(DECLARED.findall(block)) for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL))
CLASSES = ("person", "organization", "place", "group", "happening", "work", "object", "thing")
STATUSES = ("reported", "attributed", "denied", "anticipated", "tentative", "disputed")


def luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_and_outlines_stand_out(theme: dict[str, str]) -> None:
    assert set(LIGHT) == set(DARK)
    surfaces = [*CLASSES, "page", "card", "quiet", "mark-subject", "mark-relation", "mark-object"]
    assert all(contrast(theme["ink"], theme[surface]) >= 4.5 for surface in surfaces)
    for text in (*STATUSES, "soft", "link"):
        assert min(contrast(theme[text], theme[surface]) for surface in ("page", "card", "quiet")) >= 4.5, text
    for name in CLASSES:
        assert contrast(theme[f"{name}-line"], theme["page"]) >= 3, name
