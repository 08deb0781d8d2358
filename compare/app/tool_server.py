"""Tools for a language model, by the Model Context Protocol: compare, and ask about the result.

Every claim comes with its exact words and their place. Answers have a budget of characters; what
does not fit is left off, and how much that is is told.
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, ParamSpec

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from compare.align.languages import not_looked_at
from compare.checking.check import check
from compare.errors import CompareError, OptionError
from compare.formats.fact_names import fact_name
from compare.formats.figure_lines import question
from compare.model.articles import Document
from compare.model.comparison import Comparison
from compare.model.spans import Span
from compare.pipeline import compare_story
from compare.sources.document import document
from compare.sources.fetch.page_cache import cache_folder
from compare.sources.fetch.settings import Fetching
from compare.sources.load import load

BUDGET = 12_000
MOST = 60_000
_KEPT = 8
_ABOUT = (
    "Compares how news outlets tell one story. Call compare first; it gives the name of a "
    "comparison, which the other tools take. A fact that an outlet does not carry is 'not found' "
    "in it, which is no judgement. Spans count code points of the article's text, half-open."
)
Entry = dict[str, Any]
P = ParamSpec("P")


class ComparisonTools:
    """The tools, over the last few comparisons of one conversation."""

    def __init__(self, fetching: Fetching) -> None:
        self._fetching = fetching
        self._kept: OrderedDict[str, Comparison] = OrderedDict()

    def compare(self, sources: list[dict[str, str]], budget: int = BUDGET) -> str:
        """Compare two or more articles about one event.

        Each source has a text (and outlet, published, headline where known) or a url. Gives the
        name of the comparison for the other tools, its articles, and what differs between them.
        """
        found = compare_story(self._documents(sources))
        texts = "\x1f".join(article.document.text for article in found.articles)
        name = hashlib.sha256(texts.encode("utf-8", "replace")).hexdigest()[:10]
        self._kept[name] = found
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        outlets = [{"article": a.letter, "outlet": a.document.outlet} for a in found.articles]
        head: Entry = {"comparison": name, "title": found.story.title, "articles": outlets}
        if found.story.warnings:
            head["warnings"] = list(found.story.warnings)
        differences = (
            {
                "kind": one.kind.value,
                "question": one.question,
                "why": one.why,
                "evidence": [_words(found, e.article, e.span) for e in one.evidence],
            }
            for one in found.conflicts
        )
        return _fitted(head, "differences", differences, budget)

    def facts(self, comparison: str, budget: int = BUDGET) -> str:
        """The facts of a comparison, and how far each article states each: `states` tells."""
        found = self._get(comparison)
        letters = [article.letter for article in found.articles]
        entries = (
            {
                "fact": fact.id,
                "label": fact_name(found, fact),
                "stated_by": list(fact.articles),
                "states": {each: found.cell(fact.id, each).state.value for each in letters},
            }
            for fact in found.facts
        )
        return _fitted(_unread(found), "facts", entries, budget)

    def sources_of_fact(self, comparison: str, fact: str, budget: int = BUDGET) -> str:
        """Every place that states one fact (its id, from facts) or part of it, in exact words."""
        found = self._get(comparison)
        known = {each.id: each for each in found.facts}
        if fact not in known:
            raise OptionError("There is no fact of this id in the comparison. Call facts.")
        entries = (
            {
                **_words(found, one.article, one.span),
                "mode": one.mode.value,
                "extent": one.extent.value,
                "sentence": found.article(one.article).words_of(found.sentence(one.sentence).span),
            }
            for one in known[fact].mentions
        )
        return _fitted({"fact": fact, "label": known[fact].label}, "places", entries, budget)

    def figures(self, comparison: str, budget: int = BUDGET) -> str:
        """Questions that several articles answer with a figure, with each answer's exact words."""
        found = self._get(comparison)
        entries = (
            {
                "question": question(one),
                "relation": one.relation.value,
                "why": one.why,
                "readings": [_words(found, r.article, r.span) for r in one.readings],
            }
            for one in found.figures
        )
        return _fitted(_unread(found), "figures", entries, budget)

    def quotes(self, comparison: str, budget: int = BUDGET) -> str:
        """Quotations, who said them, and what happened to them between the articles."""
        found = self._get(comparison)
        entries = (
            {
                "speaker": group.speaker,
                "change": group.change.value,
                "versions": [
                    {
                        "change": member.change.value,
                        "parts": [
                            _words(found, member.article, part)
                            for part in found.quote(member.quote).parts
                        ],
                    }
                    for member in group.members
                ],
            }
            for group in found.quote_groups
        )
        return _fitted(_unread(found), "quotes", entries, budget)

    def check_text(self, text: str, sources: list[dict[str, str]], budget: int = BUDGET) -> str:
        """Hold a text against articles: what they state, contradict, or do not say."""
        if not text.strip():
            raise OptionError("The text to check is empty. Give one.")
        found = check(document(text, outlet="The text"), self._documents(sources))
        entries = (
            {
                "text": one.text,
                "span": _span(one.span),
                "state": one.state.value,
                **({"reason": one.reason} if one.reason else {}),
                "evidence": [
                    {"article": e.article, "span": _span(e.span), "text": e.text}
                    for e in one.evidence
                ],
                "against": [
                    {"article": e.article, "span": _span(e.span), "text": e.text}
                    for e in one.against
                ],
                "doubts": [
                    {"kind": d.kind.value, "span": _span(d.span), "text": d.text}
                    for d in one.doubts
                ],
            }
            for one in found.statements
        )
        head: Entry = {"warnings": list(found.warnings)} if found.warnings else {}
        return _fitted(head, "statements", entries, budget)

    def _documents(self, sources: list[dict[str, str]]) -> list[Document]:
        """The articles that were given; OptionError for one that is neither text nor link."""
        found = []
        for number, source in enumerate(sources, 1):
            if source.get("url"):
                # Anything else would be taken for a file of this machine.
                if not source["url"].lower().startswith(("http://", "https://")):
                    raise OptionError(f"Source {number}: a url begins with https://. Correct it.")
                found.append(load(source["url"], fetching=self._fetching))
            elif source.get("text", "").strip():
                found.append(
                    document(
                        source["text"],
                        outlet=source.get("outlet") or f"Article {number}",
                        published=source.get("published") or None,
                        headline=source.get("headline") or None,
                    )
                )
            else:
                raise OptionError(f"Source {number} has neither text nor url. Give one of them.")
        return found

    def _get(self, name: str) -> Comparison:
        if name not in self._kept:
            raise OptionError("There is no comparison of this name any more. Call compare again.")
        return self._kept[name]


def _unread(found: Comparison) -> Entry:
    """What is told before a list that may be short because articles are not in English."""
    told = not_looked_at(found.articles)
    return {"note": told} if told else {}


def tool_server(fetching: Fetching | None = None) -> MCPServer:
    """The server with its tools; `run("stdio")` serves until the other end closes."""
    desk = ComparisonTools(fetching or Fetching(cache=cache_folder()))
    server = MCPServer("storydiff", instructions=_ABOUT, log_level="CRITICAL")
    for tool in (desk.compare, desk.facts, desk.figures, desk.quotes, desk.sources_of_fact,
                 desk.check_text):  # fmt: skip
        server.tool(structured_output=False)(_telling(tool))
    return server


def _telling(tool: Callable[P, str]) -> Callable[P, str]:
    """The tool, whose errors are told to the model in their own words."""

    @wraps(tool)
    def run(*args: P.args, **kwargs: P.kwargs) -> str:
        try:
            return tool(*args, **kwargs)
        except CompareError as wrong:
            raise ToolError(str(wrong)) from wrong

    return run


def _words(comparison: Comparison, letter: str, span: Span) -> Entry:
    """Exact words with their place."""
    text = comparison.article(letter).words_of(span)
    return {"article": letter, "span": _span(span), "text": text}


def _span(span: Span) -> Entry:
    return {"start": span.start, "end": span.end}


def _fitted(head: Entry, name: str, entries: Iterable[Entry], budget: int) -> str:
    """JSON of at most `budget` characters: as many entries as fit, and how many were left off.

    OptionError where what stands before the entries is longer.
    """
    every = list(entries)
    room = min(max(budget, 500), MOST)
    kept: list[Entry] = []
    made = json.dumps({**head, name: kept, "left_off": len(every)}, ensure_ascii=False)
    if len(made) > room:
        raise OptionError(f"The answer has {len(made)} characters at least. Ask for that budget.")
    for number, entry in enumerate(every, 1):
        tried = {**head, name: [*kept, entry], "left_off": len(every) - number}
        text = json.dumps(tried, ensure_ascii=False)
        if len(text) > room:
            break
        kept, made = tried[name], text
    return made
