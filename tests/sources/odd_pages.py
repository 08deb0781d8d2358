# ruff: noqa: E501
"""Pages that are no article, built as sites of several makes build them; all of them invented."""

from __future__ import annotations

from compare.sources.outcomes import ReadingOutcome

MENU = "".join(
    f"<li><a href='/{name.lower()}'>{name}</a></li>"
    for name in ("News", "Politics", "Business", "Sport", "Culture", "Weather", "Opinion")
)
PARAGRAPHS = (
    "The ferry Ostrey Star drifted for three hours off Port Ellery on Tuesday evening after a fire "
    "broke out in her engine room, the coastguard said. All 212 passengers were taken off by "
    "lifeboat, and nine of them were treated for smoke.",
    "“We heard a bang and then the lights went out,” said Jonas Fell, a teacher who was crossing "
    "with his class. He praised the crew, who had handed out blankets and kept everybody on deck.",
    "The operator, Ostrey Lines, said that the cause was not known. It was the second fire on the "
    "ship in two years, and the harbour master has asked for an inquiry that is to begin on "
    "Wednesday in the town hall.",
    "The ship was towed to the naval yard shortly before midnight. Two of her sister ships will "
    "stay in port until their engine rooms have been looked at, which may take until the weekend.",
)
TITLES = (
    "Ferry passengers safe after fire off Port Ellery",
    "Council puts off vote on new bridge until spring",
    "Bakers strike over flour prices in northern towns",
    "Rovers beat Athletic in the rain at Millfield",
    "Library to open on Sundays after long campaign",
    "Harvest late for third year as fields stay wet",
    "Mayor says tram line will cost nine million more",
    "Two held after break-in at the old observatory",
    "School kitchens to buy from farms nearby",
    "Storm brings down wires along the coast road",
    "Museum finds lost painting in its own cellar",
    "Nurses win back pay after a year in court",
)
TEASERS = tuple(
    f"{title}, and those who live there say that it was about time that somebody spoke of it."
    for title in TITLES
)
ARTICLE_LD = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
    '"headline":"%s","author":{"name":"Mara Quill"},"datePublished":"2031-10-14T21:05:00Z"%s}'
    "</script>"
)


def shell(title: str, main: str, *, head: str = "", frame: bool = True) -> bytes:
    """A page with the menu and the foot of an outlet, or without them."""
    top = f"<header><nav><ul>{MENU}</ul></nav></header>" if frame else ""
    foot = "<footer><p>© 2031 Harbour Times. All rights reserved.</p></footer>" if frame else ""
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{head}"
        f"</head><body>{top}<main>{main}</main>{foot}</body></html>"
    ).encode()


def prose(*numbers: int) -> str:
    """Some paragraphs of an article."""
    return "".join(f"<p>{PARAGRAPHS[number]}</p>" for number in numbers)


def cards(*, teasers: bool = True, heading: str = "h3") -> str:
    """Links to twelve articles, as front pages and sections show them."""
    return "".join(
        f"<article class='card'><{heading}><a href='/a/{n}'>{title}</a></{heading}>"
        + (f"<p>{teaser}</p>" if teasers else "")
        + "<span>3 hours ago</span></article>"
        for n, (title, teaser) in enumerate(zip(TITLES, TEASERS, strict=True))
    )


CONSENT_TEXT = (
    "<p>We and our 843 partners store and/or access information on a device, such as unique IDs in "
    "cookies, to process personal data. You may accept or manage your choices by clicking below, "
    "including your right to object where legitimate interest is used, or at any time in the "
    "privacy policy page. These choices will be signalled to our partners and will not affect "
    "browsing data.</p><h2>We and our partners process data to provide:</h2><p>Use precise "
    "geolocation data. Actively scan device characteristics for identification. Store and/or "
    "access information on a device. Personalised advertising and content, advertising and content "
    "measurement, audience research and services development.</p><p>Some partners do not ask for "
    "your consent to process your data and rely on their legitimate business interest. View our "
    "list of partners to see the purposes they believe they have a legitimate interest for and how "
    "you can object to such processing. If you agree, we may use the data that we collect on this "
    "site and in our apps to show you advertising that fits your interests, to count how many "
    "people have seen it, and to make our products better. You can change your mind at any time by "
    "opening the settings at the foot of each page. For more on how we handle what we know of you, "
    "please read our privacy policy and our cookie policy.</p>"
    "<button>Accept all</button><button>Reject all</button><button>Manage options</button>"
)
ODD = {
    "consent, a long text under the outlet's name": (
        ReadingOutcome.CONSENT,
        shell("Harbour Times", f"<div id='cmp'>{CONSENT_TEXT}</div>", frame=False)),
    "consent, a page of its own": (
        ReadingOutcome.CONSENT,
        shell("Your privacy is important to us", f"<h1>Your privacy is important to us</h1>"
              f"{CONSENT_TEXT}", frame=False)),
    "consent or pay": (
        ReadingOutcome.CONSENT,
        shell("Read Harbour Times with advertising", "<h1>Read with advertising, or subscribe</h1>"
              "<p>Use our site with the usual advertising and tracking. By clicking “Accept” you "
              "agree that we and 210 partners use cookies and similar techniques. Or read without "
              "advertising for 3.99 a month. You can withdraw your consent at any time.</p>"
              "<button>Accept and continue</button><button>Subscribe</button>", frame=False)),
    "consent, a search engine's": (
        ReadingOutcome.CONSENT,
        shell("Before you continue to Harbour News", "<h1>Before you continue</h1><p>We use cookies "
              "and data to deliver and maintain our services, to track outages and protect against "
              "spam.</p><button>Reject all</button>", frame=False)),
    "paywall, a first paragraph and an offer": (
        ReadingOutcome.PAYWALL,
        shell(TITLES[0], f"<article><h1>{TITLES[0]}</h1>{prose(0)}</article><div class='wall'><h2>"
              "This article is for subscribers only</h2><p>Subscribe now for 1 a week.</p></div>")),
    "paywall, marked for machines": (
        ReadingOutcome.PAYWALL,
        shell(TITLES[0], f"<article><h1>{TITLES[0]}</h1>{prose(0, 1)}<div class='regwall'><p>To "
              "continue reading, subscribe today. Cancel at any time.</p></div></article>",
              head=ARTICLE_LD % (TITLES[0], ',"isAccessibleForFree":false'))),
    "paywall, a count that is used up": (
        ReadingOutcome.PAYWALL,
        shell(TITLES[0], f"<article><h1>{TITLES[0]}</h1>{prose(0)}</article><section><p>You have "
              "reached your limit of free articles this month. Already a subscriber? Sign in.</p>"
              "</section>", head=ARTICLE_LD % (TITLES[0], ""))),
    "paywall, the rest of the story": (
        ReadingOutcome.PAYWALL,
        shell(TITLES[0], f"<article><h1>{TITLES[0]}</h1>{prose(1)}<p>Unlock the rest of this story "
              "with a subscription to Harbour Times.</p></article>")),
    "paywall, premium": (
        ReadingOutcome.PAYWALL,
        shell(TITLES[0], f"<h1>{TITLES[0]}</h1>{prose(0)}<h3>Want to read more?</h3><p>This is a "
              "Premium article. Try Harbour Times Premium free for a month.</p>")),
    "registration": (
        ReadingOutcome.LOGIN,
        shell(TITLES[0], f"<h1>{TITLES[0]}</h1>{prose(0)}<div><h2>Register for free to keep "
              "reading</h2><p>Create a free account or sign in to read the whole article.</p>"
              "<input type='email'></div>")),
    "login, a form": (
        ReadingOutcome.LOGIN,
        shell("Sign in | Harbour Times", "<h1>Sign in to your account</h1><form><label>Email</label>"
              "<input type='email'><label>Password</label><input type='password'><p>Forgotten your "
              "password? New here? Create an account to follow topics, save stories and take part "
              "in the talk below them.</p></form>")),
    "login, a code by mail": (
        ReadingOutcome.LOGIN,
        shell("Log in - Harbour Times", "<h1>Welcome back</h1><p>Enter your email address and we "
              "will send you a code to log in to your account.</p><input type='email'>",
              frame=False)),
    "captcha, a slider": (
        ReadingOutcome.CAPTCHA,
        b"<html><head><title>harbour-times.example</title></head><body><p id='cmsg'>Please enable JS"
        b" and disable any ad blocker</p><script>var dd={'host':'geo.captcha-delivery.com'}</script>"
        b"</body></html>"),
    "captcha, press and hold": (
        ReadingOutcome.CAPTCHA,
        shell("Access to this page has been denied", "<div id='px-captcha'></div><p>Press &amp; Hold "
              "to confirm you are a human (and not a bot).</p><p>Reference ID 5e-11</p>",
              frame=False)),
    "captcha, a moment": (
        ReadingOutcome.CAPTCHA,
        shell("Just a moment...", "<h1>harbour-times.example</h1><p>Verifying you are human. This "
              "may take a few seconds.</p><p>harbour-times.example needs to review the security of "
              "your connection before proceeding.</p>", frame=False)),
    "captcha, a frame": (
        ReadingOutcome.CAPTCHA,
        b"<html><head><META NAME='robots' CONTENT='noindex'></head><body><iframe src='/_Incapsula_"
        b"Resource?SWUDNSAI=31'>Request unsuccessful. Incident ID: 7</iframe></body></html>"),
    "captcha, a robot check": (
        ReadingOutcome.CAPTCHA,
        shell("Robot Check", "<h4>Enter the characters you see below</h4><p>Sorry, we just need to "
              "make sure you're not a robot.</p><input name='guess'>", frame=False)),
    "blocked, a delivery network": (
        ReadingOutcome.BLOCKED,
        b"<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have "
        b"permission to access \"http://harbour-times.example/1\" on this server.<P>Reference #18.7d"
        b"</BODY></HTML>"),
    "blocked, with an explanation": (
        ReadingOutcome.BLOCKED,
        shell("Attention Required!", "<h1>Sorry, you have been blocked</h1><h2>You are unable to "
              "access harbour-times.example</h2><h2>Why have I been blocked?</h2><p>This website is "
              "using a security service to protect itself from online attacks. The action you just "
              "performed triggered the security solution. There are several actions that could "
              "trigger this block including submitting a certain word or phrase, a SQL command or "
              "malformed data.</p><h2>What can I do to resolve this?</h2><p>You can email the site "
              "owner to let them know you were blocked. Please include what you were doing when "
              "this page came up and the ID found at the bottom of this page.</p>", frame=False)),
    "blocked, a country": (
        ReadingOutcome.BLOCKED,
        shell("451: Unavailable due to legal reasons", "<h1>451: Unavailable due to legal reasons"
              "</h1><p>We recognize you are attempting to access this website from a country to "
              "which the law on the protection of data applies, and therefore access cannot be "
              "granted at this time. For any issues, write to us or call.</p>", frame=False)),
    "blocked, an ad blocker": (
        ReadingOutcome.BLOCKED,
        shell("Harbour Times", "<h2>It looks like you are using an ad blocker</h2><p>We rely on "
              "advertising. Please turn off your ad blocker and reload the page.</p>")),
    "missing, an oops": (
        ReadingOutcome.MISSING,
        shell("Oops! | Harbour Times", "<h1>Oops! We can’t find that page</h1><p>It may have moved, "
              f"or it is no longer available.</p><h2>Most read</h2>{cards()}")),
    "missing, a polite one": (
        ReadingOutcome.MISSING,
        shell("Harbour Times", "<h1>Sorry, we couldn’t find the page you were looking for</h1><p>"
              f"Here are some of our latest stories:</p>{cards()}")),
    "missing, a number": (
        ReadingOutcome.MISSING,
        shell("Error 404", f"<h1>404</h1><p>Nothing to see here.</p>{cards(teasers=False)}")),
    "missing, an article removed": (
        ReadingOutcome.MISSING,
        shell("Harbour Times", "<h1>This article is no longer available</h1><p>Articles of agencies "
              "are taken down after thirty days, as our contracts ask for.</p>")),
    "missing, no heading": (
        ReadingOutcome.MISSING,
        shell("Page not found - Harbour Times", f"<p>Try the search.</p>{cards()}")),
    "an app without its scripts": (
        ReadingOutcome.SCRIPT,
        b"<html><head><title>Harbour Times</title></head><body><noscript>You need to enable "
        b"JavaScript to run this app.</noscript><div id='root'></div></body></html>"),
    "a video with a line or two": (
        ReadingOutcome.VIDEO,
        shell(TITLES[0], f"<h1>{TITLES[0]}</h1><div class='player'></div>{prose(3)}",
              head='<script type="application/ld+json">{"@type":"VideoObject","name":"x"}</script>')),
    "a video by its card": (
        ReadingOutcome.VIDEO,
        shell("Watch: " + TITLES[0], f"<h1>{TITLES[0]}</h1><video src='a.mp4'></video><p>Footage "
              "from the lifeboat shows the ferry at dusk.</p>",
              head="<meta property='og:type' content='video.other'>")),
    "pictures with captions": (
        ReadingOutcome.GALLERY,
        shell("In pictures: " + TITLES[0], f"<h1>In pictures: {TITLES[0]}</h1><p>The night off Port "
              "Ellery.</p>" + "".join(
                  f"<figure><img src='{n}.jpg'><figcaption>{teaser}</figcaption></figure>"
                  for n, teaser in enumerate(TEASERS)))),
    "a section with teasers": (
        ReadingOutcome.INDEX,
        shell("Politics | Harbour Times", f"<h1>Politics</h1>{cards()}")),
    "a section of plain lists": (
        ReadingOutcome.INDEX,
        shell("News from the coast", "<h1>Coast</h1><ul>" + "".join(
            f"<li><a href='/a/{n}'>{title}</a><br>{TEASERS[n]}</li>"
            for n, title in enumerate(TITLES * 2) if n < len(TEASERS)) + "</ul>")),
    "the articles of one writer": (
        ReadingOutcome.INDEX,
        shell("Mara Quill | Harbour Times", "<h1>Mara Quill</h1><p>Mara Quill writes about ships and "
              f"harbours.</p>{cards()}")),
    "what a search found": (
        ReadingOutcome.INDEX,
        shell("Search results for ferry", f"<h1>Results for “ferry”</h1><p>212 results</p>"
              f"{cards(heading='h2')}")),
    "a topic with cards that are links": (
        ReadingOutcome.INDEX,
        shell("Ferry fire: all stories", "<h1>Ferry fire</h1>" + "".join(
            f"<a class='tile' href='/a/{n}'><h2>{title}</h2><p>{TEASERS[n]}</p></a>"
            for n, title in enumerate(TITLES)))),
    "work on the site": (
        ReadingOutcome.NONE,
        shell("Harbour Times", "<h1>We’ll be back soon</h1><p>We are working on the site.</p>",
              frame=False)),
}  # fmt: skip
