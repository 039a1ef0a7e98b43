"""Receipts as safe HTML: every text is escaped by `Markup.format`, and no text becomes part of a tag."""

from collections.abc import Iterable

from markupsafe import Markup

from kg.model import Status
from kg.pages.links import Links
from kg.pages.receipt import Receipt
from kg.pages.words import printable

_PIECE = Markup('<mark class="{}">{}</mark>')
_SUPPORT = Markup('<p class="support">{}</p>')
_RECEIPT = Markup(
    '<figure class="receipt"><blockquote>{}</blockquote><figcaption>{} {}{} · <cite>{}</cite></figcaption></figure>'
)
_LINKED = Markup('<a href="{}">{}</a>')


def sentence(receipt: Receipt) -> Markup:
    """The sentence of a claim, with subject, relation and object marked."""
    pieces = (_PIECE.format(" ".join(roles), text) if roles else text for text, roles in receipt.pieces())
    return Markup("").join(pieces)


def badge(status: Status) -> Markup:
    """A status as a small label; its class is the status in lower case."""
    return Markup('<span class="status {}">{}</span>').format(status.lower(), status)


def panel(receipts: Iterable[Receipt], support: str = "", links: Links | None = None) -> Markup:
    """What a statement rests on: how many sources; each sentence, who says so, and the article.

    With `links` the article leads to the place of the sentence in it.
    """
    lines = [_SUPPORT.format(support)] if support else []
    return Markup("").join([*lines, *(_receipt(receipt, links) for receipt in receipts)])


def _receipt(receipt: Receipt, links: Links | None) -> Markup:
    cue = f" (“{printable(receipt.cue)}”)" if receipt.cue else ""
    place = links.claim_place(receipt.document, receipt.claim, receipt.passage.begin) if links else None
    article = _LINKED.format(place, receipt.article) if place else receipt.article
    return _RECEIPT.format(sentence(receipt), badge(receipt.status), receipt.said, cue, article)
