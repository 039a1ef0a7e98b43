"""Answers "what was when?": the dated statements on one entity, in the order of time."""

from kg.timeline.entries import Entry, Timeline, dated, timeline
from kg.timeline.written import as_csv, as_json, as_text

__all__ = ["Entry", "Timeline", "as_csv", "as_json", "as_text", "dated", "timeline"]
