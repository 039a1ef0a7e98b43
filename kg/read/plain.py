"""Plain text: the file's characters, one for one, without the encoding signature."""

import codecs
import re

from kg.errors import UnusableInput
from kg.read.article import Article

_SIGNATURES = ((codecs.BOM_UTF8, "UTF-8"), (codecs.BOM_UTF16_LE, "UTF-16-LE"), (codecs.BOM_UTF16_BE, "UTF-16-BE"))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")  # but those of layout


def article(data: bytes) -> Article:
    """The text alone."""
    return Article(decode(data))


def decode(data: bytes) -> str:
    """UTF-8, or UTF-16 where the file is signed so; newlines stay as they are.

    Raises `UnusableInput` for what is no text: another encoding, or binary.
    """
    signature, encoding = next((pair for pair in _SIGNATURES if data.startswith(pair[0])), (b"", "UTF-8"))
    if encoding == "UTF-8" and b"\0" in data:
        raise UnusableInput("is binary, not text; convert it to UTF-8 text, or leave it out")
    try:
        text = data[len(signature) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise UnusableInput(_advice(encoding, len(signature) + error.start)) from None
    if is_binary(text):
        raise UnusableInput(
            "is binary, not text (full of control characters); convert it to UTF-8 text, or leave it out"
        )
    return text


def _advice(encoding: str, offset: int) -> str:
    convert = "iconv -f WINDOWS-1252 -t UTF-8" if encoding == "UTF-8" else "iconv -f UTF-16 -t UTF-8 -c"
    return f"is not {encoding} at byte {offset:,}; convert it first, with `{convert}` or from the encoding it is in"


def is_binary(text: str) -> bool:
    """Whether a text is none. More than one control character in a hundred; one stray is forgiven. NUL is never."""
    return "\0" in text or 100 * len(_CONTROLS.findall(text)) > len(text) + 100
