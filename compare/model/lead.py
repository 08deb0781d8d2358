"""The story in a few sentences: what an editor would say of it, with the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LeadKind(StrEnum):
    """What a sentence of the lead tells."""

    SHARED = "shared"
    FIGURES = "figures"
    CHANGED = "changed with time"
    ALONE = "only here"
    QUOTE = "quote"
    COPY = "shared copy"
    VOICE = "voice"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadSentence:
    """One sentence of the lead.

    `sentences` are the ids of the sentences it rests on, `findings` those of the facts, questions
    about figures, conflicts and quotations.
    """

    kind: LeadKind
    text: str
    sentences: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
