"""What a store cannot look up quickly in its quads: derived from them, kept beside them, made anew when in doubt."""

from kg.index.tables import Index

__all__ = ["Index"]
