"""What the user corrects, applied to the groups of sentences before they become facts.

Merges come first, then pins, then splits, each in the order of the file; a split has the last word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.align.fact_ids import fact_ids, in_order
from compare.align.facts import Grouped
from compare.align.groups import Group, groups, mean_score
from compare.align.named_sentences import named_sentence, sentence_id
from compare.align.scores import Scores
from compare.errors import UnmatchedCorrection
from compare.model.corrections import AppliedCorrection, Correction, CorrectionKind

_UNDONE = "a split takes apart again what it puts together. Delete one of the two"
_JOINING = (CorrectionKind.PIN, CorrectionKind.MERGE)
_SEE_IDS = "Look the id up with 'storydiff show' or in the JSON file"


@dataclass(frozen=True, slots=True)
class Corrected:
    """The groups as corrected, the corrections that are in force, and a warning for each other.

    `before` has the groups by the ids of their facts as they were without corrections. `held` are
    the sentences that each correction in force speaks of.
    """

    groups: tuple[Group, ...]
    before: Mapping[str, Group]
    held: tuple[tuple[Correction, Group], ...]
    warnings: tuple[str, ...]


def corrected(scores: Scores, floor: float, corrections: Sequence[Correction]) -> Corrected:
    """The groups of sentences that state one fact, as `groups` finds them and the user corrects.

    Without corrections they are exactly those that `groups` finds.
    """
    found = groups(scores, floor)
    if not corrections:
        return Corrected(tuple(found), {}, (), ())
    return _Desk(scores, found).after(corrections)


def in_force(
    corrections: Corrected, grouped: Sequence[Grouped], scores: Scores, findings: Iterable[str]
) -> tuple[tuple[AppliedCorrection, ...], tuple[str, ...]]:
    """The corrections with the facts they led to, and warnings about what cannot be ignored.

    `findings` are the ids of all findings of the comparison.
    """
    known = set(findings)
    applied: list[AppliedCorrection] = []
    warnings: list[str] = []
    for correction, numbers in corrections.held:
        try:
            ignored = _ignored(correction, corrections.before, grouped, known)
        except UnmatchedCorrection as wrong:
            warnings.append(_warning(correction, wrong))
            continue
        applied.append(
            AppliedCorrection(
                kind=correction.kind,
                source=correction.source,
                sentences=tuple(sorted(sentence_id(scores.story, n) for n in numbers)),
                facts=_facts_of(correction, numbers, grouped),
                ignored=ignored,
                note=correction.note,
            )
        )
    return tuple(applied), tuple(warnings)


class _Desk:
    """The groups while they are corrected; one sentence may be in several."""

    def __init__(self, scores: Scores, found: Sequence[Group]) -> None:
        self.scores = scores
        self.groups = list(found)
        self.before = self._by_id()

    def after(self, corrections: Sequence[Correction]) -> Corrected:
        """All corrections applied as far as they match."""
        steps: dict[CorrectionKind, Callable[[Correction], Group]] = {
            CorrectionKind.MERGE: self._merge,
            CorrectionKind.PIN: self._pin,
            CorrectionKind.SPLIT: self._split,
        }
        held: dict[int, Group] = {
            place: () for place, one in enumerate(corrections) if one.kind is CorrectionKind.IGNORE
        }
        failed: dict[int, str] = {}
        for kind, step in steps.items():
            for place, one in enumerate(corrections):
                if one.kind is kind:
                    try:
                        held[place] = step(one)
                    except UnmatchedCorrection as wrong:
                        failed[place] = _warning(one, wrong)
        for place in self._undone(corrections, held):
            del held[place]
            failed[place] = _warning(corrections[place], UnmatchedCorrection(_UNDONE))
        return Corrected(
            groups=tuple(sorted(self.groups)),
            before=self.before,
            held=tuple((corrections[place], held[place]) for place in sorted(held)),
            warnings=tuple(failed[place] for place in sorted(failed)),
        )

    def _by_id(self) -> dict[str, Group]:
        story = self.scores.story
        ids = fact_ids(story, in_order(story, self.groups))
        return {name: group for group, name in ids.items()}

    def _merge(self, one: Correction) -> Group:
        parts = [self._fact(name) for name in one.facts]
        union = tuple(sorted({number for part in parts for number in part}))
        self._replace(parts, union)
        return union

    def _pin(self, one: Correction) -> Group:
        pinned = self._sentences(one)
        touched = [group for group in self.groups if not pinned.isdisjoint(group)]
        if not any(pinned <= set(group) for group in touched):
            best = max(touched, key=lambda group: self._fit(group, pinned), default=())
            self._replace([best], tuple(sorted({*best, *pinned})))
        return tuple(sorted(pinned))

    def _fit(self, group: Group, pinned: set[int]) -> tuple[int, float, Group]:
        """How well the pinned sentences stand in a group, to be compared."""
        union = tuple(sorted({*group, *pinned}))
        return len(pinned & set(group)), mean_score(self.scores, union), group

    def _split(self, one: Correction) -> Group:
        taken = self._sentences(one)
        if one.facts:
            self._take_out(self._fact(one.facts[0]), taken, one.facts[0])
        else:
            for group in [group for group in self.groups if taken <= set(group)]:
                worse = min(taken, key=lambda number: (self._likeness(number, group), -number))
                self._replace([group], tuple(n for n in group if n != worse))
        return tuple(sorted(taken))

    def _take_out(self, fact: Group, taken: set[int], name: str) -> None:
        strange = sorted(taken - set(fact))
        if strange:
            which = sentence_id(self.scores.story, strange[0])
            raise UnmatchedCorrection(
                f"{which} does not state {name}. Name a sentence that the fact has"
            )
        rest = tuple(number for number in fact if number not in taken)
        if not rest:
            raise UnmatchedCorrection(f"{name} has no other sentence. Leave one of them in")
        self._replace([fact], rest)
        self._replace([], tuple(sorted(taken)))

    def _likeness(self, number: int, group: Group) -> float:
        """How well a sentence fits the other sentences of its group."""
        return sum(self.scores.of(number, other) for other in group if other != number)

    def _replace(self, old: Iterable[Group], new: Group) -> None:
        """Puts a group in the place of others and of those whose sentences it holds anyway."""
        gone = set(old)
        kept = [group for group in self.groups if group not in gone and not set(group) <= set(new)]
        held = any(set(new) <= set(group) for group in kept)
        self.groups = kept if held or len(new) < 2 else [*kept, new]

    def _fact(self, name: str) -> Group:
        return _meant(name, self.before, self._by_id())

    def _sentences(self, one: Correction) -> set[int]:
        found = {named_sentence(self.scores.story, name) for name in one.sentences}
        if len(found) < len(one.sentences):
            raise UnmatchedCorrection("it names one sentence twice. Name two different ones")
        return found

    def _undone(self, corrections: Sequence[Correction], held: Mapping[int, Group]) -> list[int]:
        """The pins, and the merges, that splits took apart."""
        return [
            place
            for place, numbers in held.items()
            if corrections[place].kind in _JOINING
            and not any(_joins(corrections[place], numbers, group) for group in self.groups)
        ]


def _meant(name: str, before: Mapping[str, Group], now: Mapping[str, Group]) -> Group:
    """The group of now that has most of what the fact of this id had without corrections.

    Other corrections can pass an id on to a neighbour, so that it is looked up in what was before;
    the ids of facts that corrections made are found as they are now.
    """
    if name not in before:
        if name not in now:
            raise UnmatchedCorrection(f"no fact has the id {name}. {_SEE_IDS}")
        return now[name]
    old = set(before[name])
    return max(now.values(), key=lambda group: (len(old & set(group)), -len(group)))


def _ignored(
    correction: Correction,
    before: Mapping[str, Group],
    grouped: Sequence[Grouped],
    known: set[str],
) -> tuple[str, ...]:
    """The ids of what is not to be shown as worth a look."""
    if correction.kind is not CorrectionKind.IGNORE:
        return ()
    now = {each.fact.id: each.group for each in grouped}
    meant = [_meant(name, before, now) for name in correction.facts]
    found = [each.fact.id for each in grouped if each.group in meant]
    for name in correction.findings:
        if name not in known:
            raise UnmatchedCorrection(f"no finding has the id {name}. {_SEE_IDS}")
        found.append(name)
    return tuple(found)


def _facts_of(
    correction: Correction, numbers: Group, grouped: Sequence[Grouped]
) -> tuple[str, ...]:
    """What joins is told by the fact that has all the sentences, a split by those that have any."""
    wanted = set(numbers)
    if correction.kind is CorrectionKind.SPLIT:
        return tuple(e.fact.id for e in grouped if not wanted.isdisjoint(e.group))
    if correction.kind is CorrectionKind.IGNORE:
        return ()
    return tuple(e.fact.id for e in grouped if _joins(correction, numbers, e.group))


def _joins(correction: Correction, numbers: Group, group: Group) -> bool:
    """All that was pinned, or most of what was merged: a sentence may be taken out again."""
    common = len(set(numbers) & set(group))
    if correction.kind is CorrectionKind.PIN:
        return common == len(numbers)
    return 2 * common > len(numbers)


def _warning(correction: Correction, wrong: UnmatchedCorrection) -> str:
    return f"{correction.source} was not applied: {wrong}."
