"""Who and what is called by which name: every label of every outlet, person by person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from compare.align.entities import Entity
from compare.align.entity_labels import LabelUse, description_at
from compare.findings.linked_sentences import LinkedPair, LinkedSentences
from compare.findings.unnamed_groups import group_name_contrasts
from compare.model.articles import Article
from compare.model.findings import Evidence
from compare.model.letters import index
from compare.model.spans import Span
from compare.model.verification import Rule
from compare.model.words import EntityKind, Label, Naming, OutletNaming
from compare.text.fold import folded_text
from compare.text.titles import title_forms
from compare.text.tone import ToneList
from compare.verify.labels import (
    is_adjective,
    is_common_word,
    is_label_of,
    is_title_of,
    label_span,
    same_but_for_title,
)

# A sentence without the name must be this sure to state the same before its label is tied to one.
_SURE = 0.7
_NO_DIFFERENCE = frozenset(["dr", "former", "then", "mr", "mrs", "ms", "miss"])


def naming(ground: LinkedSentences, lists: Sequence[ToneList]) -> tuple[Naming, ...]:
    """Entities that two or more articles name, those with different labels and most uses first.

    Labels count in the article's own words; those of quotations are the speaker's.
    """
    articles = tuple(ground.articles.values())
    joined = _joined(ground.entities)
    families = {article.letter: _shared_families(article.letter, joined) for article in articles}
    lower = frozenset(w for a in articles for w in re.findall(r"\b[a-z]\w+", a.document.text))
    checked = [_checked(ground, entity, families, lower) for entity in joined]
    named = [_with_aligned(ground, entity) for entity in checked if len(entity.uses) > 1]
    found = [_naming(ground.articles, entity) for entity in named]
    found += group_name_contrasts(ground, lists)
    return tuple(sorted(found, key=_rank))


def _rank(one: Naming) -> tuple[bool, int, int, str]:
    mentions = sum(outlet.mentions for outlet in one.outlets)
    return (not one.differs, -len(one.outlets), -mentions, one.name)


def _joined(found: Sequence[Entity]) -> list[Entity]:
    """The entities, two whose names differ in a title alone made one."""
    kept: list[Entity] = []
    for entity in found:
        same = [
            n
            for n, other in enumerate(kept)
            if entity.kind is other.kind and same_but_for_title(entity.name, other.name)
        ]
        if entity.kind is not EntityKind.PERSON or len(same) != 1:
            kept.append(entity)
            continue
        other = kept[same[0]]
        uses = {
            letter: tuple(
                sorted(
                    {*entity.uses.get(letter, ()), *other.uses.get(letter, ())},
                    key=lambda use: use.span,
                )
            )
            for letter in {**other.uses, **entity.uses}
        }
        kept[same[0]] = Entity(min(entity.name, other.name, key=len), entity.kind, uses)
    return kept


def _shared_families(letter: str, found: Sequence[Entity]) -> frozenset[str]:
    """The family names that two or more persons of one article have."""
    persons = [e for e in found if e.kind is EntityKind.PERSON and letter in e.uses]
    count = Counter(folded_text(e.name).split()[-1] for e in persons if " " in e.name)
    return frozenset(name for name, number in count.items() if number > 1)


def _checked(
    ground: LinkedSentences,
    entity: Entity,
    families: Mapping[str, frozenset[str]],
    lower: frozenset[str],
) -> Entity:
    """The entity with the labels that are its own for sure, each without words that are not."""
    person = entity.kind is EntityKind.PERSON
    uses: dict[str, tuple[LabelUse, ...]] = {}
    for letter, group in entity.uses.items():
        text = ground.articles[letter].document.text
        shared = person and folded_text(entity.name).split()[-1] in families[letter]
        kept = tuple(
            _trimmed(text, use, entity.name, person=person)
            for use in group
            if (not person or is_label_of(use.text, entity.name, shared_family=shared))
            and not is_common_word(text, use.span, lower)
            and not is_adjective(text, use.span)
        )
        if kept:
            uses[letter] = kept
    return Entity(entity.name, entity.kind, uses)


def _trimmed(text: str, use: LabelUse, name: str, *, person: bool) -> LabelUse:
    """The label without words that only stand before it, and with the titles that are its own."""
    at = text.rfind(name.split()[-1], use.span.start, use.span.end)
    first = name.split()[0]
    begins = text.find(first, use.span.start, use.span.end)
    start = begins if begins >= 0 else at
    span = label_span(text, use.span, Span(start, use.span.end)) if start >= 0 else use.span
    said = " ".join(span.of(text).split())
    titles = [
        title for title in use.titles if is_title_of(title, text, use.whole.end, person=person)
    ]
    if span.start != use.span.start and use.titles and start > span.start:
        before = " ".join(text[span.start : start].split())
        old = " ".join(text[use.span.start : start].split())
        titles = [before if title == old else title for title in titles]
    whole = Span(min(use.whole.start, span.start), use.whole.end)
    if span.start > use.span.start and use.whole.start == use.span.start:
        whole = Span(span.start, use.whole.end)
    return replace(use, span=span, text=said, titles=tuple(titles), whole=whole)


def _with_aligned(ground: LinkedSentences, entity: Entity) -> Entity:
    """The entity with labels of articles that never name it: "the mate" of a linked sentence.

    The linked sentence names the person, the label is a role some article gives that person, and
    the sentence has no other label of the kind.
    """
    if entity.kind is not EntityKind.PERSON:
        return entity
    roles = {title.split()[-1].lower() for uses in entity.uses.values() for use in uses
             for title in use.titles}  # fmt: skip
    if not roles or len(entity.uses) == len(ground.articles):
        return entity
    found = dict(entity.uses)
    for pair in ground.pairs:
        if pair.score >= _SURE:
            for use, letter in _aligned(ground, pair, entity, roles):
                known = found.get(letter, ())
                found[letter] = tuple(sorted({*known, use}, key=lambda u: u.span))
    return Entity(entity.name, entity.kind, found)


def _aligned(
    ground: LinkedSentences, pair: LinkedPair, entity: Entity, roles: set[str]
) -> list[tuple[LabelUse, str]]:
    found = []
    for names, other in ((pair.one, pair.other), (pair.other, pair.one)):
        letter = ground.article_of(other.sentence.id).letter
        home = ground.article_of(names.sentence.id).letter
        if letter in entity.uses or not any(
            names.sentence.span.contains(use.span) for use in entity.uses.get(home, ())
        ):
            continue
        use = description_at(ground.articles[letter], other.sentence.span, roles)
        if use:
            found.append((use, letter))
    return found


def _naming(articles: dict[str, Article], entity: Entity) -> Naming:
    letters = sorted(entity.uses, key=index)
    outlets = tuple(_outlet(articles[letter], entity.uses[letter]) for letter in letters)
    return Naming(
        name=entity.name,
        kind=entity.kind,
        outlets=outlets,
        differs=len({_said(outlet) for outlet in outlets}) > 1,
        verified_by=(Rule.NAME_IN_LABEL,),
    )


def _outlet(article: Article, uses: Sequence[LabelUse]) -> OutletNaming:
    by_text: dict[str, list[LabelUse]] = {}
    for use in uses:
        by_text.setdefault(_uncapped(use.text), []).append(use)
    labels = tuple(
        Label(
            text=text,
            form=group[0].form,
            count=len(group),
            first=_evidence(article, group[0]),
        )
        for text, group in by_text.items()
    )
    titles = tuple(dict.fromkeys(title for use in uses for title in use.titles))
    whole = uses[0].whole
    return OutletNaming(
        article=article.letter,
        mentions=len(uses),
        labels=labels,
        introduced=Evidence(article=article.letter, span=whole, text=article.words_of(whole)),
        titles=titles,
    )


def _uncapped(text: str) -> str:
    """The label as inside a sentence: "The minister" and "the minister" are one."""
    return text[0].lower() + text[1:] if text.startswith(("The ", "This ")) else text


def _evidence(article: Article, use: LabelUse) -> Evidence:
    return Evidence(article=article.letter, span=use.span, text=article.words_of(use.span))


def _said(outlet: OutletNaming) -> frozenset[str]:
    """What an outlet calls somebody beside the name: words of titles, abbreviations written out."""
    full = title_forms()
    words = (w for t in outlet.titles for w in re.findall(r"[\w’'-]+", folded_text(t)))
    owned = ("'s", "'")
    kept = (w for w in words if w not in _NO_DIFFERENCE and not w.endswith(owned))
    return frozenset(full.get(word, word) for word in kept)
