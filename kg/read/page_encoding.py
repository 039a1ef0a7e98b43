"""The characters of a web page: as its signature says, else its own `<meta charset>`, else UTF-8 or Windows-1252."""

import codecs
import re

from kg.errors import UnusableInput
from kg.read import plain

_META = re.compile(rb"<meta\b[^>]{0,200}?\bcharset\s{0,9}=[\s\"']{0,9}([\w:.-]{1,40})", re.IGNORECASE)
_HEAD = 4096
_SIGNATURES = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# As browsers have it: who says Latin-1 means Windows-1252, and what can read its own `<meta>` is not UTF-16.
_SAID = {"ascii": "cp1252", "iso8859-1": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8"}
_READ = re.compile(
    r"utf-8|cp125\d|cp874|iso8859-\d+|koi8-[ru]|mac-roman|gb2312|gbk|gb18030|big5|euc[_-](?:jp|kr)|shift_jis"
)
_MOST_LOST = 0.01
_LOST = "\ufffd"


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Text, and notes on what was guessed or lost. Raises `UnusableInput` for what is binary."""
    signature, encoding = next((pair for pair in _SIGNATURES if data.startswith(pair[0])), (b"", _declared(data)))
    body = data[len(signature) :]
    text = body.decode(encoding or "utf-8", errors="replace")
    if encoding is None and _LOST in text:
        return _checked(body.decode("cp1252", errors="replace")), ("says no encoding: read as Windows-1252",)
    lost = text.count(_LOST)
    return _checked(text), (f"{lost:,} of its characters could not be read as {encoding or 'utf-8'}",) if lost else ()


def _declared(data: bytes) -> str | None:
    match = _META.search(data[:_HEAD])
    try:
        name = codecs.lookup(match[1].decode("ascii")).name if match else ""
    except (LookupError, UnicodeDecodeError):
        return None
    name = _SAID.get(name, name)
    return name if _READ.fullmatch(name) else None


def _checked(text: str) -> str:
    if plain.is_binary(text) or text.count(_LOST) > _MOST_LOST * len(text) + 1:
        raise UnusableInput("is binary, or not in the encoding that it names; save the page again as UTF-8")
    return text
