"""Texts of one shape and any length that make careless code slow: runs, repeats and nestings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import cycle, islice

Shape = Callable[[int], str]
"""A text of about as many letters as the number given."""


def repeated(piece: str, *, head: str = "", tail: str = "") -> Shape:
    """The piece over and over, between a head and a tail."""
    return lambda n: head + piece * max(1, n // len(piece)) + tail


def counted(form: str) -> Shape:
    """A form with a place for a number, which counts up, so that no two pieces are alike."""
    width = len(form.format(1000))
    return lambda n: "".join(form.format(place) for place in range(max(1, n // width)))


def taken_in_turn(words: str, joint: str = " ") -> Shape:
    """The words in turn, again and again."""
    listed = words.split()
    width = sum(map(len, listed)) // len(listed) + len(joint)
    return lambda n: joint.join(islice(cycle(listed), max(1, n // width)))


def nested(opening: str, closing: str, middle: str = "word") -> Shape:
    """As many openings as closings around a word."""
    width = len(opening) + len(closing)
    return lambda n: opening * (n // width) + middle + closing * (n // width)


SHAPES: Mapping[str, Shape] = {
    "ones": repeated("1 "),
    "digits": repeated("7"),
    "numbers counted up": counted("{} "),
    "numbers and commas": repeated("1,"),
    "thousands": repeated(",000", head="1"),
    "thousands parted by spaces": repeated("123 "),
    "results": counted("Harn {} Bexley 2, "),
    "ages": counted("Ana Tor, 4{}, "),
    "money": repeated("$5 million or "),
    "percentages": repeated("5 per cent to "),
    "number words": repeated("twenty-one "),
    "number words joined": repeated("hundred and "),
    "fractions": repeated("1/2"),
    "ranges": repeated("1-"),
    "hedges": repeated("about "),
    "telephone numbers": repeated("+1 555 "),
    "dates": repeated("3 March 2031, "),
    "years": repeated("2031-"),
    "months": repeated("May "),
    "days": repeated("on Monday "),
    "clock times": repeated("3:15 "),
    "spaces": repeated(" ", head="The mayor spoke", tail="of 3 ships."),
    "spaces at the end": repeated(" ", head="The mayor spoke."),
    "hard spaces": repeated("\u00a0", head="The mayor spoke", tail="of 3 ships."),
    "line ends": repeated("\n", head="Here.", tail="There."),
    "line ends and spaces": repeated("\n ", head="Here.", tail="There."),
    "short paragraphs": repeated("A mayor spoke.\n\n"),
    "different paragraphs": counted("Ship {} left the port.\n"),
    "wrapped lines": repeated("the harbour of the town lay open to the sea all the\n"),
    "straight marks": repeated('"'),
    "straight marks and words": repeated('"no" '),
    "opening marks": repeated("“go "),
    "closing marks": repeated("go.” "),
    "marks nested": nested("“‘", "’”"),
    "guillemets": repeated("« »"),
    "apostrophes": repeated("'"),
    "single marks": repeated("‘a’ "),
    "plurals in single marks": repeated("ships' ", head="'the "),
    "opening marks in paragraphs": repeated("“Go on\n\n"),
    "said he said": repeated("said he "),
    "he said": repeated("he said, "),
    "said": repeated("said "),
    "quoted and said": repeated("“No,” said Ana Tor. "),
    "quoted and told": counted("“No {},” she said. "),
    "according to": repeated("according to "),
    "that": repeated("he said that "),
    "capitals": repeated("A"),
    "capital words": taken_in_turn("Ana Tor Bexley Harn"),
    "names in a row": counted("Ana Tor{} "),
    "names and commas": taken_in_turn("Ana Bo Cy Di", ", "),
    "initials": repeated("J. "),
    "titles": repeated("Mr. "),
    "shouted": repeated("THE MAYOR SPOKE "),
    "the words of one sentence": taken_in_turn("the mayor of the town told of a flood and"),
    "sentences": repeated("A mayor spoke. "),
    "different sentences": counted("The mayor saw ship {} there. "),
    "full stops": repeated("."),
    "full stops and spaces": repeated(". "),
    "question marks": repeated("?!"),
    "dots in words": repeated("a."),
    "hyphens": repeated("-"),
    "hyphens in words": repeated("a-"),
    "dashes": repeated(" — "),
    "commas": repeated(","),
    "commas and spaces": repeated(", "),
    "words and commas": repeated("so, "),
    "semicolons": repeated("so; "),
    "colons": repeated("so: "),
    "one long word": repeated("a"),
    "small letters": repeated("a "),
    "words with apostrophes": repeated("a'"),
    "opening brackets": repeated("("),
    "brackets nested": nested("(", ")"),
    "brackets": repeated("(a) "),
    "square brackets": repeated("["),
    "numbered items": counted("{}. so "),
    "lettered items": repeated("a) so "),
    "bullets": repeated("• so\n"),
    "rules": repeated("---- "),
    "hashes": repeated("#"),
    "handles": repeated("@a"),
    "addresses": repeated("http://a.example/ "),
    "one long address": repeated("a/", head="http://"),
    "mail addresses": repeated("a@b."),
    "slashes": repeated("/"),
    "backslashes": repeated("\\"),
    "underscores": repeated("_"),
    "stars": repeated("*"),
    "backticks": repeated("`"),
    "pipes": repeated("|a"),
    "tags": repeated("<b>"),
    "unclosed tags": repeated("<"),
    "entities": repeated("&amp;"),
    "accents": repeated("\u0301", head="e"),
    "ligatures": repeated("ﬃ"),
    "soft hyphens": repeated("\u00ad"),
    "zero-width spaces": repeated("\u200b"),
    "marks of direction": repeated("\u202e"),
    "far letters": repeated("𝟙"),
    "form feeds": repeated("\f"),
    "nulls": repeated("\0"),
}
