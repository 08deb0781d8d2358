"""Outlets under the name that readers know."""

from __future__ import annotations

import pytest

from compare.annotation.article import annotate
from compare.formats.outlet_names import outlet_name
from compare.model.articles import Document


@pytest.mark.parametrize(
    ("given", "text", "name"),
    [
        ("Harbour Times", "", "Harbour Times"),
        ("ellerytimes.example", "He told Ellery Times so.", "Ellery Times"),
        ("ellerytimes.example", "", "Ellery Times"),
        ("www.sarn-post.co.uk", "", "Sarn Post"),
        ("lantern.com", "", "Lantern"),
        ("srn.tv", "", "SRN"),
        ("Lantern.com and others", "", "Lantern.com and others"),
    ],
)
def test_an_address_gives_way_to_the_name_behind_it(given: str, text: str, name: str) -> None:
    article = annotate(Document(text=text or "A ferry burned.", outlet=given))
    assert outlet_name(article) == name
