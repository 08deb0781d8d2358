"""No function of the text layer takes much more than twice the work for twice the text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.fuzz.growth import ANNOTATED, FUNCTIONS, MOST, exponents, missing_valgrind
from tests.fuzz.shapes import SHAPES

# One shape for each kind of care a function may lack; the long mode takes all of them.
TELLING = ("digits", "spaces", "apostrophes", "question marks", "names and commas", "said he said")
PLAIN = [name for name in FUNCTIONS if name != ANNOTATED]


def test_every_shape_has_a_length_that_follows_the_number() -> None:
    assert len(SHAPES) >= 40
    for name, shape in SHAPES.items():
        assert 3_000 < len(shape(4_000)) < 5_000, name


@pytest.mark.skipif(bool(missing_valgrind()), reason=missing_valgrind() or "valgrind is there")
@pytest.mark.parametrize(
    ("names", "shapes", "length"), [(PLAIN, TELLING, 500), ([ANNOTATED], TELLING[-2:], 2_000)]
)
def test_no_function_of_the_text_layer_grows_with_the_square(
    names: Sequence[str], shapes: Sequence[str], length: int
) -> None:
    found = list(exponents(names, shapes, length))
    assert len(found) > 0.8 * len(names) * len(shapes)
    assert not [f"{name}, {shape}: {grown:.2f}" for name, shape, grown in found if grown > MOST]
