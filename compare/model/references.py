"""The check of every reference of a comparison: what a value names is there, and is in its words.

Values are walked by the types of their fields (`model.ids`), so that a new kind of finding is
checked without a line of its own. Three rules hold for any value:

- what a field names is there, and it belongs to the article that the field `article` of the value
  names (or to one of its `articles`), or else to that of the value around it;
- the spans of a value that has a `sentence` lie inside that sentence;
- a `text` beside an `article` and a `span` is what the article has there, letter by letter.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Annotated, get_args, get_origin, get_type_hints

from compare.model.articles import Article, Sentence
from compare.model.ids import Refers
from compare.model.spans import Span

_WORDS = {"article", "span", "text"}


@dataclass(frozen=True, slots=True)
class Names:
    """All that can be referred to: articles by letter, and the letter of whatever is in one."""

    articles: Mapping[str, Article]
    facts: Container[str]
    sentences: Mapping[str, tuple[str, Sentence]]
    quotes: Mapping[str, str]
    figures: Mapping[str, str]

    def letter_of(self, kind: Refers, name: str) -> str | None:
        """Return the letter of the article that holds it, "" for a fact; None if it is nowhere."""
        match kind:
            case Refers.ARTICLE:
                return name if name in self.articles else None
            case Refers.FACT:
                return "" if name in self.facts else None
            case Refers.SENTENCE:
                return self.sentences[name][0] if name in self.sentences else None
            case Refers.QUOTE:
                return self.quotes.get(name)
            case Refers.FIGURE:
                return self.figures.get(name)


@dataclass(frozen=True, slots=True)
class _Shape:
    """What of a class is checked: the fields that name something, spans, and values inside."""

    references: tuple[tuple[str, Refers], ...]
    spans: tuple[str, ...]
    inside: tuple[str, ...]
    names: frozenset[str]

    @property
    def empty(self) -> bool:
        """True when neither the class nor a value inside it names anything."""
        return not (self.references or self.inside)


@cache
def shape_of(kind: type) -> _Shape:
    """Return what of a class is checked, from the annotations of its fields."""
    hints = get_type_hints(kind, include_extras=True)
    references, spans, inside = [], [], []
    for field in fields(kind):
        for leaf in _leaves(hints[field.name]) if field.init else ():
            if isinstance(leaf, Refers):
                references.append((field.name, leaf))
            elif leaf is Span:
                spans.append(field.name)
            elif is_dataclass(leaf) and isinstance(leaf, type) and not shape_of(leaf).empty:
                inside.append(field.name)
    names = frozenset(field.name for field in fields(kind))
    return _Shape(tuple(references), tuple(spans), tuple(inside), names)


def _leaves(hint: object) -> Iterator[object]:
    """The types that a type is made of; a name of a kind stands as that kind."""
    if get_origin(hint) is Annotated:
        yield from (each for each in get_args(hint)[1:] if isinstance(each, Refers))
    elif inner := get_args(hint):
        for each in inner:
            yield from _leaves(each)
    else:
        yield hint


def check_references(value: object, names: Names, where: str) -> None:
    """Raise ValueError, with the path from `where` on, for the first reference that is wrong."""
    try:
        _check(value, names, ())
    except _WrongReference as wrong:
        raise ValueError(f"{where}{wrong}") from None


class _WrongReference(Exception):
    """What is wrong, behind the path to it from the value that is checked."""


def _check(value: object, names: Names, around: tuple[str, ...]) -> None:
    kind_of_value: type = type(value)
    shape = shape_of(kind_of_value)
    own = _letters(value, shape) or around
    for field, kind in shape.references:
        for name in _several(getattr(value, field)):
            _check_name(field, kind, name, names, own)
    if around and own != around and not set(own) <= set(around):
        raise _WrongReference(f": article {', '.join(own)} is none of {', '.join(around)}")
    if "sentence" in shape.names:
        _check_spans(value, shape, names)
    if shape.names >= _WORDS:
        _check_words(value, names)
    for field in shape.inside:
        held = getattr(value, field)
        several = isinstance(held, tuple)
        for number, each in enumerate(held if several else (held,)):
            try:
                if each is not None:
                    _check(each, names, own)
            except _WrongReference as wrong:
                place = f".{field}[{number}]" if several else f".{field}"
                raise _WrongReference(f"{place}{wrong}") from None


def _letters(value: object, shape: _Shape) -> tuple[str, ...]:
    """The letters of the articles that a value is about; none where it does not say."""
    for field in ("article", "articles"):
        if field in shape.names:
            return _several(getattr(value, field))
    return ()


def _several(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def _check_name(field: str, kind: Refers, name: str, names: Names, own: tuple[str, ...]) -> None:
    letter = names.letter_of(kind, name)
    inside = kind not in (Refers.ARTICLE, Refers.FACT)
    if letter is None and not (inside and own):
        raise _WrongReference(f".{field}: there is no {kind.value} {name}")
    if inside and own and letter not in own:
        raise _WrongReference(f".{field}: {name} is no {kind.value} of article {', '.join(own)}")


def _check_spans(value: object, shape: _Shape, names: Names) -> None:
    sentence: str = getattr(value, "sentence")  # noqa: B009 - only some classes have it
    whole = names.sentences[sentence][1].span
    for field in shape.spans:
        for span in _spans(getattr(value, field)):
            if not whole.contains(span):
                raise _WrongReference(f".{field}: {span} lies outside {sentence}")


def _spans(value: Span | tuple[Span | None, ...] | None) -> tuple[Span, ...]:
    several = value if isinstance(value, tuple) else (value,)
    return tuple(span for span in several if span is not None)


def _check_words(value: object, names: Names) -> None:
    letter, span, text = (getattr(value, name) for name in ("article", "span", "text"))
    if names.articles[letter].words_of(span) != text:
        raise _WrongReference(": the words are not those of the article")
