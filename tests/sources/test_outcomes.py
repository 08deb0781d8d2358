"""Pages that are no article, or not a whole one: each is called by its name."""

from __future__ import annotations

import pytest

from compare.errors import NoArticleFound
from compare.sources.html import read_html
from compare.sources.outcomes import TOLD, ReadingOutcome
from tests.hostile.web import article
from tests.sources.odd_pages import ODD, PARAGRAPHS, prose, shell
from tests.sources.ordinary_pages import ORDINARY
from tests.sources.tried_pages import TRIED

SENTENCE = "The ferry drifted for three hours off the port while her crew fought the fire below. "
LINKS = "".join(
    f"<p><a href='/{n}'>Council votes on item number {n} of the long list</a></p>"
    for n in range(40)
)


def page(title: str = "", body: str = "", head: str = "") -> bytes:
    heading = f"<h1>{title}</h1>" if title else ""
    return (
        f"<html lang='en'><head><title>{title}</title>{head}</head>"
        f"<body>{heading}{body}</body></html>"
    ).encode()


def stub(words: int) -> str:
    return f"<article><p>{' '.join((SENTENCE * 20).split()[:words])}.</p></article>"


CONSENT = "<p>We and our 812 partners use cookies.</p><button>Accept all</button>"
NOT_FREE = """<script type='application/ld+json'>
{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>"""
VIDEO = "<meta property='og:type' content='video.other'>"
GALLERY = '<script type="application/ld+json">{"@type":"ImageGallery"}</script>'
FIGURES = "<figure><img src=a><figcaption>One</figcaption></figure>" * 12

PAGES = {
    "a firewall": (ReadingOutcome.BLOCKED,
        page("Access Denied", "<p>You don't have permission to access this.</p>")),
    "a country": (ReadingOutcome.BLOCKED,
        page("Sorry", "<p>This content is not available in your region.</p>")),
    "a check": (ReadingOutcome.CAPTCHA,
        page("Just a moment...", "<p>Checking your browser before you go on.</p>")),
    "a puzzle": (ReadingOutcome.CAPTCHA,
        page("", "<div class='g-recaptcha'></div><p>Please go on.</p>")),
    "traffic": (ReadingOutcome.CAPTCHA,
        page("Hello", "<p>We noticed unusual traffic from your network.</p>")),
    "cookies": (ReadingOutcome.CONSENT,
        page("Before you continue", CONSENT)),
    "cookies without a title": (ReadingOutcome.CONSENT,
        page("", CONSENT)),
    "a stub": (ReadingOutcome.PAYWALL,
        page("Ferry adrift", stub(60) + "<p>Subscribe to continue reading.</p>", NOT_FREE)),
    "a prompt alone": (ReadingOutcome.PAYWALL,
        page("Ferry adrift", "<p>Already a subscriber? Go on.</p>")),
    "a login": (ReadingOutcome.LOGIN,
        page("Sign in", "<input type='password'>")),
    "a password": (ReadingOutcome.LOGIN,
        page("Harbour Times", "<input type='password'>")),
    "a soft 404": (ReadingOutcome.MISSING,
        page("404 - Harbour Times", "<p>Try our front page.</p>" + LINKS)),
    "a page gone": (ReadingOutcome.MISSING,
        page("Sorry, this page could not be found", stub(40))),
    "scripts": (ReadingOutcome.SCRIPT,
        page("", "<p>Please enable JavaScript to run this app.</p>")),
    "a film": (ReadingOutcome.VIDEO,
        page("Watch: ferry adrift", stub(30), VIDEO)),
    "a player": (ReadingOutcome.VIDEO,
        page("Ferry adrift", "<video src='a.mp4'></video>")),
    "pictures": (ReadingOutcome.GALLERY,
        page("Ferry adrift in pictures", stub(30) + FIGURES, GALLERY)),
    "many figures": (ReadingOutcome.GALLERY,
        page("Ferry adrift", FIGURES)),
    "a list": (ReadingOutcome.INDEX,
        page("News", LINKS)),
    "nothing": (ReadingOutcome.NONE,
        page("Ferry adrift", "<p>Loading.</p>")),
}  # fmt: skip


@pytest.mark.parametrize(("outcome", "data"), PAGES.values(), ids=PAGES)
def test_what_is_no_article_is_called_by_its_name(outcome: ReadingOutcome, data: bytes) -> None:
    with pytest.raises(NoArticleFound) as caught:
        read_html(data, "https://harbour-times.example/news/ferry")
    assert caught.value.outcome == outcome
    assert (caught.value.reason, caught.value.advice) == TOLD[outcome]


@pytest.mark.parametrize(("outcome", "data"), (ODD | TRIED).values(), ids=ODD | TRIED)
def test_pages_of_many_makes_are_called_by_their_names(
    outcome: ReadingOutcome, data: bytes
) -> None:
    with pytest.raises(NoArticleFound) as caught:
        read_html(data, "https://harbour-times.example/news/ferry")
    assert caught.value.outcome == outcome
    assert caught.value.advice == TOLD[outcome][1]


@pytest.mark.parametrize("data", ORDINARY.values(), ids=ORDINARY)
def test_an_article_among_banners_offers_and_other_stories_is_read_alone(data: bytes) -> None:
    document = read_html(data, "https://harbour-times.example/news/ferry")
    assert document.notes == ()
    paragraphs = document.text.split("\n\n")
    assert paragraphs == [text for text in PARAGRAPHS if text in paragraphs]


def test_an_offer_right_behind_a_longer_text_is_noted() -> None:
    offer = "<p>This article is for subscribers only. Subscribe now.</p>"
    data = shell(
        "Ferry adrift", f"<article><h1>Ferry adrift</h1>{prose(0, 1, 2, 3)}</article>{offer}"
    )
    (note,) = read_html(data).notes
    assert note.startswith("The page offers a subscription right behind this text")


def test_every_outcome_that_a_page_can_show_has_a_page_here() -> None:
    assert {outcome for outcome, _ in PAGES.values()} == set(TOLD)


def test_a_front_page_is_no_article_even_if_it_has_text() -> None:
    data = page("Harbour Times", stub(300) + LINKS)
    with pytest.raises(NoArticleFound, match="front page"):
        read_html(data, "https://harbour-times.example/")
    assert read_html(data, "https://harbour-times.example/news/ferry").text


@pytest.mark.parametrize(
    "title",
    [
        "Access denied to aid convoy at the border",
        "404 homes without power after storm",
        "Subscribe to nothing, says minister",
        "Sign in the sky puzzles pilots",
    ],
)
def test_an_article_whose_headline_sounds_like_a_refusal_is_read(title: str) -> None:
    kind = "<meta property='og:type' content='article'>"
    assert read_html(page(title, stub(60), kind)).text.startswith("The ferry")
    assert read_html(page(title, stub(400))).text.startswith("The ferry")


def test_a_whole_article_that_is_not_free_is_read_with_a_note() -> None:
    document = read_html(page("Ferry adrift", stub(400), NOT_FREE))
    assert document.notes == (
        "The publisher marks this page as not free to read; its text may be cut.",
    )


@pytest.mark.parametrize(
    "head", ['<script type="application/ld+json">{"@type":"LiveBlogPosting"}</script>', ""]
)
def test_a_live_page_is_read_with_a_note(head: str) -> None:
    title = "Ferry adrift" if head else "Ferry fire live: all passengers safe"
    (note,) = read_html(page(title, stub(400), head)).notes
    assert note.startswith("This is a live page")


@pytest.mark.parametrize(
    "title", ["Ferry adrift", "Live music returns to the pier", "They live on"]
)
def test_an_ordinary_article_has_no_notes(title: str) -> None:
    assert read_html(page(title, stub(400))).notes == ()
    assert read_html(article()).notes == ()


def test_another_language_is_noted() -> None:
    german = (
        "Die Fähre trieb am Dienstag drei Stunden lang vor dem Hafen, nachdem im Maschinenraum ein "
        "Brand ausgebrochen war. Alle Fahrgäste wurden mit Rettungsbooten geborgen, wie die "
        "Küstenwache mitteilte. Neun Menschen mussten wegen Rauchvergiftung behandelt werden. Die "
        "Ursache ist noch nicht bekannt, sagte ein Sprecher der Reederei, und eine Untersuchung "
        "soll am Mittwoch beginnen. Es war der zweite Brand auf diesem Schiff in zwei Jahren."
    )
    document = read_html(page("Fähre", f"<article><p>{german}</p></article>"))
    assert document.language == "de"
    assert "This article is in German." in document.notes[0]
