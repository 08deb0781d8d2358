"""What a site's robots.txt allows (RFC 9309), as protego reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protego import Protego

AGENT = "storydiff"
MAX_BYTES = 500 * 1024  # RFC 9309, 2.5: what follows need not be read
LONGEST_DELAY = 60.0


@dataclass(frozen=True, slots=True)
class RobotRules:
    """The rules of one site; `parsed` is None where the site has none."""

    parsed: Protego | None

    def allow(self, url: str) -> bool:
        """True if the page may be fetched."""
        return self.parsed is None or bool(self.parsed.can_fetch(url, AGENT))

    @property
    def delay(self) -> float:
        """Seconds that the site wants between two requests; 0 if it does not say."""
        asked = self.parsed.crawl_delay(AGENT) if self.parsed else None
        return float(asked or 0)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The addresses of the sitemaps that the site names."""
        return tuple(self.parsed.sitemaps) if self.parsed else ()


def read_rules(data: bytes) -> RobotRules:
    """The rules in the first MAX_BYTES of a robots.txt; what cannot be read is passed over."""
    from protego import Protego

    text = _whole_lines(data).decode("utf-8", "replace").removeprefix("\ufeff")
    return RobotRules(Protego.parse(text))


def _whole_lines(data: bytes) -> bytes:
    """The data up to the bound; the line that it cuts says something else than it was to say."""
    if len(data) <= MAX_BYTES:
        return data
    data = data[:MAX_BYTES]
    return data[: max(data.rfind(b"\n"), data.rfind(b"\r"), 0)]
