"""RSS and Atom: the pages that a feed lists."""

from typing import Final
from urllib.parse import urljoin

from lxml import etree

from kg.fetch.limits import Refused
from kg.fetch.pages import Page

KINDS: Final = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"}
)
_ROOTS: Final = frozenset({"rss", "feed", "RDF"})
_ENTRIES: Final = etree.XPath("//*[local-name()='item' or local-name()='entry']")
_LINKS: Final = etree.XPath("*[local-name()='link' or local-name()='guid']")


def entries(page: Page) -> tuple[str, ...]:
    """The addresses of its pages, in its order, each once. Raises `Refused` where it is no feed.

    Entities are not resolved and nothing is fetched, whatever the feed declares.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(page.body, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Refused("is XML that cannot be read; give the address of a page, or of a feed") from None
    if etree.QName(root).localname not in _ROOTS:
        raise Refused("is XML and no feed; give the address of a page, or of a feed")
    found = (_link(entry) for entry in _ENTRIES(root))
    return tuple(dict.fromkeys(urljoin(page.address, link) for link in found if link))


def _link(entry: etree._Element) -> str:
    """The page of an entry: `link` with its address as text (RSS) or as `href` (Atom), else a `guid` that is one."""
    links = sorted(_LINKS(entry), key=lambda node: etree.QName(node).localname, reverse=True)
    for node in links:
        if etree.QName(node).localname == "guid" and node.get("isPermaLink", "true") != "true":
            continue
        if node.get("rel", "alternate") == "alternate" and (link := (node.get("href") or node.text or "").strip()):
            return str(link)
    return ""
