"""No page of the largest size allowed makes a process grow beyond what a laptop has to spare."""

from __future__ import annotations

import subprocess
import sys

import pytest

MOST_MEGABYTES = 300
SIZE = 10_000_000
PAGES = {
    "tables": b"<table><tr><td>",
    "paragraphs": b"<p>x",
    "long paragraphs": b"<p>" + b"word " * 20,
    "links": b"<a href=x>y</a>",
    "attributes": b"<p " + b"a=b " * 150 + b">word</p>",
    "entities": b"&amp;&lt;",
    "words": b"ferry ",
}
PROGRAM = """
import resource, sys
from pathlib import Path
from compare.errors import CompareError
from compare.sources.html import read_html
piece = sys.stdin.buffer.read()
try:
    read_html(b"<html><body>" + piece * (int(sys.argv[1]) // len(piece)))
except CompareError:
    pass
# A process begins with the peak of the one that started it in ru_maxrss; the kernel's own line
# for the image that now runs does not.
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
peaks = [line for line in lines if line.startswith("VmHWM:")]
if peaks:
    print(int(peaks[0].split()[1]) // 1_000)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_000_000)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the largest size is not told there")
@pytest.mark.parametrize("piece", PAGES.values(), ids=PAGES)
def test_the_largest_page_is_read_or_refused_in_bounded_memory(piece: bytes) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(SIZE)],
        input=piece,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert int(ran.stdout) < MOST_MEGABYTES
