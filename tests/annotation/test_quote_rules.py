"""The rules that find speakers are one closed list, and each has a measured precision."""

from __future__ import annotations

import pytest

from compare.annotation.quote_rules import QuoteRule
from tests import bundled

RULES = {rule.value: rule for rule in QuoteRule}


@pytest.mark.parametrize("rule", QuoteRule)
def test_a_rule_has_a_precision_and_reads_as_text(rule: QuoteRule) -> None:
    assert 0 < rule.precision <= 1
    assert rule == rule.value == f"{rule}"
    assert RULES[rule.value] is rule


def test_a_quote_has_the_name_and_the_precision_of_its_rule() -> None:
    for article in bundled.comparison("demo").articles:
        for quote in article.quotes:
            assert quote.confidence == RULES[quote.rule].precision
            assert type(quote.rule) is str


def test_a_cue_stands_before_or_after_the_words() -> None:
    cues = [rule for rule in QuoteRule if rule.value.startswith("cue ")]
    assert all(rule.is_cue_before is not rule.is_cue_after for rule in cues)
    assert not any(r.is_cue_before or r.is_cue_after for r in QuoteRule if r not in cues)
