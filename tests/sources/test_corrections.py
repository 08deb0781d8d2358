"""The file of corrections: what it may hold, and what is said of what it may not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import BadCorrections
from compare.model.corrections import Correction, CorrectionKind, SentenceName
from compare.sources.corrections import CORRECTIONS_FILE, read_corrections
from compare.sources.load import load_all
from tests.docs.pages import ROOT

WHOLE = """
[[pin]]
sentences = ["B.s12", { outlet = "Harbour Times", text = "The bridge fell" }]
note = "Both mean the old bridge."

[[split]]
fact = "f-3fa9c1"
sentences = ["C.s4"]

[[split]]
sentences = ["A.s1", "B.s2"]

[[merge]]
facts = ["f-3fa9c1", "f-91aa02"]

[[ignore]]
finding = "n-12ab34cd"

[[ignore]]
fact = "f-91aa02"

[[speaker]]
quote = { outlet = "Harbour Times", text = "Nobody pushed" }
speaker = "Ansel Corrie"
"""


def read(folder: Path, text: str) -> tuple[Correction, ...]:
    path = folder / CORRECTIONS_FILE
    path.write_text(text, encoding="utf-8")
    return read_corrections(path)


def test_every_kind_is_read_with_its_place_in_the_file(tmp_path: Path) -> None:
    pin, split, apart, merge, figures, fact, spoken = read(tmp_path, WHOLE)
    assert pin == Correction(
        kind=CorrectionKind.PIN,
        source="corrections.toml, pin 1",
        sentences=(
            SentenceName(id="B.s12"),
            SentenceName(outlet="Harbour Times", text="The bridge fell"),
        ),
        note="Both mean the old bridge.",
    )
    assert (split.facts, split.sentences) == (("f-3fa9c1",), (SentenceName(id="C.s4"),))
    assert (apart.source, len(apart.sentences)) == ("corrections.toml, split 2", 2)
    assert merge.facts == ("f-3fa9c1", "f-91aa02")
    assert (figures.findings, fact.facts) == (("n-12ab34cd",), ("f-91aa02",))
    name = SentenceName(outlet="Harbour Times", text="Nobody pushed")
    assert (spoken.quote, spoken.speaker) == (name, "Ansel Corrie")


def test_an_empty_file_corrects_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "# nothing yet\n") == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[[pin]\n", "this is no valid TOML"),
        ("[[pinn]]\n", "pinn: there is no such key. Did you mean pin?"),
        ("pin = 3\n", "pin: it must be a table. Write [[pin]]"),
        ("pin = [3]\n", "pin 1: it must be a table"),
        ("[[pin]]\nsentences = ['A.s1']\n", "pin 1: it needs two or more sentences"),
        ("[[pin]]\nsentence = ['A.s1']\n", "sentence: there is no such key. Did you mean sent"),
        ("[[pin]]\nsentences = 'A.s1'\n", "pin 1: sentences: it must be a list"),
        ("[[pin]]\nsentences = ['A.s1', 'the second']\n", "'the second' names no sentence"),
        ("[[pin]]\nsentences = ['A.s1', {outlet = 'X'}]\n", "names no sentence. Write { outlet"),
        ("[[pin]]\nsentences = [{outlet = ' ', text = 'a'}]\n", "a name is empty"),
        ("[[split]]\nfact = 'f-3fa9c1'\n", "split 1: it needs a fact and the sentences"),
        ("[[split]]\nfact = 'f3'\nsentences = ['A.s1']\n", "'f3' is no lasting id of a fact"),
        ("[[merge]]\nfacts = 'f-3fa9c1'\n", "merge 1: facts: it must be a list of texts"),
        ("[[merge]]\nfacts = ['f-3fa9c1']\n", "merge 1: it needs two or more facts"),
        ("[[ignore]]\nfinding = 'q1'\n", "'q1' is no lasting id of a finding"),
        ("[[ignore]]\nfact = 3\n", "ignore 1: fact: it must be text"),
        ("[[speaker]]\nquote = 'A.q1'\n", "speaker 1: it needs a quote and its speaker, a name"),
        ("[[speaker]]\nspeaker = 'A'\n", "speaker 1: it needs a quote and its speaker"),
        ("[[speaker]]\nquote = 'A.s1'\nspeaker = 'A'\n", "quote: 'A.s1' names no quotation"),
        ("[[ignore]]\nnote = 'why'\n", "ignore 1: it needs either a fact or a finding"),
    ],
)
def test_what_is_wrong_is_told_with_file_place_and_advice(
    tmp_path: Path, text: str, reason: str
) -> None:
    with pytest.raises(BadCorrections) as told:
        read(tmp_path, text)
    message = str(told.value)
    assert message.startswith(str(tmp_path / CORRECTIONS_FILE))
    assert reason in message
    assert message.endswith((".", "?"))


def test_a_file_that_is_not_there_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(BadCorrections, match=r"mine\.toml"):
        read_corrections(tmp_path / "mine.toml")


@given(st.text(max_size=60))
@settings(deadline=None, max_examples=80)
def test_any_text_is_read_or_refused_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.mktemp("any") / CORRECTIONS_FILE
    path.write_bytes(f"[[ignore]]\n{text}".encode("utf-8", "surrogatepass"))
    try:
        kinds = {one.kind for one in read_corrections(path)[:1]}
    except BadCorrections:
        kinds = set()
    assert kinds <= {CorrectionKind.IGNORE}


def test_the_file_beside_a_story_is_found_and_is_no_article(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    shutil.copytree(ROOT / "corpora" / "demo", folder)
    before = load_all([folder])
    (folder / CORRECTIONS_FILE).write_text(WHOLE, encoding="utf-8")
    after = load_all([folder])
    assert before.corrections == ()
    assert len(after.corrections) == 7
    assert [d.text for d in after.documents] == [d.text for d in before.documents]
