"""The shape of a file of a followed story, and the file itself as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from compare.formats.checks.record import TextRecord, encode_record, text_record
from compare.model.findings import Evidence
from compare.model.follows import Claim, FigureLine, Follow, NewFigure
from compare.model.story import ToolInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowRecord:
    """A story over time. Articles are in the order of time; `fresh` are the letters of the new."""

    schema: str
    offset_unit: str
    tool: ToolInfo
    articles: tuple[TextRecord, ...]
    claims: tuple[Claim, ...]
    figures: tuple[FigureLine, ...]
    new_figures: tuple[NewFigure, ...]
    versions: tuple[tuple[str, str], ...]
    notices: tuple[Evidence, ...]
    fresh: tuple[str, ...]
    since: datetime | None = None
    warnings: tuple[str, ...] = ()


def follow_json(follow: Follow) -> bytes:
    """The story over time as UTF-8 JSON, indented, with a line end at the end."""
    return encode_record(
        FollowRecord(
            schema=follow.schema,
            offset_unit=follow.offset_unit,
            tool=follow.tool,
            articles=tuple(text_record(article) for article in follow.articles),
            claims=follow.claims,
            figures=follow.figures,
            new_figures=follow.new_figures,
            versions=follow.versions,
            notices=follow.notices,
            fresh=follow.fresh,
            since=follow.since,
            warnings=follow.warnings,
        )
    )
