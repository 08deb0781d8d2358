"""The same utterance in several outlets: groups of quotes and what each outlet did with them."""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from compare.align.quote_edits import CUTS, TOLD_OF_HEADLINES, WEIGHT, quote_edits_of
from compare.align.speakers import HeardSpeaker, heard_speakers
from compare.align.utterances import PRONOUNS, Utterance, utterances
from compare.model.articles import Article, Document
from compare.model.findings import QuoteChange, QuoteEdit, QuoteGroup, QuoteMember
from compare.model.letters import index
from compare.model.quotes import QuoteKind
from compare.model.verification import Outcome, Rule
from compare.text.persons import same_person
from compare.verify.quotes import verify_cut, verify_given_to_another

# Log-odds that two quotes are one utterance, fitted on labelled pairs of quotes of news stories.
_BASE = -3.3
_LIKENESS, _CONTAINED, _RUN, _ORDER, _SPEAKER, _RARE = 1.0, 1.0, 0.9, 1.15, 2.25, 0.9
_REPORTS = 0.4
_ENOUGH, _SURELY = 0.35, 0.9
_STRANGERS_RUN, _STRANGERS_ORDER, _STRANGERS_RARE = 6, 0.6, 2.0
_MOSTLY = 0.7
_COPIED_RUN = 10
# Two direct quotations of one utterance have a run of words in common, or nearly all words.
_VERBATIM_RUN, _VERBATIM_ORDER = 5, 0.6
_FOREIGN_RUN = 4
# A rare word or two and one speaker make no utterance: a version has so large a part of the words
# of the shorter.
_BORNE_OUT = 0.3
# Of two direct quotations without a run of words in common.
_BORNE_OUT_DIRECT = 0.5
_JOINT = 0.8
_UNKNOWN = 0.15


@dataclass(slots=True)
class QuoteStory:
    """What is worked out once for all quotes of a story; `voice` numbers the speakers.

    `shared_rarity` is the rarity of a word that two quotes share, counted as one.
    """

    said: list[Utterance]
    rarity: Mapping[str, float]
    shared_rarity: Mapping[str, float]
    voice: Mapping[str, int]

    def weight(self, stems: Iterable[str]) -> float:
        """The summed rarity of some stems; a word from outside the story weighs 1."""
        # Sets come in another order in each process; an exact sum does not depend on it.
        return math.fsum(self.rarity.get(stem, 1.0) for stem in stems)

    def part_shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The share, 0..1, of the shorter one's stems that both have, each by its rarity.

        For the words they share the two count as one; else no word of a short story is rare.
        """
        shared = math.fsum(self.shared_rarity.get(stem, 1.0) for stem in one & other)
        alone = min(self.weight(one - other), self.weight(other - one))
        return shared / (shared + alone) if shared else 0.0


def quote_groups(
    articles: Sequence[Article], heard: Sequence[HeardSpeaker] | None = None
) -> tuple[QuoteGroup, ...]:
    """Quotes of two or more articles that carry one utterance, in the order of their first words.

    The order of the articles changes nothing but letters. Quotes with different figures never meet,
    nor do short likenesses in the mouths of different people. `heard` are the voices of the
    articles, where they are known already.
    """
    heard = heard_speakers(articles) if heard is None else heard
    story = quote_story_of(articles, heard)
    scores = _scores(story)
    homes = {article.letter: article.document for article in articles}
    names = {quote.id: voice.name for voice in heard for _, quote in voice.quotes}
    groups = [g for g in _clusters(story, scores) if len({story.said[k].article for k in g}) > 1]
    made = [_group(homes, story, group, scores, names) for group in groups]
    return _with_ids(sorted(made, key=lambda pair: pair[0]))


def quote_story_of(
    articles: Sequence[Article], heard: Sequence[HeardSpeaker] | None = None
) -> QuoteStory:
    """All quotes of some articles, how rare their words are, and who of them is one voice.

    Rarity is the inverse document frequency over the quotes, 0..1.
    """
    said = [u for u in utterances(articles) if u.words]
    counts = Counter(stem for u in said for stem in u.stems)
    top = math.log((len(said) + 1) / 1.5) or 1.0

    def rarity(count: int) -> float:
        return max(0.0, math.log((len(said) + 1) / (count + 0.5)) / top)

    heard = heard_speakers(articles) if heard is None else heard
    known = [v for v in heard if v.name.lower() not in PRONOUNS]
    voice = {i: n for n, v in enumerate(known) for i in v.ids}
    return QuoteStory(
        said,
        {stem: rarity(count) for stem, count in counts.items()},
        {stem: rarity(max(1, count - 1)) for stem, count in counts.items()},
        voice,
    )


def _scores(story: QuoteStory) -> dict[tuple[int, int], float]:
    """The likelihood of each pair of quotes of different articles that share a rare word."""
    by_stem: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(story.said):
        for stem in one.stems:
            by_stem[stem].append(at)
    pairs = {pair for found in by_stem.values() for pair in combinations(found, 2)}
    scored = {}
    for a, b in sorted(pairs):
        if story.said[a].article != story.said[b].article:
            score = likelihood(story.said[a], story.said[b], story)
            if score > 0.0:
                scored[a, b] = score
    return scored


def likelihood(one: Utterance, other: Utterance, story: QuoteStory) -> float:
    """How likely two quotes are the same utterance, 0..1; 0 where something forbids it."""
    if _other_figures(one, other):
        return 0.0
    same = _same_speaker(one, other, story)
    whole = _odds(one, other, same, story)
    if QuoteKind.MIXED not in (one.kind, other.kind):
        return whole
    return max(whole, _odds(_in_marks(one), _in_marks(other), same, story))


def _other_figures(one: Utterance, other: Utterance) -> bool:
    """True when each says a figure that the other does not."""
    return bool(one.numbers - other.numbers and other.numbers - one.numbers)


def _in_marks(one: Utterance) -> Utterance:
    """A mixed quote cut down to its words in quotation marks; others as they are."""
    return one.in_marks if one.kind is QuoteKind.MIXED else one


def _odds(one: Utterance, other: Utterance, same: float, story: QuoteStory) -> float:
    shared = one.stems & other.stems
    if not shared:
        return 0.0
    run = _longest_run(one.lows, other.lows)
    order = _in_order(one.lows, other.lows)
    if (run < _VERBATIM_RUN and _too_little(one, other, shared, order)) or _turned_over(
        one, other, order
    ):
        return 0.0
    rare = story.weight(shared)
    direct = one.kind is QuoteKind.DIRECT and other.kind is QuoteKind.DIRECT
    if direct and run < _VERBATIM_RUN and order < _VERBATIM_ORDER:
        return 0.0
    if same == 0.0 and not _beyond_chance(one, other, run, order, rare):
        return 0.0
    mine, theirs = story.weight(one.stems), story.weight(other.stems)
    shorter, whole = min(mine, theirs), mine + theirs - rare
    borne_out = story.part_shared(one.stems, other.stems)
    if borne_out < _BORNE_OUT or (direct and run < _VERBATIM_RUN and borne_out < _BORNE_OUT_DIRECT):
        return 0.0
    z = _BASE + _SPEAKER * same + _RUN * min(math.log1p(run), 3.0) + _ORDER * order
    z += _LIKENESS * (rare / whole if whole else 0.0) + _CONTAINED * (
        rare / shorter if shorter else 0.0
    )
    z += _RARE * (1 - math.exp(-rare / 2.5))
    z -= _REPORTS * (one.kind is QuoteKind.INDIRECT and other.kind is QuoteKind.INDIRECT)
    return 1 / (1 + math.exp(-z))


def _same_speaker(one: Utterance, other: Utterance, story: QuoteStory) -> float:
    a, b = story.voice.get(one.quote.id), story.voice.get(other.quote.id)
    if a is None or b is None:
        return _UNKNOWN
    if a == b:
        return 1.0
    return _JOINT if _share_one(_name(one), _name(other)) else 0.0


def _name(one: Utterance) -> str:
    return one.quote.speaker.name if one.quote.speaker else ""


def _share_one(one: str, other: str) -> bool:
    """True when two spoke together in one article and one of them alone in the other."""
    if " and " not in one + other:
        return False
    return any(same_person(a, b) for a in one.split(" and ") for b in other.split(" and "))


def _too_little(one: Utterance, other: Utterance, shared: frozenset[str], order: float) -> bool:
    """One common word makes no utterance, unless both say nothing else in quotation marks."""
    if len(shared) > 1:
        return False
    marked = bool(one.quote.marked and other.quote.marked)
    return not (marked and order == 1.0 and len(min(one.lows, other.lows, key=len)) < 4)


def _turned_over(one: Utterance, other: Utterance, order: float) -> bool:
    """A report that denies what the quote says, or the other way round, is another statement."""
    indirect = QuoteKind.INDIRECT in (one.kind, other.kind)
    if one.negated == other.negated:
        return False
    return one.quote.negated or other.quote.negated or (indirect and order < _MOSTLY)


def _beyond_chance(one: Utterance, other: Utterance, run: int, order: float, rare: float) -> bool:
    """What two different speakers must share for it to be one utterance given to two."""
    if run >= _COPIED_RUN:
        return True
    direct = bool(one.quote.marked) and bool(other.quote.marked)
    return (
        direct and run >= _STRANGERS_RUN and order >= _STRANGERS_ORDER and rare >= _STRANGERS_RARE
    )


def _longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    """The most words in a row that both have."""
    best = 0
    before: dict[int, int] = {}
    places: dict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(other):
        places[word].append(j)
    for word in one:
        here = {j: before.get(j - 1, 0) + 1 for j in places.get(word, ())}
        best = max([best, *here.values()])
        before = here
    return best


def _in_order(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of the shorter one's words that the longer has in the same order."""
    from rapidfuzz.distance import LCSseq

    return float(LCSseq.similarity(one, other)) / min(len(one), len(other))


def _clusters(story: QuoteStory, scores: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Average linkage, likeliest pairs first; ties fall by the words, never by letters.

    What was surely cut from one fullest version is joined before what is only likely.
    """
    home = {at: at for at in range(len(story.said))}
    members = {at: [at] for at in home}
    ranked = sorted(scores.items(), key=lambda item: _rank(story, item))
    passes = ((_alike_on_average, _SURELY), (_cuts_of_one, _SURELY), (_alike_on_average, _ENOUGH))
    for joins, least in passes:
        for (a, b), score in ranked:
            one, other = home[a], home[b]
            if score < least or one == other:
                continue
            if joins(story, scores, members[one], members[other]):
                members[one] += members.pop(other)
                home.update(dict.fromkeys(members[one], one))
    return [sorted(found) for found in members.values() if len(found) > 1]


def _alike_on_average(
    story: QuoteStory, scores: Mapping[tuple[int, int], float], one: list[int], other: list[int]
) -> bool:
    return _mean(story, scores, one, other) >= _ENOUGH


def _cuts_of_one(
    story: QuoteStory, scores: Mapping[tuple[int, int], float], one: list[int], other: list[int]
) -> bool:
    """True when each is surely a part of the fullest: two outlets may print different halves."""
    found = one + other
    full = min(found, key=lambda at: _fullness(story.said[at]))
    others = [at for at in found if story.said[at].article != story.said[full].article]
    sure = all(scores.get((min(at, full), max(at, full)), 0.0) >= _SURELY for at in others)
    return sure and all(
        not _other_figures(story.said[a], story.said[b]) for a, b in combinations(found, 2)
    )


def _rank(
    story: QuoteStory, item: tuple[tuple[int, int], float]
) -> tuple[float, list[tuple[str, int]]]:
    (a, b), score = item
    return -score, sorted((story.said[k].text, story.said[k].words[0].span.start) for k in (a, b))


def _mean(
    story: QuoteStory, scores: Mapping[tuple[int, int], float], one: list[int], other: list[int]
) -> float:
    """The mean score of the pairs between two groups, those within one article left out."""
    pairs = [(min(a, b), max(a, b)) for a in one for b in other
             if story.said[a].article != story.said[b].article]  # fmt: skip
    if any(_other_figures(story.said[a], story.said[b]) for a, b in pairs):
        return 0.0
    return sum(scores.get(pair, 0.0) for pair in pairs) / len(pairs) if pairs else 0.0


def _fullness(one: Utterance) -> tuple[int, int, str, int]:
    """The version with most words in quotation marks comes first; then the longest."""
    marked = sum(w.marked and not w.bracketed for w in one.words)
    return -marked, -len(one.words), one.text, one.words[0].span.start


def _group(
    homes: Mapping[str, Document],
    story: QuoteStory,
    found: Sequence[int],
    scores: Mapping[tuple[int, int], float],
    names: Mapping[str, str],
) -> tuple[tuple[str, int], QuoteGroup]:
    group = [story.said[at] for at in found]
    full = min(group, key=_fullness)
    in_order = sorted(group, key=lambda one: (index(one.article), one.quote.parts))
    members = _agreeing([_member(homes, story, full, one) for one in in_order])
    within = [scores[pair] for pair in combinations(found, 2) if pair in scores]
    changes = [m.change for m in members if m.change is not QuoteChange.FULLEST]
    made = QuoteGroup(
        id="",
        speaker=names.get(full.quote.id),
        fullest=full.quote.id,
        members=tuple(members),
        change=min(changes, key=WEIGHT.index),
        confidence=round(sum(within) / len(within), 4),
    )
    return (full.text, full.words[0].span.start), made


def _agreeing(members: Sequence[QuoteMember]) -> list[QuoteMember]:
    """The members, none as given to another where its article gives the words rightly as well."""
    right = {m.article for m in members if QuoteChange.REATTRIBUTED not in m.changes}
    return [_given_rightly(m) if m.article in right else m for m in members]


def _given_rightly(member: QuoteMember) -> QuoteMember:
    changes = tuple(c for c in member.changes if c is not QuoteChange.REATTRIBUTED)
    changes = changes or (QuoteChange.IDENTICAL,)
    return replace(member, change=changes[0], changes=changes)


def _member(
    homes: Mapping[str, Document], story: QuoteStory, full: Utterance, one: Utterance
) -> QuoteMember:
    if one is full:
        return QuoteMember(quote=one.quote.id, article=one.article, change=QuoteChange.FULLEST,
                           changes=(QuoteChange.FULLEST,), kept=one.quote.parts)  # fmt: skip
    found = quote_edits_of(homes[full.article].text, full, one)
    changes, edits = set(found.changes), found.edits
    rules: list[Rule] = []
    same = _same_speaker(full, one, story)
    if same < 1.0:
        # Who quotes the words of another may deny them; that turns nobody's meaning.
        changes.discard(QuoteChange.NEGATION_LOST)
        edits = tuple(e for e in edits if e.change is not QuoteChange.NEGATION_LOST)
        changes = changes or {QuoteChange.ALTERED}
    if same == 0.0:
        given = verify_given_to_another(
            homes[full.article].text, full.quote, homes[one.article].text, one.quote
        )
        if given.outcome is Outcome.KEPT:
            changes.add(QuoteChange.REATTRIBUTED)
            rules += given.rules
    taken = one.kind is not QuoteKind.INDIRECT and len(found.foreign) >= _FOREIGN_RUN
    if taken and _elsewhere(story, full, one, found.foreign):
        changes.add(QuoteChange.SPLICED)
        changes.discard(QuoteChange.ALTERED)
    if changes & CUTS:
        cut = _verified_cuts(homes, full, one, edits)
        rules += cut.rules
        edits = tuple(e for e in edits if e.change not in CUTS or e in cut.kept)
        changes = changes - CUTS | {e.change for e in cut.kept} | cut.instead
    if "headline" in one.quote.flags:
        changes &= TOLD_OF_HEADLINES
        changes = changes or {QuoteChange.IDENTICAL}
        edits = tuple(e for e in edits if e.change in changes)
    if edits:
        rules.append(Rule.WORDS_COMPARED)
    if len(changes) > 1:
        changes -= {QuoteChange.IDENTICAL, QuoteChange.RESPELT}
    ordered = tuple(sorted(changes, key=WEIGHT.index))
    return QuoteMember(quote=one.quote.id, article=one.article, change=ordered[0], changes=ordered,
                       kept=found.kept, lost=found.lost, edits=edits,
                       verified_by=tuple(dict.fromkeys(rules)))  # fmt: skip


@dataclass(slots=True)
class _Cuts:
    """The cuts that were borne out, by which rules, and what stands for those that were not."""

    kept: tuple[QuoteEdit, ...]
    rules: tuple[Rule, ...]
    instead: set[QuoteChange]


def _verified_cuts(
    homes: Mapping[str, Document], full: Utterance, one: Utterance, edits: Sequence[QuoteEdit]
) -> _Cuts:
    """Holds every cut against the whole article that is said to have cut."""
    home, text = homes[one.article], homes[full.article].text
    page = f"{home.headline or ''}\n{home.text}"
    cuts = [e for e in edits if e.change in CUTS and e.gone]
    verdicts = [(e, verify_cut(page, e.gone.of(text))) for e in cuts if e.gone]
    kept = tuple(e for e, verdict in verdicts if verdict.outcome is Outcome.KEPT)
    rules = tuple(rule for _, verdict in verdicts for rule in verdict.rules)
    return _Cuts(kept, rules, {QuoteChange.DIVIDED} if len(kept) < len(cuts) else set())


def _elsewhere(story: QuoteStory, full: Utterance, one: Utterance, words: Sequence[str]) -> bool:
    """True when words the fullest lacks stand in another quote of the same speaker there."""
    return any(
        other.article == full.article
        and other is not full
        and _same_speaker(other, one, story) > 0.0
        and _longest_run(words, other.lows) >= _FOREIGN_RUN
        for other in story.said
    )


def _with_ids(made: Sequence[tuple[tuple[str, int], QuoteGroup]]) -> tuple[QuoteGroup, ...]:
    """Ids from the words of the fullest version, so that they survive another run."""
    used: Counter[str] = Counter()
    found = []
    for (text, _), group in made:
        key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]
        used[key] += 1
        suffix = f"-{used[key]}" if used[key] > 1 else ""
        found.append(replace(group, id=f"u-{key}{suffix}"))
    return tuple(found)
