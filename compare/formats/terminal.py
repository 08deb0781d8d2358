"""The summary of a comparison as text for a terminal, a pipe or a plain file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from compare.errors import OptionError
from compare.formats.correction_lines import correction_lines
from compare.formats.fact_grid import add_grid
from compare.formats.figure_lines import answers, numbered, question, why
from compare.formats.grid import copy_lines, letters, shared_count
from compare.formats.highlights import highlights, nothing_found, skipped_text
from compare.formats.ladder_text import ladder, wording_of
from compare.formats.quote_versions import change_of, said
from compare.formats.screen import PIPE, Screen, short
from compare.formats.word_lines import WORD_SECTIONS, WordSection, headline_lines
from compare.model.comparison import Account, Comparison

if TYPE_CHECKING:
    from rich.console import Console

Part = Callable[["Console", Comparison, Screen], None]


def summary(comparison: Comparison, screen: Screen = PIPE, *, only: Sequence[str] = ()) -> str:
    """The whole summary, or the sections named in `only`, in their own order; ends with a line end.

    OptionError when a name is no section. Without colour no line ends in spaces.
    """
    check_sections(only)
    console = screen.console()
    _title(console, comparison, screen)
    for name, part in SECTIONS.items():
        if name in only or (not only and name in USUAL):
            part(console, comparison, screen)
    text = console.file.getvalue()  # type: ignore[attr-defined]  # it is a StringIO
    return "\n".join(line.rstrip() for line in text.rstrip().split("\n")) + "\n"


def check_sections(names: Sequence[str]) -> None:
    """OptionError when one of the names is no section of the summary."""
    for name in names:
        if name not in SECTIONS:
            raise OptionError(f"There is no section {name!r}. Choose from {', '.join(SECTIONS)}.")


def _title(console: Console, comparison: Comparison, screen: Screen) -> None:
    from rich.text import Text

    shared = shared_count(comparison)
    count = screen.say(
        f"{len(comparison.articles)} outlets · {len(comparison.facts)} facts, {shared} shared"
    )
    title = screen.say(comparison.story.title)
    room = console.width - len(count) - Text(title).cell_len
    console.print(Text(title, style="bold"), end="" if room >= 2 else "\n")
    console.print(Text(" " * room + count if room >= 2 else count, style="dim"))
    if comparison.story.notice:
        console.print(Text(screen.say(comparison.story.notice), style="dim"))


def _facts(console: Console, comparison: Comparison, screen: Screen) -> None:
    console.print()
    add_grid(console, comparison, screen)
    for line in copy_lines(comparison):
        _line(console, screen, line)


def _look(console: Console, comparison: Comparison, screen: Screen) -> None:
    """The weightiest first, as many as there are lines for."""
    _heading(console, screen, "Worth a look")
    found = highlights(comparison)
    width = max((len(one.ref or "•") for one in found), default=0)
    used = shown = 0
    for one in found:
        lines = sum(_height(console, screen, text, width) for text in (one.head, *one.more))
        if screen.lines is not None and shown and used + lines > screen.lines:
            break
        used, shown = used + lines, shown + 1
        _line(console, screen, one.head, mark=(one.ref or "•").ljust(width))
        for more in one.more:
            _line(console, screen, more, mark=" " * width)
    if shown < len(found):
        left = f"… and {len(found) - shown} more: --verbose, or -o report.html"
        _line(console, screen, left, mark=" " * width)
    if not found:
        _line(console, screen, nothing_found(comparison))


def _height(console: Console, screen: Screen, words: str, mark: int) -> int:
    """How many lines an entry takes beside a mark of so many columns."""
    from rich.text import Text

    room = max(1, console.width - 2 - (mark + 2 if mark else 0))
    return len(Text(screen.say(words)).wrap(console, room))


def _figures(console: Console, comparison: Comparison, screen: Screen) -> None:
    _heading(console, screen, "Figures")
    found = numbered(comparison)
    width = max((len(number) for number, _ in found), default=0)
    for number, group in found:
        _line(console, screen, question(group), mark=number.ljust(width))
        told = [f"{letter} {words}" for letter, words in answers(comparison, group)]
        for text in (*told, *filter(None, [why(group)])):
            _line(console, screen, text, mark=" " * width)
    if not found:
        _line(console, screen, "No question is answered with a figure by two outlets.")


def _quotes(console: Console, comparison: Comparison, screen: Screen) -> None:
    _heading(console, screen, "Quotes")
    width = len(f"q{len(comparison.quote_groups)}")
    for number, group in enumerate(comparison.quote_groups, 1):
        speaker = group.speaker or "Unnamed speaker"
        _line(console, screen, speaker, mark=f"q{number}".ljust(width))
        for member in group.members:
            told = change_of(comparison, group, member)
            words = f"{member.article}: {told}: {said(comparison, member.quote)}"
            _line(console, screen, words, mark=" " * width)
    if not comparison.quote_groups:
        _line(console, screen, "No quote is in two outlets.")


def _absences(console: Console, comparison: Comparison, screen: Screen) -> None:
    _heading(console, screen, "Not found")
    width = max((len(comparison.fact(one.fact).ordinal) for one in comparison.absences), default=0)
    for absence in comparison.absences:
        fact = comparison.fact(absence.fact)
        told = f"{absence.article}: {short(fact.label)} (said by {letters(absence.said_by)})"
        _line(console, screen, told, mark=fact.ordinal.ljust(width))
        if absence.nearest:
            words = comparison.article(absence.article).words_of(absence.nearest.span)
            near = f"nearest, {absence.nearest.score:.2f}: “{short(words)}”"
            _line(console, screen, near, mark=" " * width)
    if not comparison.absences:
        _line(console, screen, "No fact of two or more outlets is missing in another.")


def _headlines(console: Console, comparison: Comparison, screen: Screen) -> None:
    _heading(console, screen, "Headlines")
    for headline in comparison.headlines:
        facts = [comparison.fact(fact).ordinal for fact in headline.facts]
        rests = f"({letters(facts)})" if facts else "(no fact of its text was matched)"
        _line(console, screen, f"{headline.text} {rests}", mark=headline.article)
        for more in (headline.why, *headline_lines(comparison, headline.article)):
            if more:
                _line(console, screen, more, mark=" " * len(headline.article))
    if not comparison.headlines:
        _line(console, screen, "No article has a headline of its own.")


def _ladders(console: Console, comparison: Comparison, screen: Screen) -> None:
    from rich.text import Text

    _heading(console, screen, "Word by word")
    found = [(fact, wording_of(comparison, fact.id)) for fact in comparison.facts]
    for fact, wording in found:
        if wording is not None:
            _line(console, screen, fact.label, mark=fact.ordinal)
            for line in ladder(comparison, wording, width=console.width - 2, say=screen.say):
                console.print(Text(f"  {line}"), no_wrap=True, crop=False, overflow="ignore")
            console.print()
    if all(wording is None for _, wording in found):
        _line(console, screen, "No wordings line up.")


def _words(section: WordSection) -> Part:
    """The printing of a section on words."""

    def part(console: Console, comparison: Comparison, screen: Screen) -> None:
        _heading(console, screen, section.heading)
        entries = list(section.entries(comparison))
        width = max((len(entry.mark) for entry in entries), default=0)
        for entry in entries:
            _line(console, screen, entry.head, mark=entry.mark.ljust(width))
            for more in entry.more:
                _line(console, screen, more, mark=" " * (width or 1))
        if not entries:
            _line(console, screen, section.none)

    return part


def _accounts(console: Console, comparison: Comparison, screen: Screen) -> None:
    _heading(console, screen, "Where every sentence went")
    width = max(len(account.article) for account in comparison.accounts)
    for account in comparison.accounts:
        outlet = comparison.article(account.article).document.outlet
        text = f"{outlet}: {account_text(account)}"
        _line(console, screen, text, mark=account.article.ljust(width))


def account_text(account: Account) -> str:
    """Like "6 sentences = 3 shared + 2 only here + 1 not part of the story"; empty parts go."""
    parts = {
        "shared": account.shared,
        "only here": account.only_here,
        "quotation": account.quotation,
        "not part of the story": account.aside,
    }
    added = " + ".join(f"{len(ids)} {name}" for name, ids in parts.items() if ids)
    noun = "sentence" if account.total == 1 else "sentences"
    return f"{account.total} {noun} = {added or 'none'}"


def _notes(console: Console, comparison: Comparison, screen: Screen) -> None:
    story = comparison.story
    if story.skipped:
        _heading(console, screen, "Skipped")
    for skipped in story.skipped:
        _line(console, screen, skipped_text(skipped))
    if story.warnings:
        _heading(console, screen, "Keep in mind")
    for warning in story.warnings:
        _line(console, screen, warning)
    if story.corrections:
        _heading(console, screen, "Your corrections")
    for line in correction_lines(comparison):
        _line(console, screen, line)


def _heading(console: Console, screen: Screen, words: str) -> None:
    from rich.text import Text

    console.print()
    console.print(Text(screen.say(words), style="bold"))


def _line(console: Console, screen: Screen, words: str, *, mark: str = "") -> None:
    """One entry, indented by two and hanging under its first word when it wraps."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    if not mark:
        console.print(Padding(Text(screen.say(words)), (0, 0, 0, 2)))
        return
    entry = Table.grid(padding=(0, 2, 0, 0))
    entry.add_column(width=len(mark), no_wrap=True)
    entry.add_column()
    sign = screen.say(mark).ljust(len(mark))
    entry.add_row(Text(sign), Text(screen.say(words)))
    console.print(Padding(entry, (0, 0, 0, 2)))


SECTIONS: dict[str, Part] = {
    "facts": _facts,
    "look": _look,
    "figures": _figures,
    "quotes": _quotes,
    "absences": _absences,
    "headlines": _headlines,
    "ladders": _ladders,
    **{name: _words(section) for name, section in WORD_SECTIONS.items()},
    "accounts": _accounts,
    "notes": _notes,
}
USUAL = ("facts", "look", "accounts", "notes")
