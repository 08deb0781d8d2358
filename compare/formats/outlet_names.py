"""Outlets under the name that readers know, where only the address of their site is given."""

from __future__ import annotations

import re

from compare.model.articles import Article

_SITE = re.compile(r"(?:www\.)?([a-z0-9-]+)(?:\.[a-z]{2,8}){1,2}", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w.&’'-]*(?: (?:[A-Z][\w.&’'-]*|of|and|the)){0,4}")
# Last words of names of outlets, by which an address in one word is taken apart.
_LAST = re.compile(
    r"(.+?)(news|times|post|today|herald|tribune|journal|guardian|mail|telegraph|gazette|chronicle"
    r"|observer|examiner|star|daily|online|press|review|standard|express|mirror|radio|tv)"
)
_SHORT, _VOWELS = 3, frozenset("aeiou")


def outlet_name(article: Article) -> str:
    """Return the outlet of an article; for a bare address, the name behind it.

    It is the name by which the article itself calls the site, if it does ("Fox News" for
    foxnews.com), else the words of the address.
    """
    given = article.document.outlet
    site = _SITE.fullmatch(given)
    if site is None:
        return given
    stem = site[1].lower()
    letters = stem.replace("-", "")
    for found in _NAME.finditer(article.document.text):
        if re.sub(r"[^a-z0-9]", "", found.group().lower()) == letters:
            return found.group()
    parts = stem.split("-") if "-" in stem else _parted(stem)
    return " ".join(one.upper() if _is_initials(one) else one.capitalize() for one in parts)


def _is_initials(part: str) -> bool:
    """True for "usa", "ny" and "bbc", not for "fox" or "the"."""
    return len(part) <= _SHORT and (part[0] in _VOWELS or not _VOWELS.intersection(part))


def _parted(stem: str) -> list[str]:
    found = _LAST.fullmatch(stem)
    return [found[1], found[2]] if found else [stem]
