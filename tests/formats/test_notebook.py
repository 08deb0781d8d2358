"""What a notebook shows of a comparison, and the line it is cited by."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from compare.formats.notebook import citation, one_line_of, page
from compare.model.story import StoryInfo
from compare.pipeline import compare_story
from tests.bundled import comparison, documents
from tests.formats.hostile import hostile_story


def test_one_line_says_what_it_is() -> None:
    made = comparison("demo")
    line = repr(made)
    assert "\n" not in line
    assert line.startswith("Comparison(")
    assert f"4 articles, {len(made.facts)} facts" in line


def test_the_page_shows_the_story_in_words_and_the_grid() -> None:
    made = replace(
        comparison("demo"), story=StoryInfo(title="Ferry", invented=True, notice="Made up.")
    )
    tree = html.fromstring(made._repr_html_())
    text = tree.text_content()
    assert "4 articles" in text
    assert "Made up." in text
    assert "Worth a look" in text
    heads = [cell.text_content() for cell in tree.iterfind(".//th")]
    assert [head[1:] for head in heads if head[1:] in {d.outlet for d in documents("demo")}] == [
        document.outlet for document in documents("demo")
    ]
    assert len(tree.findall(".//tbody/tr")) == 24
    assert f"… and {len(made.facts) - 24} more facts" in text


def test_an_invented_story_says_so_without_a_notice() -> None:
    made = replace(comparison("demo"), story=StoryInfo(title="Ferry", invented=True))
    assert "The story is invented." in page(made)


def test_names_from_outside_are_escaped_and_steer_nothing() -> None:
    made = hostile_story("<script>alert(1)</script>\x1b[2J\u202e", "other")
    shown = page(made)
    assert "<script" not in shown
    assert "\x1b" not in shown + one_line_of(made) + citation(made)
    assert "\u202e" not in shown + one_line_of(made) + citation(made)


def test_the_citation_names_program_articles_and_schema_and_does_not_depend_on_order() -> None:
    info = StoryInfo(title="Ferry fire")
    made = compare_story(documents("demo"), story=info)
    line = made.cite()
    assert line.startswith("storydiff ")
    assert "comparison of 4 articles on “Ferry fire” (Channel 6 Online, Harbour Times," in line
    assert made.schema in line
    assert compare_story(documents("demo")[::-1], story=info).cite() == line


def test_another_text_has_another_citation() -> None:
    info = StoryInfo(title="Ferry fire")
    some = compare_story(documents("demo")[:3], story=info)
    assert (
        some.cite().rpartition("sha256:")[2] != comparison("demo").cite().rpartition("sha256:")[2]
    )
