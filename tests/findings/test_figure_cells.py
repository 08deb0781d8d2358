from __future__ import annotations

import pytest

from compare.findings.figure_cells import with_borne_out_figures
from compare.findings.figures import figure_groups
from compare.model.facts import Coverage, Nearest, State
from tests.findings.telling import article, fact, mention

TOLD = "The fire at Orle killed 14 people."
LABEL = "14 people were killed"


def state_of(third: str, *, label: str = LABEL) -> State:
    """What becomes of a cell that says that a third article has the figure perhaps."""
    a, b, c = article("A", TOLD), article("B", TOLD), article("C", third)
    facts = (fact("f", mention(a, TOLD), mention(b, TOLD), label=label),)
    first = c.sentences[0]
    near = Nearest(sentence=first.id, span=first.span, score=0.2)
    cell = Coverage(fact="f", article="C", state=State.PERHAPS, first=None, nearest=near)
    groups = figure_groups((a, b, c), facts)
    (found,) = with_borne_out_figures((cell,), facts, groups, (a, b, c))
    assert found.nearest == near
    return found.state


@pytest.mark.parametrize(
    "third",
    [
        "Twelve people have died at Orle.",
        "Fourteen are dead at Orle.",
        "At least nine people were killed.",
    ],
)
def test_a_cell_with_a_figure_that_counts_the_same_stays_perhaps(third: str) -> None:
    assert state_of(third) is State.PERHAPS


@pytest.mark.parametrize(
    "third",
    [
        "The fire at Orle was the worst in years.",
        "The fire at Orle injured nine people.",
        "The mill at Orle had 40 looms.",
        "The fire at Orle broke out at 10.14 p.m.",
    ],
)
def test_a_cell_without_such_a_figure_is_not_found(third: str) -> None:
    assert state_of(third) is State.NOT_FOUND


def test_a_row_that_is_not_about_the_figure_keeps_its_cells() -> None:
    assert state_of("The fire at Orle was the worst.", label="A fire at Orle") is State.PERHAPS
