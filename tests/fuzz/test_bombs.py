"""Small files made to take memory or time are read or refused within bounds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz import bombs

MOST_MEGABYTES = 400
MOST_SECONDS = 30
FORMS = {"a.pdf": bombs.PDF, "a.warc": bombs.WARC, "a.mhtml": bombs.MHTML}
# Those that take the most of each; the long mode takes all.
WORST = [
    ("a.pdf", "much text packed small"),
    ("a.pdf", "forms in forms"),
    ("a.warc", "header lines packed"),
    ("a.warc", "pages packed small"),
    ("a.mhtml", "parts in parts"),
    ("a.mhtml", "header lines carried on"),
]
PROGRAM = """
import resource, sys, time
from compare.errors import CompareError
from compare.sources.article_file import read_article_file
data = sys.stdin.buffer.read()
resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))
before = time.monotonic()
try:
    read_article_file(data, name=sys.argv[1], source=sys.argv[1])
except CompareError as wrong:
    print(wrong, file=sys.stderr)
# What the system says of the process itself counts the memory of the one that started it.
status = open("/proc/self/status").read()
own = int(status.partition("VmHWM:")[2].split()[0])
used = max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
print(time.monotonic() - before, used // 1_000)
"""


def measured(name: str, data: bytes) -> tuple[float, int, str]:
    """Seconds, megabytes of the larger of the two processes, and what was said."""
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, name],
        input=data,
        capture_output=True,
        check=True,
        timeout=120,
        cwd=Path(__file__).parents[2],
    )
    seconds, megabytes = ran.stdout.split()
    return float(seconds), int(megabytes), ran.stderr.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel keeps no bound on memory there")
@pytest.mark.parametrize(("name", "bomb"), WORST)
def test_a_bomb_is_read_or_refused_within_bounds(name: str, bomb: str) -> None:
    seconds, megabytes, said = measured(name, FORMS[name][bomb]())
    assert megabytes < MOST_MEGABYTES, said
    assert seconds < MOST_SECONDS, said
