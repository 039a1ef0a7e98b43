"""PDF files, made up, for the tests of their reader: one font, text at places."""

import zlib
from collections.abc import Iterable, Mapping, Sequence

Placed = tuple[float, float, float, str]
"""From the left, from below, size of the letters, text."""


def printed(
    pages: Sequence[Iterable[Placed]],
    info: Mapping[str, str] | None = None,
    *,
    packed: bool = False,
    trailer: str = "",
) -> bytes:
    """A file with these pages; `info` is what it says of itself."""
    return _file([_stream(page, packed=packed) for page in pages], info or {}, trailer)


def column(
    lines: Sequence[str], x: float = 72, top: float = 700, size: float = 10, distance: float = 12
) -> list[Placed]:
    """Lines below each other; an empty one is a gap."""
    return [(x, top - distance * at, size, line) for at, line in enumerate(lines) if line]


def drawn(stream: bytes, filters: str = "") -> bytes:
    """A file of one page, drawn by these commands."""
    return _file([f"<< /Length {len(stream)} {filters} >>\nstream\n".encode() + stream + b"\nendstream"], {}, "")


def bomb(size: int) -> bytes:
    """A file of one page whose commands unpack to so many spaces."""
    packer = zlib.compressobj(9)
    block = b" " * 1_000_000
    data = b"".join(packer.compress(block) for _ in range(size // len(block))) + packer.flush()
    return drawn(data, "/Filter /FlateDecode")


def _stream(page: Iterable[Placed], *, packed: bool) -> bytes:
    text = "\n".join(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(words)}) Tj ET" for x, y, size, words in page)
    data = text.encode("cp1252")
    data = zlib.compress(data) if packed else data
    filters = "/Filter /FlateDecode" if packed else ""
    return f"<< /Length {len(data)} {filters} >>\nstream\n".encode() + data + b"\nendstream"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(streams: Sequence[bytes], info: Mapping[str, str], trailer: str) -> bytes:
    first = 5
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(streams)))
    told = " ".join(f"/{key} ({_escaped(value)})" for key, value in info.items())
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(streams)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {told} >>".encode("cp1252"),
    ]
    for at, stream in enumerate(streams):
        page = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {first + 2 * at + 1} 0 R >>"
        )
        objects += [page.encode(), stream]
    return _with_table(objects, trailer)


def _with_table(objects: Sequence[bytes], trailer: str) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(
        f"{place:010} 00000 n \n" for place in places
    )
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + table.encode() + end.encode()
