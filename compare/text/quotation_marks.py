"""The quotation marks of all languages that are read, in one table.

To read the marks of another language, add them here: folding, pairing and every pattern that looks
for a mark take them from this table.
"""

from __future__ import annotations

import re

DOUBLE_OPENING = "“„‟«"
"""Double marks that open; „ opens in German and Polish, « in French, and “ closes in German."""
DOUBLE_CLOSING = "”»"
DOUBLE_EITHER = '"″'
SINGLE_OPENING = "‘‚‛‹"
SINGLE_CLOSING = "’›"
SINGLE_EITHER = "'`"
DOUBLED = ("''", "``", "‘‘", "’’")
"""Two single marks that stand for a double one."""
LIKE_SINGLE = "′´ʼ"
"""Other signs that are printed for a single mark or an apostrophe."""

DOUBLE = DOUBLE_OPENING + DOUBLE_CLOSING + DOUBLE_EITHER
SINGLE = SINGLE_OPENING + SINGLE_CLOSING + SINGLE_EITHER
OPENING = DOUBLE_OPENING + SINGLE_OPENING


def any_of(marks: str) -> str:
    """Return the inside of a class of characters of a pattern, such as `[...]`, for the marks."""
    return "".join(re.escape(mark) for mark in marks)
