"""Who said what, as the user corrects it, before speakers are verified and texts are aligned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from compare.align.corrections import warning_of
from compare.align.named_sentences import named_quote
from compare.annotation.quote_rules import QuoteRule
from compare.errors import UnmatchedCorrection
from compare.model.articles import Article
from compare.model.corrections import UNNAMED, AppliedCorrection, Correction, CorrectionKind
from compare.model.quotes import Quote, Speaker
from compare.model.spans import Span
from compare.text.fold import fold, folded_text
from compare.verify.speakers import with_verified_speakers


@dataclass(frozen=True, slots=True)
class CorrectedSpeakers:
    """The articles with the speakers that the user names, what was applied, and a warning for each
    correction that was not.
    """

    articles: tuple[Article, ...]
    applied: tuple[AppliedCorrection, ...]
    warnings: tuple[str, ...]


def correct_speakers(
    articles: Sequence[Article], corrections: Iterable[Correction]
) -> CorrectedSpeakers:
    """Return the articles with the speakers of their quotations as the user corrects them.

    A speaker is a name that stands in one of the articles, or UNNAMED; the speakers of all other
    quotations stay as they were found.
    """
    spoken = [one for one in corrections if one.kind is CorrectionKind.SPEAKER]
    # What is shown without a correction, and the names that are known: only speakers borne out.
    shown = tuple(map(with_verified_speakers, articles)) if spoken else ()
    corrected, applied, warnings = list(articles), [], []
    done: set[str] = set()
    for one in spoken:
        assert one.quote is not None
        try:
            place, quote = named_quote(shown, one.quote)
            if quote.id in done:
                raise UnmatchedCorrection(
                    "an earlier one names the speaker of these words already. Delete one of the two"
                )
            mended = _mended(shown, place, quote, one.speaker)
        except UnmatchedCorrection as wrong:
            warnings.append(warning_of(one, wrong))
            continue
        done.add(quote.id)
        corrected[place] = replace(
            corrected[place],
            quotes=tuple(mended if q.id == quote.id else q for q in corrected[place].quotes),
        )
        applied.append(
            AppliedCorrection(
                kind=one.kind,
                source=one.source,
                quotes=(quote.id,),
                speaker=mended.speaker.name if mended.speaker else UNNAMED,
                speaker_before=quote.speaker.name if quote.speaker else "",
                note=one.note,
            )
        )
    return CorrectedSpeakers(tuple(corrected), tuple(applied), tuple(warnings))


def _mended(articles: Sequence[Article], place: int, quote: Quote, wanted: str) -> Quote:
    rule, sure = QuoteRule.CORRECTED.value, QuoteRule.CORRECTED.precision
    mended = replace(
        quote, rule=rule, confidence=sure, speaker=None, speaker_span=None, verified_by=()
    )
    if folded_text(wanted) == UNNAMED:
        return mended
    own = articles[place]
    others = [article for number, article in enumerate(articles) if number != place]
    name = _full_name([own, *others], wanted)
    places = name_places(own.document.text, name)
    if not places and not any(name_places(one.document.text, name) for one in others):
        raise UnmatchedCorrection(
            f"no article has the name “{wanted}”. Copy a name from the texts, or write {UNNAMED}"
        )
    known = [q.speaker for q in own.quotes if q.speaker and q.speaker.name == name]
    speaker = replace(known[0], how="correction") if known else Speaker(name=name, how="correction")
    said = quote.parts[0].start
    nearest = min(places, key=lambda span: (abs(span.start - said), span.start), default=None)
    return replace(mended, speaker=speaker, speaker_span=nearest)


def _full_name(articles: Iterable[Article], wanted: str) -> str:
    """The name under which the articles know a speaker who is called so, else as it is printed."""
    folded = folded_text(wanted)
    for article in articles:
        for quote in article.quotes:
            speaker = quote.speaker
            if speaker and folded in map(folded_text, (speaker.name, *speaker.aliases)):
                return speaker.name
    for article in articles:
        for span in name_places(article.document.text, wanted):
            return " ".join(article.words_of(span).split())
    return wanted


def name_places(text: str, name: str) -> tuple[Span, ...]:
    """Where a name stands in a text as words of its own; other white space makes no difference."""
    folded = fold(text)
    pattern = rf"(?<!\w){re.escape(folded_text(name))}(?!\w)"
    return tuple(folded.original(*found.span()) for found in re.finditer(pattern, folded.text))
