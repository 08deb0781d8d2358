"""Chromium for the tests of the report, and what is missing where it cannot be had."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
# Where `npm install axe-core` in the checkout puts it; AXE_CORE may name another place.
AXE = Path(
    os.environ.get("AXE_CORE", "")
    or Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
)
# The same for `npm install lighthouse`; LIGHTHOUSE may name another place.
LIGHTHOUSE = Path(
    os.environ.get("LIGHTHOUSE", "")
    or Path(__file__).parents[2] / "node_modules" / "lighthouse" / "cli" / "index.js"
)


def missing_browser() -> str:
    """What the tests in a browser lack, empty when they can run."""
    if importlib.util.find_spec("playwright") is None:
        return "playwright is not installed: pip install playwright"
    if CHROMIUM is None:
        return "there is no Chromium: apt-get install chromium"
    return ""
