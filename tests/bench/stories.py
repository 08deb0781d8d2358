"""Stories of any size made of sentences of the invented ones, the same each time."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SENTENCES = 40
SHARED = 16
# What happened, for every outlet of a made-up story; the largest story has the most wordings.
EVENT = "hospital-outbreak"
ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z“])|(?<=[.!?][”’])\s+(?=[A-Z“])")
# Prime steps through a list meet every entry before any comes again.
STEP = 7


def write_story(folder: Path, *, outlets: int) -> None:
    """A story folder of `outlets` articles of SENTENCES sentences each.

    SHARED of them are about one event and come back in other outlets, reworded; the others stand in
    one outlet or two. With more outlets a sentence about the event has more versions, as in life.
    """
    event, rest = sentences_of([EVENT]), sentences_of(other_stories())
    lines = ['title = "Bench"', "invented = true", 'licence = "CC0-1.0"']
    for number in range(outlets):
        shared = [reworded(_at(event, number * STEP + k * 11), turn=number) for k in range(SHARED)]
        own = [_at(rest, number * (SENTENCES - SHARED) + k) for k in range(SENTENCES - SHARED)]
        name = f"outlet-{number:02}.txt"
        (folder / name).write_text(_article(shared, own), encoding="utf-8")
        lines += ["[[articles]]", f'file = "{name}"', f'outlet = "Outlet {number:02}"']
        lines.append(f"published = 2031-02-11T{number % 24:02}:00:00+00:00")
    (folder / "story.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def reworded(sentence: str, *, turn: int) -> str:
    """The sentence without every sixth of its plain words, beginning at another one each turn."""
    words = sentence.split()
    plain = [i for i, word in enumerate(words) if i and word.isalpha() and word.islower()]
    dropped = set(plain[turn % 6 :: 6])
    return " ".join(word for i, word in enumerate(words) if i not in dropped)


def _article(shared: list[str], own: list[str]) -> str:
    """Paragraphs of two sentences, one shared sentence in each while there are any."""
    mixed = [*shared[:4]]
    for first, second in zip(shared[4:], own, strict=False):
        mixed += [first, second]
    mixed += own[len(shared) - 4 :]
    pairs = [mixed[i : i + 2] for i in range(0, len(mixed), 2)]
    return "\n\n".join(" ".join(pair) for pair in pairs) + "\n"


def _at(sentences: list[str], place: int) -> str:
    return sentences[place % len(sentences)]


def other_stories() -> list[str]:
    stories = (path.parent.name for path in (ROOT / "corpora").glob("*/story.toml"))
    return sorted(name for name in stories if name != EVENT)


def sentences_of(stories: list[str]) -> list[str]:
    """Sentences of all plain articles, taken in turn from each, so that neighbours differ."""
    articles = [
        [s for s in ENDS.split(path.read_text(encoding="utf-8").replace("\n\n", " ")) if s.strip()]
        for story in stories
        for path in sorted((ROOT / "corpora" / story).glob("*.txt"))
    ]
    longest = max(len(article) for article in articles)
    return [a[i].strip() for i in range(longest) for a in articles if i < len(a)]
