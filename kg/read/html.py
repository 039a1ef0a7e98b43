"""A saved web page: the text of its article and what its head says of it, by trafilatura."""

import logging
from typing import TYPE_CHECKING

from lxml.html import HtmlElement

from kg.errors import UnusableInput
from kg.read import given, markup, page_encoding
from kg.read.article import Article

if TYPE_CHECKING:
    from trafilatura.settings import Document as Extracted

# Where no latest day is given, today is, and the answer would hang on the clock; a search through all that
# looks like a date would take the days that an article tells of for its own.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}


def article(data: bytes) -> Article:
    """The article of a page, an empty line between its paragraphs. Raises `UnusableInput` where there is none.

    Nothing is fetched. How much of the page is not in the text is told in a note.
    """
    page, notes = page_encoding.decode(data)
    tree = markup.tree(page)
    visible = _letters(markup.visible(tree))
    markup.mark_quotations(tree)
    found = _extracted(tree)
    text = "\n\n".join(line.strip() for line in (found.text or "").splitlines() if line.strip()) if found else ""
    if found is None or not _letters(text):
        raise UnusableInput("has no article that could be told from the rest of the page; save its text as .txt")
    left = max(0, visible - _letters(text))
    return Article(
        text=text,
        title=given.words(found.title),
        issued=given.date(found.date),
        publisher=given.words(found.sitename),
        authors=given.names((found.author or "").split(";")),
        link=given.address(found.url),
        notes=(*notes, f"{left:,} of {visible:,} letters of the page are not in its article") if left else notes,
    )


def _extracted(tree: HtmlElement) -> "Extracted | None":
    # It takes half a second to import, and most articles are no web pages.
    from trafilatura import bare_extraction

    for name in ("trafilatura", "htmldate", "justext", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())  # what they tell goes into a refusal
    try:
        found = bare_extraction(tree, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES))
    except RecursionError:
        raise UnusableInput("is nested too deeply; save the page as text") from None
    return None if isinstance(found, dict) else found


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
