"""Packages that only some inputs need, and the word on how to get one that is missing."""

from __future__ import annotations

import importlib
from types import ModuleType

from compare.errors import MissingExtra, UnreadableSource


def import_extra(module: str, *, extra: str, what: str, source: str | None = None) -> ModuleType:
    """The module; without it an error names the command that installs it.

    `what` cannot be done without it, as in "reading PDF files". The error is that of `source` alone
    where one is named, and else a MissingExtra.
    """
    try:
        return importlib.import_module(module)
    except ImportError as wrong:
        reason = f"{what} needs a package that is not installed"
        advice = f"Install it with: pip install 'storydiff[{extra}]'"
        if source is not None:
            raise UnreadableSource(source, reason, advice) from wrong
        raise MissingExtra(f"{reason[:1].upper()}{reason[1:]}. {advice}") from wrong
