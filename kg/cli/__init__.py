"""The command line: commands only load, call one function, print."""

from kg.cli.app import main

__all__ = ["main"]
