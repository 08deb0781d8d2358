"""Lists of lines that pages set into an article, and sentences that look like them, on pages."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

import compare
from compare.english.word_lists import lines_of
from compare.sources.html import read_html
from compare.sources.page import fold
from tests.sources.layouts import HEADLINE

HERE = Path(__file__).parent
LISTS = {
    name: lines
    for name, lines in lines_of((HERE / "furniture_lists.txt").read_text("utf-8")).items()
    if lines
}
SENTENCES = lines_of((HERE / "furniture_like_sentences.txt").read_text("utf-8"))[""]
MOST_LEFT = 2
# Said of a page as often as of an event; the first is also what a live page says of itself.
TAKEN = {"Live updates were sent to the crew by radio."}
STORY = (
    "A footbridge over the Marl was closed on Thursday after one of its six cables snapped during "
    "the morning rush, the harbour office said.",
    "Nobody was hurt, but about 340 commuters had to walk back along the quay in the rain.",
    "“I heard a crack like a whip and then the deck swayed under me,” said Piet Olm, a baker who "
    "was on his way to work.",
    "The bridge was opened in 2019 and had been checked in the spring, when engineers found no "
    "wear on any of the cables.",
    "A petition by people of the old town had asked for a second inspection after a storm in "
    "September loosened two railings.",
    "Harbour master Nell Varga told reporters that the five other cables would be looked at over "
    "the weekend.",
    "She said: “We will not open it before we know what happened.”",
    "Ferries will run every ten minutes from Friday until the end of the month, the office said.",
    "The closing comes two weeks before the winter market, which draws 60,000 visitors a year.",
    "Traders on the north bank fear for their takings.",
    "“If they cannot cross, they will not come,” said Aino Brandt, who has sold candles there "
    "since 2011.",
    "The city council will meet on Monday to decide whether the bridge can be opened again.",
)
FRAMES = (
    "<main><article><h1>{h}</h1><div class='article-body'>{b}</div></article></main>",
    "<div id='content'><div class='story'><h1>{h}</h1>{b}</div></div>",
    "<main><h1>{h}</h1><section class='body-text'>{b}</section></main>",
    "<div class='wrap'><article><header><h1>{h}</h1></header>{b}</article></div>",
)
MARKS = (
    "<p>{}</p>",
    "<p><em>{}</em></p>",
    "<p><strong>{}</strong></p>",
    "<div>{}</div>",
    "<p>{}</p>",
    "<p class='x1'>{}</p>",
)
PLACES = {"start": 0, "middle": 6, "end": len(STORY)}


def _page(line: str, place: str, number: int, *, outlet: str, mark: str) -> bytes:
    paragraphs = [f"<p>{text}</p>" for text in STORY]
    paragraphs.insert(PLACES[place], mark.format(line))
    body = FRAMES[number % len(FRAMES)].format(h=HEADLINE, b="".join(paragraphs))
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{HEADLINE}</title>"
        f"<meta property='og:site_name' content='{outlet}'></head><body>{body}</body></html>"
    ).encode()


def _compared(page: bytes) -> str:
    """The text of a page that is compared, folded."""
    article = compare.annotate(read_html(page))
    return "".join(fold(article.words_of(s.span)) for s in article.sentences if s.in_story)


def _sentences(line: str) -> list[str]:
    shown = html.unescape(re.sub(r"<[^>]+>", "", line))
    return [fold(part) for part in re.split(r"(?<=[.!?])\s+(?=[A-Z])", shown)]


@pytest.mark.parametrize("name", LISTS)
def test_of_forty_lines_hardly_any_is_compared_and_no_paragraph_is_lost(name: str) -> None:
    outlet = name.partition(": ")[2]
    left: list[str] = []
    for number, entry in enumerate(LISTS[name]):
        place, _, line = entry.partition(" ")
        mark = MARKS[number % len(MARKS)]
        told = _compared(_page(line, place, number, outlet=outlet, mark=mark))
        assert [text for text in STORY if fold(text) not in told] == [], line
        if any(sentence in told for sentence in _sentences(line)):
            left.append(line)
    assert len(LISTS[name]) == 40
    assert len(left) <= MOST_LEFT, left


@pytest.mark.parametrize("first", range(len(PLACES)))
def test_a_sentence_of_a_story_stays_wherever_it_stands(first: int) -> None:
    taken: set[str] = set()
    for number, line in enumerate(SENTENCES[first :: len(PLACES)]):
        place = list(PLACES)[number % len(PLACES)]
        shown = html.escape(line, quote=False)
        page = _page(shown, place, number, outlet="Quay Courier", mark="<p>{}</p>")
        if fold(line) not in _compared(page):
            taken.add(line)
    assert taken <= TAKEN


def test_a_line_on_cookies_in_an_article_takes_no_other_words_with_it() -> None:
    line = (
        "We use cookies to give you the best experience. By using this site you agree to our "
        "cookie policy."
    )
    for number in range(len(FRAMES)):
        page = _page(line, "middle", number, outlet="Quay Courier", mark="<p>{}</p>")
        told = _compared(page)
        assert all(fold(text) in told for text in STORY)
        assert "cookie" not in told
