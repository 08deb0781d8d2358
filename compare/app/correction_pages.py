"""Corrections by clicking: facts with their sentences, and what was corrected before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from compare.align.corrected_speakers import name_places
from compare.align.named_sentences import named_quote
from compare.app.corrections_file import Entry, add, entries, take_back, version_of
from compare.app.file_names import COMPARISON
from compare.app.folder import StoryFolder
from compare.app.intake import form_of
from compare.app.interface_texts import interface_words, problem
from compare.app.job_messages import COMPARE
from compare.app.pages import (
    address_of,
    page,
    progress_of,
    redirect_to,
    story_of,
    workspace_of,
)
from compare.errors import OptionError, UnmatchedCorrection, UnreadableSource
from compare.formats.correction_names import quote_name, sentence_name
from compare.formats.fact_names import fact_name
from compare.formats.figure_lines import question
from compare.formats.json import read
from compare.formats.quote_versions import quoted_words
from compare.model.comparison import Comparison
from compare.model.corrections import UNNAMED, CorrectionKind, SentenceName, ignored_ids
from compare.model.facts import Fact
from compare.model.ids import letter_of

_QUOTE = 120


async def show(request: Request) -> Response:
    """All facts of a story with a button for each correction."""
    return await run_in_threadpool(_page, request)


def _page(request: Request, notice: str = "", status: int = 200) -> Response:
    place, story = workspace_of(request), story_of(request)
    comparison = _comparison(story)
    task = place.queue.last(story.path)
    running = task is not None and not task.is_over
    ignored = ignored_ids(comparison.story.corrections)
    facts = [fact for fact in comparison.facts if fact.id not in ignored]
    failure = story.reading.failure
    if failure and not notice:
        notice = f"{interface_words()['story']['failed']} {failure.reason} {failure.advice}"
    return page(
        request,
        "correct",
        status=status,
        story=story,
        notice=notice,
        version=version_of(story.path),
        entries=[_entry(comparison, one) for one in entries(story.path)],
        shared=[_fact(comparison, fact) for fact in facts if fact.shared],
        alone=[_fact(comparison, fact) for fact in facts if not fact.shared],
        figures=[{"id": one.id, "label": question(one)} for one in comparison.figures],
        quotes=[
            {"id": one.id, "label": _quote(comparison, one.speaker, one.fullest)}
            for one in comparison.quote_groups
            if one.id not in ignored and len(one.members) > 1
        ],
        spoken=list(_spoken(comparison)),
        speakers=_speakers(comparison),
        task=progress_of(place.queue, task) if task and running else None,
        progress_url=address_of(story, f"/progress/{COMPARE}"),
    )


def _comparison(story: StoryFolder) -> Comparison:
    if not story.has_report:
        raise UnreadableSource(story.title, *problem("no_report"))
    return read(story.path / COMPARISON)


def _fact(comparison: Comparison, fact: Fact) -> dict[str, object]:
    """A fact with one line for each sentence that states it."""
    sentences = dict.fromkeys((one.article, one.sentence) for one in fact.mentions)
    lines = []
    for letter, name in sentences:
        article = comparison.article(letter)
        span = comparison.sentence(name).span
        lines.append(
            {
                "letter": letter,
                "outlet": article.document.outlet,
                "sentence": name,
                "text": article.words_of(span),
            }
        )
    label = fact_name(comparison, fact)
    return {"id": fact.id, "ordinal": fact.ordinal, "label": label, "said": lines}


def _spoken(comparison: Comparison) -> Iterator[dict[str, object]]:
    """Each article with its quotations and who is given as having said them."""
    for article in comparison.articles:
        quotes = [
            {
                "id": one.id,
                "speaker": one.speaker.name if one.speaker else "",
                "words": quoted_words(comparison, one.id, limit=_QUOTE).strip("“”"),
            }
            for one in article.quotes
        ]
        if quotes:
            outlet = article.document.outlet
            yield {"letter": article.letter, "outlet": outlet, "quotes": quotes}


def _speakers(comparison: Comparison) -> list[str]:
    """The names of speakers that stand in a text as they are."""
    texts = [article.document.text for article in comparison.articles]
    names = {q.speaker.name for a in comparison.articles for q in a.quotes if q.speaker}
    return [name for name in sorted(names) if _stands(texts, name)]


def _stands(texts: list[str], name: str) -> bool:
    return any(name_places(text, name) for text in texts)


def _quote(comparison: Comparison, speaker: str | None, quote_id: str) -> str:
    spoken = quoted_words(comparison, quote_id, limit=_QUOTE)
    return f"{speaker}: {spoken}" if speaker else spoken


def _entry(comparison: Comparison, entry: Entry) -> dict[str, object]:
    """A correction of the file in words; what it names may be gone."""
    one = entry.correction
    labels = {fact.id: fact_name(comparison, fact) for fact in comparison.facts}
    labels |= {group.id: question(group) for group in comparison.figures}
    labels |= {g.id: _quote(comparison, g.speaker, g.fullest) for g in comparison.quote_groups}
    names = [*one.sentences, *([one.quote] if one.quote else [])]
    named = [f"{name.outlet}: {name.text}" if name.outlet else name.id for name in names]
    if one.speaker:
        named = [
            interface_words()["correct"]["now_said"].format(words=" ".join(named), name=one.speaker)
        ]
    known = [labels[each] for each in (*one.facts, *one.findings) if each in labels]
    told = [one.note] if one.note else [*known, *named]
    return {
        "kind": entry.kind,
        "number": entry.number,
        "words": " · ".join(told) or interface_words()["correct"]["gone"],
    }


async def correct(request: Request) -> Response:
    """Write one correction and compare with it."""
    form = await form_of(request, workspace_of(request).settings.limits)
    story = story_of(request)
    ticked = [str(each) for each in form.getlist("fact")]
    what, _, about = str(form.get("do", "")).partition(" ")
    lock = workspace_of(request).library.lock
    if what == "merge" and len(set(ticked)) < 2:
        return await run_in_threadpool(_page, request, interface_words()["correct"]["two"], 400)
    if what in ("speaker", UNNAMED):
        speaker = UNNAMED if what == UNNAMED else " ".join(str(form.get("speaker", "")).split())
        if not speaker:
            return await run_in_threadpool(
                _page, request, interface_words()["correct"]["no_name"], 400
            )
        await run_in_threadpool(_locked, lock, lambda: _write_speaker(story, about, speaker))
    else:
        await run_in_threadpool(_locked, lock, lambda: _write(story, what, about, ticked))
    await workspace_of(request).enqueue(story.path, COMPARE)
    return redirect_to(address_of(story, "/correct"))


def _locked(lock: AbstractContextManager[bool], act: Callable[[], None]) -> None:
    """Do what reads the file and writes it again while nobody else does."""
    with lock:
        act()


def _write(story: StoryFolder, what: str, about: str, ticked: list[str]) -> None:
    """Add a correction, with the words it is about as its note, so that it can be told later."""
    comparison = _comparison(story)
    facts = {fact.id: fact for fact in comparison.facts}
    name, _, sentence = about.partition(" ")
    unknown = OptionError(interface_words()["correct"]["stale"])
    if what == "merge":
        if not set(ticked) <= set(facts):
            raise unknown
        note = " · ".join(fact_name(comparison, facts[each]) for each in ticked)
        add(story.path, CorrectionKind.MERGE, {"facts": ticked, "note": note})
    elif what == "finding":
        known = {g.id: question(g) for g in comparison.figures}
        known |= {g.id: _quote(comparison, g.speaker, g.fullest) for g in comparison.quote_groups}
        if name not in known:
            raise unknown
        add(story.path, CorrectionKind.IGNORE, {"finding": name, "note": known[name]})
    elif name not in facts:
        raise unknown
    elif what == "aside":
        note = fact_name(comparison, facts[name])
        add(story.path, CorrectionKind.IGNORE, {"fact": name, "note": note})
    elif what == "split" and sentence in {one.sentence for one in facts[name].mentions}:
        _split(story.path, comparison, facts[name], sentence)
    else:
        raise unknown


def _split(folder: Path, comparison: Comparison, fact: Fact, sentence: str) -> None:
    article = comparison.article(letter_of(sentence))
    text = article.words_of(comparison.sentence(sentence).span)
    note = f"{article.document.outlet}: {text} · {fact_name(comparison, fact)}"
    named = _as_value(sentence_name(comparison, sentence))
    add(folder, CorrectionKind.SPLIT, {"fact": fact.id, "sentences": [named], "note": note})


def _write_speaker(story: StoryFolder, quote: str, speaker: str) -> None:
    """Say who spoke, in place of what was said of these words before."""
    comparison, told = _comparison(story), interface_words()["correct"]
    if quote not in {one.id for article in comparison.articles for one in article.quotes}:
        raise OptionError(told["stale"])
    texts = [article.document.text for article in comparison.articles]
    if speaker.casefold() != UNNAMED and not _stands(texts, speaker):
        raise OptionError(told["no_such_name"].format(name=speaker[:80]))
    for entry in reversed(entries(story.path)):
        if entry.correction.quote and _names(comparison, entry.correction.quote, quote):
            take_back(story.path, entry.kind, entry.number)
    named = _as_value(quote_name(comparison, quote))
    add(story.path, CorrectionKind.SPEAKER, {"quote": named, "speaker": speaker})


def _names(comparison: Comparison, name: SentenceName, quote: str) -> bool:
    try:
        return named_quote(comparison.articles, name)[1].id == quote
    except UnmatchedCorrection:
        return False


def _as_value(name: SentenceName) -> object:
    """The name as it is written into a corrections file."""
    return name.id or {"outlet": name.outlet, "text": name.text}


async def undo(request: Request) -> Response:
    """Take a correction back and compare without it."""
    form = await form_of(request, workspace_of(request).settings.limits)
    story = story_of(request)
    number = str(form.get("number", ""))
    kind, version = str(form.get("kind", "")), str(form.get("version", ""))
    if number.isascii() and number.isdigit():
        told = (story, kind, int(number[:6]), version)
        if not await run_in_threadpool(_taken_back, workspace_of(request).library.lock, *told):
            return await run_in_threadpool(
                _page, request, interface_words()["story"]["changed"], 409
            )
    await workspace_of(request).enqueue(story.path, COMPARE)
    return redirect_to(address_of(story, "/correct"))


def _taken_back(
    lock: AbstractContextManager[bool], story: StoryFolder, kind: str, number: int, version: str
) -> bool:
    """Take a correction back; False where its number was read of an earlier state of the file."""
    with lock:
        if version != version_of(story.path):
            return False
        take_back(story.path, kind, number)
        return True
