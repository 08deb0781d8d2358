"""Short groups of words that several modules ask for."""

from __future__ import annotations

DETERMINERS = frozenset("a an the its his her their".split())
"""What stands before a noun and says nothing of it."""

KINDS_OF_PLACE = (
    "town", "city", "village", "port", "island", "district", "region", "county", "state", "suburb",
)  # fmt: skip
"""What may stand between a preposition and the name of a place: in the town of Sarn."""

SIBILANT_END = r"(?:s|x|z|ch|sh)$"
"""A pattern for words that take -es: boxes, watches."""
