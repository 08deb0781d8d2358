"""PDF files made by hand: lines of Helvetica at given places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LEADING = 14
SIZE = 11


@dataclass(frozen=True)
class Line:
    """One line: `down` is how far below the one before it stands, in points."""

    text: str
    down: float = LEADING
    x: float = 72
    size: float = SIZE


def pdf(pages: Sequence[Sequence[Line]], *, info: str = "") -> bytes:
    """The bytes of a PDF; `info` is the inside of its information dictionary."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>".encode("latin-1"),
    ]
    kids = []
    for lines in pages:
        stream = _stream(lines)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return pdf_file(objects)


def _stream(lines: Sequence[Line]) -> bytes:
    y, parts = 800.0, ["BT"]
    for line in lines:
        y -= line.down
        text = line.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        parts.append(f"/F1 {line.size} Tf 1 0 0 1 {line.x} {y} Tm ({text}) Tj")
    return "\n".join([*parts, "ET"]).encode("cp1252")


def pdf_file(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1: the catalogue first, the facts fourth."""
    data, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    data += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\n"
        f"startxref\n{start}\n%%EOF\n"
    ).encode()
    return bytes(data)
