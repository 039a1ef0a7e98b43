"""Keeps document graphs and what was derived from them: embedded Oxigraph in a folder on disk."""

from kg.store.store import Store

__all__ = ["Store"]
