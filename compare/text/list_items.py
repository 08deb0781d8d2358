"""Where a sentence opens without a full stop before it: list items, bullets, set-off lines."""

from __future__ import annotations

import re

from compare.model.spans import Span

_MARKER = re.compile(
    r"(?<!\S)(?P<bullet>[•⁃▪‣◦●·]\s*)?(?P<open>\()?"
    r"(?P<label>\d{1,2}|[a-z]|[A-Z]|[ivx]{2,5})(?P<shut>\.\)|\)|\.)\s+(?=\S)"
)
_BULLET = re.compile(r"(?<!\S)[•⁃▪‣◦●]\s*(?=\w)")
_RULE = re.compile(r"(?<!\S)(?:[*_=~]{3,}|-{5,})(?!\S)")
_STAMP = re.compile(
    r"(?<!\S)(?P<on>(?:on|at) )?\d{1,2}/\d{1,2}/\d{2,4} \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?(?!\S)"
)
_MAIL_HEAD = re.compile(r"\A(?:E-?mail|From): [^@]*@[\w.-]+>?(?!\S)", re.IGNORECASE)
_LINK = re.compile(
    r"(?:(?<=\s)|\A|(?<=[\[<(]))(?:https?://|www\.)\S*[^\s.,;:?!](?=\s+(?:[A-Z(]|https?:))|"
    r"(?<!\S)[\w.+-]+@[\w-]+(?:\.\w+)+(?=\s+[A-Z])"
)
_ATTACHED = re.compile(r"(?<=\s)- [\w ]{1,40}\.(?:pdf|docx?|xlsx?|txt|pptx?|vcf|jpe?g|png)(?!\S)")
_POSTSCRIPT = re.compile(r"(?<=\S\s)P\.?S\b\.?")
_SIGN_OFF = re.compile(
    r"(?:(?<=[.!?]\s)|\A)(?:Many )?(?:Thanks|Sincerely|Cheers|Love|Yours truly|Yours sincerely|"
    r"(?:Best |Kind |Warm |Kindest |Warmest )?[Rr]egards|Best wishes|Best),(?=\s+[A-Z])"
)
_OPENER = (
    r"(?:We|They|He|She|It|This|These|There|Here|If|When|While|As|You|Your|Our|My|The|Please|What|"
    r"How|Why|(?:It|They|We|You)['’](?:s|re|ve))"
)
_RUN_ON = re.compile(rf"(?<=[A-Za-z]{{2}}[\w)>] ){_OPENER}(?= [a-z])")
_ADDRESSED = r"(?:(?:Dear|Hi|Hello|Hey|Good \w+) )?[A-Z][a-z]\w*(?: [A-Z][a-z]\w*)?(?:,| -+)"
_GREETING = re.compile(
    rf"\A(?:{_ADDRESSED}(?=\s+{_OPENER} [a-z])|"
    r"(?:Dear|Hi|Hello|Hey)(?: [A-Z][\w.]+){1,3}[,:](?=\s+[A-Z]))"
)
_SMILEY = re.compile(r"(?<=[\w)] )[:;]-?[)D](?=\s+[A-Z])|(?<=\s)>>(?=\s+[A-Z])")
_FIRST = (_RULE, _ATTACHED, _POSTSCRIPT, _RUN_ON, _BULLET)
_LAST = (_RULE, _STAMP, _MAIL_HEAD, _LINK, _ATTACHED, _SIGN_OFF, _GREETING, _SMILEY)
_CARRIES_ON = re.compile(r"(?:[,;]|\b(?:and|or|to))\s*\Z")
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
}


def item_starts(text: str, span: Span) -> list[int]:
    """Offsets inside `span`, in order, at which a list item or a line of its own begins."""
    block = text[span.start : span.end]
    found = set(_numbered(block)) | _alone(block)
    return sorted(span.start + at for at in found if at > 0)


def _numbered(block: str) -> list[int]:
    """Starts of items whose labels count up (1. 2. 3., a) b) c)) from the head of a sentence."""
    starts: list[int] = []
    last: tuple[str, str, int] | None = None
    for marker in _MARKER.finditer(block):
        shape = (marker["open"] or "") + marker["shut"]
        readings = _readings(marker["label"])
        follows = last and any((k, shape, n - 1) == last for k, n in readings)
        if follows and last and not _carries_on(block, marker.start()):
            kind = last[0]
            starts.append(marker.start())
            last = (kind, shape, last[2] + 1)
        elif _heads_sentence(block, marker.start()) and readings:
            kind, number = readings[0]
            last = (kind, shape, number)
            starts.append(marker.start())
    return starts if len(starts) > 1 else []


def _readings(label: str) -> list[tuple[str, int]]:
    """The label as a number, a letter and a roman numeral, whichever it can be."""
    readings = []
    if label.isdigit():
        readings.append(("number", int(label)))
    if len(label) == 1 and label.isalpha():
        readings.append(("upper" if label.isupper() else "lower", ord(label.lower()) - 96))
    if label in _ROMAN:
        readings.append(("roman", _ROMAN[label]))
    return readings


def _heads_sentence(block: str, at: int) -> bool:
    before = block[:at].rstrip()
    return not before or before[-1] in ".!?"


def _carries_on(block: str, at: int) -> bool:
    return _CARRIES_ON.search(block, max(0, at - 8), at) is not None


def _alone(block: str) -> set[int]:
    """Edges of rules, mail heads and stamps, links, attachments; starts of run-on sentences."""
    found = {_next_word(block, m.end()) for p in _LAST for m in p.finditer(block)}
    found.update(m.start() for p in _FIRST for m in p.finditer(block))
    found.update(m.start() for m in _STAMP.finditer(block) if not m["on"])
    return {at for at in found if at < len(block)}


def _next_word(block: str, at: int) -> int:
    while at < len(block) and block[at].isspace():
        at += 1
    return at
