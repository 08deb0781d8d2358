"""Titles before a name, and abbreviations of them that end in a full stop."""

from __future__ import annotations

ABBREVIATED = (
    "Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Sens", "Reps", "Gov", "Lt", "Gen", "Col", "Capt", "Sgt",
    "St", "Jr", "Sr", "Prof", "Rev", "Hon", "Adm", "Maj", "Messrs",
)  # fmt: skip
"""Titles that a full stop may follow without an end of the sentence, as they are printed."""

SEXES = {"mr": "man", "mrs": "woman", "ms": "woman", "miss": "woman"}
"""What a title of courtesy says of a person, by the title in small letters."""

COURTESY = frozenset(SEXES)
"""Titles that everybody has, in small letters."""

FORMAL = COURTESY | frozenset(["dr", "sir", "dame", "lady", "lord", "prof"])
"""Titles that a family name follows, in small letters."""
