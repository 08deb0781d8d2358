"""Every quotation of an article, direct, mixed and indirect, with the one who is said to speak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from compare.annotation import grammar
from compare.annotation.channels import carriers_of, channel_of
from compare.annotation.line_attributions import attributions
from compare.annotation.lines import Line, Token, lines
from compare.annotation.parsed_attributions import parsed_attributions
from compare.annotation.people import People
from compare.annotation.phrases import Phrase
from compare.annotation.quote_rules import QuoteRule
from compare.annotation.repeated_quotations import with_known_speakers
from compare.annotation.speaker_group import speaker_group_of
from compare.annotation.speaker_resolution import ResolvedSpeaker, Resolver
from compare.annotation.speakers import SpeechRow, reported_speech
from compare.english.word_lists import word_list
from compare.model.articles import Document, Name, Paragraph, Part, Sentence
from compare.model.quotes import Quote, QuoteKind, Speaker, Stance
from compare.model.spans import Span
from compare.text.names import name_runs
from compare.text.quoted_stretches import QuotedStretch, quoted_stretches
from compare.text.verbs import verb_stances

_CONTINUING = frozenset([QuoteRule.LINE_BEFORE, QuoteRule.LINE_AFTER, QuoteRule.RUNS_ON])
_TAKEN_OVER = _CONTINUING | {QuoteRule.PARAGRAPH_BEFORE}
_FROM_BEFORE = (QuoteRule.LINE_BEFORE, QuoteRule.PARAGRAPH_BEFORE, QuoteRule.NO_SPEAKER)


@dataclass(slots=True)
class _Found:
    """What will be one quote: its rows and parts in text order."""

    row: SpeechRow
    parts: list[Span]
    marks: list[Span]
    kind: QuoteKind
    flags: list[str] = field(default_factory=list)


def quotes(
    document: Document,
    sentences: Sequence[Sentence],
    paragraphs: Sequence[Paragraph],
    *,
    parse: bool = False,
) -> tuple[Quote, ...]:
    """The quotes of a document in text order; never raises, whatever the text.

    Words are cut exactly: without quotation marks for direct speech, the whole reported clause for
    mixed and indirect speech. Asides such as captions are left out. `parse` reads the lines with
    spaCy as well; MissingExtra names the command that installs it where it is missing.
    """
    text = document.text
    spoken = _lines(text, sentences, paragraphs)
    people = People(text, name_runs(text, [s.span for s in sentences]))
    reported = parsed_attributions(text, spoken) if parse else map(attributions, spoken)
    rows = reported_speech(spoken, list(reported))
    found = _joined(text, sorted(rows, key=lambda row: _place(row)))
    heads = [s.span for s in sentences if s.part is Part.HEADLINE]
    resolver = Resolver(text, spoken, people)
    found = [one for one in found if parse or _is_said(one, resolver)]
    made = with_known_speakers(text, [_quote(text, one, resolver, heads) for one in found])
    letter = document.letter or "A"
    return tuple(replace(q, id=f"{letter}.q{n}") for n, q in enumerate(made, 1))


def names(document: Document, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
    """The names of persons, bodies and places in the text, in order, without their titles."""
    runs = name_runs(document.text, [s.span for s in sentences])
    return tuple(Name(span=run.span, text=run.span.of(document.text)) for run in runs)


def _lines(text: str, sentences: Sequence[Sentence], paragraphs: Sequence[Paragraph]) -> list[Line]:
    """The lines of the story, without those that begin in an aside."""
    spans = [p.span for p in paragraphs]
    asides = {s.span.start for s in sentences if not s.in_story}
    found = lines(text, [s.span for s in sentences], spans, quoted_stretches(text, spans))
    kept = [line for line in found if line.start not in asides]
    for index, line in enumerate(kept):
        line.index = index
    return kept


def _place(row: SpeechRow) -> tuple[int, int]:
    first, last = row.what.contents[0], row.what.contents[-1]
    return row.line.tokens[first[0]].start, row.line.tokens[last[1] - 1].end


def _joined(text: str, rows: Sequence[SpeechRow]) -> list[_Found]:
    """Rows as quotes; a quotation that goes on after its attribution stays one quote."""
    found: list[_Found] = []
    for row in rows:
        one = _found(text, row)
        if one is None:
            continue
        last = found[-1] if found else None
        if last and one.row.line is last.row.line and set(one.parts) <= set(last.parts):
            continue
        if last and (_goes_on(last, one) or _is_second_half(text, last, one)):
            last.parts += one.parts
            last.marks += one.marks
            last.flags += one.flags
            last.row = max(last.row, one.row, key=_sureness)
        else:
            found.append(one)
    return found


def _sureness(row: SpeechRow) -> float:
    return row.what.rule.precision if row.speaker else 0.0


def _found(text: str, row: SpeechRow) -> _Found | None:
    tokens = row.line.tokens
    parts = [_part(text, tokens, phrase) for phrase in row.what.contents]
    spans = [p for p in parts if p is not None]
    if not spans:
        return None
    inside = [t for start, end in row.what.contents for t in tokens[start:end]]
    marks = [t.quote for t in inside if t.quote]
    own = [t for t in inside if t.word]
    kind = QuoteKind.MIXED if marks and own else QuoteKind.DIRECT if marks else QuoteKind.INDIRECT
    if row.what.rule is QuoteRule.LABEL:
        kind = QuoteKind.DIRECT
    return _Found(row, spans, [m.inner for m in marks], kind, _flags(row, marks))


def _part(text: str, tokens: Sequence[Token], phrase: Phrase) -> Span | None:
    """The words of a content, without quotation marks at its ends and without white space."""
    first, last = tokens[phrase[0]], tokens[phrase[1] - 1]
    start = first.quote.inner.start if first.quote else first.start
    end = last.quote.inner.end if last.quote else last.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None


def _flags(row: SpeechRow, marks: Sequence[QuotedStretch]) -> list[str]:
    flags = []
    if row.what.nested:
        flags.append("nested")
    if any(not m.opened for m in marks):
        flags.append("opening mark lost")
    if any(not m.closed and not m.runs_on for m in marks):
        flags.append("closing mark lost")
    if any(m.continues for m in marks):
        flags.append("continued paragraph")
    return flags


def _goes_on(last: _Found, one: _Found) -> bool:
    if last.kind is not QuoteKind.DIRECT or one.kind is not QuoteKind.DIRECT:
        return False
    if one.parts[0].start < last.parts[-1].end:
        return False
    near = one.row.line.index - last.row.line.index <= 1 + (len(last.parts) > 1)
    continued = "continued paragraph" in one.flags
    same = last.row.line.paragraph == one.row.line.paragraph or continued
    either = one.row.what.rule in _CONTINUING or last.row.what.rule is QuoteRule.LINE_AFTER
    speakers = last.row.speaker == one.row.speaker
    runs = continued and last.row.what.rule in _FROM_BEFORE
    return near and same and ((either and speakers) or runs or (continued and speakers))


def _is_said(one: _Found, resolver: Resolver) -> bool:
    """False for a report by what cannot speak: "the cost reflects the delay"."""
    lemma = one.row.what.lemma
    plain = lemma in word_list("plain-speech") or one.row.what.rule in (
        QuoteRule.ACCORDING_TO,
        QuoteRule.NOMINAL,
    )
    if one.kind is not QuoteKind.INDIRECT or one.row.speaker is None or plain:
        return True
    return resolver.is_source(one.row.speaker, one.row.line, told=False)


def _source(one: _Found, resolver: Resolver) -> Span | None:
    """The words that name the speaker, None where they can name nobody who speaks."""
    row = one.row
    if row.speaker is None or row.what.rule in (QuoteRule.LABEL, QuoteRule.SIGNATURE):
        return row.speaker
    if row.speaker.of(resolver.text).isupper():
        return row.speaker
    told = row.what.cue is not None or row.what.rule in _TAKEN_OVER
    return row.speaker if resolver.is_source(row.speaker, row.line, told=told) else None


def _is_second_half(text: str, last: _Found, one: _Found) -> bool:
    """True for "will hold" after "The dam" of the same line, when nobody else speaks between."""
    if last.kind is not QuoteKind.DIRECT or one.kind is not QuoteKind.DIRECT:
        return False
    own = one.row.what.cue is not None and one.row.speaker != last.row.speaker
    first, second = last.parts[-1], one.parts[0]
    whole = text[first.end - 1] in ".?!" or not text[second.start].islower()
    return one.row.line is last.row.line and not whole and not own and second.start > first.end


def _quote(text: str, one: _Found, resolver: Resolver, heads: Sequence[Span]) -> Quote:
    row, line = one.row, one.row.line
    source = _source(one, resolver)
    speaker = _speaker(text, row, resolver) if source else None
    lemma = row.what.lemma or None
    flags = list(dict.fromkeys(one.flags))
    if any(h.start <= line.start < h.end for h in heads):
        flags.append("headline")
    return Quote(
        id="",
        parts=tuple(one.parts),
        kind=one.kind,
        speaker=speaker,
        speaker_span=source,
        cue=_span(line.tokens, row.what.cue),
        cue_lemma=lemma.replace("_", " ") if lemma else None,
        stance=Stance(verb_stances().get(lemma or "", "neutral")),
        negated=row.what.negated or lemma in ("deny", "refute", "rebut"),
        marked=tuple(one.marks),
        via=carriers_of(text, line, row.what),
        channel=channel_of(line, row.what),
        flags=tuple(flags),
        rule=row.what.rule.value,
        confidence=row.what.rule.precision,
    )


def _span(tokens: Sequence[Token], phrase: Phrase | None) -> Span | None:
    return Span(tokens[phrase[0]].start, tokens[phrase[1] - 1].end) if phrase else None


def _speaker(text: str, row: SpeechRow, resolver: Resolver) -> Speaker:
    span = row.speaker
    assert span is not None
    found = resolver.resolve(span, row.line)
    group, place = speaker_group_of(text, found, span)
    inherited = row.what.speaker is None
    return Speaker(
        name=found.name,
        role=_role(found),
        anonymous=found.anonymous,
        aliases=_aliases(found),
        group=group,
        group_evidence=place.of(text) if place else None,
        how="inherited" if inherited and found.how == "name" else found.how,
        group_span=place,
    )


def _role(found: ResolvedSpeaker) -> str | None:
    """The first noun for what somebody is, else the first title: mate before "first"."""
    roles = list(found.person.roles) if found.person else []
    return next((role for role in roles if role in grammar.ROLE), next(iter(roles), None))


def _aliases(found: ResolvedSpeaker) -> tuple[str, ...]:
    if not found.person:
        return ()
    return tuple(sorted(found.person.printed - {found.person.name}))
