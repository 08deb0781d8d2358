"""Articles of news language put together at random: figures, dates, names, speech, odd letters."""

from __future__ import annotations

from collections.abc import Callable
from random import Random


def _listed(text: str) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in text.split("|"))


PIECES: dict[str, tuple[str, ...]] = {
    "number": _listed(
        """
        1|7|29|1,200|3.5|0|007|1,23,456|1.234,5|½|3½|1/2|²|𝟙𝟚|٣٤|one|twenty-one|a dozen|dozens
        |hundreds of thousands|a hundred and five|two and a half million|half a million|a third
        |two-thirds|1st|third|the 22nd|twice|several|scores of|multi-million|99999999999999999999
        """
    ),
    "unit": _listed(
        """
        people|dead|per cent|%|percentage points|basis points|years|-YEAR-OLD man|-year-old woman
        |days old|km|miles an hour|feet|foot 2|°C|degrees|stone|tonnes|gallons|acres|m|bn|k|million
        |thousand troops|hours|of the 15 members|a day|ahead|votes to 5|in 10|ago|metres deep
        """
    ),
    "hedge": _listed(
        """
        about|at least|up to|nearly|more than|between|from|not|some|a minimum of|as many as|over
        """
    ),
    "money": ("$", "£", "€", "US$", "Rs ", "¥", "₹"),
    "date": _listed(
        """
        3 March 2031|March 3|Tuesday|on Monday evening|last week|2031-02-30|5/6/2031|31/31/31
        |the 1990s
        |in his fifties|the spring of 2031|9999|1 January 1|0001-01-01|two years ago
        |Christmas Eve|noon
        |7:45 p.m.|0930 GMT|half past six in the morning|twenty to six|between 4 and 5 p.m.|late May
        |the first half of 2031|2030-31|from 1999 to 2001|early next year|tomorrow|29 February 2031
        """
    ),
    "name": _listed(
        """
        Ana Tor|Bexley|Mr. Harn|Dr. Cy O’Neil|the mayor of Tor|Tor’s mayor|van der Quill|J. R. Ash
        |THE COASTGUARD|Al-Salem|Ana-Maria|Ferry Line Co.|U.S.|the ministry|she|they|a spokesman
        |İrem
        """
    ),
    "verb": _listed(
        """
        said|says|told reporters|denied|asked whether|burned|was saved|rose to|fell by|according to
        |insisted that|will vote|tweeted|was quoted by Harn as saying|announced|killed|injured|fled
        """
    ),
    "words": _listed(
        """
        the ferry burned off the port|nobody was hurt|the fire began in the engine room|an inquiry
        |in hospital|to leave their homes|taken to hospital|tested positive|and|but|who|which
        |because
        |the ship had been repaired|By Ana Tor|Related stories:|Photo: Harn|TOR (AP) —|Read more
        """
    ),
    "mark": (
        "“", "”", '"', "'", "‘", "’", "«", "»", "„", "''", "``", "(", ")", "[", "]", "—", "-", ",",
        ";", ":", "...", "…", "!", "?", ".", "/", "*", "_", "#", "|", "=", "+", "@", "\\", "<", "&",
    ),
    "odd": (
        "\f", "\v", "\x1c", "\x85", "\u2028",
        "\u200b", "\u00ad", "\ufeff", "\u202e", "\0", "\x1b[2J",
        "\x9b", "\u0301", "ﬃ", "ß", "ǅ", "ſ", "K",
        "ı", "İ", "👩‍🚒", "日本語。", "اليوم", "\ue000", "\ufffe",
        "<b>", "&amp;", "{{7*7}}", "http://a.example/?x=1", "a@b.example", "www.a.example", "░",
    ),
}  # fmt: skip
_ORDER = tuple(PIECES)
_WEIGHTS = (5, 4, 2, 1, 3, 5, 5, 6, 4, 1)
_JOINTS = (" ", " ", " ", " ", "", ", ", ". ", ".\n\n", "\n", "\n\n", "  ", "\u00a0", "-", "\t")
_CASES: tuple[Callable[[str], str], ...] = (
    str.upper, str.lower, str.title, str.swapcase,
    lambda words: words.replace("s", "ſ").replace("k", "K"),
    lambda words: words.replace("i", "İ"),
    lambda words: words.replace("i", "ı"),
    lambda words: words.replace(" ", "\u00a0"),
    lambda words: words.replace(" ", "  "),
)  # fmt: skip


def sentence(random: Random) -> str:
    """One sentence as a reporter might write it, with its pieces in any order."""
    made = []
    for _ in range(random.randint(2, 14)):
        kind = random.choices(_ORDER, _WEIGHTS)[0]
        piece = random.choice(PIECES[kind])
        if random.random() < 0.15:
            piece = random.choice(_CASES)(piece)
        if random.random() < 0.01:
            piece *= random.choice((2, 40, 1500))
        made.append(piece)
        made.append(random.choice(_JOINTS[:6]))
    return "".join(made) + random.choice((".", "?", "!", "”", ""))


def article(random: Random) -> str:
    """A headline or none, and paragraphs."""
    made = [sentence(random).replace("\n", " ")] if random.random() < 0.7 else []
    made += [sentence(random) for _ in range(random.randint(1, 9))]
    return "".join(part + random.choice(_JOINTS[5:10]) for part in made)


def told_again(text: str, random: Random) -> str:
    """The article as another outlet has it: some of its words kept, moved, dropped or changed."""
    words = text.split(" ")
    for _ in range(random.randint(1, 1 + len(words) // 3)):
        at = random.randrange(len(words))
        match random.randrange(4):
            case 0:
                words[at] = random.choice(PIECES[random.choice(_ORDER)])
            case 1:
                words.insert(at, words[random.randrange(len(words))])
            case 2 if len(words) > 2:
                del words[at]
            case _:
                words[at] = random.choice(_CASES)(words[at])
    return " ".join(words)
