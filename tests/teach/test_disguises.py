"""Names in every disguise are replaced, and words that are no names are left as they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model.articles import Document
from compare.pipeline import compare_story
from compare.teach.blind import Blinder

REST = "The council said on Monday that the bridge at Askerby would be shut for nine weeks. "


def blinder(
    outlet: str, text: str = "", byline: str | None = None, url: str | None = None
) -> Blinder:
    """What blinds a story of two articles, the first of the outlet and with the text in it."""
    first = Document(text=REST + text, outlet=outlet, byline=byline, url=url)
    return Blinder(compare_story([first, Document(text=REST, outlet="Corvid News Agency")]))


NAMED = [
    ("The Post", "told the Post on Friday", "told Outlet A on Friday"),
    ("The Post", "The Post has learned", "Outlet A has learned"),
    ("The Post", "POST EXCLUSIVE", "Outlet A EXCLUSIVE"),
    ("The Post", "a Post analysis of the Post's own", "an Outlet A analysis of Outlet A's own"),
    ("The Post", "Post reporters saw it", "Outlet A reporters saw it"),
    ("Metro", "Metro understands that", "Outlet A understands that"),
    ("Metro", "a Metro reader", "an Outlet A reader"),
    ("The Mirror", "in the Mirror’s view", "in Outlet A’s view"),
    ("The Mirror", "Mirror Online", "Outlet A Online"),
    ("The Sun", "spoke to The Sun on Sunday", "spoke to Outlet A on Sunday"),
    ("Mail on Sunday", "the Mail on Sunday can reveal", "Outlet A can reveal"),
    ("Mail on Sunday", "told the Mail", "told Outlet A"),
    ("Mail on Sunday", "MoS readers", "Outlet A readers"),
    ("USA Today", "USA TODAY understands", "Outlet A understands"),
    ("Voice of Askerby", "told VOA", "told Outlet A"),
    ("Sky News", "Sky was told", "Outlet A was told"),
    ("Channel 6", "Channel Six viewers", "Outlet A viewers"),
    ("Channel Four", "seen on channel 4", "seen on Outlet A"),
    ("BBN News", "told the B.B.N. that", "told Outlet A that"),
    ("Harbour Times", "Har\u00adbour\u200b Times, HARBOUR TIMES", "Outlet A, Outlet A"),
    ("Harbour Times", "Harbour\u00a0Times and Harbour\nTimes", "Outlet A and Outlet A"),
    ("Harbour Times", "#HarbourTimesLive", "#Outlet A"),
    ("Harbour Times", "@HarbourTimes or @ht_news@social.example", "[address] or [address]"),
    ("Harbour Times", "facebook.com/HarbourTimes", "[address]"),
    ("Harbour Times", "told HT and HT reporters", "told Outlet A and Outlet A reporters"),
    ("Harbour Times", "the Times’s view", "Outlet A’s view"),
    ("Lanmoor Evening Record", "the Lanmoor Record", "Outlet A"),
    ("Infection & Ward Bulletin", "Infection and Ward Bulletin", "Outlet A"),
    ("L’Écho du Nord", "L'Echo du Nord", "Outlet A"),
    ("lowmoorgazette.example", "told the Lowmoor Gazette", "told Outlet A"),
    ("harbour-times.example", "told the Harbour Times", "told Outlet A"),
    ("Metro", "Metro: line three is shut", "Outlet A: line three is shut"),
    ("Metro", "Line three is shut | Metro", "Line three is shut | Outlet A"),
    ("The Sun", "Ferry burns - The Sun", "Ferry burns - Outlet A"),
    ("The Post", "a Post-commissioned poll", "an Outlet A-commissioned poll"),
    ("Tallis Morning Examiner", "Photo: Examiner", "Photo: Outlet A"),
    ("Tallis Morning Examiner", "Examiner file photo", "Outlet A file photo"),
    ("Tallis Morning Examiner", "the Morning Examiner", "Outlet A"),
    ("KTVX Channel 4", "KTVX, or Channel 4", "Outlet A, or Outlet A"),
    ("Northfen", "(Northfen)", "(Outlet A)"),
    ("The i", "told the i", "told Outlet A"),
    ("Harbour Times", "a report seen by this newspaper", "a report seen by this outlet"),
    ("Harbour Times", "she told this channel", "she told this outlet"),
]


@pytest.mark.parametrize(("outlet", "text", "blind"), NAMED)
def test_a_name_in_disguise_is_replaced(outlet: str, text: str, blind: str) -> None:
    made = blinder(outlet)
    assert made.text(text) == blind
    assert made.leaks(made.text(text)) == ()


PLAIN = [
    (
        "The Post",
        "He left the post office, the Post Office and his post for post-war Post-Modern art.",
    ),
    ("The Post", "Post services stopped."),
    ("Metro", "Metro Vancouver said the metro would run. Metro trains stopped."),
    ("The Mirror", "A mirror hung above Mirror Lake."),
    ("The Sun", "The sun rose over Sun Valley on Sunday. Sun shone. The sun-dried grass burnt."),
    ("Mail on Sunday", "The mail arrived on Sunday."),
    ("USA Today", "Today the USA is ten years older."),
    ("Voice of America", "America voted, and the voice of America was heard."),
    ("Sky News", "The sky was dark. News came late."),
    ("Channel 6", "The English Channel was rough, and 6 boats sank."),
    ("Harbour Times", "At times the harbour times its bells; Times Square was empty."),
    ("Open Drawer", "They found an open drawer."),
    ("Daily Mail", "Daily mail deliveries stopped."),
    (
        "The Independent",
        "An independent inquiry by the Independent Office for Police. Independent MPs.",
    ),
    ("The Guardian", "She is the legal guardian of the child."),
    ("Askerby Radio", "People in Askerby said so. Askerby slept."),
    ("Radio Free Europe", "All over Europe the radio was free."),
    ("Radio Lowmoor", "Lowmoor residents heard the radio."),
    ("Tallis Morning Examiner", "In the morning a medical examiner came."),
    ("Evening Times", "They met at 9 p.m. ET in the evening."),
    ("Harbour Times", "this channel of the river, this paper on ferries, this station of the line"),
]


@pytest.mark.parametrize(("outlet", "text"), PLAIN)
def test_a_word_with_another_use_is_left(outlet: str, text: str) -> None:
    assert blinder(outlet, text).text(text) == text


def test_the_address_of_a_body_that_the_story_is_about_does_not_hide_that_body() -> None:
    text = "East Wendmark Hospitals Trust said so."
    made = blinder("Trust press office", text, url="https://east-wendmark-hospitals.example/a")
    assert made.text(text) == text
    assert made.leaks("see east-wendmark-hospitals.example")


BYLINES = [
    ("By Ana de la Cruz in Askerby", "Ana de la Cruz writes"),
    ("Éric Blanc | Senior Correspondent", "Eric Blanc writes"),
    ("ÉRIC BLANC and Odo Vane; photographs by Ines Dorr", "Ines Dorr writes"),
    ("Story: J. Marsh-Hale (Askerby)", "J. Marsh-Hale writes"),
]


@pytest.mark.parametrize(("byline", "text"), BYLINES)
def test_a_reporter_is_not_named(byline: str, text: str) -> None:
    assert blinder("Harbour Times", byline=byline).text(text) == "the reporter writes"


@pytest.mark.parametrize(
    "byline", ["Staff report", "Health Editor", "From our correspondent", "News desk"]
)
def test_a_byline_without_a_name_hides_nothing(byline: str) -> None:
    text = "The staff report named the health editor of the news desk."
    assert blinder("Harbour Times", byline=byline).text(text) == text


def test_an_article_that_speaks_of_itself_gets_its_own_letter() -> None:
    text = REST + "The report was seen by this newspaper."
    pair = [Document(text=REST, outlet="Tarn Wire"), Document(text=text, outlet="Harbour Times")]
    last = Blinder(compare_story(pair)).copies()[1].paragraphs[-1][-1]
    assert last.text == "The report was seen by Outlet B."


def test_a_short_name_that_two_outlets_share_is_that_of_the_article_it_stands_in() -> None:
    text = REST + "He told the Gazette so."
    pair = [
        Document(text=REST, outlet="Lanmoor Gazette"),
        Document(text=text, outlet="Verrin Gazette"),
    ]
    assert Blinder(compare_story(pair)).copies()[1].text.endswith("he told outlet b so.")


PIECES = st.lists(
    st.sampled_from(
        "the The a told by Post POST Mail Sunday on Channel 6 six Sky News Times Harbour HT office "
        "understands has seen reporters ( ) . , - ’s @x #HarbourTimes this newspaper Quince".split()
    ),
    max_size=12,
)
OUTLETS = ["The Post", "Mail on Sunday", "Channel 6", "Sky News", "Harbour Times", "The i"]


@given(PIECES, st.sampled_from(OUTLETS), st.sampled_from([" ", "  ", "\n", "\u00a0"]))
@settings(deadline=None, max_examples=150)
def test_what_is_blinded_once_is_blind(pieces: list[str], outlet: str, gap: str) -> None:
    made = KNOWN[outlet]
    blind = made.text(gap.join(pieces))
    assert made.leaks(blind) == ()
    assert made.text(blind) == blind


KNOWN = {outlet: blinder(outlet, byline="Hester Quince") for outlet in OUTLETS}
