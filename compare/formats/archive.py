"""ZIP files that are the same on any day and any machine, and text that XML can hold."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

# The oldest day that a ZIP file can carry.
DAY = (1980, 1, 1, 0, 0, 0)
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNIX = 3
_READABLE = 0o644 << 16


def archive(files: Mapping[str, bytes]) -> bytes:
    """The files in their order, not compressed: what packs tighter differs with its version."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, DAY)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            made.writestr(entry, data)
    return out.getvalue()


def xml_text(text: str) -> str:
    """The text with a mark of replacement for each character that XML 1.0 cannot hold."""
    return _NO_XML.sub("\ufffd", text)
