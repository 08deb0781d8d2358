from hypothesis import given, settings
from hypothesis import strategies as st

from compare.text.paragraphs import paragraphs

WRAPPED = """The ferry Morning Star struck the harbour wall at Port Ellery shortly
before six on Tuesday evening, and 140 passengers were taken off by the
lifeboat crews who had been drilling near by.

The harbour master said the vessel had lost power in the outer channel
and drifted for eleven minutes before it hit the wall, while the crew
tried twice to drop the anchor.
"""


def lines(text: str) -> list[str]:
    return [span.of(text) for span in paragraphs(text)]


def test_each_line_with_words_is_a_paragraph() -> None:
    assert lines("One here.\nTwo here.\r\n\r\n  Three.  \n") == ["One here.", "Two here.", "Three."]


def test_white_space_alone_has_no_paragraph() -> None:
    assert paragraphs(" \n\t\r\n\u00a0") == []


def test_lines_wrapped_by_hand_are_joined_to_their_block() -> None:
    found = lines(WRAPPED)
    assert len(found) == 2
    assert found[0].startswith("The ferry")
    assert found[0].endswith("near by.")


def test_a_bullet_in_wrapped_text_opens_a_paragraph() -> None:
    first = "- the first finding of the inquiry, which runs to four hundred pages and\nmore"
    text = f"{WRAPPED}\n{first}\n- the second\n"
    assert [line[:5] for line in lines(text)] == ["The f", "The h", "- the", "- the"]


def test_a_list_of_short_lines_is_not_joined() -> None:
    assert lines("features\ncontact manager\nevents, activities\n") == [
        "features",
        "contact manager",
        "events, activities",
    ]


def test_long_lines_under_each_other_stay_apart() -> None:
    first = (
        "A sentence of the story that is much longer than any line a mail program would wrap. " * 2
    )
    assert len(paragraphs(f"{first}\n{first}\n{first}")) == 3


def test_a_caption_and_its_credit_in_one_block_stay_apart() -> None:
    text = "The mayor opens the bridge on Monday.\nJane Roe/Harbour Wire\n\nThe bridge is open.\n"
    assert len(paragraphs(text)) == 3


@settings(deadline=None)
@given(
    st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from("aB. \n\r\x85\u2028\x1c")), max_size=80
    )
)
def test_only_white_space_is_left_between_paragraphs(text: str) -> None:
    at = 0
    for span in paragraphs(text):
        words = span.of(text)
        assert words == words.strip() != ""
        assert not text[at : span.start].strip()
        at = span.end
    assert not text[at:].strip()
