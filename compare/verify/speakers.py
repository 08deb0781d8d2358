"""Is the speaker of a quotation borne out by the words that introduce it?"""

from __future__ import annotations

import re
from dataclasses import replace

from compare.annotation.quote_rules import QuoteRule
from compare.model.articles import Article
from compare.model.quotes import Quote, Speaker
from compare.model.verification import Outcome, Rule, Verdict
from compare.text.fold import folded_text
from compare.verify.speaker_names import is_piece_of_sentence, without_verb

# The least share of right speakers for which a rule may name one.
SURE_ENOUGH = 0.9
# How far back the name may stand that a pronoun takes up, in characters.
_REACH = 2500
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_POSSESSIVE = re.compile(r"'s?(?![a-z])")
_PRONOUNS = frozenset(
    """
    he she they it we i you who him her them his their both that which one another each all
    """.split()
)


def with_verified_speakers(article: Article) -> Article:
    """The article with every speaker verified: one that fails stays unnamed.

    What names the speaker is kept as `speaker_span`, so that a reader can judge it.
    """
    return replace(
        article, quotes=tuple(_verified(article.document.text, q) for q in article.quotes)
    )


def _verified(text: str, quote: Quote) -> Quote:
    if quote.speaker is None:
        return quote
    name = without_verb(quote.speaker.name)
    if name != quote.speaker.name and quote.rule != QuoteRule.CORRECTED:
        quote = replace(quote, speaker=replace(quote.speaker, name=name))
    verdict = verify_speaker(text, quote)
    if verdict.outcome is Outcome.KEPT:
        return replace(quote, verified_by=verdict.rules)
    return replace(quote, speaker=None)


def verify_speaker(text: str, quote: Quote) -> Verdict:
    """Check the speaker of a quote against the words that introduce it in its article.

    WEAKENED, which leaves the quote without a speaker, where the rule that found the speaker is
    right in fewer than `SURE_ENOUGH` of its cases, where its name is a piece of a sentence, or
    where the words say somebody else. A speaker whom the reader names is held against the place of
    the name alone, if this article has it.
    """
    speaker, span = quote.speaker, quote.speaker_span
    if speaker is not None and quote.rule == QuoteRule.CORRECTED:
        stands = span is None or _words(span.of(text)) == _words(speaker.name)
        outcome = Outcome.KEPT if stands else Outcome.WEAKENED
        return Verdict(outcome=outcome, rules=(Rule.SPEAKER_CORRECTED,) if stands else ())
    if speaker is None or span is None:
        return Verdict(outcome=Outcome.WEAKENED, rules=())
    if is_piece_of_sentence(speaker.name):
        return Verdict(outcome=Outcome.WEAKENED, rules=())
    if quote.confidence < SURE_ENOUGH:
        return Verdict(outcome=Outcome.WEAKENED, rules=(Rule.RULE_TOO_WEAK,))
    rule = _naming_rule(text, speaker, span.of(text), span.start)
    if rule is None:
        return Verdict(outcome=Outcome.WEAKENED, rules=())
    taken_over = (Rule.SPEAKER_SAME,) if quote.rule == QuoteRule.LINE_BEFORE else ()
    return Verdict(outcome=Outcome.KEPT, rules=(rule, *taken_over))


def verify_read_speaker(text: str, quote: Quote) -> tuple[Rule, ...]:
    """Return the rules that bear out a speaker whom a reader took a pronoun for; none if none does.

    The name must stand in the article before the pronoun, within the reach of one.
    """
    speaker, span = quote.speaker, quote.speaker_span
    if speaker is None or span is None or not is_pronoun(span.of(text)):
        return ()
    rule = _naming_rule(text, speaker, span.of(text), span.start)
    return (rule, Rule.READ_AS_NAME) if rule else ()


def is_pronoun(words: str) -> bool:
    """True for the words that stand for somebody named elsewhere, such as "she"."""
    found = _words(words)
    return bool(found) and set(found) <= _PRONOUNS


def _naming_rule(text: str, speaker: Speaker, said: str, start: int) -> Rule | None:
    """By which rule the words `said`, at `start`, stand for the speaker."""
    words, name = _words(said), _words(speaker.name)
    if not name or set(name) <= _PRONOUNS:
        return None
    if words and set(words) <= _PRONOUNS:
        before = folded_text(text[max(0, start - _REACH) : start])
        return Rule.SPEAKER_BY_PRONOUN if _holds(before, name) else None
    if set(name) <= set(words):
        named = any(word[:1].isupper() for word in _WORD.findall(speaker.name))
        return Rule.SPEAKER_NAMED if named else Rule.SPEAKER_DESCRIBED
    whole = folded_text(text)
    if set(name) & set(words):
        return Rule.SPEAKER_SHORTENED if _holds(whole, name) else None
    # "The girl's mother" is the role of somebody beside another person.
    related = _POSSESSIVE.search(folded_text(said)) is not None
    return Rule.SPEAKER_BY_ROLE if _holds(whole, name) and not related else None


def _words(text: str) -> list[str]:
    return [word.removesuffix("'s") for word in _WORD.findall(folded_text(text))]


def _holds(text: str, name: list[str]) -> bool:
    """True when the last word of the name stands in the text."""
    last = next((word for word in reversed(name) if word not in ("jr", "sr")), name[-1])
    return re.search(rf"(?<![^\W_]){re.escape(last)}(?![^\W_])", text) is not None
