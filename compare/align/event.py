"""Do the articles seem to be about one event?"""

from __future__ import annotations

from collections.abc import Sequence

from compare.model.articles import Article
from compare.model.options import Options


def check_same_event(articles: Sequence[Article], options: Options) -> tuple[str, ...]:
    """Warnings."""
    return ()
