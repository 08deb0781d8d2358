"""A digest of the code that makes a result, so that an upgrade makes anew only what it changed."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from compare.assets import PACKAGE

# What reading and counting articles rests on, and what a comparison rests on beyond that.
READING = ("model", "text", "sources", "signals", "align", "corpus")
COMPARING = (*READING, "annotate", "verify", "findings", "formats")
_FILES = (".py", ".json", ".txt", ".toml")


@lru_cache(maxsize=4)
def code_digest(parts: tuple[str, ...]) -> str:
    """Sixteen hexadecimal digits over the code and the word lists of these parts of the package."""
    digest = hashlib.sha256()
    top = [PACKAGE / "errors.py", PACKAGE / "pipeline.py"]
    inner = [path for part in parts for path in (PACKAGE / part).rglob("*")]
    for path in sorted([*top, *inner]):
        if path.suffix in _FILES and "__pycache__" not in path.parts:
            digest.update(path.relative_to(PACKAGE).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
