from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import BadStory, CompareError, UnreadableSource
from compare.sources.records import read_records

ARTICLE = {"text": "The ferry drifted.", "outlet": "Harbour Times"}


def read(value: object) -> tuple[list[str], list[str]]:
    found = read_records(json.dumps(value), source="a.json", lines=False)
    return [item.outlet for item in found.documents], [str(item) for item in found.problems]


@pytest.mark.parametrize("value", [ARTICLE, [ARTICLE], {"articles": [ARTICLE]}])
def test_an_object_a_list_and_articles_are_read(value: object) -> None:
    assert read(value) == (["Harbour Times"], [])


def test_every_field_may_stand_under_its_other_names() -> None:
    record = {
        "body": "The ferry\r\ndrifted.",
        "title": "Ferry adrift",
        "outlet": "Harbour Times",
        "published_at": "2031-10-14",
        "author": ["Mara Quill", "Otto Brandt"],
        "url": "https://harbour-times.example/1",
        "lang": "de",
        "ignored": {"deep": [1]},
    }
    made = read_records(json.dumps(record), source="a.json", lines=False).documents[0]
    assert made.text == "The ferry\ndrifted."
    assert made.headline == "Ferry adrift"
    assert made.byline == "Mara Quill, Otto Brandt"
    assert made.language == "de"
    assert made.published is not None
    assert made.source == "a.json"


def test_the_outlet_may_come_from_the_address() -> None:
    assert read({"text": "x", "url": "https://www.harbour.example/1"})[0] == ["harbour.example"]


def test_a_wrong_record_takes_no_other_with_it() -> None:
    outlets, problems = read([ARTICLE, {"text": ""}, 7, {**ARTICLE, "published": 5}, ARTICLE])
    assert outlets == ["Harbour Times", "Harbour Times"]
    assert [problem.split(". ")[0] for problem in problems] == [
        'a.json: article 2: "text" is missing or empty',
        "a.json: article 3: an article must be an object with keys",
        'a.json: article 4: "published" must be text, not int',
    ]


def test_a_wrong_line_is_told_by_its_number() -> None:
    text = f"{json.dumps(ARTICLE)}\n\nnot json\n{json.dumps(ARTICLE)}\n"
    found = read_records(text, source="a.jsonl", lines=True)
    assert len(found.documents) == 2
    assert [problem.reason[:24] for problem in found.problems] == ["line 3: this is no JSON "]


def test_a_wrong_date_names_the_record_and_the_key() -> None:
    problems = read({**ARTICLE, "date": "soon"})[1]
    assert problems[0].startswith("a.json: article 1: published: the date 'soon' cannot be read")


def test_a_missing_outlet_is_told() -> None:
    assert '"outlet" is missing' in read({"text": "x"})[1][0]


def test_broken_json_is_an_error_with_its_place() -> None:
    with pytest.raises(BadStory, match="line 1, column 10"):
        read_records('{"text": }', source="a.json", lines=False)


def test_a_finished_comparison_is_not_an_article() -> None:
    with pytest.raises(BadStory, match="finished comparison"):
        read({"schema": "urn:storydiff:comparison:1.0", "articles": [], "coverage": []})


def test_a_file_without_articles_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="no articles"):
        read([])


def test_deeply_nested_json_is_refused() -> None:
    with pytest.raises(BadStory):
        read_records("[" * 100_000, source="a.json", lines=False)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(["text", "outlet", "url", "published", "author", "articles", "x"]),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(JSON)
def test_any_json_is_read_or_refused_with_an_error_of_ours(value: object) -> None:
    try:
        found = read_records(json.dumps(value), source="a.json", lines=False)
    except CompareError:
        return
    assert found.documents or found.problems


@settings(deadline=None)
@given(st.text())
def test_any_text_as_json_lines_is_read_or_refused(text: str) -> None:
    try:
        read_records(text, source="a.jsonl", lines=True)
    except CompareError:
        return


@pytest.mark.parametrize(
    "key",
    [
        "text", "outlet", "headline", "byline", "standfirst", "url", "licence", "wire", "lang",
        "authors",
    ],
)  # fmt: skip
def test_half_a_surrogate_in_any_field_is_an_error_of_that_record(key: str) -> None:
    good = {"text": "The ferry burned off Tor.", "outlet": "Harbour Times"}
    bad = json.dumps([good, {**good, key: "The ferry \ud83d burned"}])
    records = read_records(bad, source="a.json", lines=False)
    assert len(records.documents) == 1
    assert "surrogate" in records.problems[0].reason
    assert records.problems[0].reason.startswith("article 2: ")
