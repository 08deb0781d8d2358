"""Ways in which a pasted text names its own outlet or people: replaced, or told to the teacher."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model.articles import Document
from compare.pipeline import compare_story
from compare.teach.blind import Blinder
from compare.teach.doubtful_words import DoubtfulWords, doubtful_words
from compare.teach.lesson import lesson
from compare.teach.pack import Undecided, lesson_files
from compare.text.fold import folded_text
from tests.bundled import STORIES, comparison, documents
from tests.teach.conftest import lesson_of

REST = (
    "The council said on Monday that the bridge at Askerby would be shut for nine weeks.\n\n"
    "Drivers were told to use the ferry, which runs every hour from the quay.\n\n"
)


def shown(outlet: str, says: str) -> tuple[str, tuple[DoubtfulWords, ...]]:
    """What students read of an article of the outlet that says this, and what is in doubt."""
    first = Document(text=f"{REST}{says}", outlet=outlet)
    story = compare_story([first, Document(text=REST, outlet="Corvid News Agency")])
    made = Blinder(story)
    copies = made.copies()
    lines = (line.text for paragraph in copies[0].paragraphs for line in paragraph)
    return " ".join((copies[0].headline, *lines)), doubtful_words(story, made, copies)


def is_closed(secret: str, text: str, found: tuple[DoubtfulWords, ...]) -> bool:
    """True when the secret is gone, or the teacher is asked about it."""
    told = any(folded_text(secret) in folded_text(each.words) for each in found)
    return told or folded_text(secret) not in folded_text(text)


NUMBERED = [
    "C9 viewers saw the bridge sway.",
    "He told C9 that the bridge was old.",
    "Watch C9 tonight for more of this.",
    "The C9 helicopter flew over the river.",
    "“I saw it on C9,” she said.",
    "Ch9 has seen the letter about the bridge.",
    "Ch 9 was first at the bridge.",
    "CH9 cameras were at the bridge.",
    "Ch. 9 asked the mayor about the bridge.",
    "A Chan 9 crew was at the bridge.",
    "C9’s poll found that many agree.",
    "The bridge (C9) is shut.",
]


@pytest.mark.parametrize("says", NUMBERED)
def test_initials_with_a_number_do_not_pass(says: str) -> None:
    text, found = shown("Channel 9", says)
    secret = next(
        form
        for form in ("C9", "Ch9", "Ch 9", "Ch. 9", "Chan 9")
        if folded_text(form) in folded_text(says)
    )
    assert is_closed(secret, text, found), (text, found)


PROGRAMMES = [
    ("She told the Bridgewatch programme that it was shut.", "Bridgewatch"),
    ("He said so on the Morning Call show.", "Morning Call"),
    ("The mayor spoke to Askerby Tonight about it.", "Askerby Tonight"),
    ("He was heard on Good Morning Askerby.", "Good Morning Askerby"),
    ("She was on Askerby Breakfast on Tuesday.", "Askerby Breakfast"),
    ("More of this in our River Lines podcast.", "River Lines"),
    ("The letter was read out in the Nightdesk bulletin.", "Nightdesk"),
    ("He told the Harbour Post’s Tidemark programme so.", "Tidemark"),
    ("The Maggie Roe Show had the story first.", "Maggie Roe"),
    ("Sign up for the First Tide newsletter.", "First Tide"),
    ("She told Newsnight that the bridge was old.", "Newsnight"),
    ("Catch Askerby Drivetime for the roads.", "Askerby Drivetime"),
]


@pytest.mark.parametrize(("says", "secret"), PROGRAMMES)
def test_the_name_of_a_programme_does_not_pass(says: str, secret: str) -> None:
    assert is_closed(secret, *shown("Harbour Post", says)), shown("Harbour Post", says)


OWN_PEOPLE = [
    "Our reporter Anna Lind was at the bridge.",
    "Our own reporter, Anna Lind, saw it.",
    "Our political correspondent Anna Lind asked him.",
    "The mayor spoke to our editor Anna Lind.",
    "Our chief photographer Anna Lind was there.",
    "Our columnist, Anna Lind, thinks otherwise.",
    "Our reporters Bo Sten and Anna Lind walked over it.",
    "This newspaper’s environment editor Anna Lind swam below it.",
    "Anna Lind reports from Askerby.",
    "Anna Lind, our transport correspondent, was there.",
    "Our colleague Anna Lind was there.",
    "Our reporter Anna Lind was there. Ms Lind was not hurt. Lind then went home.",
]


@pytest.mark.parametrize("says", OWN_PEOPLE)
def test_a_reporter_whom_only_the_text_names_does_not_pass(says: str) -> None:
    text, found = shown("Harbour Post", says)
    assert is_closed("Lind", text, found), (text, found)
    assert "Anna" not in text


NEWSDESKS = [
    "Call the HP newsdesk with news of the bridge.",
    "The HP newsroom has been told.",
    "An HP reporter was there.",
    "HP readers saw the bridge sway.",
    "An HP exclusive from the bridge.",
    "HP staff saw the bridge sway.",
    "HP understands that it is old.",
    "HP’s photographers were there.",
    "He told HP that it was old.",
    "The HPO newsdesk has been told.",
    "A letter seen by HP says so.",
]


@pytest.mark.parametrize("says", NEWSDESKS)
def test_initials_beside_the_words_of_a_newsroom_do_not_pass(says: str) -> None:
    text, found = shown("Harrow Post Online", says)
    assert is_closed("HPO" if "HPO" in says else "HP", text, found), (text, found)


POSSESSIVES = [
    "He told the Harbour Post’s Anna Lind so.",
    "The Harbour Post's Anna Lind was there.",
    "Harbour Post reporter Anna Lind was there.",
    "He spoke to Anna Lind of the Harbour Post.",
    "Anna Lind, a reporter for the Harbour Post, was there.",
    "Anna Lind, the Post’s chief reporter, was there.",
    "Post editor Anna Lind asked him.",
    "He told Harbour Post’s political editor Anna Lind so.",
    "Anna Lind (Harbour Post) was there.",
    "Anna Lind, from the Harbour Post, asked him.",
    "HARBOUR POST’S Anna Lind was there.",
    "Writing in the Post, Anna Lind of the Harbour Post asked why.",
]


@pytest.mark.parametrize("says", POSSESSIVES)
def test_a_person_whom_an_outlet_has_as_its_own_does_not_pass(says: str) -> None:
    text, found = shown("Harbour Post", says)
    assert is_closed("Lind", text, found), (text, found)


CREDITS = [
    "The bridge is shut. (Photo: Anna Lind)",
    "The bridge is shut. Photo: Anna Lind",
    "Picture by Anna Lind\n\nThe bridge is shut.",
    "Photograph: Anna Lind/Corvid\n\nThe bridge is shut.",
    "The bridge is shut. © Anna Lind",
    "The bridge is shut [Image: Anna Lind].",
    "The bridge is shut. Video by Anna Lind.",
    "Words: Anna Lind\n\nThe bridge is shut.",
    "The bridge is shut. Additional reporting by Bo Sten and Anna Lind.",
    "The bridge is shut. Images courtesy of Anna Lind.",
    "The bridge is shut. © 2031 Anna Lind/Harbour Post",
    "PHOTO: Anna Lind\n\nThe bridge is shut.",
    "Photo credit: Anna Lind\n\nThe bridge is shut.",
]


@pytest.mark.parametrize("says", CREDITS)
def test_a_credit_does_not_pass(says: str) -> None:
    text, found = shown("Harbour Post", says)
    assert is_closed("Lind", text, found), (text, found)


OTHERS = [
    ("Ring the newsdesk on 01632 960123.", "01632 960123"),
    ("Call us on +44 1632 960 123 with news.", "+44 1632 960 123"),
    ("Here at the Ferryman we like bridges.", "Ferryman"),
    ("Our sister paper, the Quay Examiner, was there.", "Quay Examiner"),
    ("Our reporter Anna was there.", "Anna"),
    ("A QT reporter was there.", "QT"),
]


@pytest.mark.parametrize(("says", "secret"), OTHERS)
def test_other_words_of_its_own_do_not_pass(says: str, secret: str) -> None:
    assert is_closed(secret, *shown("Harbour Post", says)), shown("Harbour Post", says)


ATTACKS = [
    ("Harbour Post", "By ANNA LIND, Crime Reporter\n\nThe bridge is shut.", "Lind"),
    ("Harbour Post", "Our man at the bridge, Bo Sten, saw it.", "Sten"),
    ("Harbour Post", "Bo Sten, who covers transport for the Harbour Post, saw it.", "Sten"),
    ("Harbour Post", "Follow Bo Sten on X for more.", "Sten"),
    ("Harbour Post", "Email bo.sten@harbourpost.example with tips.", "sten"),
    ("Harbour Post", "Got a story? Call 0800 123 4567.", "0800 123 4567"),
    ("Harbour Post", "Listen to the Post’s River Lines podcast.", "River Lines"),
    ("Harbour Post", "He told the Post’s Politics Hour so.", "Politics Hour"),
    ("Harbour Post", "Bo Sten has the story.", "Sten"),
    ("Harbour Post", "Watch Bo Sten’s report here.", "Sten"),
    ("Harbour Post", "Bo Sten, Harbour Post", "Sten"),
    ("Harbour Post", "– Bo Sten", "Sten"),
    ("Harbour Post", "Bo Sten is the transport editor of the Harbour Post.", "Sten"),
    ("Harbour Post", "A Harbour Post/Quill poll found so.", "Harbour Post"),
    ("Harbour Post", "The Harbour-Post poll.", "Harbour"),
    ("Harbour Post", "The Askerby paper understands so, said the Post Group.", "Post Group"),
    ("Harbour Post", "© HP Media 2031", "HP"),
    ("Harbour Post", "HP/Bo Sten", "Sten"),
    ("Harbour Post", "(Bo Sten/HP)", "Sten"),
    ("Harbour Post", "Photo by Bo Sten / Harbour Post", "Sten"),
    ("Harbour Post", "Photos: Bo Sten, Ada Quill", "Quill"),
    ("Harbour Post", "Credit: BO STEN", "STEN"),
    ("Harbour Post", "PHOTO BY BO STEN", "STEN"),
    ("Harbour Post", "Getty Images / Bo Sten", "Sten"),
    ("Channel 9", "The C9 News team was there.", "C9"),
    ("Channel 9", "Nine’s helicopter was there.", "Nine"),
    ("Channel 9", "9News has learned.", "9News"),
    ("Channel 9", "He told Channel Nine’s Anna Lind so.", "Lind"),
    ("Channel 9", "Nine News presenter Anna Lind asked him.", "Lind"),
    ("Channel 9", "The mayor was on Nine Tonight.", "Nine Tonight"),
    ("Radio 4", "R4 listeners heard it.", "R4"),
    ("BBN", "He told BBN Breakfast so.", "BBN"),
    ("BBN", "BBN’s Anna Lind was there.", "Lind"),
    ("BBN", "BBN correspondent Anna Lind was there.", "Lind"),
    ("The Askerby Star", "Star reporter Anna Lind was there.", "Lind"),
    ("The Askerby Star", "He spoke exclusively to the Star’s Anna Lind.", "Lind"),
    ("The Askerby Star", "The Star’s editor-in-chief, Anna Lind, said so.", "Lind"),
    ("The Askerby Star", "Anna Lind, Star chief reporter, was there.", "Lind"),
    ("The Askerby Star", "Star columnist Anna Lind writes.", "Lind"),
    ("The Askerby Star", "Anna Lind, writing for the Star, asked why.", "Lind"),
]


@pytest.mark.parametrize(("outlet", "says", "secret"), ATTACKS)
def test_a_clever_text_does_not_pass(outlet: str, says: str, secret: str) -> None:
    assert is_closed(secret, *shown(outlet, says)), shown(outlet, says)


def test_the_agency_of_a_place_line_is_told() -> None:
    says = "He wrote so in a letter to Tarnwire."
    text = f"ASKERBY (Tarnwire) – {REST}{says}"
    story = compare_story([Document(text=text, outlet="Post"), Document(text=REST, outlet="Wren")])
    made = Blinder(story)
    assert "Tarnwire" in [each.words for each in doubtful_words(story, made, made.copies())]


INNOCENT = [
    "Company filings show that the bridge is old.",
    "The A5 is shut at the river, and the B9 too.",
    "US reporters were there, and UK media.",
    "The World Bank programme paid for the bridge.",
    "On Tuesday the Monday market was held.",
    "The party’s programme speaks of bridges.",
    "A photograph by the river was shown to Anna Lind.",
    "Our bridge is the pride of Askerby.",
    "It cost 12,500,000 crowns in 1998 and 2,004 men built it.",
    "Mayor Anna Lind of Askerby said so.",
    "Anna Lind, a spokeswoman for the council, said so.",
]


@pytest.mark.parametrize("says", INNOCENT)
def test_ordinary_words_stay_and_nobody_is_asked(says: str) -> None:
    text, found = shown("Harbour Post", says)
    assert text.endswith(says)
    assert found == ()


@pytest.mark.parametrize("story", STORIES)
def test_a_bundled_story_needs_no_decision(story: str) -> None:
    assert lesson_of(story).doubts == ()


CUES = ["Our reporter ", "Photo: ", "Outlet A’s ", "Our sports editor, ", "Reporting by "]
FIRST = st.sampled_from("Anna Bo Éva Jean-Luc Odd Maë Siân Zoë".split())
LAST = st.sampled_from("Lind Sten O’Hara Marsh-Hale Núñez Šimek Østby Quill".split())


@given(
    cue=st.sampled_from(CUES),
    first=FIRST,
    last=LAST,
    particle=st.sampled_from(["", "de la ", "van "]),
)
@settings(deadline=None, max_examples=25)
def test_no_name_after_a_cue_passes(cue: str, first: str, last: str, particle: str) -> None:
    said = cue.replace("Outlet A", "The Harbour Post")
    text, found = shown("Harbour Post", f"{said}{first} {particle}{last} was at the bridge.")
    assert is_closed(last, text, found), text


@cache
def doubtful() -> Document:
    first = documents("demo")[0]
    return Document(
        text=f"{first.text}\n\nShe told the Bridgewatch programme so.",
        outlet=first.outlet,
        headline=first.headline,
    )


def test_nothing_is_made_until_the_teacher_has_decided() -> None:
    from compare.model.teaching import TeachPlan

    story = compare_story([doubtful(), *documents("demo")[1:]])
    with pytest.raises(
        Undecided, match=r'(?s)Nothing was written.*\[ \] “Bridgewatch”.*--keep "Bridge'
    ):
        lesson_files(lesson(story), word=False)
    kept = lesson(story, plan=TeachPlan(keep=("Bridgewatch",)))
    assert kept.doubts == ()
    assert "Bridgewatch" in kept.copies[0].paragraphs[-1][-1].text
    hidden = lesson(story, plan=TeachPlan(hide=("Bridgewatch",)))
    assert hidden.doubts == ()
    assert lesson_files(hidden, word=False)
    assert hidden.copies[0].paragraphs[-1][-1].text == "She told the […] programme so."


def test_a_person_in_two_articles_is_no_reporter_until_the_teacher_says_so() -> None:
    says = "He told the Harbour Post’s Anna Lind so."
    both = f"{REST}Anna Lind, who owns the quay, said so."
    story = compare_story(
        [Document(text=f"{REST}{says}", outlet="Harbour Post"), Document(text=both, outlet="Wren")]
    )
    made = Blinder(story)
    found = doubtful_words(story, made, made.copies())
    assert "Anna Lind" in [each.words for each in found]
    assert "anna lind" in made.copies()[1].text


def test_the_bundled_story_is_blind_as_before() -> None:
    assert Blinder(comparison("demo")).unsure == ()
