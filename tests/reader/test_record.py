from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare.errors import FormatError, NoArticleFound
from compare.reader.record import Record, RecordedReply
from compare.sources.no_article import is_own_result
from tests.reader.stories import BEACH, PIER, SHORE, finest, pairs_of

ONE, OTHER, LAST = pairs_of(finest(PIER, SHORE, BEACH))
REPLY = RecordedReply(
    text='{"same": []}', model="small", host="127.0.0.1", tokens_in=10, tokens_out=2
)


def test_what_was_kept_is_found_again_for_the_same_question_and_model(tmp_path: Path) -> None:
    path = tmp_path / "reader.jsonl"
    Record(path).keep(ONE, REPLY)
    again = Record(path)
    assert again.reply_to(ONE, "small") == REPLY
    assert again.reply_to(OTHER, "small") is None
    assert again.reply_to(ONE, "large") is None
    assert again.models == ("small",)


def test_a_record_holds_the_question_and_the_hashes_of_all_that_an_answer_depends_on(
    tmp_path: Path,
) -> None:
    path = tmp_path / "reader.jsonl"
    Record(path).keep(ONE, REPLY)
    head, line = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    assert head == {"schema": "urn:storydiff:reader:1.0"}
    assert line["messages"] == ONE.messages
    assert line["prompt"] == ONE.digest
    assert len(line["request"]) == 64
    assert line["settings"]["temperature"] == 0


def test_an_answer_is_found_without_its_question(tmp_path: Path) -> None:
    path = tmp_path / "reader.jsonl"
    Record(path).keep(ONE, REPLY)
    head, line = path.read_text(encoding="utf-8").splitlines()
    short = {name: value for name, value in json.loads(line).items() if name != "messages"}
    path.write_text(f"{head}\n{json.dumps(short)}\n", encoding="utf-8")
    assert Record(path).reply_to(ONE, "small") == REPLY


def test_a_line_that_was_cut_off_is_passed_over_and_the_next_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "reader.jsonl"
    record = Record(path)
    record.keep(ONE, REPLY)
    record.keep(OTHER, REPLY)
    path.write_bytes(path.read_bytes()[:-40])
    again = Record(path)
    assert again.reply_to(OTHER, "small") is None
    again.keep(LAST, REPLY)
    assert Record(path).reply_to(ONE, "small") == Record(path).reply_to(LAST, "small") == REPLY


@pytest.mark.parametrize("data", [b"", b"The pier shut.", b'{"schema": "other"}\n', b"[" * 99_999])
def test_a_file_of_another_kind_is_refused_and_left_as_it_is(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "reader.jsonl"
    path.write_bytes(data)
    with pytest.raises(FormatError, match="no record of a reader"):
        Record(path)
    assert path.read_bytes() == data


def test_names_in_a_record_that_could_not_be_shown_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "reader.jsonl"
    for name in ("\x1b[2J", "a\nb", "", "x" * 300):
        Record(path).keep(ONE, RecordedReply(text="{}", model=name, host="h"))
    assert Record(path).models == ()


def test_a_record_in_a_story_folder_is_no_article(tmp_path: Path) -> None:
    path = tmp_path / "reader.jsonl"
    Record(path).keep(ONE, REPLY)
    assert is_own_result(path.read_bytes())
    from compare.sources.load import load

    with pytest.raises(NoArticleFound, match="a result of storydiff"):
        load(path)
