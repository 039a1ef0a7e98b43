"""Answers "who says otherwise?": conflicts and changes, both sides in words and with their sentences."""

from kg.disagreements.found import Disagreement, Disagreements, Side, disagreements
from kg.disagreements.written import as_csv, as_json, as_text

__all__ = ["Disagreement", "Disagreements", "Side", "as_csv", "as_json", "as_text", "disagreements"]
