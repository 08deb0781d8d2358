"""Does a statement bear out the label of the fact that it is marked for?"""

from __future__ import annotations

from compare.model.verification import Outcome, Rule, Verdict

# Measured on thirteen real stories that nothing was fitted on: of the marks that fit another
# article at .7 or more .91 are right; of those at .5 or more with both rules of words .84 or more;
# of the rest half to two thirds.
_CLOSE = 0.6
_LABEL_SHARE = 0.3
_CORE_SHARE = 0.5
_SURE_ALONE, _SURE_WITH_WORDS = 0.7, 0.5


def verify_mark(
    *, closest: float, label_share: float, core_share: float, same_count: bool = False
) -> Verdict:
    """Return whether a mark is shown, shown as "partly", or not shown.

    `closest` is the score, 0..1, of the statement with the one of another article of the fact that
    it fits best; `label_share` how much of the label's words, by weight, it has itself;
    `core_share` how much of what the statements of the fact have in common it carries itself.
    `same_count` tells that it counts what another statement of the fact counts, such as people
    killed; that alone is enough. So is a very close fit, and a good one with the words of both the
    label and the fact. What holds any other rule bears the label out in part, what holds none does
    not.
    """
    held = {
        Rule.FITS_ANOTHER: closest >= _CLOSE,
        Rule.LABEL_STATED: label_share >= _LABEL_SHARE,
        Rule.CORE_CARRIED: core_share >= _CORE_SHARE,
        Rule.ONE_COUNT: same_count,
    }
    rules = tuple(rule for rule, holds in held.items() if holds)
    in_words = Rule.LABEL_STATED in rules and Rule.CORE_CARRIED in rules
    if same_count or closest >= _SURE_ALONE or (closest >= _SURE_WITH_WORDS and in_words):
        outcome = Outcome.KEPT
    else:
        outcome = Outcome.WEAKENED if rules else Outcome.DROPPED
    return Verdict(outcome=outcome, rules=rules)
