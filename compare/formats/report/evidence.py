"""The pop-ups of the report: a sentence with its neighbours and why it was joined, and dashes."""

from __future__ import annotations

from msgspec import Struct

from compare.formats.grid import letters
from compare.formats.moments import publication_moment, since_first
from compare.formats.outlet_names import outlet_name
from compare.formats.reader_lines import is_put_by_reader
from compare.formats.report.basics import FactRef, NearMiss, Passage, Ref
from compare.formats.report.marked_text import MarkedText
from compare.formats.report.references import References
from compare.formats.report.web_links import at_sentence
from compare.formats.screen import shorten
from compare.formats.withheld_words import is_withheld
from compare.model.comparison import Comparison
from compare.model.facts import Detail as FinerFact
from compare.model.facts import Fact, Link, Reason, State
from compare.model.letters import index


class NotFoundLine(Struct, frozen=True, kw_only=True, gc=False):
    """One outlet in which a fact was not found, or stands perhaps."""

    letter: str
    outlet: str
    perhaps: bool
    nearest: NearMiss | None


class NotFound(Struct, frozen=True, kw_only=True, gc=False):
    """The pop-up of a dash: where a fact was not found, and what came nearest there."""

    id: str
    fact: FactRef
    lines: tuple[NotFoundLine, ...]


class JoinReason(Struct, frozen=True, kw_only=True, gc=False):
    """Why a sentence was put beside one of another outlet."""

    ref: Ref
    score: str
    speaks_for: str
    speaks_against: str


class EvidenceNote(Struct, frozen=True, kw_only=True, gc=False):
    """The evidence pop-up of one sentence; `at_outlet` is a link that finds it on the live page.

    `finer` are the facts it states in finer detail than their main fact: label, fact, who else;
    `read` tells that a reader of the user's own put it beside statements of others.
    """

    ref: Ref
    where: str
    when: str
    before: str
    pieces: Passage
    after: str
    facts: tuple[tuple[FactRef, str], ...]
    finer: tuple[tuple[str, FactRef, str], ...]
    read: bool
    joined: tuple[JoinReason, ...]
    more: int
    at_outlet: str | None


# The strongest joins of a sentence are told, fewer with so many outlets; the rest is counted.
_JOINS, _JOINS_OF_MANY, _MANY = 2, 1, 6
_REASONS_FOR, _REASONS_AGAINST = 2, 1
# A neighbour gives the setting; the whole of it is one press away.
_NEIGHBOUR, _NEIGHBOUR_OF_MANY = 80, 40
# Below it a likeness cannot speak for a join, from it on not against one.
_ALIKE = 0.5

_PLAIN = {
    "rare words": "rare words in common",
    "containment": "one holds the words of the other",
    "overlap": "words in common",
    "likeness": "alike in their rarest words",
    "plain words": "verbs and nouns in common",
    "plain containment": "one holds the verbs and nouns of the other",
    "plain likeness": "alike in their rarest verbs and nouns",
    "names": "the same names",
    "phrases": "phrases in common",
    "letters": "alike in spelling",
    "found in the other sentence": "both found in the sentence of the other",
    "best found in the other sentence": "one found in the sentence of the other",
    "plain words found": "both verbs and nouns found in the other sentence",
    "best plain words found": "the verbs and nouns of one found in the other sentence",
    "share of what the sentences share": "most of what the sentences have in common",
    "sentences: rare words": "sentences with rare words in common",
    "sentences: containment": "one sentence holds the words of the other",
    "sentences: overlap": "sentences with words in common",
    "sentences: likeness": "sentences alike in their rarest words",
    "sentences: plain words": "sentences with verbs and nouns in common",
    "sentences: plain containment": "one sentence holds the verbs and nouns of the other",
    "sentences: names": "sentences with the same names",
    "sentences: phrases": "sentences with phrases in common",
    "sentences: letters": "sentences alike in spelling",
    "length": "enough words to judge by",
    "like length": "about as long",
    "figures": "the same figures",
    "other figures": "other figures",
    "figure on one side": "a figure in one of them only",
    "one is negated": "only one says “not”",
    "same voice": "in the same voice",
    "both quoted": "both in quotation marks",
    "same speaker": "the same speaker",
    "other speaker": "another speaker",
    "speaker on one side": "a speaker in one of them only",
    "sentences: same speaker": "sentences with the same speaker",
    "sentences: other speaker": "sentences with another speaker",
    "same place": "the same place in the article",
    "near the top": "both near the top",
    "same article": "of the same article",
}


class EvidencePopUps:
    """Makes the pop-ups of one comparison, for the sentences its references were asked for."""

    def __init__(self, comparison: Comparison, marked: MarkedText, refs: References) -> None:
        self.c = comparison
        self._marked = marked
        self._refs = refs
        self._since = since_first(comparison.articles)
        many = len(comparison.articles) >= _MANY
        self._joins = _JOINS_OF_MANY if many else _JOINS
        self._room = _NEIGHBOUR_OF_MANY if many else _NEIGHBOUR
        self._facts: dict[str, list[Fact]] = {}
        self._finer: dict[str, list[tuple[Fact, FinerFact]]] = {}
        self._links: dict[str, list[Link]] = {}
        for fact in comparison.facts:
            for sentence in dict.fromkeys(m.sentence for m in fact.mentions):
                self._facts.setdefault(sentence, []).append(fact)
            for finer in fact.details:
                for sentence in dict.fromkeys(m.sentence for m in finer.mentions):
                    self._finer.setdefault(sentence, []).append((fact, finer))
            for link in fact.links:
                for end in (link.a, link.b):
                    self._links.setdefault(end.sentence, []).append(link)

    def facts_of(self, sentence_id: str) -> list[Fact]:
        """The facts that the sentence states."""
        return self._facts.get(sentence_id, [])

    def others(self, sentence_id: str) -> tuple[str, ...]:
        """The letters of the other articles that carry a fact of the sentence, in column order."""
        own = sentence_id.partition(".")[0]
        carried = {x for fact in self.facts_of(sentence_id) for x in self._refs.carriers(fact)}
        return tuple(a.letter for a in self.c.articles if a.letter in carried - {own})

    def notes(self) -> tuple[EvidenceNote, ...]:
        """One note for each sentence that was referred to."""
        # The notes refer to further sentences, which need notes as well.
        made: dict[str, EvidenceNote] = {}
        while left := [s for s in self._refs.asked() if s not in made]:
            for sentence_id in left:
                made[sentence_id] = self._note(sentence_id)
        return tuple(made[sentence_id] for sentence_id in self._refs.asked())

    def _note(self, sentence_id: str) -> EvidenceNote:
        ref = self._refs.sentence(sentence_id)
        article = self.c.article(ref.letter)
        index = article.index_of(sentence_id)
        joined, more = self._joined(sentence_id)
        moment = publication_moment(article.document)
        since = self._since.get(ref.letter, "")
        return EvidenceNote(
            ref=ref,
            where=f"{ref.place} of {self._refs.paragraph(sentence_id)[1]}",
            when=f"{moment} ({since})" if since else moment,
            before=_tail(self._words(ref.letter, index - 1), limit=self._room),
            pieces=self._marked.pieces(sentence_id),
            after=shorten(self._words(ref.letter, index + 1), limit=self._room),
            facts=tuple(
                (self._refs.fact(fact.id), self._also(fact, ref.letter))
                for fact in self.facts_of(sentence_id)
            ),
            finer=tuple(
                (finer.label, self._refs.fact(fact.id), _finer_also(finer, ref.letter))
                for fact, finer in self._finer.get(sentence_id, [])
            ),
            read=any(
                mention.sentence == sentence_id and is_put_by_reader(mention)
                for fact in self.facts_of(sentence_id)
                for mention in fact.mentions
            ),
            joined=joined,
            more=more,
            at_outlet=at_sentence(article, sentence_id),
        )

    def _words(self, letter: str, index: int) -> str:
        article = self.c.article(letter)
        if not 0 <= index < len(article.sentences):
            return ""
        span = article.sentences[index].span
        return "" if is_withheld(article, span) else article.words_of(span)

    def _also(self, fact: Fact, own: str) -> str:
        others = [letter for letter in self._refs.carriers(fact) if letter != own]
        return f"also in {letters(others)}" if others else "only in this article"

    def _joined(self, sentence_id: str) -> tuple[tuple[JoinReason, ...], int]:
        best: dict[str, Link] = {}
        for link in sorted(self._links.get(sentence_id, []), key=lambda link: -link.score):
            best.setdefault(_other_end(link, sentence_id), link)
        made = []
        for other, link in list(best.items())[: self._joins]:
            made.append(
                JoinReason(
                    ref=self._refs.sentence(other),
                    score=f"{link.score:.2f}",
                    speaks_for=", ".join(_spoken(link, 1)[:_REASONS_FOR]),
                    speaks_against=", ".join(_spoken(link, -1)[:_REASONS_AGAINST]),
                )
            )
        return tuple(made), len(best) - len(made)


def not_found(comparison: Comparison, refs: References) -> tuple[NotFound, ...]:
    """For each fact of two or more outlets that some outlets lack, what came nearest there."""
    made = []
    for fact in comparison.facts:
        if len(refs.carriers(fact)) < 2:
            continue
        lines = tuple(
            NotFoundLine(
                letter=article.letter,
                outlet=outlet_name(article),
                perhaps=comparison.cell(fact.id, article.letter).state is State.PERHAPS,
                nearest=refs.near(article.letter, comparison.cell(fact.id, article.letter).nearest),
            )
            for article in comparison.articles
            if not comparison.cell(fact.id, article.letter).state.carries
        )
        if lines:
            made.append(NotFound(id=f"n-{fact.id}", fact=refs.fact(fact.id), lines=lines))
    return tuple(made)


def _finer_also(finer: FinerFact, own: str) -> str:
    others = sorted({mention.article for mention in finer.mentions} - {own}, key=index)
    return f"also in {letters(others)}"


def _tail(words: str, *, limit: int) -> str:
    """The end of a long sentence, after an ellipsis."""
    flat = " ".join(words.split())
    if len(flat) <= limit:
        return flat
    return f"…{flat[-limit:].partition(' ')[2] or flat[-limit:]}"


def _other_end(link: Link, sentence_id: str) -> str:
    return link.b.sentence if link.a.sentence == sentence_id else link.a.sentence


def _spoken(link: Link, sign: int) -> list[str]:
    """The reasons that spoke for (1) or against (-1), the weightiest first, in plain words."""
    spoke = [
        reason
        for reason in link.because
        if reason.value is not None
        and reason.points * sign > 0
        and (reason.value >= _ALIKE) is (sign > 0)
    ]
    return [_plain(reason) for reason in sorted(spoke, key=lambda r: -abs(r.points))]


def _plain(reason: Reason) -> str:
    name = reason.signal.replace("_", " ")
    return f"{_PLAIN.get(name, name)} {reason.value:.2f}"
