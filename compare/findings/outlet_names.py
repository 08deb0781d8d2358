"""Names of news outlets and agencies, and which compared article they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from compare.english.word_lists import line_sections, sections
from compare.model.articles import Article
from compare.model.findings import CitationKind
from compare.text.fold import folded_text

_DOMAIN = re.compile(r"\.(?:com|org|net|example|news|info|tv|co\.\w\w|\w\w)\Z")
_WIRE = re.compile(r"\b(?:wire|newswire|(?:news|press) agency)\b")
_SEVERAL = re.compile(r" and (?:the |The |[A-Z])")
# A single word such as "Post" stands for "The Lowmoor Post" only with "the" before it.
_ARTICLE = "the "
# Names of more words than this may be written with initials.
_INITIALLED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An outlet under one name; `letter` is that of its article, if it is one of those compared."""

    name: str
    kind: CitationKind
    letter: str | None = None


class OutletNames:
    """What the names of outlets in the articles of one story stand for."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._compared = [(_key(a.document.outlet), a) for a in articles]
        self._whole = {
            form: a for words, a in reversed(self._compared) for form in _together(words)
        }
        self._found: dict[str, Outlet | None] = {}

    def find(self, printed: str) -> Outlet | None:
        """The outlet that a printed name stands for; None when it is not the name of one.

        A compared outlet is found by its full name, by its initials or domain, and by its first
        or last words where only one of the compared outlets has them.
        """
        if printed not in self._found:
            self._found[printed] = self._find(" ".join(printed.split()))
        return self._found[printed]

    def _find(self, name: str) -> Outlet | None:
        agency = _agencies().get(name.removeprefix("the ").removeprefix("The "))
        known = self._known(name)
        if known is not None:
            outlet = known.document.outlet
            kind = CitationKind.AGENCY if agency or _is_wire(outlet) else CitationKind.OUTLET
            return Outlet(name=outlet, kind=kind, letter=known.letter)
        if agency:
            return Outlet(name=agency, kind=CitationKind.AGENCY)
        if _sounds_like_outlet(name):
            kind = CitationKind.AGENCY if _is_wire(name) else CitationKind.OUTLET
            shown = name[:1].upper() + name[1:]
            return Outlet(name=shown, kind=kind)
        return None

    def _known(self, name: str) -> Article | None:
        key = _key(name)
        if not key:
            return None
        full = [self._whole[form] for form in sorted(_together(key)) if form in self._whole]
        if full:
            return full[0]
        ends = [a for words, a in self._compared if _is_short_for(key, words, name)]
        return ends[0] if len(ends) == 1 else None


def _key(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without "the" and without the end of a domain."""
    plain = _DOMAIN.sub("", folded_text(name).replace("'s", ""))
    return tuple(re.findall(r"[^\W_]+", plain.removeprefix(_ARTICLE).removeprefix("www.")))


def _together(words: tuple[str, ...]) -> set[str]:
    """The words written as one, and with initials before the last word ("nytimes")."""
    forms = {"".join(words)}
    if len(words) > _INITIALLED:
        forms.add("".join(word[0] for word in words[:-1]) + words[-1])
    return forms


def _is_short_for(key: tuple[str, ...], words: tuple[str, ...], name: str) -> bool:
    """True for "the Post" and the Lowmoor Post, or for "Sable" and the agency Sable Wire."""
    if len(key) >= len(words) or name.split()[-1][0].islower():
        return False
    if words[: len(key)] == key:
        return _is_wire(" ".join(words))
    return words[-len(key) :] == key and (folded_text(name).startswith(_ARTICLE) or len(key) > 1)


def _sounds_like_outlet(name: str) -> bool:
    words = _key(name)
    if not words or not (_is_wire(name) or words[-1] in sections("agencies")["outlet"]):
        return False
    if name.split()[-1][0].islower() or _SEVERAL.search(name):
        return False
    return len(words) > 1 or folded_text(name).startswith(_ARTICLE)


def _is_wire(name: str) -> bool:
    return _WIRE.search(folded_text(name)) is not None


@lru_cache(maxsize=1)
def _agencies() -> dict[str, str]:
    """From every name of an agency to the one to show."""
    lines = line_sections("agency-names")[""]
    names = [[name.strip() for name in line.split("|")] for line in lines]
    return {name: group[0] for group in names for name in group}
