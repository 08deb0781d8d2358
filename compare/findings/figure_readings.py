"""A figure in its sentence: what is needed to tell whether two figures answer one question."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache

from compare.annotation.figure_values import ValueRelation, value_relation
from compare.english.calendar import ABBREVIATED_MONTHS, MONTHS, WEEKDAY, WEEKDAYS, one_of
from compare.english.numerals import ONE_TO_TWELVE
from compare.findings.figure_ages import whose_age
from compare.findings.figure_words import WordRarity
from compare.model.articles import Article, Sentence
from compare.model.facts import Fact, Mention
from compare.model.figures import Figure, FigureKind
from compare.model.spans import Span
from compare.model.verification import Rule
from compare.text.fold import lower_case
from compare.text.nouns import noun_key
from compare.text.outcomes import OUTCOMES
from compare.text.second_counts import second_source
from compare.text.verbs import acts_told
from compare.text.words import STOP, stem, word_texts, words
from compare.verify.figures import (
    GivenFigure,
    is_capacity,
    is_of_period_before,
    is_planned,
    place_of,
)

# A sentence with more is a list of results or a table, whose words do not tell its figures apart.
MOST_FIGURES = 40
# Every figure of an article is held against all of another; no report of news has so many.
MOST_OF_ARTICLE = 300
_NEAR = 7
_OF_ACTS = (FigureKind.DATE, FigureKind.TIME, FigureKind.DURATION)
_OF_PEOPLE = (FigureKind.COUNT, FigureKind.ORDINAL)
_OUTCOME_STEMS = frozenset(OUTCOMES.values())
# A count of a part, or of what came on top of another count, answers another question.
_PART = re.compile(
    r"(?:\bother|\bothers|\bmore\b(?!\s+than)|\badditional|\bfurther|\banother|\bfirst|\blast(?!\s+(?:year|month|week|night))"
    r"|\bremaining|\bnew|\bcombined|\bcumulative)\b"
)
# "Nine of the 15 members" counts members like "ten members".
_SPELLED = one_of((*ONE_TO_TWELVE[1:], "fifteen", "twenty"))
_OF_THEM = re.compile(
    rf"\s*(?:of\s+(?:them|those|whom|the|their|its)\b(?!\s+(?:\d|{_SPELLED}\b))|others?\b"
    r"|more\b(?!\s+than)|additional)"
)
# "40 hectares of the 412" are a part; "nine of the 15 members" are counted as members.
_OF_AMOUNT = re.compile(r"\s+of\s+(?:the|its|their|those)\s+(?:[$€£]\s?)?\d")
# "Two of whom have died" is the number of dead, "11 of the dead" a part of it.
_OF_WHOM = re.compile(r"\s*of\s+(?:whom|them|those|these)\b")
_WHOLE = re.compile(
    rf"(?:\b(?:\d|{_SPELLED})\s+of\s|\bof\s+(?:the|its|their|all|his|her)\s|\b[Tt]he\s|\w-)$"
)
# A figure that is named to be set aside: "43, not 41", "6,300, down from 9,800".
_DENIED = re.compile(
    r"(?:\bnot|\brather\s+than|\binstead\s+of)\s+(?:(?:the|an?)\s+)?$", re.IGNORECASE
)
_FORMER = re.compile(
    r"(?:\b(?:up|down)\s+from|\bon\s+top\s+of|\b(?:earlier|initial|previous|first)\s+(?:figure|count"
    r"|toll|estimate|report)s?\s+(?:of|was|were))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "The figure", "the toll": what it counts stands in the sentence before.
_THE_FIGURE = re.compile(
    r"(?<!\w)the\s+(?:figure|number|total|count|toll|tally)\s+(?:\w+\s+){0,2}(?:at|to|of|was|is|as)\s+$",
    re.IGNORECASE,
)
# "Three days later" counts from something that the other article may not mean.
_ANCHORED = re.compile(r"\s+(?:later|earlier|after|before|ago|since)(?!\w)")
_WEEKDAY = re.compile(rf"{WEEKDAY}(?![\w,])")
_WHEN = re.compile(r"(?<!\w)(?:on|in|since|from|until)\s+(?:the\s+)?$", re.IGNORECASE)
# "Her interview in early July", "a news release early Tuesday", "the raid on Friday".
_BEFORE_DATE = re.compile(
    r"(?<![\w-])(?P<noun>[a-z]{4,})\s+(?:(?:in|on|at|since|from)\s+)?(?:the\s+)?$"
)
_NAME = re.compile(r"(?<=[\w,;’] )[A-Z][\w’'-]*\w|[A-Z][\w’'-]*\w(?=\s[A-Z])")
_NO_NAMES = frozenset(
    ["The", "Mr", "Mrs", "Ms", "Dr", "President", "In", "On", "At", "But", "And"]
) | {*WEEKDAYS, *MONTHS, *ABBREVIATED_MONTHS}
_CHANGING = re.compile(
    r"(?<!\w)(?:rose|risen|rising|climb(?:ed|s|ing)|grew|grown|increas(?:ed|es|ing)|dropped|fell"
    r"|fallen|jumped|so\s+far|now|still|by\s+(?:midday|noon|evening|nightfall|late|early)"
    r"|up\s+from|down\s+from|death\s+toll|toll\s+(?:rose|stood|stands|now|of|at|to|is|was|has|had)"
    r"|as\s+of|initial(?:ly)?|earlier|at\s+first|(?<!said\s)later|confirmed|revised"
    r"|remain(?:s|ed|ing)?|without\s+(?:power|water|electricity)|missing|contained|counted"
    r"|register(?:ed|ing)|shares|share\s+price|index|stocks?|yields?|trading|traded|futures|quoted|closed\s+at"
    r"|(?:up|down|off)\s+\S+\s+(?:points|percent|cents))(?!\w)",
    re.IGNORECASE,
)
DATES = (FigureKind.DATE, FigureKind.TIME)


@dataclass(frozen=True, kw_only=True)
class FigureItem:
    """A figure of one article with its sentence and the stems around it.

    `noun` is the stem of what is counted, `fate` what became of it ("killed"), `near` the stems
    within seven words, `names` the capitalised words and `beside` the other figures of the
    sentence. `facts` are those that the words around the figure state, `around` those of the rest
    of its sentence. `denies` are figures that the sentence says it is not, `stated` all figures of
    the article that are not set aside so. `part` is True for a count of others or of a part,
    `whole` for one that is taken as known ("the 15 members", "the 15-member council"), `tied`
    unless it may stand for itself, `changing` when the sentence tells of a number that moves,
    `alone` when it holds no other such value, `anchored` for a stretch of time that counts
    from something else, `place` where it is counted, if the clause says so, `acts` for a date what
    it may be the time of. `key` orders items by their content alone.
    """

    article: Article
    figure: Figure
    sentence: Sentence
    stems: frozenset[str]
    near: frozenset[str]
    noun: str
    nouns: frozenset[str]
    fate: str
    facts: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    beside: tuple[Figure, ...]
    denies: tuple[Figure, ...]
    stated: tuple[Figure, ...]
    part: bool
    whole: bool
    tied: bool
    changing: bool
    alone: bool
    anchored: bool
    place: str
    acts: frozenset[int]
    key: tuple[str, int, str]

    @cached_property
    def given(self) -> GivenFigure:
        """The figure in its sentence as a claim to be verified."""
        start = self.figure.span.start - self.sentence.span.start
        counts = [word for word in self.figure.counts.split() if word not in _OUTCOME_STEMS]
        return GivenFigure(
            sentence=self.sentence.span.of(self.article.document.text),
            start=start,
            end=start + self.figure.span.end - self.figure.span.start,
            counts=" ".join(counts),
        )

    @cached_property
    def is_capacity(self) -> bool:
        """True for how many there is room for."""
        return is_capacity(self.given)

    @cached_property
    def is_planned(self) -> bool:
        """True for a figure of a plan, a fear or a forecast."""
        return is_planned(self.given)

    @cached_property
    def is_of_period_before(self) -> bool:
        """True for a figure of the year or quarter before, set against another one."""
        return is_of_period_before(self.given)

    @cached_property
    def stated_of_kind(self) -> tuple[Figure, ...]:
        """The figures of the article, those not set aside, that are of one kind with this one."""
        return tuple(each for each in self.stated if each.kind is self.figure.kind)

    @cached_property
    def middle(self) -> Decimal:
        """The size of a figure: its middle, or the end that is known."""
        ends = [
            end for end in (self.figure.quantity.low, self.figure.quantity.high) if end is not None
        ]
        return abs(sum(ends, Decimal(0)) / max(1, len(ends)))

    @cached_property
    def ends(self) -> frozenset[Decimal]:
        """The ends of the interval that are known."""
        quantity = self.figure.quantity
        return frozenset(end for end in (quantity.low, quantity.high) if end is not None)

    @cached_property
    def clause_stems(self) -> frozenset[str]:
        """The stems of the words in the clause of the figure."""
        return self.clause_of(self.figure)

    def clause_of(self, figure: Figure) -> frozenset[str]:
        """The stems of the words in the clause of a figure of this sentence."""
        start = figure.span.start - self.sentence.span.start
        end = start + figure.span.end - figure.span.start
        return _stems_of_clause(self.sentence.span.of(self.article.document.text), start, end)

    @cached_property
    def names_beside(self) -> frozenset[str]:
        """The capitalised words of the clause that gives the figure."""
        return _names(self.given.clause) - _names_of_source(self.figure)

    def is_alone_in_clause(self) -> bool:
        """True when no other value of its kind stands in its clause."""
        first = self.sentence.span.start
        start, end = self.figure.span.start - first, self.figure.span.end - first
        others = (
            other
            for other in self.beside
            if value_relation(self.figure, other) is ValueRelation.APART
        )
        clause = self.given.clause
        text = self.sentence.span.of(self.article.document.text)
        at = text.find(clause, max(0, start - len(clause)))
        inside = range(at, at + len(clause))
        return at <= start < end and not any(o.span.start - first in inside for o in others)

    @cached_property
    def printed(self) -> str:
        """The figure as printed."""
        return self.article.words_of(self.figure.span)


@lru_cache(maxsize=8192)
def _stems_of_clause(sentence: str, start: int, end: int) -> frozenset[str]:
    clause = GivenFigure(sentence=sentence, start=start, end=end).clause
    found = map(_stem, word_texts(clause))
    return frozenset(w for w in found if w not in STOP and not any(c.isdigit() for c in w))


def story_items(
    articles: Sequence[Article], facts: Sequence[Fact]
) -> tuple[list[FigureItem], WordRarity]:
    """Every figure of the articles as an item, and the rarity of the words in all sentences."""
    stated = _facts_by_place(facts)
    items: list[FigureItem] = []
    everything: list[frozenset[str]] = []
    for article in articles:
        held = {s.id: _stems(article, s.span) for s in article.sentences if s.in_story}
        everything += held.values()
        aside = {f.id for f in article.figures if _is_set_aside(article.document.text, f)}
        figures = article.figures[:MOST_OF_ARTICLE]
        standing = tuple(f for f in figures if f.id not in aside)
        stands = {f.id for f in standing}
        for sentence, inside in _by_sentence(article):
            if sentence.id in held and len(inside) <= MOST_FIGURES:
                beside = tuple(f for f in inside if f.id in stands)
                items += [
                    _item(
                        article,
                        sentence,
                        figure,
                        held[sentence.id],
                        inside,
                        beside,
                        stated,
                        standing,
                    )
                    for figure in inside
                    if figure.id not in aside
                ]
    return items, WordRarity(everything)


def _by_sentence(article: Article) -> Iterator[tuple[Sentence, list[Figure]]]:
    """Each sentence with the figures in it, of the first so many of the article."""
    starts = [figure.span.start for figure in article.figures[:MOST_OF_ARTICLE]]
    for sentence in article.sentences:
        first = bisect_left(starts, sentence.span.start)
        last = bisect_left(starts, sentence.span.end)
        yield sentence, list(article.figures[first:last])


def left_out_warnings(articles: Sequence[Article]) -> tuple[str, ...]:
    """A warning for each outlet with more figures, in a sentence or in all, than are compared."""
    listing, many = (
        sorted({article.document.outlet for article in articles if test(article)})
        for test in (_has_list, lambda article: len(article.figures) > MOST_OF_ARTICLE)
    )
    return (
        *(
            f"{outlet} has a list or a table of more than {MOST_FIGURES} figures; they are not set "
            "against those of others."
            for outlet in listing
        ),
        *(
            f"{outlet} has more than {MOST_OF_ARTICLE} figures; those behind them are not set "
            "against those of others."
            for outlet in many
        ),
    )


def _has_list(article: Article) -> bool:
    return any(len(inside) > MOST_FIGURES for _, inside in _by_sentence(article))


def _is_set_aside(text: str, figure: Figure) -> bool:
    start = figure.span.start
    return _is_denied(text, figure) or _FORMER.search(text, max(0, start - 40), start) is not None


def _is_denied(text: str, figure: Figure) -> bool:
    return _DENIED.search(text, max(0, figure.span.start - 20), figure.span.start) is not None


def _facts_by_place(facts: Sequence[Fact]) -> dict[tuple[str, str], list[tuple[Span, str]]]:
    """The facts stated in each sentence, and where; not those that a reader alone finds there.

    A row of figures needs a fact that the words bear out.
    """
    stated: dict[tuple[str, str], list[tuple[Span, str]]] = {}
    for fact in facts:
        for mention in fact.mentions:
            if _is_read_alone(mention):
                continue
            place = (mention.article, mention.sentence)
            stated.setdefault(place, []).append((mention.span, fact.id))
    return stated


def _is_read_alone(mention: Mention) -> bool:
    rules = mention.verified_by
    return Rule.READ_AS_SAME in rules and Rule.FITS_ANOTHER not in rules


def _item(
    article: Article,
    sentence: Sentence,
    figure: Figure,
    stems: frozenset[str],
    inside: Sequence[Figure],
    beside: Sequence[Figure],
    stated: dict[tuple[str, str], list[tuple[Span, str]]],
    standing: tuple[Figure, ...],
) -> FigureItem:
    text = sentence.span.of(article.document.text)
    start, end = figure.span.start - sentence.span.start, figure.span.end - sentence.span.start
    if figure.kind is FigureKind.AGE and not figure.counts:
        figure = replace(figure, counts=whose_age(article, sentence, figure))
    counts = _counts(article, sentence, figure, standing).split()
    told = stated.get((article.letter, sentence.id), [])
    near = frozenset(fact for span, fact in told if span.overlaps(figure.span))
    held = _OUTCOME_STEMS if figure.kind in _OF_PEOPLE else frozenset[str]()
    fates = [word for word in counts if word in held]
    reach = _near(text, start, end)
    told_of = [word for word in counts if word not in held and word != "or"]
    nouns = [_noun_stem(word) for word in told_of]
    return FigureItem(
        article=article,
        figure=figure,
        sentence=sentence,
        stems=stems,
        near=reach,
        noun=nouns[-1] if nouns else "",
        nouns=frozenset(nouns),
        fate=" ".join(sorted(fates)),
        facts=near,
        around=frozenset(fact for _, fact in told) - near,
        names=_names(text) - _names_of_source(figure),
        beside=tuple(other for other in beside if other.id != figure.id),
        denies=tuple(
            other
            for other in inside
            if other.id != figure.id and _is_denied(article.document.text, other)
        ),
        stated=standing,
        part=_is_part(figure, text, start, end) and not (fates and _OF_WHOM.match(text, end)),
        whole=figure.kind is not FigureKind.AGE
        and (
            _WHOLE.search(text, max(0, start - 16), start) is not None or text[end : end + 1] == "-"
        ),
        tied=_is_tied(figure, text, start),
        changing=_is_changing(text, figure),
        alone=_is_alone(figure, inside) and not _is_anchored(figure, text, end),
        anchored=_is_anchored(figure, text, end),
        place=place_of(GivenFigure(text, start, end)) if figure.kind is FigureKind.COUNT else "",
        acts=_acts(map(stem, told_of), reach, text, start)
        if figure.kind in _OF_ACTS
        else frozenset(),
        key=(text, start, article.document.sha256),
    )


def _acts(nouns: Iterable[str], near: frozenset[str], text: str, start: int) -> frozenset[int]:
    """The acts that a date may be of: the nearest verb's, and the noun's right before the date."""
    before = _BEFORE_DATE.search(text, max(0, start - 60), start)
    told = acts_told([*nouns, *([stem(before["noun"])] if before else [])])
    return told | (acts_told(near) - acts_told(["say"]))


def _names(text: str) -> frozenset[str]:
    """The capitalised words of a sentence, its first word only when another follows it."""
    found = (match.removesuffix("’s").removesuffix("'s") for match in _NAME.findall(text))
    return frozenset(name.lower() for name in found if name not in _NO_NAMES)


def _names_of_source(figure: Figure) -> frozenset[str]:
    """The names of who gives a figure: two sources may speak of one thing."""
    return frozenset(lower_case(word) for word in word_texts(figure.source or ""))


def stems_counted(figure: Figure) -> frozenset[str]:
    """The stems of the words that say what a figure counts, without what became of it."""
    return frozenset(_noun_stem(word) for word in figure.counts.split()) - _OUTCOME_STEMS


def has_outcome(figure: Figure) -> bool:
    """True where the words say what became of those counted."""
    return not _OUTCOME_STEMS.isdisjoint(figure.counts.split())


def _noun_stem(word: str) -> str:
    return "peopl" if word in ("person", "persons") else _stem(word)


def _stem(word: str) -> str:
    """The stem of a word, or of the one that stands for all nouns of one thing."""
    return noun_key(stem(word))


def _is_tied(figure: Figure, text: str, start: int) -> bool:
    """True unless the figure may stand for itself: a dateline, a stamp, a sum in brackets."""
    if text[max(0, start - 1) : start] == "(" and figure.kind is not FigureKind.AGE:
        return False
    if figure.kind is not FigureKind.DATE:
        return True
    return bool(_WEEKDAY.match(text, start) or _WHEN.search(text, max(0, start - 8), start))


def _is_changing(text: str, figure: Figure) -> bool:
    """True when the sentence tells of a number that moves; missing money does not turn up."""
    told = (match.group().lower() for match in _CHANGING.finditer(text))
    return any(figure.kind is not FigureKind.MONEY or word != "missing" for word in told)


def _is_anchored(figure: Figure, text: str, end: int) -> bool:
    """True for a stretch of time that counts from something else."""
    return figure.kind is FigureKind.DURATION and _ANCHORED.match(text, end) is not None


def _is_alone(figure: Figure, inside: Sequence[Figure]) -> bool:
    return not any(value_relation(figure, other) is ValueRelation.APART for other in inside)


def _counts(
    article: Article, sentence: Sentence, figure: Figure, standing: tuple[Figure, ...]
) -> str:
    """What the figure counts; for "the toll" or "the union at 350", what the one before counts."""
    text = article.document.text
    if figure.counts or figure.kind is not FigureKind.COUNT:
        return figure.counts
    start, end = figure.span.start - sentence.span.start, figure.span.end - sentence.span.start
    again = _THE_FIGURE.search(text, max(0, figure.span.start - 50), figure.span.start)
    before = [f for f in standing if f.kind is FigureKind.COUNT and f.span < figure.span]
    if not before or not (again or second_source(sentence.span.of(text), start, end)):
        return ""
    nearest = article.sentences[max(0, article.index_of(sentence.id) - 1)].span.start
    return before[-1].counts if again or before[-1].span.start >= nearest else ""


def _is_part(figure: Figure, text: str, start: int, end: int) -> bool:
    """True for a count of others or of some; a share is always of something."""
    if figure.kind is FigureKind.PERCENT:
        return False
    before = text[max(0, start - 16) : start].rsplit(",", 1)[-1]
    if figure.kind in (FigureKind.MONEY, FigureKind.MEASURE):
        return bool(_OF_AMOUNT.match(text, end) or _PART.search(before))
    return bool(_OF_THEM.match(text[end : end + 20]) or _PART.search(before))


def _stems(article: Article, span: Span) -> frozenset[str]:
    found = map(_stem, word_texts(article.document.text, span))
    return frozenset(word for word in found if word not in STOP and not word.isdigit())


def _near(text: str, start: int, end: int) -> frozenset[str]:
    """The stems of the words within reach of a figure, the figure itself left out."""
    spans = words(text)
    before = [span for span in spans if span.end <= start][-_NEAR:]
    after = [span for span in spans if span.start >= end][:_NEAR]
    found = (_stem(span.of(text)) for span in (*before, *after))
    return frozenset(word for word in found if word not in STOP and not word.isdigit())
