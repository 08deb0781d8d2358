"""Words that colour a statement: emotive ones that others do without, and verbs of saying."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from compare.align.own_words import OwnWords
from compare.findings.contrasts import VariantUse, contrast_order, facts_in_order, variants
from compare.findings.linked_sentences import LinkedPair, LinkedSentences
from compare.model.articles import Article
from compare.model.findings import Evidence
from compare.model.quotes import Quote
from compare.model.verification import Rule
from compare.model.words import Contrast, ContrastKind, Lexicon
from compare.text.tone import ToneList, ToneWord, saying_list
from compare.text.words import STOP, stem
from compare.verify.words import brings_same_words, colours_shared_word

# An emotive word colours what the two statements share when a shared word is this near.
_NEAR = 4
# A pair of statements must be this alike for one of them to do without the other's word.
_ALIKE = 0.5


def emotive_contrasts(ground: LinkedSentences, lists: Sequence[ToneList]) -> tuple[Contrast, ...]:
    """Emotive words beside words that a linked statement of another article has without any."""
    uses: dict[tuple[str, str], dict[str, VariantUse]] = {}
    facts: dict[tuple[str, str], set[str]] = {}
    named: dict[tuple[str, str], ToneList] = {}
    tones = ground.tones(lists)
    for pair in ground.pairs:
        if pair.score < _ALIKE:
            continue
        for mine, theirs in ((pair.one, pair.other), (pair.other, pair.one)):
            for word in _added(ground, mine, theirs, tones):
                key = (word.group, word.lemma)
                named[key] = word.source
                facts.setdefault(key, set()).update(pair.facts)
                group = uses.setdefault(key, {word.lemma: VariantUse(True), "": VariantUse(False)})
                said = ground.evidence(mine, word.first, word.last)
                group[word.lemma].evidence[said] = None
                group[""].evidence[ground.quoted(theirs, theirs.sentence.span)] = None
    found = [
        Contrast(
            kind=ContrastKind.EMOTIVE,
            variants=tuple(sorted(variants(ground, group), key=lambda v: not v.loaded)),
            facts=facts_in_order(ground, facts[key]),
            lexicon=Lexicon(name=named[key].name, source=named[key].source),
            verified_by=(Rule.SAME_THING,),
        )
        for key, group in uses.items()
    ]
    return tuple(sorted(found, key=contrast_order))


def _added(
    ground: LinkedSentences, mine: OwnWords, theirs: OwnWords, tones: Mapping[str, list[ToneWord]]
) -> Iterator[ToneWord]:
    """The emotive words of the first sentence, when the second has none at all."""
    words = [word for word in tones[mine.sentence.id] if word.part == "words"]
    if not words or any(word.part == "words" for word in tones[theirs.sentence.id]):
        return
    have = {stem(w) for w in theirs.words if w and w not in STOP}
    for word in words:
        use = ground.use(mine, word.first, word.last)
        if have & ground.near(mine, word.first, word.last, reach=_NEAR) and colours_shared_word(
            use, ground.text_of(theirs), theirs.sentence.span
        ):
            yield word


def saying_contrasts(ground: LinkedSentences, articles: Sequence[Article]) -> tuple[Contrast, ...]:
    """Verbs of saying that are not plain, where another article reports the speaker plainly."""
    voice_of = {quote: n for n, voice in enumerate(ground.heard) for quote in voice.ids}
    told = _by_sentence(articles)
    lists = saying_list()
    kinds = {e.lemma: e for group in lists.entries.values() for e in group}
    uses: dict[tuple[str, ...], dict[str, VariantUse]] = {}
    facts: dict[tuple[str, ...], set[str]] = {}
    for pair in ground.pairs:
        for one, other in _same_speaker(pair, told, voice_of):
            texts = ground.text_of(pair.one), ground.text_of(pair.other)
            if not brings_same_words(one, texts[0], other, texts[1]):
                continue
            lemmas = (one.cue_lemma or "", other.cue_lemma or "")
            if lemmas[0] == lemmas[1] or not all(lemma in kinds for lemma in lemmas):
                continue
            if not any(kinds[lemma].loaded for lemma in lemmas):
                continue
            key = tuple(sorted(lemma for lemma in lemmas if kinds[lemma].loaded))
            group = uses.setdefault(key, {})
            facts.setdefault(key, set()).update(pair.facts)
            for own, quote in ((pair.one, one), (pair.other, other)):
                lemma = quote.cue_lemma or ""
                use = group.setdefault(lemma, VariantUse(kinds[lemma].loaded))
                use.evidence[_cue(ground, own, quote)] = None
    found = [
        Contrast(
            kind=ContrastKind.SAYING,
            variants=tuple(variants(ground, group)),
            facts=facts_in_order(ground, facts[key]),
            lexicon=Lexicon(name=lists.name, source=lists.source),
            verified_by=(Rule.SAME_SPEAKER,),
        )
        for key, group in uses.items()
    ]
    return tuple(sorted(found, key=contrast_order))


def _by_sentence(articles: Sequence[Article]) -> dict[str, list[Quote]]:
    """The quotes whose cue stands in each sentence."""
    found: dict[str, list[Quote]] = {}
    for article in articles:
        for quote in article.quotes:
            for sentence in article.sentences:
                if quote.cue and sentence.span.contains(quote.cue):
                    found.setdefault(sentence.id, []).append(quote)
    return found


def _same_speaker(
    pair: LinkedPair, told: dict[str, list[Quote]], voice_of: dict[str, int]
) -> Iterator[tuple[Quote, Quote]]:
    for one in told.get(pair.one.sentence.id, ()):
        for other in told.get(pair.other.sentence.id, ()):
            if one.id in voice_of and voice_of[one.id] == voice_of.get(other.id):
                yield one, other


def _cue(ground: LinkedSentences, own: OwnWords, quote: Quote) -> Evidence:
    assert quote.cue is not None
    return ground.quoted(own, quote.cue)
