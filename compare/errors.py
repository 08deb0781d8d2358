"""Every error this package raises on purpose.

CompareError
├── SourceError            could not get or read something
│   ├── FetchFailed        network, status, robots, too large
│   ├── UnreadableSource   missing, a directory, no permission, binary, empty, too large
│   │   └── UnforeseenFault    reading it met a mistake of this program
│   ├── NoArticleFound     read, but there is no article text in it
│   └── BadStory           story.toml or a structured input is wrong: file, key, reason
├── StoryError             read, but cannot be compared
│   ├── TooFewArticles
│   ├── TooFewSources      nothing to check a text against
│   ├── TooManyArticles
│   └── UnrelatedStories   carries the groups it found
├── FormatError            unknown format, unreadable or newer JSON, output not writable
├── OptionError            unknown or out-of-range option
│   ├── BadCorrections     a file of corrections is wrong: file, key, reason
│   └── BadMarks           so is a file of marks
├── UnmatchedCorrection    a correction speaks of nothing in these articles
├── UnknownFact            an id or ordinal that the comparison does not have
└── MissingExtra           names the pip command

Each message is one or two short sentences and ends with what to do next.
"""

from __future__ import annotations


class CompareError(Exception):
    """Anything this package raises on purpose; the message ends with the next step."""


class SourceError(CompareError):
    """One source could not be read; the others are not touched by it.

    `outcome` names what was found instead of an article, such as "paywall", where that is known.
    """

    def __init__(self, source: str, reason: str, advice: str, *, outcome: str = "") -> None:
        super().__init__(f"{source}: {reason}. {advice}")
        self.source = source
        self.reason = reason
        self.advice = advice
        self.outcome = outcome


class FetchFailed(SourceError):
    """A URL could not be fetched."""


class UnreadableSource(SourceError):
    """A file or stream that cannot be read as text."""


class UnforeseenFault(UnreadableSource):
    """Reading a source met a mistake of this program; the others are not touched by it."""


class NoArticleFound(SourceError):
    """The source was read, but holds no article text."""


class BadStory(SourceError):
    """A story file or a structured input breaks its own rules."""


class StoryError(CompareError):
    """The sources were read but cannot be compared."""


class TooFewArticles(StoryError):
    """Fewer than two articles are left to compare."""

    def __init__(self, got: int) -> None:
        noun = "article" if got == 1 else "articles"
        super().__init__(
            f"{got} {noun} could be read; two are needed. "
            "Add a file, a saved page or a story folder."
        )
        self.got = got


class TooFewSources(StoryError):
    """There is no article to hold a text against."""

    def __init__(self) -> None:
        super().__init__(
            "There is nothing to check the text against. "
            "Add a file, a saved page or a story folder."
        )


class TooManyArticles(StoryError):
    """More articles than a comparison can show."""

    def __init__(self, got: int, limit: int) -> None:
        super().__init__(
            f"{got} articles were given; at most {limit} can be compared at once. "
            "Leave some out, or split them by event: storydiff group."
        )
        self.got = got


class UnrelatedStories(StoryError):
    """The articles do not seem to be about one event.

    `groups` holds the letters of the articles of each event, as far as they could be told apart.
    """

    def __init__(
        self, reason: str, advice: str = "", groups: tuple[tuple[str, ...], ...] = ()
    ) -> None:
        super().__init__(f"{reason} {advice}" if advice else reason)
        self.reason = reason
        self.groups = groups


class SeveralLanguages(UnrelatedStories):
    """The articles are in two languages or more; `groups` holds the letters of those of each."""


class FormatError(CompareError):
    """An output format is unknown, or a comparison file cannot be read or written."""


class OptionError(CompareError):
    """An option is unknown or out of its range."""


class BadCorrections(OptionError):
    """A file of corrections cannot be read or breaks its own rules."""


class UnmatchedCorrection(CompareError):
    """A correction names a sentence, fact, finding or speaker that these articles do not have."""


class UnknownFact(CompareError):
    """No fact has this id or number."""


class BadWordList(OptionError):
    """A list of words cannot be read, or does not say where it comes from."""


class BadMarks(OptionError):
    """A file of marks cannot be read, or does not fit the articles."""


class MissingExtra(CompareError):
    """A feature needs a package that is not installed; the message names the pip command."""
