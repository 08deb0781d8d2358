"""Whatever a file holds that a command reads, the command ends with a code of its own, never 70."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.cli.exits import DEFECT, UNREADABLE, run
from compare.formats.json import dump
from tests.bundled import CORPORA
from tests.formats.story import market_hall
from tests.sources.test_feeds import RSS

QUIET = settings(
    deadline=None,
    derandomize=True,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
ODD: tuple[Any, ...] = (
    None, True, 0, -1, 10**30, 1.5, "", "\ud800", "\0\x1b", "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00", "A", "f-000000", [], {}, [None], {"start": 0, "end": 10**9},
    {"start": 5, "end": 1}, "x" * 3_000,
)  # fmt: skip
PIECES = (
    b"[", b"]", b"[[", b"{", b"}", b"=", b"\n", b'"', b"'''", b"#", b"\0", b"\xff", b"\xef\xbb\xbf",
    b"1e999", b"9" * 400, b"9999-12-31T23:59:59-12:00", b"0001-01-01", b"\\ud800", b"\\", b"|",
    b"_", b"[teach]\n", b"[[articles]]\n", b"true", b"file = '../x'\n", b"&", b"<", b"]]>",
)  # fmt: skip


def places(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value in a tree of JSON."""
    keys = tree if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for key in keys:
        yield (*path, key)
        yield from places(tree[key], (*path, key))


@cache
def stored() -> tuple[Any, list[tuple[Any, ...]]]:
    tree = json.loads(dump(market_hall()))
    return tree, list(places(tree))


def changed(tree: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The tree with another value at a path, or without it where the value is None twice."""
    tree = copy.deepcopy(tree)
    inner = tree
    for key in path[:-1]:
        inner = inner[key]
    if value is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return tree


def spliced(data: bytes, cuts: list[tuple[float, int, bytes]]) -> bytes:
    """The data with pieces put in at shares of its length."""
    for share, gone, piece in cuts:
        at = int(share * len(data))
        data = data[:at] + piece + data[at + gone :]
    return data


CUTS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(PIECES)), min_size=1, max_size=4
)


@pytest.fixture(autouse=True)
def here(capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    shutil.copytree(CORPORA / "demo", "story")
    yield
    capsys.readouterr()


def code_of(*arguments: str) -> int:
    return run(list(arguments))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("articles", 2, "letter"), {}),
        (("articles", 2, "letter"), []),
        (("contrasts", 0, "facts"), []),
        (("profiles", 2, "measures"), []),
        (("profiles", 0, "measures", 1), ...),
    ],
)
def test_a_part_of_a_comparison_file_that_is_missing(
    path: tuple[str | int, ...], value: object
) -> None:
    Path("changed.json").write_text(json.dumps(changed(stored()[0], path, value)))
    views = (["changed.json"], ["changed.json", "--format", "md"], ["show", "f1", "changed.json"])
    assert {code_of(*view) for view in views} == {UNREADABLE}


@settings(QUIET, max_examples=80)
@given(at=st.floats(0, 0.999), value=st.sampled_from((..., *ODD)), view=st.integers(0, 6))
def test_a_comparison_file_that_somebody_changed(at: float, value: object, view: int) -> None:
    tree, every = stored()
    data = json.dumps(changed(tree, every[int(at * len(every))], value))
    Path("changed.json").write_text(data)
    views = (
        ["changed.json"],
        ["changed.json", "-o", "-", "--format", "html"],
        ["changed.json", "-o", "-", "--format", "md"],
        ["changed.json", "--json", "--excerpts"],
        ["show", "f1", "changed.json"],
        ["diff", "changed.json", "--pair", "A,B"],
        ["diff", "changed.json", "--pair", "A,C", "-o", "-", "--format", "html"],
    )
    assert code_of(*views[view]) != DEFECT


@QUIET
@given(cuts=CUTS)
def test_a_story_file_that_is_damaged(cuts: list[tuple[float, int, bytes]]) -> None:
    whole = (CORPORA / "demo" / "story.toml").read_bytes()
    Path("story/story.toml").write_bytes(spliced(whole, cuts) + b"\n#")
    assert code_of("story", "--set", "max_articles=2", "-q") != DEFECT


CORRECTIONS = b"""
[[pin]]
sentences = ["A.s1", { outlet = "Channel 6", text = "x" }]
[[ignore]]
fact = "f-3fa9c1"
note = "none"
[[split]]
fact = "f-3fa9c1"
sentences = ["B.s2"]
"""
WORDS = (
    b"# Mine. CC0.\n[nouns]\nferry boat | tub rust_bucket\n[verbs]\nsay | claim\n[unless]\nx y\n"
)
OPTIONS = b"link_floor = 0.3\nfact_floor = 0.65\nforce = true\nmax_articles = 50\nparse = false\n"


@pytest.mark.parametrize(
    ("flag", "whole"), [("--corrections", CORRECTIONS), ("--words", WORDS), ("--config", OPTIONS)]
)
@QUIET
@given(cuts=CUTS)
def test_a_file_of_a_flag_that_is_damaged(
    flag: str, whole: bytes, cuts: list[tuple[float, int, bytes]]
) -> None:
    text = "The ferry drifted. The mob said so.\n"
    Path("a.txt").write_text(text)
    Path("b.txt").write_text(text + "More.")
    Path("odd.toml").write_bytes(spliced(whole, cuts))
    assert code_of("a.txt", "b.txt", "--force", "-q", flag, "odd.toml") != DEFECT


@QUIET
@given(cuts=CUTS)
def test_a_feed_that_is_damaged(cuts: list[tuple[float, int, bytes]]) -> None:
    Path("feed.xml").write_bytes(spliced(RSS, cuts))
    assert code_of("find", "ferry", "--from", "feed.xml", "-q") != DEFECT


@QUIET
@given(
    words=st.lists(
        st.one_of(
            st.sampled_from(
                "compare demo show fetch find teach schema options -o --format json --only --set "
                "--fail-on --width 0 99 --days 1 --limit --seed --questions --level --warc --from "
                "story a.txt - -- -v -q --offline https://x.example f1 q1 n1 w1 A".split()
            ),
            st.text(st.characters(exclude_characters="\0"), max_size=12),
        ),
        max_size=6,
    )
)
def test_any_command_line(words: list[str]) -> None:
    # Nothing is fetched or opened, and a lesson takes a second.
    if not {"teach", "fetch", "gdelt", "demo"} & set(words):
        assert run([*words[:1], "--offline", *words[1:]] if words else []) != DEFECT
