"""A read-only SPARQL 1.1 endpoint over HTTP: queries in worker processes, within limits."""

from kg.serve.app import application
from kg.serve.asked import Asked, Reply
from kg.serve.browse import HTML, JSON, Browse
from kg.serve.description import About
from kg.serve.failures import Refused
from kg.serve.limits import Limits
from kg.serve.pool import Pool
from kg.serve.protocol import Operation
from kg.serve.server import LOOPBACK, is_loopback, listening, serve
from kg.serve.site import Site
from kg.serve.wish import Wish
from kg.serve.working import Source

__all__ = [
    "HTML",
    "JSON",
    "LOOPBACK",
    "About",
    "Asked",
    "Browse",
    "Limits",
    "Operation",
    "Pool",
    "Refused",
    "Reply",
    "Site",
    "Source",
    "Wish",
    "application",
    "is_loopback",
    "listening",
    "serve",
]
