"""What a site's robots.txt allows (RFC 9309), as protego reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protego import Protego

AGENT = "storydiff"
MAX_BYTES = 512_000  # RFC 9309 asks for at least 500 KiB
LONGEST_DELAY = 60.0


@dataclass(frozen=True, slots=True)
class Rules:
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


def read_rules(data: bytes) -> Rules:
    """The rules in a robots.txt; what cannot be read in it is passed over."""
    from protego import Protego

    text = data[:MAX_BYTES].decode("utf-8", "replace").removeprefix("\ufeff")
    return Rules(Protego.parse(text))
