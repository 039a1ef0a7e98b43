"""Two articles on how many members a club has: one before it grew, and one in which that is disputed."""

from kg.model import DocumentGraph, Literal
from tests.samples import Article

BEFORE = "Rovers has 20 members."
AFTER = "Rovers has 30 members, but Cy Cole said it has 31."


def dispute() -> list[DocumentGraph]:
    old = Article(BEFORE, "c/old.txt", Literal("2018-11-22", "date"))
    old.claim("memberCount", "20", old.entity("Rovers", "Organization"), Literal("20", "integer"))
    new = Article(AFTER, "c/new.txt", Literal("2023-09-07", "date"))
    rovers, cy = new.entity("Rovers", "Organization"), new.entity("Cy Cole")
    new.claim("memberCount", "30", rovers, Literal("30", "integer"))
    new.claim("memberCount", "31", rovers, Literal("31", "integer"), speaker=cy, cue="said")
    return [old.graph(), new.graph()]
