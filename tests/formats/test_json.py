"""Comparison files: out, back in, and refused when they are not what they say."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import compare
from compare.errors import FormatError
from compare.formats.json import dump, dump_without_text, is_comparison, parse, read
from compare.model.facts import Fact, Mention, Mode, State
from tests import bundled
from tests.formats.builder import Draft, plain
from tests.formats.crowd import crowd
from tests.formats.story import market_hall

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(
    lambda text: text.strip() == text
)


def changed(path: tuple[Any, ...], value: object) -> bytes:
    """The file of the story with one value replaced."""
    tree = json.loads(dump(market_hall()))
    place = tree
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(tree).encode()


def test_what_was_written_is_read_back_the_same() -> None:
    story = market_hall()
    assert parse(dump(story)) == story


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(words, min_size=1, max_size=3), min_size=2, max_size=4), words)
def test_any_text_survives_the_round_trip(blocks: list[list[str]], outlet: str) -> None:
    drafts = [Draft(letter, outlet, None, blocks) for letter in "AB"]
    first = drafts[0].article().sentences[0]
    mentions = tuple(
        Mention(
            article=draft.letter,
            sentence=f"{draft.letter}.s1",
            span=first.span,
            mode=Mode.ASSERTED,
        )
        for draft in drafts
    )
    fact = Fact(id="f-000001", ordinal="f1", label=outlet, mentions=mentions)
    comparison = plain(drafts, [fact])
    assert parse(dump(comparison)) == comparison


@settings(deadline=None, max_examples=8)
@given(st.lists(st.lists(words, min_size=1, max_size=4), min_size=2, max_size=3))
def test_any_comparison_that_is_written_to_a_file_is_read_back_the_same(
    told: list[list[str]],
) -> None:
    texts = ["Two people died off Port Ellery on Tuesday. " + " ".join(each) for each in told]
    documents = [compare.document(text, outlet="Harbour Times") for text in texts]
    result = compare.compare_story(documents, compare.Options(force=True))
    with tempfile.TemporaryDirectory() as folder:
        compare.write(result, Path(folder, "saved.json"))
        assert compare.read(f"{folder}/saved.json") == result


@pytest.mark.parametrize("name", bundled.STORIES)
def test_a_comparison_of_an_invented_story_is_read_back_the_same(name: str, tmp_path: Path) -> None:
    compare.write(bundled.comparison(name), tmp_path / "saved.json")
    assert compare.read(tmp_path / "saved.json") == bundled.comparison(name)


def test_articles_are_flat_and_fields_are_named_as_in_the_model() -> None:
    tree = json.loads(dump(market_hall()))
    article = tree["articles"][0]
    assert tree["schema"] == "urn:storydiff:comparison:1.2"
    assert tree["offset_unit"] == "code point"
    assert article["letter"] == "A"
    assert article["text"][slice(*article["sentences"][0]["span"].values())].endswith("Tuesday.")
    assert article["account"]["aside"] == ["A.s6"]
    assert article["figures"][0]["quantity"]["low"] == "2"
    assert article["published"] == "2024-05-14T14:05:00Z"


def test_the_keys_stand_in_the_order_of_the_contract() -> None:
    wanted = [
        "schema", "offset_unit", "tool", "options", "story", "articles", "facts", "coverage",
        "figures", "conflicts", "absences", "wordings", "quote_groups", "reuse", "citations",
        "headlines",
    ]  # fmt: skip
    keys = list(json.loads(dump(market_hall())))
    assert [key for key in keys if key in wanted] == wanted


def test_without_text_no_sentence_can_be_read_from_the_file() -> None:
    story = market_hall()
    written = dump_without_text(story).decode()
    assert "text" not in json.loads(written)["articles"][0]
    assert "It went with one long crack" not in written
    assert "who sells cheese there" not in written
    assert "fell in shortly before noon" not in written


def test_the_words_come_back_with_the_texts() -> None:
    story = market_hall()
    texts = {a.document.sha256: a.document.text for a in story.articles}
    assert parse(dump_without_text(story), texts=texts) == story


def test_a_file_without_texts_says_so_when_read_alone() -> None:
    with pytest.raises(FormatError, match="without the text of article A"):
        parse(dump_without_text(market_hall()))


def test_a_text_that_is_not_the_one_of_the_digest_is_refused() -> None:
    data = changed(("articles", 0, "text"), "Something else entirely.")
    with pytest.raises(FormatError, match="does not match its sha256"):
        parse(data)


def test_fields_that_are_not_known_are_passed_over() -> None:
    tree = json.loads(dump(market_hall()))
    tree["weather"] = tree["facts"][0]["mood"] = "fine"
    tree["schema"] = "urn:storydiff:comparison:1.9"
    assert parse(json.dumps(tree).encode()).facts == market_hall().facts


def test_another_major_version_is_refused_with_the_version_that_reads_it() -> None:
    data = changed(("schema",), "urn:storydiff:comparison:2.3")
    with pytest.raises(FormatError, match=r"version 2\.3.*writes version 2"):
        parse(data)


def test_a_newer_minor_version_that_cannot_be_read_asks_for_a_newer_program() -> None:
    tree = json.loads(dump(market_hall()))
    tree["schema"] = "urn:storydiff:comparison:1.9"
    tree["coverage"][0]["state"] = "sung"
    with pytest.raises(FormatError, match="newer storydiff"):
        parse(json.dumps(tree).encode())


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (
            ("articles", 0, "sentences", 0, "span"),
            {"start": 9, "end": 4},
            r"\$\.articles\[0\]\.sen",
        ),
        (("articles", 0, "letter"), 7, r"\$\.articles\[0\]\.letter"),
        (("articles", 1), "B", r"\$\.articles\[1\]"),
        (("facts", 1, "mentions", 0, "sentence"), "A.s99", "A.s99"),
        (("conflicts", 0, "evidence", 0, "text"), "Twelve people", "words are not those"),
        (("options", "fact_floor"), 3.5, "fact_floor"),
        (("coverage",), [], "full grid"),
    ],
)
def test_a_damaged_file_is_refused_with_the_place(
    path: tuple[Any, ...], value: object, place: str
) -> None:
    with pytest.raises(FormatError, match=place):
        parse(changed(path, value))


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"{}", b"\xff\xfe", b'"text"', b"[" * 99999])
def test_what_is_no_comparison_is_refused(data: bytes) -> None:
    with pytest.raises(FormatError):
        parse(data)
    assert not is_comparison(data)


def test_offsets_in_another_unit_are_refused() -> None:
    with pytest.raises(FormatError, match="code points"):
        parse(changed(("offset_unit",), "utf-16"))


def test_a_file_is_named_in_the_message(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    with pytest.raises(FormatError, match=r"story\.json cannot be read"):
        read(path)
    path.write_bytes(b"{}")
    with pytest.raises(FormatError, match=r"story\.json: "):
        read(path)
    path.write_bytes(dump(market_hall()))
    assert read(path) == market_hall()


def test_half_a_character_cannot_be_written() -> None:
    drafts = [Draft(letter, "Outlet", None, [["Half a \ud83d character."]]) for letter in "AB"]
    with pytest.raises(FormatError, match="UTF-8"):
        dump(plain(drafts, []))


def test_a_comparison_file_is_recognised_in_any_layout() -> None:
    data = dump(crowd(2))
    assert is_comparison(data)
    assert is_comparison(json.dumps(json.loads(data), sort_keys=True).encode())
    assert not is_comparison(b'{"text": "the \\"schema\\": \\"urn:storydiff:comparison:1.0\\""}')


def test_a_device_is_read_to_a_bound_and_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.formats.json.LARGEST", 1_000)
    with pytest.raises(FormatError, match="is larger than"):
        read(Path("/dev/zero"))


def test_a_file_of_the_first_version_is_read_as_it_was_written() -> None:
    story = market_hall()
    tree = json.loads(dump(story))
    tree["schema"] = "urn:storydiff:comparison:1.0"
    for article in tree["articles"]:
        del article["account"]["statements"]
    for one in tree["facts"]:
        del one["details"]
        for mention in one["mentions"]:
            del mention["source"], mention["verified_by"]
    again = parse(json.dumps(tree).encode())
    assert again.facts == story.facts
    assert again.accounts == story.accounts


def test_what_is_new_comes_back_from_the_file() -> None:
    story = bundled.comparison("demo")
    again = parse(dump(story))
    assert again == story
    assert any(fact.details for fact in again.facts)
    assert any(m.source for fact in again.facts for m in fact.mentions)
    assert all(account.statements for account in again.accounts)
    assert any(cell.state is State.PERHAPS for cell in again.coverage)
