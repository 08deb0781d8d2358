"""Questions on people are asked of people, and only where the letters of a name settle them."""

from __future__ import annotations

from compare.pipeline import compare_story
from compare.sources.document import document
from compare.teach.blind import Blinder
from compare.teach.material import Material
from compare.teach.questions.voices import quoted_people
from tests.teach.conftest import material_of

FIRST = (
    "A barge sank in the Orm canal on Monday, said Mara Tolle, the lock keeper. “I saw the lamp "
    "go out and I ran,” Mara Tolle said.\n\n"
    "“We will raise the barge on Friday,” said Commander Pers Aldane.\n\n"
    "According to the Orm Gazette, 40 ships are waiting."
)
SECOND = (
    "A barge sank in the Orm canal on Monday. “I saw the lamp go out,” lock keeper Mara Tolle "
    "said.\n\n"
    "The Orm Gazette said that 40 ships were waiting. Commander Pers Aldane said the barge would "
    "be raised on Friday.{more}"
)


def people(more: str = "") -> list[str]:
    """Who may be asked for, in a story whose second article goes on with `more`."""
    texts = (FIRST, SECOND.format(more=more))
    found = compare_story(
        [document(text, outlet=name) for text, name in zip(texts, ("Ash", "Birch"), strict=True)]
    )
    return quoted_people(Material(found, Blinder(found), seed=1))


def test_a_newspaper_is_nobody() -> None:
    assert "Orm Gazette" not in people()
    assert "Mara Tolle" in people()


def test_a_name_with_a_namesake_settles_nothing() -> None:
    assert "Mara Tolle" not in people(" Her brother Jon Tolle was on the barge.")


def test_the_people_of_the_bundled_story_are_people() -> None:
    asked = quoted_people(material_of("demo"))
    assert {"Orla Penhale", "Ruth Venning"} <= set(asked)
    assert not any(word in " ".join(asked) for word in ("Company", "Coastguard", "Directorate"))
