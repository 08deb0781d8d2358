"""What a user says better than the alignment: corrections as written, and those applied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from compare.model.ids import FactId, QuoteId, SentenceId


class CorrectionKind(StrEnum):
    """What a correction does: put together, take apart, make one, pass over, or say who spoke."""

    PIN = "pin"
    SPLIT = "split"
    MERGE = "merge"
    IGNORE = "ignore"
    SPEAKER = "speaker"


UNNAMED = "unnamed"
"""The speaker of words that nobody is to be named for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceName:
    """How a correction names a sentence, or a quotation: by its `id`, or by `outlet` and a piece of
    its `text`.

    An id holds for one order of the sources; outlet and text last.
    """

    id: str = ""
    outlet: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One correction as the user wrote it; `source` names it, like "corrections.toml, pin 2".

    A pin has two or more `sentences`; a split has two, or one and more with one of `facts`; a merge
    has two or more `facts`; what is to be ignored is one of `facts` or one of `findings`. The words
    of `quote` are of the `speaker`, a name that stands in the articles, or of UNNAMED.
    """

    kind: CorrectionKind
    source: str
    sentences: tuple[SentenceName, ...] = ()
    facts: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    quote: SentenceName | None = None
    speaker: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedCorrection:
    """A correction that took effect, with the ids it has to do with in this comparison.

    `facts` are those that the sentences state now; `ignored` are the ids of the facts and findings
    that are not shown as worth a look. `quotes` have the `speaker` now, UNNAMED for none, where
    `speaker_before` was found; it is empty where nobody was.
    """

    kind: CorrectionKind
    source: str
    sentences: tuple[SentenceId, ...] = ()
    facts: tuple[FactId, ...] = ()
    ignored: tuple[str, ...] = ()
    quotes: tuple[QuoteId, ...] = ()
    speaker: str = ""
    speaker_before: str = ""
    note: str = ""


def ignored_ids(corrections: Iterable[AppliedCorrection]) -> frozenset[str]:
    """The ids of the facts and findings that are not shown as worth a look."""
    return frozenset(name for one in corrections for name in one.ignored)
