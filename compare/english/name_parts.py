"""Small words inside the names of persons, and what stands behind them; all in small letters."""

from __future__ import annotations

PARTICLES = frozenset(
    "de la del da di du van von der den bin ibn al el y e dos das le ten ter".split()
)
"""Words between a given name and a family name that are written small: Ludwig van Beethoven."""

SUFFIXES = frozenset("jr sr ii iii iv".split())
"""What tells apart persons of one name: Sammy Davis Jr."""
