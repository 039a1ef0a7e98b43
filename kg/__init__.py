"""Reads news articles into a knowledge graph with a receipt for every fact."""
