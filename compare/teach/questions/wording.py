"""Questions on words: loaded and plain ones, names for people, and who is named as doing it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from compare.english.word_lists import word_list
from compare.model.findings import Evidence
from compare.model.quotes import QuoteKind
from compare.model.words import (
    Contrast,
    ContrastKind,
    HeadlineWords,
    Telling,
    Variant,
    Voice,
)
from compare.teach.material import Material, first_of, whole_word
from compare.teach.question import AnswerCheck, Cite, Option, Question, in_marks
from compare.teach.questions.texts import question_text
from compare.text.fold import folded_text
from compare.text.meaning import meaning, word_beginnings
from compare.text.words import words

# What the grammar of a clause does, as the bank names it.
_FORMS = {Voice.ACTIVE: "active", Voice.PASSIVE: "passive", Voice.AGENTLESS: "agentless"}
_LOADED = (ContrastKind.LOADED, ContrastKind.SAYING)
_WRONG = 3
# On this list many words are merely short or plain, such as "boss".
_UNSURE_LIST = "power"
_LONGEST_LABEL = 6
_MOST_PAIRS = 3


def louder_word(material: Material) -> Iterator[Question]:
    """Which of two words says more than that it happened? One of them is on a list as loaded."""
    for contrast in material.sure(material.c.contrasts):
        if contrast.kind not in _LOADED or material.contested & set(contrast.facts):
            continue
        if contrast.lexicon is None or contrast.lexicon.name == _UNSURE_LIST:
            continue
        loaded = [each for each in contrast.variants if each.loaded and each.evidence]
        plain = [each for each in contrast.variants if not each.loaded and each.evidence]
        if loaded and plain and plain[0].words:
            yield from _two_words(material, contrast, loaded[0], plain[0])


def feeling_word(material: Material) -> Iterator[Question]:
    """Which word of a sentence carries a feeling? The wrong options are plain words of it."""
    emotive = _emotive(material)
    for contrast in material.sure(material.c.contrasts):
        if contrast.kind is not ContrastKind.EMOTIVE or material.contested & set(contrast.facts):
            continue
        for variant in contrast.variants:
            if variant.loaded and variant.evidence:
                question = _feeling(material, variant.evidence[0], emotive)
                if question is not None:
                    yield question


def whose_label(material: Material) -> Iterator[Question]:
    """Which article calls somebody this? For a label that stands in one article alone."""
    for naming in material.sure(material.c.naming):
        if not naming.differs or len(naming.outlets) < 2:
            continue
        for outlet in naming.outlets:
            for label in outlet.labels:
                others = [letter for letter in material.letters if letter != outlet.article]
                text = material.words(outlet.article, label.first.span)
                alone = not any(whole_word(text, material.texts[each]) for each in others)
                short = 2 < len(text.split()) <= _LONGEST_LABEL
                if (
                    alone
                    and short
                    and text[:1].isalpha()
                    and _adds(material, naming.name, text, others)
                ):
                    question = _label(material, naming.name, text, label.first, others)
                    if question is not None:
                        yield question


def _adds(material: Material, name: str, label: str, others: list[str]) -> bool:
    """True when a label has a word of meaning that no other article has in a sentence on it."""
    last = name.split()[-1]
    near = {
        word
        for letter in others
        for paragraph in material.copy(letter).paragraphs
        for line in paragraph
        if whole_word(last, folded_text(line.text))
        for word in word_beginnings(meaning(line.text))
    }
    own = word_beginnings(meaning(label)) - word_beginnings(meaning(name))
    short = {word for word in own if any(word.startswith(n) or n.startswith(word) for n in near)}
    return bool(near and own - short)


def two_headlines(material: Material) -> Iterator[Question]:
    """Which words of two headlines tell what happened, and which how to feel? Open."""
    own = {each.article: _own_words(material, each) for each in material.c.headline_words}
    pairs = [
        (a, b)
        for a, b in combinations([each for each in material.letters if own.get(each)], 2)
        if material.copy(a).headline and material.copy(b).headline
    ]
    pairs.sort(key=lambda pair: (-len(own[pair[0]]) - len(own[pair[1]]), pair))
    for pair in pairs[:_MOST_PAIRS]:
        yield _headlines(material, pair, own)


def _own_words(material: Material, headline: HeadlineWords) -> list[str]:
    """Words of meaning that no other headline has, as students see them."""
    shown = material.copy(headline.article).headline
    found = [span.of(headline.text) for span in headline.own if span.end - span.start > 1]
    return first_of([word for word in found if whole_word(word, folded_text(shown))], 12)


def _headlines(material: Material, pair: tuple[str, str], own: dict[str, list[str]]) -> Question:
    a, b = pair
    text = question_text("two_headlines")
    headlines = {each: material.copy(each).headline for each in pair}
    words = {
        "a": a,
        "b": b,
        "headline_a": in_marks(headlines[a]),
        "headline_b": in_marks(headlines[b]),
        "own_a": ", ".join(map(in_marks, own[a])),
        "own_b": ", ".join(map(in_marks, own[b])),
    }
    return text.question(
        text.id_of("headlines", *headlines.values()),
        words,
        worth=0.45,
        checks=[AnswerCheck(article=each, words=headlines[each]) for each in pair],
    )


def names_the_actor(material: Material) -> Iterator[Question]:
    """Which sentence tells who did it? One names the actor in its grammar, the other no one."""
    for agency in material.sure(material.c.agency):
        if agency.fact in material.contested:
            continue
        named = [t for t in agency.tellings if t.voice is Voice.ACTIVE and t.actor is not None]
        silent = [t for t in agency.tellings if t.voice is Voice.AGENTLESS]
        if named and silent:
            yield from _actor(material, named[0], silent[0], agency.act)


def put_in_order(material: Material) -> Iterator[Question]:
    """Set the wordings of one act side by side: an open question with the grammar as its key."""
    text = question_text("verb_forms")
    for agency in material.sure(material.c.agency):
        tellings = {t.article: t for t in agency.tellings if t.voice is not Voice.NOMINAL}
        evidence = material.cites((t.article, t.act.span) for t in tellings.values())
        if len({t.voice for t in tellings.values()}) < 2 or len(evidence) != len(tellings):
            continue
        if agency.fact in material.contested:
            continue
        told = [
            text.phrase(_FORMS[t.voice], line=cite.line)
            for cite, t in zip(evidence, tellings.values(), strict=False)
        ]
        lines = ", ".join(cite.line for cite in evidence)
        yield text.question(
            text.id_of(agency.fact, agency.act, "order"),
            {"verb": in_marks(agency.act), "lines": lines, "forms": "; ".join(told)},
            worth=0.7,
            evidence=evidence,
            checks=[
                AnswerCheck(article=t.article, words=_act(material, t)) for t in tellings.values()
            ],
        )


def _act(material: Material, telling: Telling) -> str:
    return material.words(telling.article, telling.act.span)


def _emotive(material: Material) -> frozenset[str]:
    """Every word of the story that some list calls emotive or loaded, folded."""
    return frozenset(
        folded_text(span.of(evidence.text))
        for contrast in material.sure(material.c.contrasts)
        for variant in contrast.variants
        if variant.loaded
        for evidence in variant.evidence
        for span in words(evidence.text)
    )


def _cite(material: Material, evidence: Evidence) -> Cite | None:
    return material.cite(evidence.article, evidence.span)


def _two_words(
    material: Material, contrast: Contrast, loaded: Variant, plain: Variant
) -> Iterator[Question]:
    one, other = loaded.evidence[0], plain.evidence[0]
    evidence = material.cites([(one.article, one.span), (other.article, other.span)])
    strong = material.words(one.article, one.span)
    weak = material.words(other.article, other.span)
    apart = len(evidence) == len((one, other)) and one.article != other.article
    if not apart or folded_text(strong) == folded_text(weak) or _is_quoted(material, one):
        return
    saying = contrast.kind is ContrastKind.SAYING
    text = question_text("plain_verb" if saying else "judging_word")
    right = in_marks(weak if saying else strong)
    key = text.id_of(folded_text(strong), folded_text(weak), one.article, other.article)
    offered = [*material.shuffled((in_marks(strong), in_marks(weak)), key), text.phrase("neither")]
    words = {
        "a": one.article,
        "strong": in_marks(strong),
        "line_a": evidence[0].line,
        "b": other.article,
        "weak": in_marks(weak),
        "line_b": evidence[1].line,
        "right": right,
    }
    yield text.question(
        key,
        words,
        worth=0.8,
        evidence=evidence,
        checks=(
            AnswerCheck(article=one.article, words=strong),
            AnswerCheck(article=other.article, words=weak),
        ),
        options=[Option(text=each, right=each == right) for each in offered],
    )


def _is_quoted(material: Material, evidence: Evidence) -> bool:
    """True when the words stand in marks for speech, so that they are somebody else's."""
    text = material.c.article(evidence.article).document.text
    before = text[evidence.span.start - 1 : evidence.span.start]
    inside = any(
        part.start <= evidence.span.start < part.end
        for quote in material.c.article(evidence.article).quotes
        if quote.kind is not QuoteKind.INDIRECT
        for part in quote.parts
    )
    return inside or before in ("“", '"', "‘", "'")


def _feeling(material: Material, evidence: Evidence, emotive: frozenset[str]) -> Question | None:
    cite = _cite(material, evidence)
    strong = material.words(evidence.article, evidence.span)
    if cite is None:
        return None
    plain = _plain_words(material, cite, emotive, strong)
    if len(plain) < _WRONG:
        return None
    text = question_text("feeling_word")
    key = text.id_of(folded_text(cite.text), folded_text(strong))
    offered = material.shuffled((strong.lower(), *plain), key)
    filled = {
        "line": cite.line,
        "sentence": in_marks(cite.text),
        "right": in_marks(strong.lower()),
    }
    return text.question(
        key,
        filled,
        worth=0.6,
        evidence=(cite,),
        checks=(AnswerCheck(article=cite.article, words=strong),),
        options=[Option(text=each, right=each == strong.lower()) for each in offered],
    )


def _plain_words(material: Material, cite: Cite, emotive: frozenset[str], strong: str) -> list[str]:
    """Words of the sentence that other articles use too and no list calls loaded."""
    stop = word_list("stop") | word_list("function-words")
    graver = word_list("grave-words")
    others = [material.texts[each] for each in material.letters if each != cite.article]
    found = []
    for span in words(cite.text):
        word = span.of(cite.text)
        small = folded_text(word)
        plain = word.isalpha() and word.islower() and len(word) > 3
        plain = plain and small not in stop | emotive | graver and small not in folded_text(strong)
        if plain and sum(whole_word(small, text) for text in others) >= min(2, len(others)):
            found.append(word)
    return material.shuffled(first_of(found, 12), cite.line)[:_WRONG]


def _label(
    material: Material, name: str, label: str, first: Evidence, others: list[str]
) -> Question | None:
    cite = _cite(material, first)
    letter = first.article
    text = question_text("whose_label")
    key = text.id_of(folded_text(name), folded_text(label), letter)
    if cite is None or not others or material.blinder.text(name) != name:
        return None
    offered = [letter, *material.shuffled(others, key)[:_WRONG]]
    return text.question(
        key,
        {"label": in_marks(label), "letter": letter, "line": cite.line, "name": name},
        worth=0.4,
        evidence=(cite,),
        checks=(
            AnswerCheck(article=letter, words=label),
            *(AnswerCheck(article=each, words=label, there=False) for each in others),
        ),
        options=[Option(text=f"Article {each}", right=each == letter) for each in sorted(offered)],
    )


def _actor(material: Material, named: Telling, silent: Telling, act: str) -> Iterator[Question]:
    evidence = material.cites([(named.article, named.act.span), (silent.article, silent.act.span)])
    if len(evidence) != len((named, silent)) or named.actor is None:
        return
    first, second = evidence
    actor = material.words(named.article, named.actor.span)
    text = question_text("names_the_actor")
    key = text.id_of(act, first.line, second.line)
    offered = material.shuffled((f"Sentence {first.line}", f"Sentence {second.line}"), key)
    filled = {
        "line_a": first.line,
        "one": in_marks(first.text),
        "line_b": second.line,
        "other": in_marks(second.text),
        "verb": in_marks(act),
        "actor": in_marks(actor),
    }
    yield text.question(
        key,
        filled,
        worth=0.9,
        evidence=evidence,
        checks=(
            AnswerCheck(article=named.article, words=actor),
            AnswerCheck(article=silent.article, words=_act(material, silent)),
        ),
        options=[Option(text=each, right=each == f"Sentence {first.line}") for each in offered],
    )
