"""Web pages and feeds → files, when somebody asks for it: the only part of kg that uses a network."""

from kg.fetch.fetching import Fetched, Saved, fetch
from kg.fetch.limits import Limits

__all__ = ["Fetched", "Limits", "Saved", "fetch"]
