"""Pages of the documentation site that stand outside `docs`; a hook of mkdocs.

The first page, the changes and the way to contribute are the files that a visitor of the repository
reads, so that nothing is said in two places. Links between them and `docs` are turned to fit.
"""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
OUTSIDE = {
    "README.md": "index.md",
    "CHANGELOG.md": "changes.md",
    "CONTRIBUTING.md": "contributing.md",
}
"""Files beside `docs` by their path in the repository, and the page that each becomes."""
COPIED = ("LICENSE", "Containerfile")
"""Files that are linked to and shown as they are."""

_LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#)([^()\s#]+)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that stand outside the folder of the documentation."""
    for source, page in OUTSIDE.items():
        text = (ROOT / source).read_text(encoding="utf-8")
        files.append(File.generated(config, page, content=_for_site(text, "")))
    for name in COPIED:
        files.append(File.generated(config, name, abs_src_path=str(ROOT / name)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Turn the links of a page of the documentation that lead out of its folder."""
    del config, files
    return markdown if page.file.src_uri in OUTSIDE.values() else _for_site(markdown, "docs/")


def _for_site(text: str, folder: str) -> str:
    """The text of a file in `folder` of the repository, with links that fit the site."""

    def target(link: re.Match[str]) -> str:
        path = link[1]
        # From the folder of the documentation to the top, or from the top down.
        path = path.removeprefix("../") if folder else path.removeprefix("docs/")
        return OUTSIDE.get(path, path)

    return _LINK.sub(target, text)
