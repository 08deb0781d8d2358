"""Corrections by clicking: facts with their sentences, and what was corrected before."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from compare.app.corrections_file import Entry, add, entries, take_back
from compare.app.file_names import COMPARISON
from compare.app.folder import StoryFolder
from compare.app.intake import form_of
from compare.app.job import COMPARE
from compare.app.pages import (
    address_of,
    office,
    page,
    progress_of,
    see,
    story_of,
    words,
)
from compare.errors import OptionError, UnreadableSource
from compare.formats.fact_names import fact_name
from compare.formats.figure_lines import question
from compare.formats.json import read
from compare.formats.quote_versions import quoted_words
from compare.model.comparison import Comparison
from compare.model.corrections import CorrectionKind, ignored_ids
from compare.model.facts import Fact

_QUOTE = 120


async def show(request: Request) -> Response:
    """All facts of a story with a button for each correction."""
    return await run_in_threadpool(_page, request)


def _page(request: Request, notice: str = "", status: int = 200) -> Response:
    place, story = office(request), story_of(request)
    comparison = _comparison(story)
    task = place.queue.last(story.path)
    running = task is not None and not task.is_over
    ignored = ignored_ids(comparison.story.corrections)
    facts = [fact for fact in comparison.facts if fact.id not in ignored]
    failure = story.reading.failure
    if failure and not notice:
        notice = f"{words()['story']['failed']} {failure.reason} {failure.advice}"
    return page(
        request,
        "correct",
        status=status,
        story=story,
        notice=notice,
        entries=[_entry(comparison, one) for one in entries(story.path)],
        shared=[_fact(comparison, fact) for fact in facts if fact.shared],
        alone=[_fact(comparison, fact) for fact in facts if not fact.shared],
        figures=[{"id": one.id, "label": question(one)} for one in comparison.figures],
        quotes=[
            {"id": one.id, "label": _quote(comparison, one.speaker, one.fullest)}
            for one in comparison.quote_groups
            if one.id not in ignored and len(one.members) > 1
        ],
        task=progress_of(place.queue, task) if task and running else None,
        progress_url=address_of(story, f"/progress/{COMPARE}"),
    )


def _comparison(story: StoryFolder) -> Comparison:
    if not story.has_report:
        raise UnreadableSource(
            story.title, "it is not compared yet", words()["correct"]["no_report"]
        )
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


def _quote(comparison: Comparison, speaker: str | None, quote_id: str) -> str:
    spoken = quoted_words(comparison, quote_id, limit=_QUOTE)
    return f"{speaker}: {spoken}" if speaker else spoken


def _entry(comparison: Comparison, entry: Entry) -> dict[str, object]:
    """A correction of the file in words; what it names may be gone."""
    one = entry.correction
    labels = {fact.id: fact_name(comparison, fact) for fact in comparison.facts}
    labels |= {group.id: question(group) for group in comparison.figures}
    labels |= {g.id: _quote(comparison, g.speaker, g.fullest) for g in comparison.quote_groups}
    named = [f"{name.outlet}: {name.text}" if name.outlet else name.id for name in one.sentences]
    known = [labels[each] for each in (*one.facts, *one.findings) if each in labels]
    told = [one.note] if one.note else [*known, *named]
    return {
        "kind": entry.kind,
        "number": entry.number,
        "words": " · ".join(told) or words()["correct"]["gone"],
    }


async def correct(request: Request) -> Response:
    """Write one correction and compare with it."""
    form = await form_of(request, office(request).settings.limits)
    story = story_of(request)
    ticked = [str(each) for each in form.getlist("fact")]
    what, _, about = str(form.get("do", "")).partition(" ")
    if what == "merge" and len(set(ticked)) < 2:
        return await run_in_threadpool(_page, request, words()["correct"]["two"], 400)
    await run_in_threadpool(_write, story, what, about, ticked)
    await office(request).queue.add(story.path, COMPARE)
    return see(address_of(story, "/correct"))


def _write(story: StoryFolder, what: str, about: str, ticked: list[str]) -> None:
    """Add a correction, with the words it is about as its note, so that it can be told later."""
    comparison = _comparison(story)
    facts = {fact.id: fact for fact in comparison.facts}
    name, _, sentence = about.partition(" ")
    unknown = OptionError("This is not in the report any more. Load the page again.")
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
    letter = sentence.partition(".")[0]
    article = comparison.article(letter)
    text = article.words_of(comparison.sentence(sentence).span)
    outlets = Counter(each.document.outlet for each in comparison.articles)
    outlet = article.document.outlet
    # The id holds for one order of the articles, so it is taken only where the name is no help.
    lasting = outlets[outlet] == 1 and article.document.text.count(text) == 1
    named = {"outlet": outlet, "text": text} if lasting else sentence
    note = f"{outlet}: {text} · {fact_name(comparison, fact)}"
    values = {"fact": fact.id, "sentences": [named], "note": note}
    add(folder, CorrectionKind.SPLIT, values)


async def undo(request: Request) -> Response:
    """Take a correction back and compare without it."""
    form = await form_of(request, office(request).settings.limits)
    story = story_of(request)
    number = str(form.get("number", ""))
    if number.isascii() and number.isdigit():
        kind = str(form.get("kind", ""))
        await run_in_threadpool(take_back, story.path, kind, int(number[:6]))
    await office(request).queue.add(story.path, COMPARE)
    return see(address_of(story, "/correct"))
