"""The sources each article names: newsrooms, documents, persons, and those that stay unnamed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from compare.findings import outlet_cues
from compare.findings.outlet_cues import OutletCue
from compare.findings.outlet_names import Outlet, OutletNames
from compare.findings.source_kinds import kind_of, short_name
from compare.model.articles import Article, AsideKind, Sentence
from compare.model.findings import Citation, CitationKind, Evidence
from compare.model.letters import index
from compare.model.quotes import Quote
from compare.model.spans import Span
from compare.text.fold import folded_text
from compare.text.quoted_stretches import quoted_stretches

_NEWSROOMS = (CitationKind.OUTLET, CitationKind.AGENCY)
_AND = re.compile(r",? and (?=the |The |[A-Z])")
_TAIL = re.compile(r"(?:[’']s?)?(?: (?:on )?\w+day)?\Z")
_LINE_PIECE = re.compile(r"[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*)*")
_CREDITS = (AsideKind.CONTRIBUTORS, AsideKind.CREDIT, AsideKind.BYLINE, AsideKind.NOTE)


@dataclass(slots=True)
class _Source:
    """A source of one article while its places are gathered."""

    name: str
    kind: CitationKind
    cited: str | None
    places: list[tuple[Span, Sentence]] = field(default_factory=list)


def citations(articles: Sequence[Article]) -> tuple[Citation, ...]:
    """The sources each article names, in the order of the letters and of first naming.

    Speakers come from the article's quotes, with those who carried the words (`Quote.via`);
    newsrooms also from phrases ("first reported by", "told Reuters", "(AP)"), datelines and credit
    lines. An article that says it found something out itself ("told the Post" in the Post, "seen by
    this newspaper") has a source of the kind own reporting.
    """
    names = OutletNames(articles)
    by_letter = sorted(articles, key=lambda article: index(article.letter))
    return tuple(citation for article in by_letter for citation in _of_article(article, names))


def _of_article(article: Article, names: OutletNames) -> Iterator[Citation]:
    sources: dict[tuple[CitationKind, str], _Source] = {}
    for name, kind, cited, span in _named(article, names):
        sentence = _sentence_of(article, span)
        if sentence is not None:
            key = (kind, folded_text(name).removeprefix("the "))
            source = sources.setdefault(key, _Source(name, kind, cited))
            source.places.append((span, sentence))
    _join_short_names(sources)
    _join_persons(sources)
    for source in sorted(sources.values(), key=lambda one: min(span for span, _ in one.places)):
        yield _citation(article, source)


def _join_short_names(sources: dict[tuple[CitationKind, str], _Source]) -> None:
    """Put "the Post" under the Lowmoor Post where the article names that one too."""
    for (kind, name), short in list(sources.items()):
        full = [
            source
            for (other, whole), source in sources.items()
            if other is kind and whole.endswith(f" {name}")
        ]
        if kind is CitationKind.OUTLET and " " not in name and len(full) == 1:
            full[0].places += short.places
            del sources[kind, name]


def _join_persons(sources: dict[tuple[CitationKind, str], _Source]) -> None:
    """Put a person under the fuller of two names that end alike, where only one fits."""
    people = {key: source for key, source in sources.items() if key[0] is CitationKind.PERSON}
    for key, short in people.items():
        full = [s for k, s in people.items() if k != key and k[1].endswith(f" {key[1]}")]
        if len(full) == 1:
            full[0].places += short.places
            del sources[key]


def _citation(article: Article, source: _Source) -> Citation:
    places = sorted(source.places, key=lambda place: (place[0].start, -place[0].end))
    last = folded_text(source.name).split()[-1]
    named = [span for span, _ in places if last in folded_text(article.words_of(span))]
    span = named[0] if named else places[0][0]
    return Citation(
        article=article.letter,
        source=source.name,
        kind=source.kind,
        sentences=tuple(dict.fromkeys(sentence.id for _, sentence in places)),
        evidence=Evidence(article=article.letter, span=span, text=article.words_of(span)),
        cited=source.cited,
    )


_Named = tuple[str, CitationKind, str | None, Span]


def _named(article: Article, names: OutletNames) -> Iterator[_Named]:
    for quote in article.quotes:
        yield from _of_quote(article, quote, names)
    yield from _in_story(article, names)
    yield from _in_margins(article, names)


def _in_story(article: Article, names: OutletNames) -> Iterator[_Named]:
    """Newsrooms in the article's own words: what a quoted person says was told "us" is not."""
    text = article.document.text
    quoted = [mark.outer for mark in quoted_stretches(text, [p.span for p in article.paragraphs])]

    def written(span: Span) -> bool:
        return not any(words.contains(span) for words in quoted)

    for sentence in article.sentences:
        if sentence.in_story:
            told = (
                cue for cue in outlet_cues.outlet_cues_of(text, sentence.span) if written(cue.whole)
            )
            yield from _newsrooms(article, told, names)
            yield from _agencies(article, outlet_cues.bracketed_names(text, sentence.span), names)
            for span in filter(written, outlet_cues.own_reporting(text, sentence.span)):
                yield article.document.outlet, CitationKind.OWN, None, span


def _in_margins(article: Article, names: OutletNames) -> Iterator[_Named]:
    """Newsrooms in datelines, credit lines and lists of contributors.

    A name in the brackets of a dateline, or after "files from", is that of an agency whatever it
    sounds like.
    """
    text = article.document.text
    for aside in article.asides:
        if aside.kind is AsideKind.DATELINE:
            yield from _wires(article, outlet_cues.bracketed_names(text, aside.span), names)
        elif aside.kind in _CREDITS:
            found = [*outlet_cues.credited_names(text, aside.span), *_whole(text, aside.span)]
            yield from _newsrooms(article, found, names)
            yield from _wires(article, outlet_cues.files_from(text, aside.span), names)


def _wires(article: Article, found: Iterable[OutletCue], names: OutletNames) -> Iterator[_Named]:
    for cue in found:
        printed = article.words_of(cue.name)
        known = [outlet for outlet, _ in _resolved(article, cue.name, names)]
        if not known:
            yield printed, CitationKind.AGENCY, None, cue.whole
        for outlet in known:
            if outlet.letter != article.letter:
                yield outlet.name, outlet.kind, outlet.letter, cue.whole


def _whole(text: str, span: Span) -> Iterator[OutletCue]:
    """A credit line that is nothing but names: "Sable Wire", "Ada Roe/Sable Wire"."""
    for match in _LINE_PIECE.finditer(text, span.start, span.end):
        yield OutletCue(Span(*match.span()), Span(*match.span()))


def _newsrooms(
    article: Article, found: Iterable[OutletCue], names: OutletNames
) -> Iterator[_Named]:
    """The cues that name newsrooms; one that names the article's own outlet is own reporting."""
    for cue in found:
        for outlet, span in _resolved(article, cue.name, names):
            whole = Span(min(cue.whole.start, span.start), max(span.end, _cue_end(cue)))
            if outlet.letter != article.letter:
                yield outlet.name, outlet.kind, outlet.letter, whole
            elif not _is_margin(article, whole):
                yield outlet.name, CitationKind.OWN, None, whole


def _cue_end(cue: OutletCue) -> int:
    """The end of a cue that stands after the name; 0 when it stands before."""
    return cue.whole.end if cue.whole.end > cue.name.end else 0


def _agencies(article: Article, found: Iterable[OutletCue], names: OutletNames) -> Iterator[_Named]:
    """Names in brackets inside the story: only agencies, as anything may stand in brackets."""
    for one in _newsrooms(article, found, names):
        if one[1] is CitationKind.AGENCY:
            yield one


def _resolved(article: Article, span: Span, names: OutletNames) -> Iterator[tuple[Outlet, Span]]:
    """The outlets a span names; a day after a name is no part of it, "and" joins two names."""
    text = article.document.text
    at = span.start
    for piece in _AND.split(span.of(text)):
        start = text.index(piece, at)
        at = start + len(piece)
        bare = _TAIL.sub("", piece)
        outlet = names.find(bare) if bare else None
        if outlet is not None:
            yield outlet, Span(start, start + len(bare))


def _is_margin(article: Article, span: Span) -> bool:
    return any(aside.span.contains(span) for aside in article.asides)


def _of_quote(article: Article, quote: Quote, names: OutletNames) -> Iterator[_Named]:
    cue = quote.cue or quote.parts[0]
    for carrier in quote.via:
        outlet = names.find(carrier) or names.find(f"the {carrier}")
        if outlet is not None and outlet.letter == article.letter:
            yield outlet.name, CitationKind.OWN, None, cue
        elif outlet is not None:
            yield outlet.name, outlet.kind, outlet.letter, cue
    if quote.speaker is None:
        return
    span = quote.speaker_span or cue
    printed = article.words_of(span)
    outlet = names.find(quote.speaker.name) or names.find(printed)
    if outlet is not None and outlet.letter != article.letter:
        yield outlet.name, outlet.kind, outlet.letter, span
    if outlet is None:
        kind = kind_of(quote.speaker, printed)
        if kind is not None:
            yield short_name(quote.speaker.name), kind, None, span


def _sentence_of(article: Article, span: Span) -> Sentence | None:
    """The sentence that holds the span, or its beginning."""
    start = Span(span.start, span.start + 1)
    return next((s for s in article.sentences if s.span.contains(start)), None)
