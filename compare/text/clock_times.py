"""Times of day: "7:45 p.m.", "0930 GMT", "noon"."""

from __future__ import annotations

import re

# Minutes east of Greenwich. ET and the like change with the season, so both are possible.
ZONES = {
    "GMT": (0, 0), "UTC": (0, 0), "BST": (60, 60), "CET": (60, 60), "CEST": (120, 120),
    "EST": (-300, -300), "EDT": (-240, -240), "ET": (-300, -240), "CST": (-360, -360),
    "CDT": (-300, -300), "CT": (-360, -300), "MST": (-420, -420), "MDT": (-360, -360),
    "MT": (-420, -360), "PST": (-480, -480), "PDT": (-420, -420), "PT": (-480, -420),
    "IST": (330, 330), "JST": (540, 540), "AEST": (600, 600), "AEDT": (660, 660),
    "Eastern": (-300, -240), "Central": (-360, -300), "Pacific": (-480, -420),
}  # fmt: skip
_ZONE = (
    r"(?:\s?\(?(?P<zone>" + "|".join(sorted(ZONES, key=len, reverse=True)) + r")(?!\w)"
    r"(?:\s+(?:Standard\s+|Daylight\s+)?[Tt]ime)?)?"
)
CLOCK = re.compile(
    r"(?:(?<![\w.,:$€£/-])|(?<=\d[-–]))(?:"
    r"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])(?:\.\s?m\.|m(?!\w))"
    r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\d:]|-[a-z]|\.\d)"
    r"|(?P<hundred>[01]\d|2[0-3])(?P<minutes>[0-5]\d)(?=\s?(?:GMT|UTC|hours|hrs|local))"
    r"|(?P<word>noon|midday|midnight))" + _ZONE
)
# "Between 4 and 5 p.m.", "from 4 to 5pm", "4-5pm": the hour before takes its half from the second.
_OPENING = re.compile(
    r"(?<![\w.,:$€£/-])(?:(?:between|from)\s+)?(?P<hour>1[0-2]|[1-9])(?:[:.](?P<minute>[0-5]\d))?"
    r"(?P<tie>\s+and\s+|\s+to\s+|\s?[-–]\s?)$"
)
_DAY = 24 * 60
MINUTE_OF_DAY = "minute of the day"


def clock_minutes(match: re.Match[str]) -> tuple[int, int, str] | None:
    """Least and greatest minute of the day of a match of CLOCK, with its unit.

    With a zone the minutes count in UTC, from the day before to the day after.
    """
    minute = _minute_of_day(match)
    if minute is None:
        return None
    if match["zone"] is None:
        return minute, minute, MINUTE_OF_DAY
    west, east = ZONES[match["zone"]]
    low, high = minute - east, minute - west
    shift = low // _DAY * _DAY
    return low - shift, high - shift, f"{MINUTE_OF_DAY} UTC"


def opening_of(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Where a range that a match of CLOCK closes begins, and its first minute; None without one."""
    if not match["half"] or match["zone"]:
        return None
    found = _OPENING.search(text, max(0, match.start() - 24), match.start())
    led = found is not None and found.group().startswith(("between", "from"))
    if found is None or not (led or found["tie"].strip() in ("-", "–")):
        return None
    half = 12 if match["half"] == "p" else 0
    first = (int(found["hour"]) % 12 + half) * 60 + int(found["minute"] or 0)
    last = _minute_of_day(match)
    return (found.start(), first) if last is not None and first < last else None


def _minute_of_day(match: re.Match[str]) -> int | None:
    if match["half"]:
        hour = int(match["hour"]) % 12 + (12 if match["half"] == "p" else 0)
        return hour * 60 + int(match["minute"] or 0)
    if match["hour24"]:
        return int(match["hour24"]) * 60 + int(match["minute24"])
    if match["hundred"]:
        return int(match["hundred"]) * 60 + int(match["minutes"])
    if match["word"]:
        return 0 if match["word"] == "midnight" else 720
    return None
