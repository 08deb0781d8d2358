# ruff: noqa: E501
"""More pages that are no article, written after the rules for them were, to try the rules."""

from __future__ import annotations

from compare.sources.outcomes import ReadingOutcome
from tests.sources.odd_pages import ARTICLE_LD, PARAGRAPHS, TEASERS, TITLES, cards, prose, shell

TRIED = {
    "consent, asked for in a list of purposes": (
        ReadingOutcome.CONSENT,
        shell(
            "harbour-times.example",
            "<h2>Harbour Times asks for your consent to use your personal data for:</h2><p>Personalised advertising and content, advertising and content measurement, audience research</p><p>Store and/or access information on a device</p><p>Your personal data will be processed and information from your device (cookies, unique identifiers, and other device data) may be stored by, accessed by and shared with 142 partners, or used specifically by this site.</p><button>Consent</button><button>Do not consent</button>",
            frame=False,
        ),
    ),
    "consent, choices": (
        ReadingOutcome.CONSENT,
        shell(
            "Cookie settings",
            "<h1>Your cookie choices</h1><p>We use cookies to keep you signed in and to see which stories are read. Choose which ones you allow.</p>",
            frame=False,
        ),
    ),
    "paywall, a price": (
        ReadingOutcome.PAYWALL,
        shell(
            TITLES[1],
            f"<article><h1>{TITLES[1]}</h1>{prose(2)}<div class='promo-wall'><p>Keep reading with a Harbour Times subscription from 99p a week</p></div></article>",
            head=ARTICLE_LD % (TITLES[1], ""),
        ),
    ),
    "paywall, a plan": (
        ReadingOutcome.PAYWALL,
        shell(
            TITLES[1],
            f"<article><h1>{TITLES[1]}</h1>{prose(2)}<p>You’ve read all your free articles this month. Choose a plan to continue reading.</p></article>",
            head="<meta property='og:type' content='article'>",
        ),
    ),
    "paywall, marked in parts": (
        ReadingOutcome.PAYWALL,
        shell(
            TITLES[1],
            f"<article><h1>{TITLES[1]}</h1>{prose(0)}<div class='pw'><h3>Exclusive to subscribers</h3><p>Log in or start your free trial to read the full story.</p></div></article>",
            head=ARTICLE_LD
            % (
                TITLES[1],
                ',"isAccessibleForFree":"False","hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".paywall"}',
            ),
        ),
    ),
    "login, to go on": (
        ReadingOutcome.LOGIN,
        shell(
            "Log in to continue",
            "<h1>Log in to continue</h1><p>You need a free account to read this. It takes a minute.</p>",
            frame=False,
        ),
    ),
    "registration in one line": (
        ReadingOutcome.LOGIN,
        shell(
            TITLES[1],
            f"<h1>{TITLES[1]}</h1>{prose(2)}<section><h3>Sign up for free to continue reading</h3></section>",
        ),
    ),
    "captcha, a security check": (
        ReadingOutcome.CAPTCHA,
        shell(
            "Security Check",
            "<h1>Security check</h1><p>Please complete the security check to go on to harbour-times.example. Why do I have to complete a CAPTCHA?</p>",
            frame=False,
        ),
    ),
    "captcha, a verification": (
        ReadingOutcome.CAPTCHA,
        shell(
            "Human Verification",
            "<h1>Let's confirm you are human</h1><p>Complete the security check before continuing. This step verifies that you are not a bot.</p>",
            frame=False,
        ),
    ),
    "captcha, an interruption": (
        ReadingOutcome.CAPTCHA,
        shell(
            "Pardon Our Interruption",
            "<h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us think you were a bot. There are a few reasons this might happen.</p><div class='h-captcha'></div>",
            frame=False,
        ),
    ),
    "blocked, a bare server": (
        ReadingOutcome.BLOCKED,
        shell("403 Forbidden", "<center><h1>403 Forbidden</h1></center><hr>nginx", frame=False),
    ),
    "blocked, a region": (
        ReadingOutcome.BLOCKED,
        shell(
            "Error",
            "<h1>Sorry, this content is not available in your region</h1><p>Because of rights we cannot show it where you are.</p>",
            frame=False,
        ),
    ),
    "missing, with a list below": (
        ReadingOutcome.MISSING,
        shell(
            "We can't find the page you're looking for | Lantern",
            f"<h2>We can't find the page you're looking for</h2>{cards()}",
        ),
    ),
    "missing, a plain one": (
        ReadingOutcome.MISSING,
        shell(
            "Lantern", f"<h1>Page not found</h1><p>The link may be old.</p>{cards(heading='h4')}"
        ),
    ),
    "missing, moved": (
        ReadingOutcome.MISSING,
        shell(
            "Lantern",
            "<h1>Uh oh, something’s missing</h1><p>The page you are looking for has moved or does not exist.</p>",
        ),
    ),
    "a video with a paragraph": (
        ReadingOutcome.VIDEO,
        shell(
            TITLES[0] + " – video",
            f"<h1>{TITLES[0]} – video</h1><p>{PARAGRAPHS[0]}</p>",
            head='<meta property="og:type" content="video"><script type="application/ld+json">{"@type":"VideoObject"}</script>',
        ),
    ),
    "photographs": (
        ReadingOutcome.GALLERY,
        shell(
            "Photos",
            "<h1>Photos: a night at sea</h1>"
            + "".join(f"<figure><img><figcaption>{t}</figcaption></figure>" for t in TITLES),
        ),
    ),
    "a river of divs": (
        ReadingOutcome.INDEX,
        shell(
            "Latest | Lantern",
            "<h1>Latest</h1>"
            + "".join(
                f"<div class='item'><a class='img' href='/a/{n}'><img alt=''></a><div class='txt'><h2 class='t'><a href='/a/{n}'>{t}</a></h2><div class='d'>{TEASERS[n]}</div><div class='meta'>14 Oct</div></div></div>"
                for n, t in enumerate(TITLES)
            ),
        ),
    ),
    "a topic that calls itself an article": (
        ReadingOutcome.INDEX,
        shell(
            "Topic: ferry",
            "<div class='list'>"
            + "".join(
                f"<div><p><a href='/a/{n}'><strong>{t}</strong></a></p><p>{TEASERS[n]}</p></div>"
                for n, t in enumerate(TITLES)
            )
            + "</div>",
            head="<meta property='og:type' content='article'>",
        ),
    ),
}
