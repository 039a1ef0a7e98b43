"""Offices in short before a name: "Ohio Sen. Ann Lee", "Lt. Gov. Bo Berg", "Reps. Ann Lee and Bo Berg"."""

from kg import lexicon
from kg.extract.words import Token


def in_full(head: Token) -> str | None:
    """The office that a short form with a capital stands for, in the singular."""
    short = head.text.rstrip(".")
    listed = lexicon.table("roles")["short_titles"]
    return listed.get(short) or listed.get(short.removesuffix("s")) if short[:1].isupper() else None


def is_several(head: Token) -> bool:
    """ "Sens."."""
    return head.text.rstrip(".").endswith("s")


def written_out(title: str) -> str:
    """ "lt. governor" is the lieutenant governor."""
    return title.replace("lt. governor", "lieutenant governor").replace("lt governor", "lieutenant governor")
