"""What the invented story of the market hall shows of the outlets' words."""

from __future__ import annotations

from compare.model.findings import ColumnKind, Rung, Wording
from tests.formats.builder import Draft


def wordings(a: Draft, b: Draft) -> tuple[Wording, ...]:
    """One ladder with two rows."""
    return (
        Wording(
            fact="f-1c0ffe",
            rungs=tuple(
                Rung(articles=(e.article,), evidence=e, cells=(e.span,))
                for e in (a.evidence("fell in"), b.evidence("collapsed"))
            ),
            columns=(ColumnKind.DIFFERING,),
        ),
    )
