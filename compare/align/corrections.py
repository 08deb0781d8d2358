"""What the user corrects, applied to the groups of statements before they become facts.

Users name sentences and facts; a sentence stands for its statements.

Merges come first, then pins, then splits, each in the order of the file; a split has the last word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.align.fact_ids import fact_ids, in_order
from compare.align.facts import GroupedFact
from compare.align.groups import Group, Grouping
from compare.align.named_sentences import named_sentence, sentence_id
from compare.align.story import Story
from compare.errors import UnmatchedCorrection
from compare.model.corrections import AppliedCorrection, Correction, CorrectionKind

_UNDONE = "a split takes apart again what it puts together. Delete one of the two"
_JOINING = (CorrectionKind.PIN, CorrectionKind.MERGE)
_SEE_IDS = "Look the id up with 'storydiff show' or in the JSON file"


@dataclass(frozen=True, slots=True)
class CorrectedGroups:
    """The grouping as corrected, the corrections that are in force, and a warning for each other.

    `before` has the groups by the ids of their facts as they were without corrections. `held` are
    the numbers of the sentences that each correction in force speaks of.
    """

    grouping: Grouping
    before: Mapping[str, Group]
    held: tuple[tuple[Correction, Group], ...]
    warnings: tuple[str, ...]


def apply_corrections(grouping: Grouping, corrections: Sequence[Correction]) -> CorrectedGroups:
    """Return the groups of statements that say the same, as found and as the user corrects them.

    Without corrections they are exactly those that were found.
    """
    if not corrections:
        return CorrectedGroups(grouping, {}, (), ())
    return _Desk(grouping).after(corrections)


def corrections_in_force(
    corrections: CorrectedGroups, grouped: Sequence[GroupedFact], findings: Iterable[str]
) -> tuple[tuple[AppliedCorrection, ...], tuple[str, ...]]:
    """The corrections with the facts they led to, and warnings about what cannot be ignored.

    `findings` are the ids of all findings of the comparison.
    """
    known = set(findings)
    story = corrections.grouping.scores.story
    applied: list[AppliedCorrection] = []
    warnings: list[str] = []
    for correction, numbers in corrections.held:
        try:
            ignored = _ignored(correction, corrections.before, grouped, known)
        except UnmatchedCorrection as wrong:
            warnings.append(warning_of(correction, wrong))
            continue
        applied.append(
            AppliedCorrection(
                kind=correction.kind,
                source=correction.source,
                sentences=tuple(sorted(sentence_id(story, n) for n in numbers)),
                facts=_facts_of(story, correction, numbers, grouped),
                ignored=ignored,
                note=correction.note,
            )
        )
    return tuple(applied), tuple(warnings)


class _Desk:
    """The groups while they are corrected; no statement is in two."""

    def __init__(self, grouping: Grouping) -> None:
        self.scores = grouping.scores
        self.story = grouping.scores.story
        self.groups = list(grouping.groups)
        self.details = dict(grouping.details)
        self.read = grouping.read
        self.before = self._by_id()

    def after(self, corrections: Sequence[Correction]) -> CorrectedGroups:
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
                        failed[place] = warning_of(one, wrong)
        for place in self._undone(corrections, held):
            del held[place]
            failed[place] = warning_of(corrections[place], UnmatchedCorrection(_UNDONE))
        return CorrectedGroups(
            grouping=Grouping(
                scores=self.scores,
                groups=tuple(sorted(self.groups)),
                details=self._details_left(),
                read=self.read,
            ),
            before=self.before,
            held=tuple((corrections[place], held[place]) for place in sorted(held)),
            warnings=tuple(failed[place] for place in sorted(failed)),
        )

    def _by_id(self) -> dict[str, Group]:
        under = {group for each in self._details_left().values() for group in each}
        found = in_order(self.story, [*self.groups, *sorted(under)])
        ids = fact_ids(self.story, [group for group in found if group not in under])
        return {name: group for group, name in ids.items()}

    def _details_left(self) -> dict[Group, tuple[Group, ...]]:
        """The details of the groups that are still there whole, without what was taken."""
        taken = {number for group in self.groups for number in group}
        found: dict[Group, list[Group]] = {}
        for before, under in sorted(self.details.items()):
            for group in self.groups:
                if set(before) <= set(group):
                    found.setdefault(group, []).extend(g for g in under if taken.isdisjoint(g))
        return {group: tuple(sorted(under)) for group, under in sorted(found.items()) if under}

    def _merge(self, one: Correction) -> Group:
        parts = [self._fact(name) for name in one.facts]
        self._join({number for part in parts for number in part})
        return self._sentences_of(number for part in parts for number in part)

    def _pin(self, one: Correction) -> Group:
        pinned = sorted(self._sentences(one))
        if not any(set(pinned) <= set(self._sentences_of(group)) for group in self.groups):
            chosen = self._fitting(pinned)
            touched = [group for group in self.groups if not chosen.isdisjoint(group)]
            best = max(touched, key=lambda group: (len(chosen & set(group)), group), default=())
            self._join(chosen | set(best))
        return tuple(pinned)

    def _fitting(self, sentences: Sequence[int]) -> set[int]:
        """One statement of each sentence: those that fit each other best, else the longest."""
        chosen: set[int] = set()
        for sentence in sentences:
            others = [
                n
                for other in sentences
                if other != sentence
                for n in self.story.statements_of(other)
            ]
            chosen.add(
                max(
                    self.story.statements_of(sentence),
                    key=lambda n: (
                        max((self.scores.of(n, other) for other in others), default=0.0),
                        len(self.story.words_of(n)),
                        -n,
                    ),
                )
            )
        return chosen

    def _split(self, one: Correction) -> Group:
        taken = self._sentences(one)
        if one.facts:
            self._take_out(self._fact(one.facts[0]), taken, one.facts[0])
        else:
            for group in [g for g in self.groups if taken <= set(self._sentences_of(g))]:
                worse = min(
                    taken, key=lambda sentence: (self._likeness(sentence, group), -sentence)
                )
                self._leave(group, {worse})
        return tuple(sorted(taken))

    def _take_out(self, fact: Group, taken: set[int], name: str) -> None:
        strange = sorted(taken - set(self._sentences_of(fact)))
        if strange:
            which = sentence_id(self.story, strange[0])
            raise UnmatchedCorrection(
                f"{which} does not state {name}. Name a sentence that the fact has"
            )
        if taken >= set(self._sentences_of(fact)):
            raise UnmatchedCorrection(f"{name} has no other sentence. Leave one of them in")
        self._leave(fact, taken)

    def _leave(self, group: Group, sentences: set[int]) -> None:
        """Takes the statements of some sentences out of a group."""
        rest = [n for n in group if self.story.statements[n].sentence not in sentences]
        self.groups = [each for each in self.groups if each != group]
        if len(rest) > 1:
            self.groups.append(tuple(rest))

    def _likeness(self, sentence: int, group: Group) -> float:
        """How well the statements of a sentence fit the others of its group."""
        mine = [n for n in group if self.story.statements[n].sentence == sentence]
        return sum(self.scores.of(n, other) for n in mine for other in group if other not in mine)

    def _join(self, joined: set[int]) -> None:
        """Makes one group of some statements, taking them out of all others."""
        left = [tuple(n for n in group if n not in joined) for group in self.groups]
        self.groups = [*(group for group in left if len(group) > 1), tuple(sorted(joined))]

    def _sentences_of(self, numbers: Iterable[int]) -> Group:
        return tuple(sorted({self.story.statements[number].sentence for number in numbers}))

    def _fact(self, name: str) -> Group:
        return _meant(name, self.before, self._by_id())

    def _sentences(self, one: Correction) -> set[int]:
        found = {named_sentence(self.story, name) for name in one.sentences}
        if len(found) < len(one.sentences):
            raise UnmatchedCorrection("it names one sentence twice. Name two different ones")
        return found

    def _undone(self, corrections: Sequence[Correction], held: Mapping[int, Group]) -> list[int]:
        """The pins, and the merges, that splits took apart."""
        return [
            place
            for place, numbers in held.items()
            if corrections[place].kind in _JOINING
            and not any(
                _joins(corrections[place], numbers, self._sentences_of(group))
                for group in self.groups
            )
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
    grouped: Sequence[GroupedFact],
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
    story: Story, correction: Correction, numbers: Group, grouped: Sequence[GroupedFact]
) -> tuple[str, ...]:
    """What joins is told by the fact that has all the sentences, a split by those that have any."""
    if correction.kind is CorrectionKind.IGNORE:
        return ()
    wanted = set(numbers)
    found = []
    for each in grouped:
        sentences = {story.statements[number].sentence for number in each.group}
        if correction.kind is CorrectionKind.SPLIT:
            told = not wanted.isdisjoint(sentences)
        else:
            told = _joins(correction, numbers, sentences)
        found += [each.fact.id] if told else []
    return tuple(found)


def _joins(correction: Correction, numbers: Group, sentences: Iterable[int]) -> bool:
    """All that was pinned, or most of what was merged: a sentence may be taken out again."""
    common = len(set(numbers) & set(sentences))
    if correction.kind is CorrectionKind.PIN:
        return common == len(numbers)
    return 2 * common > len(numbers)


def warning_of(correction: Correction, wrong: UnmatchedCorrection) -> str:
    """What is told of a correction that is left out."""
    return f"{correction.source} was not applied: {wrong}."
