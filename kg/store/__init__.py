"""Keeps document graphs and what was derived from them: embedded Oxigraph in a folder on disk."""

from kg.store.store import Store
from kg.store.writable import WritableStore

__all__ = ["Store", "WritableStore"]
