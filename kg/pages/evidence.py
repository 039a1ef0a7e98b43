"""Receipts as safe HTML: every text is escaped by `Markup.format`, and no text becomes part of a tag."""

from collections.abc import Iterable

from markupsafe import Markup

from kg.model import Status
from kg.pages.receipt import Receipt

_PIECE = Markup('<mark class="{}">{}</mark>')
_SUPPORT = Markup('<p class="support">{}</p>')
_RECEIPT = Markup(
    '<figure class="receipt"><blockquote>{}</blockquote><figcaption>{}: {} · <cite>{}</cite></figcaption></figure>'
)


def sentence(receipt: Receipt) -> Markup:
    """The sentence of a claim, with subject, relation and object marked."""
    pieces = (_PIECE.format(" ".join(roles), text) if roles else text for text, roles in receipt.pieces())
    return Markup("").join(pieces)


def badge(status: Status) -> Markup:
    """A status as a small label; its class is the status in lower case."""
    return Markup('<span class="status {}">{}</span>').format(status.lower(), status)


def panel(receipts: Iterable[Receipt], support: str = "") -> Markup:
    """What a statement rests on: how many sources; each sentence, who says so, and the article."""
    lines = [_SUPPORT.format(support)] if support else []
    told = (_RECEIPT.format(sentence(r), badge(r.status), r.said, r.article) for r in receipts)
    return Markup("").join([*lines, *told])
