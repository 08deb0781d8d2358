"""What a comparison offers at a notebook: frames, a grid as HTML, a line for a reference.

The work is done by `compare.formats`, a layer above this one, which is loaded when it is asked for.
No other module of a lower layer does so.
"""

from __future__ import annotations

import importlib
from typing import Any


class NotebookMethods:
    """Methods of a Comparison for whoever works with it by hand.

    `library` names the package of the frame: "pandas", "polars" or "pyarrow"; without it the first
    of them that is installed. They raise MissingExtra where none is.
    """

    __slots__ = ()

    def to_frame(self, library: str | None = None) -> Any:  # noqa: ANN401 - a frame of another package
        """The grid: a row for each fact, a column for each outlet, how it carries the fact."""
        return _formats("frames").frame(self, "grid", library)

    def facts_frame(self, library: str | None = None) -> Any:  # noqa: ANN401 - as above
        """A row for each fact with how many articles carry it."""
        return _formats("frames").frame(self, "facts", library)

    def mentions_frame(self, library: str | None = None) -> Any:  # noqa: ANN401 - as above
        """A row for each place where an article states a fact, with its position."""
        return _formats("frames").frame(self, "mentions", library)

    def figures_frame(self, library: str | None = None) -> Any:  # noqa: ANN401 - as above
        """A row for each figure that answers a question which two or more articles answer."""
        return _formats("frames").frame(self, "figures", library)

    def quotes_frame(self, library: str | None = None) -> Any:  # noqa: ANN401 - as above
        """A row for each quotation with its speaker, and what was changed in it."""
        return _formats("frames").frame(self, "quotes", library)

    def cite(self) -> str:
        """One line for a reference: program, version, title, and the digest of the articles."""
        return str(_formats("notebook").citation(self))

    def __repr__(self) -> str:
        return str(_formats("notebook").one_line_of(self))

    def _repr_html_(self) -> str:
        return str(_formats("notebook").page(self))


def _formats(name: str) -> Any:  # noqa: ANN401 - a module
    return importlib.import_module(f"compare.formats.{name}")
