"""The colours of the report can be read, and told apart with any colour vision."""

from __future__ import annotations

import pytest

from compare.formats.html import inline_asset
from tests.formats.colour import DEUTAN, GREY, PROTAN, TRITAN, Matrix, contrast, distance, tokens

LIGHT, DARK = tokens(str(inline_asset("report.css")))
both = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
VISIONS = [PROTAN, DEUTAN, TRITAN, GREY]


@both
@pytest.mark.parametrize("ground", ["page", "neutral-tint"])
@pytest.mark.parametrize("ink", ["ink", "muted", "same-ink", "clash-ink", "neutral-ink"])
def test_every_ink_can_be_read(theme: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(theme[ink], theme[ground]) >= 4.5


@both
@pytest.mark.parametrize("tint", ["same-tint", "clash-tint", "neutral-tint"])
def test_body_text_can_be_read_on_every_tint(theme: dict[str, str], tint: str) -> None:
    assert contrast(theme["ink"], theme[tint]) >= 7


@both
@pytest.mark.parametrize("tint", ["same", "clash"])
def test_a_line_can_be_seen_on_its_own_tint(theme: dict[str, str], tint: str) -> None:
    assert contrast(theme[f"{tint}-ink"], theme[f"{tint}-tint"]) >= 3


@both
@pytest.mark.parametrize("seen", VISIONS, ids=["protan", "deutan", "tritan", "grey"])
def test_blue_and_orange_inks_can_be_told_apart(theme: dict[str, str], seen: Matrix) -> None:
    assert distance(theme["same-ink"], theme["clash-ink"], seen) >= 5


@both
@pytest.mark.parametrize("seen", [PROTAN, DEUTAN, TRITAN], ids=["protan", "deutan", "tritan"])
def test_blue_and_orange_tints_can_be_told_apart(theme: dict[str, str], seen: Matrix) -> None:
    assert distance(theme["same-tint"], theme["clash-tint"], seen) >= 5


def test_the_measures_give_known_values() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert distance("#000000", "#ffffff") == pytest.approx(100, abs=0.1)
    assert distance("#b84300", "#b84300", PROTAN) == 0
