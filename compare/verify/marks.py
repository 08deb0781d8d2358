"""Does a statement bear out the label of the fact that it is marked for?"""

from __future__ import annotations

from compare.model.verification import Outcome, Rule, Verdict

# Measured on thirteen real stories that nothing was fitted on: of the marks that fit another
# article at .85 or more .94 are right, of those at .5 or more that share three tenths of the
# label's plain words .82 or more; of those below .4 with next to none of these words a third.
_CLOSE = 0.6
_LABEL_SHARE = 0.3
_CORE_SHARE = 0.5
_SURE_ALONE, _SURE_WITH_WORDS, _PLAIN_SHARE = 0.85, 0.5, 0.3
_FAR, _HARDLY_ANY = 0.4, 0.15
# A label may say more than a statement that fits it, such as what somebody did beside who it was.
_MOST_OF_LABEL, _NEARLY_ALL = 0.6, 0.85


def verify_mark(
    *,
    closest: float,
    label_share: float,
    core_share: float,
    plain_share: float,
    same_count: bool = False,
    read_as_same: bool = False,
) -> Verdict:
    """Return whether a mark is shown, shown as "partly", or not shown.

    `closest` is the score, 0..1, of the statement with the one of another article of the fact that
    it fits best; `label_share` how much of the label's words, by weight, it has itself,
    `plain_share` the same for words that are no names; `core_share` how much of what the statements
    of the fact have in common it carries itself. `same_count` tells that it counts what another
    statement of the fact counts, such as people killed; that alone is enough. So is most of the
    label's words with a very close fit, or nearly all of them with a good one. What holds any
    other rule bears the label out in part. What holds none does not, nor does what shares names
    alone and fits badly. `read_as_same` tells that a reader of the user's own put it beside
    statements of other articles: that bears the label out in part, and a count needs most of the
    label too.
    """
    held = {
        Rule.FITS_ANOTHER: closest >= _CLOSE,
        Rule.LABEL_STATED: label_share >= _LABEL_SHARE,
        Rule.PLAIN_WORDS_STATED: plain_share >= _PLAIN_SHARE,
        Rule.CORE_CARRIED: core_share >= _CORE_SHARE,
        Rule.ONE_COUNT: same_count,
        Rule.READ_AS_SAME: read_as_same,
    }
    rules = tuple(rule for rule, holds in held.items() if holds)
    in_plain_words = closest >= _SURE_WITH_WORDS and plain_share >= _PLAIN_SHARE
    most, nearly_all = label_share >= _MOST_OF_LABEL, label_share >= _NEARLY_ALL
    counted = same_count and (most or not read_as_same)
    if counted or (most and closest >= _SURE_ALONE) or (nearly_all and in_plain_words):
        return Verdict(outcome=Outcome.KEPT, rules=rules)
    weak = closest < _FAR and plain_share < _HARDLY_ANY and not read_as_same
    borne = [rule for rule in rules if rule is not Rule.PLAIN_WORDS_STATED]
    if weak or not (borne or in_plain_words):
        return Verdict(outcome=Outcome.DROPPED, rules=())
    return Verdict(outcome=Outcome.WEAKENED, rules=rules)
