"""Groups of people without a name, and what each outlet calls them: migrants, asylum seekers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.align.own_words import OwnWords
from compare.findings.linked_sentences import LinkedSentences
from compare.model.findings import Evidence
from compare.model.ids import letter_of
from compare.model.letters import index
from compare.model.words import EntityKind, Label, LabelForm, Lexicon, Naming, OutletNaming
from compare.text.tone import ToneList, ToneWord, plural

_Use = tuple[ToneWord, Evidence]


def group_name_contrasts(ground: LinkedSentences, lists: Sequence[ToneList]) -> Iterator[Naming]:
    """Each set of words for people of which linked statements of two articles have different ones.

    All uses in the articles' own words count, since one story has one such group as a rule.
    """
    found = ground.tones(lists)
    for group in sorted({w.group for words in found.values() for w in words if w.part == "people"}):
        if _is_contrasted(ground, found, group):
            yield _naming(ground, found, group)


def _is_contrasted(ground: LinkedSentences, found: dict[str, list[ToneWord]], group: str) -> bool:
    """True when two linked sentences have different words of the set."""
    for pair in ground.pairs:
        one, other = (
            {word.lemma for word in found[own.sentence.id] if word.group == group}
            for own in (pair.one, pair.other)
        )
        if one and other and not one & other:
            return True
    return False


def _naming(ground: LinkedSentences, found: dict[str, list[ToneWord]], group: str) -> Naming:
    uses: dict[str, list[_Use]] = {}
    for sid, words in found.items():
        for word in words:
            if word.group == group:
                uses.setdefault(letter_of(sid), []).append((word, _evidence(ground, sid, word)))
    outlets = tuple(_outlet(letter, uses[letter]) for letter in sorted(uses, key=index))
    plain = [w for mine in uses.values() for w, _ in mine]
    source = plain[0].source
    return Naming(
        name=plural(min(plain, key=lambda w: (w.loaded, -_count(plain, w), w.lemma)).lemma),
        kind=EntityKind.GROUP,
        outlets=outlets,
        differs=len({frozenset(label.text for label in o.labels) for o in outlets}) > 1,
        lexicon=Lexicon(name=source.name, source=source.source),
    )


def _count(words: Sequence[ToneWord], word: ToneWord) -> int:
    return sum(1 for other in words if other.lemma == word.lemma)


def _evidence(ground: LinkedSentences, sentence: str, word: ToneWord) -> Evidence:
    own: OwnWords = ground.own[sentence]
    return ground.evidence(own, word.first, word.last)


def _outlet(letter: str, uses: Sequence[_Use]) -> OutletNaming:
    by_lemma: dict[str, list[_Use]] = {}
    for use in uses:
        by_lemma.setdefault(use[0].lemma, []).append(use)
    labels = tuple(
        Label(text=plural(lemma), form=LabelForm.DESCRIPTION, count=len(group), first=group[0][1])
        for lemma, group in by_lemma.items()
    )
    return OutletNaming(article=letter, mentions=len(uses), labels=labels, introduced=uses[0][1])
