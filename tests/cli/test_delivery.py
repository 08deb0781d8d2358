"""Where results go, and the exit codes that tell about it."""

from __future__ import annotations

import json
import webbrowser
from dataclasses import replace
from pathlib import Path

import pytest

from compare.cli.delivery import KINDS
from compare.formats.excerpts import excerpt_of
from compare.formats.json import dump
from compare.formats.registry import FORMATS, render
from compare.formats.summary.terminal import summary
from compare.model.comparison import Comparison
from compare.model.corrections import AppliedCorrection, CorrectionKind
from compare.model.findings import ConflictKind, QuoteChange
from compare.model.spans import Span
from tests.cli.conftest import Command
from tests.formats.story import market_hall

STORY = market_hall()


@pytest.fixture(autouse=True)
def _page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is quickly made; what it holds is tested with its own format."""
    monkeypatch.setitem(FORMATS, "html", lambda comparison, _: comparison.story.title.encode())


def test_the_summary_goes_to_standard_output_and_talk_to_standard_error(
    storydiff: Command, stored: str
) -> None:
    result = storydiff(stored)
    assert (result.code, result.out) == (0, summary(STORY))
    assert result.err.startswith("Next: ")


@pytest.mark.parametrize("name", ["json", "md", "csv"])
def test_each_format_can_go_to_a_file_and_to_standard_output(
    name: str, storydiff: Command, stored: str
) -> None:
    wanted = render(STORY, name)
    result = storydiff(stored, "-o", f"out.{name}")
    assert Path(f"out.{name}").read_bytes() == wanted
    assert result.out == summary(STORY)
    assert result.err == f"Written: out.{name}\n"
    for flags in (["-o", "-", "--format", name], ["--format", name.upper()]):
        assert storydiff(stored, *flags).out.encode() == wanted


def test_several_files_and_json_on_standard_output_at_once(storydiff: Command, stored: str) -> None:
    result = storydiff(stored, "-o", "a.md", "-o", "b.csv", "--json")
    assert json.loads(result.out)["story"]["title"] == STORY.story.title
    assert Path("a.md").exists()
    assert Path("b.csv").exists()


def test_json_on_standard_output_is_alone(storydiff: Command, stored: str) -> None:
    assert storydiff(stored, "--json").out.encode() == render(STORY, "json")


def test_no_text_leaves_the_article_texts_out(storydiff: Command, stored: str) -> None:
    tree = json.loads(storydiff(stored, "--json", "--no-text").out)
    assert all("text" not in article for article in tree["articles"])


def test_excerpts_are_for_every_output_and_for_the_summary(storydiff: Command, stored: str) -> None:
    cut = excerpt_of(STORY)
    assert storydiff(stored, "--excerpts").out == summary(cut)
    assert storydiff(stored, "--excerpts", "--json").out.encode() == dump(cut)
    assert storydiff(stored, "--excerpts", "-q", "-o", "a.md", "-o", "b.csv").code == 0
    assert Path("a.md").read_bytes() == render(cut, "md")
    assert Path("b.csv").read_bytes() == render(cut, "csv")


def test_excerpts_without_text_have_no_text_at_all(storydiff: Command, stored: str) -> None:
    tree = json.loads(storydiff(stored, "--json", "--no-text", "--excerpts").out)
    assert all("text" not in article for article in tree["articles"])
    assert all(article["excerpt"] for article in tree["articles"])


def test_a_format_can_be_named_where_there_is_no_suffix(storydiff: Command, stored: str) -> None:
    assert storydiff(stored, "-o", "report", "--format", "md").code == 0
    assert Path("report").read_bytes() == render(STORY, "md")


def test_quiet_prints_nothing_when_there_is_a_file(storydiff: Command, stored: str) -> None:
    result = storydiff(stored, "-q", "-o", "out.md")
    assert (result.code, result.out, result.err) == (0, "", "")
    alone = storydiff(stored, "-q")
    assert (alone.out, alone.err) == (summary(STORY), "")


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (["-o", "report.rtf"], ".html, .json, .md, .csv, .txt"),
        (["-o", "report"], "it has no suffix"),
        (["--format", "rtf"], "There is no format 'rtf'"),
        (["--json", "-o", "-"], "Only one result"),
        (["--fail-on", "clsh"], "There is no kind 'clsh'. Choose from clash"),
        (["--only", "figure"], "There is no section 'figure'. Choose from lead"),
        (["--width", "5"], "24<=x<=1000"),
        (["-o", "story.json"], "is one of the sources and would be overwritten"),
        (["-o", "./story.json"], "is one of the sources and would be overwritten"),
    ],
)
def test_what_can_never_work_is_wrong_usage_and_nothing_is_written(
    flags: list[str], message: str, storydiff: Command, stored: str
) -> None:
    before = Path(stored).read_bytes()
    result = storydiff(stored, *flags)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert [entry.name for entry in Path().iterdir()] == [stored]
    assert Path(stored).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("no-folder/report.md", "there is no folder no-folder"),
        ("folder.md", "it is a folder"),
    ],
)
def test_output_that_cannot_be_written_has_its_own_code(
    name: str, message: str, storydiff: Command, stored: str
) -> None:
    Path("folder.md").mkdir()
    result = storydiff(stored, "-o", name)
    assert (result.code, result.out) == (5, "")
    assert message in result.err


@pytest.mark.parametrize(
    ("kinds", "code"),
    [("clash", 1), ("quote", 1), ("absence", 1), ("headline", 1), ("where", 0), ("who,clash", 1)],
)
def test_fail_on_gives_code_one_after_everything_is_written(
    kinds: str, code: int, storydiff: Command, stored: str
) -> None:
    result = storydiff(stored, "--fail-on", kinds, "-o", "out.md")
    assert result.code == code
    assert result.out == summary(STORY)
    assert Path("out.md").exists()
    assert ("--fail-on matched: " in result.err) is bool(code)


def test_fail_on_names_what_it_found(storydiff: Command, stored: str) -> None:
    assert "clash (f2)" in storydiff(stored, "--fail-on", "clash").err
    assert "absence (f3 in C)" in storydiff(stored, "--fail-on", "absence").err


def test_every_kind_of_conflict_can_be_asked_for() -> None:
    assert {kind.value for kind in ConflictKind} < set(KINDS)


def with_conflict(kind: ConflictKind) -> Comparison:
    """The story with one conflict, of this kind, and nothing else to find."""
    conflict = replace(STORY.conflicts[0], kind=kind)
    return replace(STORY, conflicts=(conflict,), quote_groups=(), absences=(), headlines=())


def with_quote(change: QuoteChange) -> Comparison:
    """The story with one quotation that was changed in this way, and nothing else to find."""
    group = STORY.quote_groups[0]
    full = group.members[0]
    changed = replace(group.members[1], change=change, changes=(change,))
    one = replace(group, members=(full, changed), change=change)
    return replace(STORY, conflicts=(), quote_groups=(one,), absences=(), headlines=())


@pytest.mark.parametrize("kind", ConflictKind)
def test_each_kind_of_conflict_is_matched_alone(kind: ConflictKind, storydiff: Command) -> None:
    Path("one.json").write_bytes(dump(with_conflict(kind)))
    assert storydiff("one.json", "--fail-on", kind.value).code == 1
    one_source = kind is ConflictKind.ONE_SOURCE  # which is a clash too
    held = {kind.value, ConflictKind.CLASH.value} if one_source else {kind.value}
    others = ",".join(name for name in KINDS if name not in held)
    assert storydiff("one.json", "--fail-on", others).code == 0


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        (QuoteChange.ALTERED, {"altered-quote", "quote"}),
        (QuoteChange.DROPPED, {"altered-quote", "quote"}),
        (QuoteChange.SPLICED, {"altered-quote", "quote"}),
        (QuoteChange.NEGATION_LOST, {"altered-quote", "quote"}),
        (QuoteChange.HEDGE_LOST, {"altered-quote", "quote"}),
        (QuoteChange.REATTRIBUTED, {"reattributed", "quote"}),
        (QuoteChange.CUT_END, {"quote"}),
        (QuoteChange.BRACKETED, {"quote"}),
        (QuoteChange.IDENTICAL, set()),
    ],
)
def test_what_happened_to_a_quotation_is_matched_by_its_kinds(
    change: QuoteChange, kinds: set[str], storydiff: Command
) -> None:
    Path("one.json").write_bytes(dump(with_quote(change)))
    codes = {kind: storydiff("one.json", "--fail-on", kind).code for kind in KINDS}
    assert codes == {kind: int(kind in kinds) for kind in KINDS}


def test_a_headline_that_says_more_than_its_text_is_matched(storydiff: Command) -> None:
    headline = replace(STORY.headlines[0], unmatched=False, why="", evidence=())
    for more, code in (((), 0), ((Span(0, 4),), 1)):
        one = replace(headline, unsupported=more)
        bare = replace(with_conflict(ConflictKind.WHO), headlines=(one,))
        Path("one.json").write_bytes(dump(bare))
        assert storydiff("one.json", "--fail-on", "headline").code == code


def test_what_the_user_ignores_is_not_matched(storydiff: Command) -> None:
    fact, quote = STORY.absences[0].fact, STORY.quote_groups[0].id
    ignored = AppliedCorrection(kind=CorrectionKind.IGNORE, source="", ignored=(fact, quote))
    absences = tuple(one for one in STORY.absences if one.fact == fact)
    story = replace(STORY.story, corrections=(ignored,))
    bare = replace(STORY, story=story, absences=absences, quote_groups=STORY.quote_groups[:1])
    Path("one.json").write_bytes(dump(bare))
    assert storydiff("one.json", "--fail-on", "absence,quote,altered-quote").code == 0


def test_only_takes_several_sections(storydiff: Command, stored: str) -> None:
    wanted = summary(STORY, only=["quotes", "figures"])
    assert storydiff(stored, "--only", "figures,quotes").out == wanted
    assert storydiff(stored, "--only", "figures", "--only", "quotes").out == wanted


def test_the_width_can_be_set(storydiff: Command, stored: str) -> None:
    assert max(map(len, storydiff(stored, "--width", "48").out.splitlines())) <= 48


def test_the_page_is_opened_in_the_browser(
    storydiff: Command, stored: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[str] = []

    def browser(address: str) -> bool:
        opened.append(address)
        return len(opened) < 3

    monkeypatch.setattr(webbrowser, "open", browser)
    storydiff(stored, "--open")
    storydiff(stored, "--open", "-o", "mine.html")
    assert opened == [(tmp_path / name).as_uri() for name in ("storydiff-report.html", "mine.html")]
    result = storydiff(stored, "--open")
    assert "Open storydiff-report.html yourself" in result.err
    assert result.code == 0


def test_the_brief_form_is_written_in_every_form(storydiff: Command, stored: str) -> None:
    assert storydiff(stored, "--brief").out == summary(STORY, brief=True)
    assert "Who says what" not in storydiff(stored, "--brief", "--format", "md").out


def test_a_comparison_is_called_by_its_title_flag(storydiff: Command, stored: str) -> None:
    assert storydiff(stored, "--title", "Fire in the hall").out.startswith("Fire in the hall")
