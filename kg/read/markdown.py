"""Markdown: the words without the marks, and what the front matter says of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kg.errors import UnusableInput
from kg.read import front_matter, given, markup, plain
from kg.read.article import Article
from kg.read.fields import Fields

_DEEPEST = 60  # somewhat deeper the parser leaves out what lies there, and says nothing
_MOST_BRACKETS = 5_000  # the parser takes a time that grows with their square
_QUOTES = "“\"‘'«„"


def article(data: bytes) -> Article:
    """A block for each paragraph, heading, item, row of a table, piece of code; quoted ones in quotation marks."""
    values, body = front_matter.split(plain.decode(data).replace("\r\n", "\n").replace("\r", "\n"))
    if body.count("[") > _MOST_BRACKETS:
        raise UnusableInput(f"has more than {_MOST_BRACKETS:,} opening brackets; save it as .txt")
    tokens = _parser().parse(body)
    if max(map(_depth, tokens), default=0) >= _DEEPEST:
        raise UnusableInput(f"is nested {_DEEPEST} deep or deeper; save it as .txt")
    blocks = [block for block in map(str.strip, _blocks(tokens)) if block]
    found = Fields(values).article("\n\n".join(blocks))
    is_headed = [token.tag for token in tokens[:1]] == ["h1"]
    return replace(found, title=found.title or (given.words(blocks[0]) if is_headed and blocks else None))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": _DEEPEST + 3}).enable("table")


def _depth(token: Token) -> int:
    return max(chain([token.level], (child.level for child in token.children or ())))


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    quoted = 0
    row: list[str] | None = None
    for token in tokens:
        quoted += token.nesting if token.type.startswith("blockquote") else 0
        text = _text(token)
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield " | ".join(row or ())
            row = None
        elif row is not None:
            row += [text] if text else []
        else:
            yield f"“{text}”" if quoted and text and text[0] not in _QUOTES else text


def _text(token: Token) -> str:
    """The words of a token that has its own; a picture has none."""
    if token.type == "inline":
        return "".join(map(_inline, token.children or ())).strip()
    if token.type == "html_block":
        return " ".join(markup.visible(markup.tree(f"<div>{token.content}</div>")).split())
    return token.content.strip() if token.type in {"fence", "code_block"} else ""


def _inline(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " " if token.type == "softbreak" else "\n"
    return token.content if token.type in {"text", "code_inline"} else ""
