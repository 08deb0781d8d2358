"""No reply whatever puts a character into the output that no article holds."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.formats.json import dump
from compare.formats.registry import render
from compare.model.comparison import Comparison
from compare.model.options import Options
from compare.model.reader import ReaderOutcome
from compare.pipeline import compare_story
from compare.reader.settings import Reader
from tests.reader.server import Said, Stub, chat, reading
from tests.reader.stories import PIER, SHORE, Timeless, documents

STORY = documents(PIER, SHORE)
# Letters and signs that neither the articles nor the program use anywhere.
STRANGE = "☃Жя龍𝔘ﬀ\u202e\u0007\x1b⟦⟧"
WORDS = st.text(alphabet=f'{STRANGE}[]{{}}"12, ', max_size=40)
NUMBERS = st.integers(-2, 30)
VALUES = st.recursive(
    NUMBERS | WORDS | st.none() | st.booleans(),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(WORDS, inside, max_size=3),
    max_leaves=12,
)
ROWS = st.lists(st.lists(NUMBERS | WORDS, max_size=4) | VALUES, max_size=6)
ANSWERS = st.fixed_dictionaries(
    {"same": ROWS, "figures": ROWS, "pronouns": ROWS}, optional={"fuller": ROWS, "note": WORDS}
)
CONTENTS = ANSWERS.map(json.dumps) | WORDS | VALUES
BODIES = st.fixed_dictionaries(
    {
        "choices": st.lists(
            st.fixed_dictionaries({"message": st.fixed_dictionaries({"content": CONTENTS})}),
            max_size=2,
        )
    },
    optional={"model": WORDS, "usage": VALUES, "error": VALUES},
)
SAID = st.builds(
    Said,
    st.one_of(BODIES, BODIES, VALUES).map(lambda tree: json.dumps(tree).encode()),
    status=st.sampled_from([200, 200, 200, 200, 400, 403, 418]),
    headers=st.fixed_dictionaries(
        {},
        optional={
            "Content-Encoding": st.just("☃".encode().decode("latin-1")),
            "X-Note": st.just("\xe9"),
        },
    ),
)


def check(stub: Stub, said: Said) -> Comparison:
    stub.answer = lambda _body: said
    reader = Reader(url=stub.url, model="m", timeout=5.0, clock=Timeless())
    comparison = compare_story(STORY, Options(force=True), reader=reader)
    assert comparison.reader is not None
    assert not set(STRANGE) & set(_letters(json.loads(dump(comparison))))
    assert not set(STRANGE) & set(render(comparison, "txt").decode())
    return comparison


def _letters(value: Any) -> str:
    """All characters of a text, or of the texts in a tree."""
    if isinstance(value, dict):
        return "".join(map(_letters, (*value, *value.values())))
    if isinstance(value, list):
        return "".join(map(_letters, value))
    return value if isinstance(value, str) else ""


def test_no_reply_puts_a_character_into_the_output() -> None:
    with reading(lambda _body: Said(b"")) as stub:

        @given(SAID)
        @settings(max_examples=40, deadline=None)
        def attack(said: Said) -> None:
            check(stub, said)

        attack()


def test_an_answer_of_use_brings_no_word_with_it_either() -> None:
    def mixed(body: dict[str, Any]) -> Said:
        second = body["messages"][-1]["content"].split("Text 2")[-1]
        number = int(second[second.index("[") + 1 : second.index("]")])
        tree = {"same": [[1, number, STRANGE]], "note": STRANGE, "pronouns": [], STRANGE: 1}
        return chat(f"{STRANGE} {json.dumps(tree, ensure_ascii=False)}", model=STRANGE)

    with reading(mixed) as stub:
        reader = Reader(url=stub.url, model="m", clock=Timeless())
        comparison = compare_story(STORY, Options(force=True), reader=reader)
    assert comparison.reader is not None
    assert comparison.reader.outcome is ReaderOutcome.READ
    assert comparison.reader.dropped == 1
    assert not set(STRANGE) & set(_letters(json.loads(dump(comparison))))
    assert not set(STRANGE) & set(render(comparison, "html").decode()) - {"\u202e"}
