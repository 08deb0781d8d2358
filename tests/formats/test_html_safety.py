"""Whatever an article, an outlet or a file is called: it stays text in the report."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.errors import CompareError
from compare.formats import html as html_module
from compare.formats.html import html, inline_asset
from tests.formats.hostile import hostile_story
from tests.formats.page_parts import parsed
from tests.formats.story import market_hall

_HARMLESS = [parsed(html(story)) for story in (market_hall(), hostile_story("Words", "others"))]
_TAGS = {e.tag for page in _HARMLESS for e in page.walk()}
_ATTRIBUTES = {name for page in _HARMLESS for e in page.walk() for name in e.attributes}
_STYLE = re.compile(r"(--\w+:[\d.%]+;?)*|(width|left):[\d.]+%|height:\d+px")

hostile = st.one_of(
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "</style><script>alert(1)</script>",
            '"><img src=x onerror=alert(1)>',
            "' onmouseover='alert(1)",
            "javascript:alert(1)",
            "{{ 7 * 7 }} {% raw %}",
            "&lt;b&gt; &amp; <!-- --> <![CDATA[",
            "]]></svg><svg onload=alert(1)>",
            "\u202eevil\u202c \u2028 \u0000 \x1b",
            "العربية <b>",
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
).filter(lambda text: text.strip() != "")


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(text=hostile, other=hostile)
def test_no_text_from_outside_becomes_markup_or_a_link_that_runs(text: str, other: str) -> None:
    page = html(hostile_story(text, other))
    tree = parsed(page)
    scripts = [script.words() for script in tree.of_tag("script")]
    assert scripts == [str(inline_asset("report.js")), str(inline_asset("marks.js"))]
    assert len(tree.of_tag("style")) == 2
    assert {e.tag for e in tree.walk()} <= _TAGS
    for element in tree.walk():
        assert not [name for name in element.attributes if name not in _ATTRIBUTES]
        href = element.attributes.get("href", "#")
        assert href[0] == "#" or urlsplit(href).scheme in ("http", "https")
        assert re.fullmatch(
            r"(--\w+:[\d.%]+;?)*|(width|left):[\d.]+%|height:\d+px",
            element.attributes.get("style", ""),
        )
    assert "".join(f"{text} {other}.".split()) in "".join(tree.words().split())


def test_a_style_sheet_that_could_end_its_element_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "bad.css").write_text("a{}</style>")
    monkeypatch.setattr(html_module, "asset", lambda _kind, name: tmp_path / name)
    with pytest.raises(CompareError, match="Install storydiff again"):
        inline_asset("bad.css")
