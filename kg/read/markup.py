"""HTML → a tree that is safe to walk: not deep, not large, no tag that takes the parser ages."""

import re
from itertools import pairwise

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from kg.errors import UnusableInput

_DEEPEST = 240  # libxml2 leaves out what lies deeper than 256, and says nothing
_MOST_ELEMENTS = 20_000  # extraction takes a time that grows with their square: 7 seconds for so many
_MOST_PARTS = 10_000  # of a tag; parsing one takes a time that grows with the square of its attributes
_EMBEDDED = re.compile(r"data:[\w.+/-]{1,99};base64,[A-Za-z0-9+/=]*", re.IGNORECASE)
_VALUE = r"""\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+'|[^\s"'=<>`]++)"""
_WELL_FORMED = re.compile(
    rf"<[a-z][\w:-]*+(?:\s++[^\s\"'<>/=]++(?:{_VALUE})?+){{0,500}}+\s*+/?>|</\w++\s*+>", re.IGNORECASE
)
_VISIBLE = etree.XPath("//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]")
_INNERMOST = etree.XPath(".//*[(self::p or self::li) and not(.//p or .//li)]")
_QUOTES = "“”\"«»„'‘"
_PART = re.compile(r"[\s/\"']")


def tree(text: str) -> HtmlElement:
    """The tree of a page, without comments. Raises `UnusableInput` for what is no page or made to do harm."""
    page = _EMBEDDED.sub("", text)
    _check_tags(page)
    # Own parser: bytes, for lxml refuses text that names an encoding.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        root = document_fromstring(page.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise UnusableInput("holds no web page; leave it out") from None
    _check_size(root)
    return root


def visible(root: HtmlElement) -> str:
    """All words of a page that are no code."""
    return "".join(_VISIBLE(root))


def mark_quotations(root: HtmlElement) -> None:
    """Puts quotation marks around what the page quotes by its mark-up alone: as text it would be the author's own."""
    for quotation in list(root.iter("blockquote", "q")):
        for block in _INNERMOST(quotation) or [quotation]:
            if (text := block.text_content().strip()) and text[0] not in _QUOTES:
                _enclose(block)
        if quotation.tag == "q":
            quotation.drop_tag()  # extraction takes it for a paragraph


def _enclose(block: HtmlElement) -> None:
    block.text = f"“{(block.text or '').lstrip()}"
    last = block[-1] if len(block) else None
    if last is None:
        block.text = f"{block.text.rstrip()}”"
    else:
        last.tail = f"{(last.tail or '').rstrip()}”"


def _check_tags(page: str) -> None:
    """What a stray quote could make one tag: all up to the next `<`, where the tag before is not well formed."""
    for begin, end in pairwise([*(match.start() for match in re.finditer("<", page)), len(page)]):
        if end - begin > _MOST_PARTS and not _WELL_FORMED.match(page, begin, end):
            parts = sum(1 for _ in _PART.finditer(page, begin, end))
            if parts > _MOST_PARTS:
                raise UnusableInput(f"has a tag of more than {_MOST_PARTS:,} parts; save the page as text")


def _check_size(root: HtmlElement) -> None:
    depth = elements = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > _DEEPEST or elements > _MOST_ELEMENTS:
            raise UnusableInput(
                f"is nested deeper than {_DEEPEST} elements, or has more than {_MOST_ELEMENTS:,}; save the page as text"
            )
