"""Articles of four lengths in pages that also ask, offer and list as the odd ones do."""

from __future__ import annotations

from tests.sources.odd_pages import ARTICLE_LD, CONSENT_TEXT, TITLES, cards, prose, shell

BANNER = f"<div id='cmp-layer'><h2>We value your privacy</h2>{CONSENT_TEXT}</div>"
OFFER = (
    "<div class='modal'><p>You have reached your limit of free articles this month. Already a "
    "subscriber? Sign in. Subscribe to continue reading.</p></div>"
)
LOGIN = (
    "<div class='overlay'><h3>Log in to your account</h3><input type='email'>"
    "<input type='password'><p>Forgotten your password?</p></div>"
)
SCRIPTS = (
    "<noscript>Please enable JavaScript to see comments.</noscript><div class='g-recaptcha'></div>"
)
RIVER = f"<section class='river'><h2>More stories</h2>{cards()}</section>"
COMMENTS = "".join(
    f"<div><b>Reader {n}</b><p>I was there that night and it was worse than it says here.</p></div>"
    for n in range(12)
)
LENGTHS = {
    "brief": prose(0), "short": prose(0, 1), "middling": prose(0, 1, 2), "long": prose(0, 1, 2, 3),
}  # fmt: skip
HEADS = {
    "bare": "",
    "called an article": "<meta property='og:type' content='article'>",
    "described": ARTICLE_LD % (TITLES[0], ""),
}
AROUND = {
    "nothing": ("", ""),
    "a banner on top": (BANNER, ""),
    "a banner below": ("", BANNER),
    "an offer far below": ("", RIVER + OFFER),
    "an offer on top": (OFFER, ""),
    "a login": (LOGIN, ""),
    "a test in a form": ("", SCRIPTS),
    "other stories": ("", RIVER),
    "comments": ("", f"<section id='comments'>{COMMENTS}</section>"),
    "everything": (BANNER + LOGIN, SCRIPTS + RIVER + OFFER),
}
ORDINARY = {
    f"{length}, {head}, with {around}": shell(
        f"{TITLES[0]} | Harbour Times",
        f"{above}<article><h1>{TITLES[0]}</h1><p class='byline'>By Mara Quill</p>{text}</article>"
        f"{below}",
        head=meta,
    )
    for length, text in LENGTHS.items()
    for head, meta in HEADS.items()
    for around, (above, below) in AROUND.items()
}
