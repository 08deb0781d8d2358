"""The command itself: a comparison that is cut off goes on, and what the start loads."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx

from compare.app.folder import StoryFolder
from compare.app.reading import load_reading
from tests.app.articles import TEXTS

_LOADED = """
import sys
from pathlib import Path
from compare.app.settings import AppSettings
from compare.app.site import create_app
create_app(AppSettings(library=Path(sys.argv[1])))
print(*sys.modules)
"""


def test_a_restart_in_the_middle_of_a_comparison_loses_nothing(
    tmp_path: Path, start: Callable[..., str], kill: Callable[[], None]
) -> None:
    library = tmp_path / "library"
    address = start(library)
    files = [("files", (name, text.encode())) for name, text in TEXTS.items()]
    with httpx.Client(base_url=address, headers={"origin": address}, trust_env=False) as client:
        slug = client.post("/stories", files=files).headers["location"].rpartition("/")[2]
        with client.stream("GET", f"/stories/{slug}/progress/compare") as events:
            next(line for line in events.iter_lines() if "hollen-herald.txt" in line)
            kill()
    story = StoryFolder(library / slug)
    assert not story.has_report
    assert load_reading(story.path).pending
    assert {name: (story.path / name).read_text("utf-8") for name in TEXTS} == TEXTS
    address = start(library)
    with httpx.Client(base_url=address, trust_env=False, timeout=60) as client:
        assert '"over": true' in client.get(f"/stories/{slug}/progress/compare").text
        assert client.get(f"/stories/{slug}/report").status_code == 200
    assert not load_reading(story.path).pending


def test_the_start_loads_nothing_that_compares(tmp_path: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-c", _LOADED, str(tmp_path / "library")],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(found.stdout.split())
    heavy = {"compare.pipeline", "compare.teach.lesson", "compare.align.story", "rapidfuzz", "nltk"}
    heavy |= {"lxml", "trafilatura", "numpy", "httpx"}
    assert "compare.app.story_pages" in loaded
    assert heavy & loaded == set()
