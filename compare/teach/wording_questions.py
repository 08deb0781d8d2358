"""Questions on words: loaded and plain ones, names for people, and who is named as doing it."""

from __future__ import annotations

from collections.abc import Iterator

from compare.model.findings import Evidence
from compare.model.words import Contrast, ContrastKind, Telling, Variant, Voice
from compare.teach.material import Material, first_of, whole_word
from compare.teach.question import Check, Cite, Kind, Level, Option, Question, opening, question_id
from compare.text.fold import folded
from compare.text.wordlists import word_list
from compare.text.words import words

_NEITHER = "Both in the same way"
_LOADED = (ContrastKind.LOADED, ContrastKind.SAYING)
_WRONG = 3


def louder_word(material: Material) -> Iterator[Question]:
    """Which of two words says more than that it happened? One of them is on a list as loaded."""
    for contrast in material.c.contrasts:
        if contrast.kind not in _LOADED or material.contested & set(contrast.facts):
            continue
        loaded = [each for each in contrast.variants if each.loaded and each.evidence]
        plain = [each for each in contrast.variants if not each.loaded and each.evidence]
        if loaded and plain and plain[0].words:
            yield from _two_words(material, contrast, loaded[0], plain[0])


def feeling_word(material: Material) -> Iterator[Question]:
    """Which word of a sentence carries a feeling? The wrong options are plain words of it."""
    emotive = _emotive(material)
    for contrast in material.c.contrasts:
        if contrast.kind is not ContrastKind.EMOTIVE or material.contested & set(contrast.facts):
            continue
        for variant in contrast.variants:
            if variant.loaded and variant.evidence:
                question = _feeling(material, variant.evidence[0], emotive)
                if question is not None:
                    yield question


def whose_label(material: Material) -> Iterator[Question]:
    """Which article calls somebody this? For a label that stands in one article alone."""
    for naming in material.c.naming:
        if not naming.differs or len(naming.outlets) < 2:
            continue
        for outlet in naming.outlets:
            for label in outlet.labels:
                others = [letter for letter in material.letters if letter != outlet.article]
                text = material.words(outlet.article, label.first.span)
                alone = not any(whole_word(text, material.texts[each]) for each in others)
                if alone and len(text.split()) > 2 and text[:1].isalpha():
                    question = _label(material, naming.name, text, label.first, others)
                    if question is not None:
                        yield question


def names_the_actor(material: Material) -> Iterator[Question]:
    """Which sentence tells who did it? One names the actor in its grammar, the other no one."""
    for agency in material.c.agency:
        if agency.fact in material.contested:
            continue
        named = [t for t in agency.tellings if t.voice is Voice.ACTIVE and t.actor is not None]
        silent = [t for t in agency.tellings if t.voice is Voice.AGENTLESS]
        if named and silent:
            yield from _actor(material, named[0], silent[0], agency.act)


def put_in_order(material: Material) -> Iterator[Question]:
    """Set the wordings of one act side by side: an open question with the grammar as its key."""
    reasons = {
        Voice.ACTIVE: "names who does it as the subject",
        Voice.PASSIVE: "is passive and names who does it after “by”",
        Voice.AGENTLESS: "is passive and names no one",
        Voice.NOMINAL: "makes the act a noun",
    }
    for agency in material.c.agency:
        tellings = {telling.article: telling for telling in agency.tellings}
        evidence = material.cites((t.article, t.act.span) for t in tellings.values())
        if len({t.voice for t in tellings.values()}) < 2 or not evidence:
            continue
        if agency.fact in material.contested:
            continue
        told = [f"article {t.article} {reasons[t.voice]}" for t in tellings.values()]
        lines = ", ".join(cite.line for cite in evidence)
        yield Question(
            id=question_id(Kind.WORDING, agency.fact, agency.act, "order"),
            kind=Kind.WORDING,
            level=Level.EXPLAIN,
            prompt=f"Compare how the sentences {lines} tell the same act (“{agency.act}”). "
            "Which of them tell a reader who did it? What does the grammar do?",
            plain=f"Read {lines}. They tell the same thing. Which sentences say who did it?",
            answer=f"{opening('; '.join(told))}.",
            why="The form of the verb decides whether the one who acts has to be named.",
            look_for="The verb, and the word for the one who acts.",
            misreading="Taking a passive sentence for a hidden aim; it can be the plain choice.",
            evidence=evidence,
            checks=tuple(
                Check(article=t.article, words=_act(material, t)) for t in tellings.values()
            ),
            worth=0.7,
        )


def _act(material: Material, telling: Telling) -> str:
    return material.words(telling.article, telling.act.span)


def _emotive(material: Material) -> frozenset[str]:
    """Every word of the story that some list calls emotive or loaded, folded."""
    return frozenset(
        folded(span.of(evidence.text))
        for contrast in material.c.contrasts
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
    if len(evidence) != len((one, other)) or folded(strong) == folded(weak):
        return
    saying = contrast.kind is ContrastKind.SAYING
    ask = (
        f"Article {one.article} writes “{strong}” ({evidence[0].line}), article {other.article} "
        f"writes “{weak}” ({evidence[1].line})."
    )
    goal = (
        "Which of the two verbs only tells that somebody spoke?"
        if saying
        else "Which of the two words adds a judgement or a feeling?"
    )
    right = weak if saying else strong
    key = question_id(Kind.WORDING, folded(strong), folded(weak), one.article, other.article)
    texts = [*material.shuffled((f"“{strong}”", f"“{weak}”"), key), _NEITHER]
    yield Question(
        id=key,
        kind=Kind.WORDING,
        level=Level.COMPARE,
        prompt=f"{ask} {goal}",
        plain=f"{ask} {goal}",
        answer=f"“{right}”",
        why=f"“{strong}” is on a list of loaded words ({contrast.lexicon.name})."
        if contrast.lexicon
        else f"“{strong}” says more than “{weak}”.",
        look_for="What the word adds that a reader cannot see happen.",
        misreading="Thinking that a strong word must be a wrong one.",
        evidence=evidence,
        checks=(
            Check(article=one.article, words=strong),
            Check(article=other.article, words=weak),
        ),
        options=tuple(Option(text=text, right=text == f"“{right}”") for text in texts),
        worth=0.8,
    )


def _feeling(material: Material, evidence: Evidence, emotive: frozenset[str]) -> Question | None:
    cite = _cite(material, evidence)
    strong = material.words(evidence.article, evidence.span)
    if cite is None:
        return None
    plain = _plain_words(material, cite, emotive, strong)
    if len(plain) < _WRONG:
        return None
    key = question_id(Kind.WORDING, folded(cite.text), folded(strong))
    texts = material.shuffled((strong.lower(), *plain), key)
    ask = f"Read sentence {cite.line}: “{cite.text}”"
    return Question(
        id=key,
        kind=Kind.WORDING,
        level=Level.FIND,
        prompt=f"{ask} Which of these words carries the most feeling?",
        plain=f"{ask} Which word here makes you feel something?",
        answer=f"“{strong.lower()}”",
        why="It is on a list of emotive words. The other words tell what can be seen or counted.",
        look_for="A word that could be taken out without losing a fact.",
        misreading="Choosing the saddest fact instead of the word that colours it.",
        evidence=(cite,),
        checks=(Check(article=cite.article, words=strong),),
        options=tuple(Option(text=text, right=text == strong.lower()) for text in texts),
        worth=0.6,
    )


def _plain_words(material: Material, cite: Cite, emotive: frozenset[str], strong: str) -> list[str]:
    """Words of the sentence that other articles use too and no list calls loaded."""
    stop = word_list("stop") | word_list("function-words")
    graver = word_list("grave-words")
    others = [material.texts[each] for each in material.letters if each != cite.article]
    found = []
    for span in words(cite.text):
        word = span.of(cite.text)
        small = folded(word)
        plain = word.isalpha() and word.islower() and len(word) > 3
        plain = plain and small not in stop | emotive | graver and small not in folded(strong)
        if plain and sum(whole_word(small, text) for text in others) >= min(2, len(others)):
            found.append(word)
    return material.shuffled(first_of(found, 12), cite.line)[:_WRONG]


def _label(
    material: Material, name: str, text: str, first: Evidence, others: list[str]
) -> Question | None:
    cite = _cite(material, first)
    letter = first.article
    key = question_id(Kind.WORDING, folded(name), folded(text), letter)
    if cite is None or not others or material.blinder.text(name) != name:
        return None
    offered = [letter, *material.shuffled(others, key)[:_WRONG]]
    ask = f"One article writes “{text}”; others name the same in other words."
    return Question(
        id=key,
        kind=Kind.WORDING,
        level=Level.FIND,
        prompt=f"{ask} Which article is it? Find one of the other names.",
        plain=f"{ask} Which article? Find one of the other names.",
        answer=f"Article {letter}, {cite.line}.",
        why=f"The label stands in {cite.line} alone. The others name {name} in other words.",
        look_for="Both labels, and what the longer one adds.",
        misreading="Taking two labels for two people.",
        evidence=(cite,),
        checks=(
            Check(article=letter, words=text),
            *(Check(article=each, words=text, there=False) for each in others),
        ),
        options=tuple(
            Option(text=f"Article {each}", right=each == letter) for each in sorted(offered)
        ),
        minutes=2,
        worth=0.4,
    )


def _actor(material: Material, named: Telling, silent: Telling, act: str) -> Iterator[Question]:
    evidence = material.cites([(named.article, named.act.span), (silent.article, silent.act.span)])
    if len(evidence) != len((named, silent)) or named.actor is None:
        return
    first, second = evidence
    actor = material.words(named.article, named.actor.span)
    key = question_id(Kind.WORDING, act, first.line, second.line)
    texts = [*material.shuffled((f"Sentence {first.line}", f"Sentence {second.line}"), key)]
    yield Question(
        id=key,
        kind=Kind.WORDING,
        level=Level.COMPARE,
        prompt=f"{first.line}: “{first.text}” {second.line}: “{second.text}” Look at the verb for "
        f"“{act}”. Which sentence names the one who does it as its subject?",
        plain=f"Read {first.line} and {second.line}. Look at the verb “{act}”. "
        "Which sentence says who does it?",
        answer=f"Sentence {first.line}: “{actor}”.",
        why=f"{first.line} is active. {second.line} is passive and names no one.",
        look_for="The subject of the verb.",
        misreading="Naming the one to whom it is done.",
        evidence=evidence,
        checks=(
            Check(article=named.article, words=actor),
            Check(article=silent.article, words=_act(material, silent)),
        ),
        options=tuple(Option(text=t, right=t == f"Sentence {first.line}") for t in texts),
        worth=0.9,
    )
