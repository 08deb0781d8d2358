"""Titles before a name, and abbreviations of them that end in a full stop."""

from __future__ import annotations

ROLE_OF_SHORT = {
    "Capt": "captain",
    "Col": "colonel",
    "Gen": "general",
    "Gov": "governor",
    "Lt": "lieutenant",
    "Prof": "professor",
    "Rep": "representative",
    "Sen": "senator",
    "Sgt": "sergeant",
}
"""Short titles as they are printed, without their full stop, and the role that each stands for.

A new one is added here and nowhere else: it ends no sentence, is a title before a name, and is the
same as the role where names are compared.
"""

ABBREVIATED = (
    "Mr", "Mrs", "Ms", "Dr", "Sens", "Reps", "St", "Jr", "Sr", "Rev", "Hon", "Adm", "Maj", "Messrs",
    *ROLE_OF_SHORT,
)  # fmt: skip
"""Titles that a full stop may follow without an end of the sentence, as they are printed."""

SEXES = {"mr": "man", "mrs": "woman", "ms": "woman", "miss": "woman"}
"""What a title of courtesy says of a person, by the title in small letters."""

COURTESY = frozenset(SEXES)
"""Titles that everybody has, in small letters."""

FORMAL = COURTESY | frozenset(["dr", "sir", "dame", "lady", "lord", "prof"])
"""Titles that a family name follows, in small letters."""
