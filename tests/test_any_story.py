"""Whatever stands in the articles: nothing is lost, nothing is made up, nothing runs."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from compare.formats.details import details
from compare.formats.json import dump, parse
from compare.formats.registry import FORMATS, render
from compare.formats.screen import Screen
from compare.formats.summary.sections import SECTION_NAMES
from compare.formats.summary.terminal import summary
from compare.model.articles import Document
from compare.model.comparison import Comparison
from compare.model.options import Options
from compare.pipeline import compare_story
from tests import bundled
from tests.formats.page_parts import parsed
from tools.json_schemas import comparison_schema

# Words of a report, so that sentences of several articles are joined, among all else there is.
PIECES = """
Fourteen people died on Tuesday. said Ansel Corrie, the mayor told reporters “we went back” "twice"
£3.5m 12 at least 40% 4.52pm 14 October 2031 Dr. U.S. ... … — ’ « » ( [ <b> </script> <!-- -->
&amp; {{7*7}} | `code` **bold** # = + - @ \\ http://a.example/?x=1&y=2 اليوم
מחר 日本 👩‍🚒 e\u0301 \u202e
\u200b \u00ad \ufeff \x07 \x1b[31m \u2028  ﬁ ß İ ǅ 𝟙 ½ ²
""".split()
VALIDATOR = Draft202012Validator(comparison_schema())

pieces = st.sampled_from(PIECES) | st.text(max_size=6)
joined = st.sampled_from([" ", " ", " ", ". ", "\n\n", "\n", ""])
texts = st.lists(st.tuples(pieces, joined), max_size=24).map(
    lambda found: "".join(piece + mark for piece, mark in found)
)
titles = st.none() | st.text(max_size=20) | st.sampled_from(PIECES)
documents = st.builds(Document, text=texts, outlet=st.just("Outlet") | pieces, headline=titles)
stories = st.lists(documents, min_size=2, max_size=3)


def compared(told: list[Document]) -> Comparison:
    return compare_story(told, Options(force=True))


@given(stories)
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
def test_every_word_of_every_article_is_in_one_sentence_in_one_place(told: list[Document]) -> None:
    found = compared(told)
    for article, given_one, account in zip(found.articles, told, found.accounts, strict=True):
        text = article.document.text
        assert text == given_one.text
        covered = [" "] * len(text)
        for sentence in article.sentences:
            for at in range(sentence.span.start, sentence.span.end):
                assert covered[at] == " "
                covered[at] = text[at]
        assert "".join(covered).split() == text.split()
        placed = [*account.shared, *account.only_here, *account.quotation, *account.aside]
        assert sorted(placed) == sorted(sentence.id for sentence in article.sentences)
        inside = [*(f.span for f in article.figures), *(p for q in article.quotes for p in q.parts)]
        assert all(span.end <= len(text) for span in inside)


@given(stories)
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
def test_every_form_of_the_result_can_be_made_and_the_file_read_back(told: list[Document]) -> None:
    found = compared(told)
    for name in FORMATS:
        assert render(found, name)
    data = dump(found)
    assert dump(parse(data)) == data
    VALIDATOR.validate(json.loads(data))
    rows = list(csv.reader(io.StringIO(render(found, "csv").decode("utf-8-sig"), newline="")))
    assert all(len(row) == len(rows[0]) for row in rows)
    for cell in (cell for row in rows for cell in row):
        assert not cell.lstrip().startswith(("=", "+", "@"))


@given(stories)
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
def test_no_word_of_an_article_runs_in_a_page_or_steers_a_terminal(told: list[Document]) -> None:
    found = compared(told)
    page = parsed(render(found, "html").decode())
    harmless = parsed(render(bundled.comparison("demo"), "html").decode())
    ours = [script.inside for script in harmless.of_tag("script")]
    assert [script.inside for script in page.of_tag("script")] == ours
    names = [*(fact.ordinal for fact in found.facts[:3]), *(a.letter for a in found.articles)]
    shown = [summary(found, only=list(SECTION_NAMES)), *(details(found, name) for name in names)]
    for line in "\n".join(shown).split("\n"):
        assert not [
            c for c in line if unicodedata.category(c) in ("Cc", "Cf") and c not in "\u200c\u200d"
        ]
    assert summary(found, Screen(width=40, encoding="ascii")).isascii()
