"""Whatever happens inside one source is that source's outcome, now and in every later run."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from compare.sources.fetch.settings import Fetching
from compare.sources.load import LoadedSources, load_all
from tests.hostile.scenarios import READ, SITES
from tests.hostile.server import Route, Server, answer, serving
from tests.hostile.web import LIMITS, StoppedClock, article, fetching

# A busy machine may take a while; what a site asks for passes on the clock of the test.
PATIENT = replace(LIMITS, connect=10.0, read=10.0, total=30.0)
DEADLINE = 30.0  # seconds of a real clock, far below any wait that a site asks for


class Site:
    """One site that answers badly beside one that answers well."""

    def __init__(self, bad: Server, good: Server, cache: Path) -> None:
        self._addresses = [bad.url("/", host="bad.example"), good.url("/", host="good.example")]
        self._cache = cache
        self.clock = StoppedClock()

    def read(self) -> LoadedSources:
        """What is read from both sites, with pages kept and asked for anew."""
        how: Fetching = fetching(self.clock, cache=self._cache, limits=PATIENT)
        return load_all(self._addresses, fetching=how)

    def end(self, loaded: LoadedSources) -> str:
        """What is said of the bad site; the good one must have been read."""
        outlets = [document.outlet for document in loaded.documents]
        assert "good.example" in outlets, loaded.skipped
        if "bad.example" in outlets:
            return READ
        (skipped,) = loaded.skipped
        assert skipped.advice
        assert "a mistake in storydiff" not in skipped.reason
        return skipped.reason


@pytest.mark.parametrize(("routes", "expected"), SITES.values(), ids=SITES)
def test_a_site_spoils_only_its_own_page(
    routes: Mapping[str, Route], expected: str, tmp_path: Path
) -> None:
    began = time.monotonic()
    with serving(routes) as bad, serving({"/": answer(article())}) as good:
        site = Site(bad, good, tmp_path)
        end = site.end(site.read())
        waited = sum(site.clock.waits)
        site.clock.passed += 2 * PATIENT.fresh  # what was kept is asked for with conditions
        site.end(site.read())
    assert expected in end
    assert waited <= PATIENT.wait + PATIENT.tries * PATIENT.pause
    assert time.monotonic() - began < DEADLINE
