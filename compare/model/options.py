"""Every threshold and switch of a comparison, with its range and one sentence of help."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from compare.errors import OptionError


def _number(default: float, low: float, high: float, text: str) -> Any:  # noqa: ANN401 - as dataclasses.field
    return field(default=default, metadata={"low": low, "high": high, "help": text})


def _switch(text: str) -> Any:  # noqa: ANN401 - as dataclasses.field
    return field(default=False, metadata={"help": text})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The settings of one comparison; written into every output."""

    link_floor: float = _number(
        0.30, 0.0, 1.0, "Pairs of statements that score below this are not kept as links."
    )
    fact_floor: float = _number(
        0.30, 0.05, 1.0, "Mean link score that statements need to be put under one fact."
    )
    event_floor: float = _number(
        0.1, 0.0, 1.0, "Likeness below which an article is not taken for the same event."
    )
    max_articles: int = _number(50, 2, 50, "How many articles one comparison may hold.")
    force: bool = _switch("Compare even when the articles do not seem to be about one event.")

    parse: bool = _switch(
        "Read reported speech with spaCy as well: finds more, is slower, needs storydiff[parse]."
    )

    def __post_init__(self) -> None:
        for spec in fields(self):
            value = getattr(self, spec.name)
            low, high = spec.metadata.get("low"), spec.metadata.get("high")
            if low is not None and high is not None and not low <= value <= high:
                raise OptionError(
                    f"{spec.name} is {value}, but must lie between {low} and {high}. "
                    "Run 'storydiff options' for the list."
                )

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The names of all options, in their order."""
        return tuple(spec.name for spec in fields(cls))

    def set(self, values: Mapping[str, str]) -> Options:
        """These options with some replaced, given as text; OptionError names the nearest option.

        >>> Options().set({"max_articles": "8", "force": "yes"}).max_articles
        8
        """
        changed: dict[str, Any] = {}
        for name, text in values.items():
            if name not in self.names():
                near = difflib.get_close_matches(name, self.names(), 1)
                meant = f" Did you mean {near[0]}?" if near else ""
                raise OptionError(
                    f"There is no option {name!r}.{meant} Run 'storydiff options' for the list."
                )
            changed[name] = _parsed(name, text, getattr(self, name))
        return replace(self, **changed)


def _parsed(name: str, text: str, like: bool | int | float) -> bool | int | float:
    """The text as a value of the type of `like`."""
    try:
        if isinstance(like, bool):
            return {"true": True, "yes": True, "false": False, "no": False}[text.lower()]
        return type(like)(text)
    except (KeyError, ValueError) as wrong:
        kind = "true or false" if isinstance(like, bool) else "a number"
        raise OptionError(f"{name} must be {kind}, not {text!r}. Change the value.") from wrong
