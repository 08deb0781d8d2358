"""A browser of this machine, without a window: prints a page to PDF, draws a picture as PNG."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from compare.errors import FormatError, MissingExtra

_NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge", "brave-browser"),
)
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
_QUIET = (
    *("--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--hide-scrollbars"),
    # A page of ours asks for nothing; this holds even if one did.
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_PATIENCE = 120
_MOMENT = re.compile(rb"\(D:\d{14}[^)]{0,7}\)")
_NO_MOMENT = b"(D:20000101000000+00'00')"


def pdf_of(page: str) -> bytes:
    """A page of ours as PDF with its headings and tables tagged, the same bytes on any day.

    MissingExtra where there is no browser of the Chromium family; FormatError where it fails.
    """
    data = _made(page, "page.html", ["--no-pdf-header-footer"], "print-to-pdf", "page.pdf")
    return _MOMENT.sub(lambda m: _NO_MOMENT.ljust(len(m[0]))[: len(m[0])], data)


def png_of(picture: str, width: int, height: int) -> bytes:
    """An SVG of this size in pixels as PNG of twice as many; errors as those of `pdf_of`."""
    size = ["--force-device-scale-factor=2", f"--window-size={width},{height}"]
    return _made(picture, "page.svg", size, "screenshot", "page.png")


def _made(text: str, name: str, flags: Sequence[str], way: str, result: str) -> bytes:
    browser = _browser()
    with tempfile.TemporaryDirectory(prefix="storydiff-") as folder:
        page, out = Path(folder, name), Path(folder, result)
        page.write_text(text, encoding="utf-8", errors="replace")
        # Chromium refuses to start its sandbox for the superuser, as in a container.
        free = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        command = [browser, *_QUIET, *free, f"--user-data-dir={Path(folder, 'profile')}", *flags]
        try:
            subprocess.run(
                [*command, f"--{way}={out}", page.as_uri()],
                check=True,
                capture_output=True,
                timeout=_PATIENCE,
            )
            return out.read_bytes()
        except (OSError, subprocess.SubprocessError) as wrong:
            raise FormatError(
                f"{Path(browser).name} could not make the file: {type(wrong).__name__}. "
                "Write .html and print it from your browser."
            ) from wrong


def _browser() -> str:
    found = [shutil.which(name) for name in _NAMES] + [p for p in _PLACES if Path(p).is_file()]
    browser = next(filter(None, found), None)
    if browser is None:
        raise MissingExtra(
            "PDF and PNG are made by Chromium, Chrome or Edge, and none was found. Install one, or "
            "write .html and print it from your browser."
        )
    return browser
