"""Two versions of one article: what was put in, taken out, changed and moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version

from compare.annotation.article import annotate
from compare.diff.changes import version_changes
from compare.diff.matching import matching
from compare.diff.rows import RowMaker, Sides, rows_in_order, text_of
from compare.diff.units import sentence_units
from compare.model.articles import Document
from compare.model.diff import Diff, DiffKind, Field
from compare.model.letters import letter
from compare.model.story import ToolInfo
from compare.text.fold import folded_text
from compare.text.words import word_texts

# So many words in a row are seldom the same by chance.
_RUN = 5
# With so much in common two texts are one, whoever printed them.
_ONE_TEXT = 0.3


def diff_versions(left: Document, right: Document, *, warnings: Sequence[str] = ()) -> Diff:
    """Return the two texts side by side, sentence by sentence, with the changed words marked.

    Nothing is asked of the two: texts without a word in common come out as one taken out and one
    put in.
    """
    one, other = (annotate(_lettered(document, at)) for at, document in enumerate((left, right)))
    sides = Sides(one, sentence_units(one), other, sentence_units(other))
    pairs = matching(left.text, sides.ours, right.text, sides.theirs)
    maker = RowMaker(sides, lambda _: None)
    rows = [*maker.outside(frozenset(Field))]
    rows += [maker.row(p) for p in rows_in_order(len(sides.ours), len(sides.theirs), pairs)]
    return Diff(
        tool=ToolInfo(name="storydiff", version=version("storydiff")),
        kind=DiffKind.VERSIONS,
        left=text_of(one.document),
        right=text_of(other.document),
        rows=tuple(rows),
        changes=tuple(version_changes(one, other, rows)),
        warnings=tuple(warnings),
    )


def are_versions(left: Document, right: Document) -> bool:
    """True for two texts of one address, or with much of their words in common.

    That is 30 % of the runs of five words of the shorter one (shingles, Broder 1997).
    """
    for mine, theirs in ((left.url, right.url), (left.canonical, right.canonical)):
        if mine and mine == theirs:
            return True
    one, other = _shingles(left.text), _shingles(right.text)
    shorter = min(len(one), len(other))
    return bool(shorter) and len(one & other) >= _ONE_TEXT * shorter


def _lettered(document: Document, at: int) -> Document:
    return replace(document, letter=letter(at))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = [folded_text(word) for word in word_texts(text)]
    return set(zip(*(words[start:] for start in range(_RUN)), strict=False))
