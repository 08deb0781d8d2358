# ruff: noqa: E501 - the cases read best one a line
"""One invented article in the many layouts in which outlets set theirs."""

from __future__ import annotations

import json
from collections.abc import Mapping

HEADLINE = "Footbridge at Sorrel Quay closes after a cable snaps"
STORY = (
    "The footbridge at Sorrel Quay was closed on Thursday after one of its six cables snapped "
    "during the morning rush, the harbour office said.",
    "Nobody was hurt, but about 340 commuters had to walk back along the quay in the rain, according "
    "to the harbour master, Nell Varga.",
    "“I heard a crack like a whip and then the deck swayed under me,” said Piet Olm, a baker who was "
    "on his way to work.",
    "The bridge was opened in 2019 and had been checked in the spring, when engineers found no wear "
    "on any of the cables.",
    "A petition by people of the old town had asked for a second inspection after a storm in "
    "September loosened two railings.",
    "The city council will meet on Monday to decide whether the bridge can be opened again before "
    "the winter market begins.",
)
LD = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": HEADLINE,
    "datePublished": "2031-11-06T09:20:00+01:00",
    "author": {"@type": "Person", "name": "Ines Calder"},
    "publisher": {"@type": "Organization", "name": "Quay Courier"},
}
NAV = "<header><nav><a href='/'>Home</a> <a href='/city'>City</a></nav></header>"
FOOTER = "<footer><p>© 2031 Quay Courier. All rights reserved.</p></footer>"
H1 = f"<h1>{HEADLINE}</h1>"
AD = "<div class='ad'>Advertisement</div>"


def paragraphs(first: int = 0, last: int = 6) -> str:
    return "".join(f"<p>{text}</p>" for text in STORY[first:last])


def whole_page(body: str, *, head: str = "", data: Mapping[str, object] | None = None) -> bytes:
    """A page with its frame around a body."""
    script = json.dumps({**LD, **(data or {})})
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{HEADLINE} | Quay "
        f"Courier</title><script type='application/ld+json'>{script}</script>{head}</head>"
        f"<body>{NAV}{body}{FOOTER}</body></html>"
    ).encode()


def _whole(inner: str) -> str:
    return f"<main>{H1}{inner}</main>"


A, B = paragraphs(0, 3), paragraphs(3)
P1, P2, P3, P4, P5, P6 = (f"<p>{text}</p>" for text in STORY)
T1, T2, T3, T4, T5, T6 = STORY
CARD = (
    "<div class='card'><a href='/s/{n}'><h3>Market traders fear an empty winter</h3></a>"
    "<p>The stalls of the winter market may stay shut if the quay is closed for long.</p></div>"
)
CARDS = "".join(CARD.format(n=n) for n in range(3))

# Where the text of an article is spread over the page: the whole of it has to come out.
SPREAD = {
    "two bodies of one class": _whole(
        f"<div class='article-body'>{A}</div>{AD}<div class='article-body'>{B}</div>"
    ),
    "two bodies, numbered": _whole(
        f"<div class='body-part-1'>{A}</div>{AD}<div class='body-part-2'>{B}</div>"
    ),
    "two bodies of two names": _whole(
        f"<div class='story-content'>{A}</div><div class='story-continued'>{B}</div>"
    ),
    "two sections": _whole(f"<section>{A}</section><section>{B}</section>"),
    "three sections": _whole(
        f"<section class='s'>{P1}{P2}</section><section class='s'>{P3}{P4}</section>"
        f"<section class='s'>{P5}{P6}</section>"
    ),
    "two articles, one story": _whole(f"<article>{A}</article>{AD}<article>{B}</article>"),
    "behind the article element": f"<main><article>{H1}{A}</article>{B}</main>",
    "behind the article, in a block": (
        f"<main><article>{H1}{A}</article><div class='more-text'>{B}</div></main>"
    ),
    "behind the main element": f"<main><article>{H1}{A}</article></main><div>{B}</div>",
    "a lead outside the body": (
        f"<main>{H1}<p class='lead'>{T1}</p><div class='article-body'>{paragraphs(1)}</div></main>"
    ),
    "a lead in the header": (
        f"<article><header>{H1}<p class='intro'>{T1}</p></header>"
        f"<div class='text'>{paragraphs(1)}</div></article>"
    ),
    "a lead in a block": (
        f"<main>{H1}<div class='lede'>{T1}</div><div class='article-body'>{paragraphs(1)}</div></main>"
    ),
    "microdata, two bodies": _whole(
        f"<div itemprop='articleBody'>{A}</div><div itemprop='articleBody'>{B}</div>"
    ),
    "each paragraph in a block": _whole(
        "<div class='article'>"
        + "".join(f"<div class='row'><p>{t}</p></div>" for t in STORY)
        + "</div>"
    ),
    "each paragraph in a section": _whole(
        "".join(f"<section class='component'><p>{t}</p></section>" for t in STORY)
    ),
    "a figure between": _whole(
        f"<div class='body'>{A}</div><figure><img src='a.jpg'><figcaption>The closed bridge seen "
        f"from the quay.</figcaption></figure><div class='body'>{B}</div>"
    ),
    "a newsletter box between": _whole(
        f"<div class='body'>{A}</div><div class='newsletter-signup'><h3>Sign up for our "
        f"newsletter</h3><p>The best of the week in your inbox.</p></div><div class='body'>{B}</div>"
    ),
    "related cards between": _whole(
        f"<div class='text-block'>{A}</div><div class='related'>{CARDS}</div>"
        f"<div class='text-block'>{B}</div>"
    ),
    "a video player between": _whole(
        f"<div class='content'>{A}</div><div class='player'><video src='a.mp4'></video><p>Watch: "
        f"the moment the cable snapped</p></div><div class='content'>{B}</div>"
    ),
    "an aside between": _whole(
        f"<div class='content'>{A}</div><aside><p>More on this story</p></aside>"
        f"<div class='content'>{B}</div>"
    ),
    "the first part far shorter": _whole(
        f"<div class='article-body'>{P1}</div>{AD}<div class='article-body'>{paragraphs(1)}</div>"
    ),
    "the last part far shorter": _whole(
        f"<div class='article-body'>{paragraphs(0, 5)}</div>{AD}<div class='article-body'>{P6}</div>"
    ),
    "columns": _whole(
        f"<div class='columns'><div class='column'>{A}</div><div class='column'>{B}</div></div>"
    ),
    "a read-more fold": _whole(
        f"<div class='article-text'>{A}<button>Read more</button><div class='article-text__more'>"
        f"{B}</div></div>"
    ),
    "two bodies in a form": f"<form id='aspnetForm'>{H1}<div class='story'>{A}</div>{AD}"
    f"<div class='story'>{B}</div></form>",
}
# The same text twice on a page: it has to come out once.
TWICE = {
    "for phone and desk": _whole(
        f"<div class='mobile-only'>{paragraphs()}</div><div class='desktop-only'>{paragraphs()}</div>"
    ),
    "in one article": f"<article>{H1}<div class='phone'>{paragraphs()}</div>"
    f"<div class='desk'>{paragraphs()}</div></article>",
    "a short copy first": _whole(
        f"<div class='story mobile'>{A}</div><div class='story desktop'>{paragraphs()}</div>"
    ),
    "the lead twice": _whole(f"<p class='lead'>{T1}</p><div class='body'>{paragraphs()}</div>"),
    "the lead as a summary": f"<article>{H1}<div class='summary'>{T1}</div>{paragraphs()}</article>",
    "a printed copy behind": _whole(
        f"<div class='body'>{paragraphs()}</div><div class='print-version'>{paragraphs()}</div>"
    ),
    "two article elements": f"<main><article>{H1}{paragraphs()}</article>"
    f"<article>{H1}{paragraphs()}</article></main>",
    "copies with other marks": _whole(
        f"<div class='v1'>{paragraphs()}</div><div class='v2'>"
        + paragraphs().replace("“", '"').replace("”", '"')
        + "</div>"
    ),
}


def _rows(*cells: str) -> str:
    return "".join(f"<tr><td>{cell}</td></tr>" for cell in cells)


# Paragraphs that no paragraph element parts: each has to stand alone, the headline outside.
APART = {
    "one cell": f"<table><tr><td class='content'>{H1}{paragraphs()}</td></tr></table>",
    "one cell, line breaks": f"<table><tr><td>{H1}{'<br><br>'.join(STORY)}</td></tr></table>",
    "a row each": f"<table>{_rows(H1, *STORY)}</table>",
    "a row each, with paragraphs": f"<table>{_rows(H1, *(f'<p>{t}</p>' for t in STORY))}</table>",
    "nested tables": (
        f"<table width='100%'><tr><td><table><tr><td>{H1}</td></tr><tr><td>{paragraphs()}</td></tr>"
        "</table></td></tr></table>"
    ),
    "menu in a cell beside": (
        "<table><tr><td><a href='/a'>City</a><br><a href='/b'>Sport</a></td>"
        f"<td>{H1}{paragraphs()}</td></tr></table>"
    ),
    "table with tbody": f"<table><tbody><tr><td>{H1}</td></tr><tr><td>{paragraphs()}</td></tr></tbody></table>",
    "font in cells": f"<table><tr><td>{H1}{''.join(f'<p><font size=2>{t}</font></p>' for t in STORY)}</td></tr></table>",
    "two line breaks": f"<main>{H1}<div class='article-body'>{'<br><br>'.join(STORY)}</div></main>",
    "two line breaks, spaced": f"<main>{H1}<div class='article-body'>{'<br> <br/> '.join(STORY)}</div></main>",
    "three line breaks": f"<article>{H1}<div>{'<br><br><br>'.join(STORY)}</div></article>",
    "line breaks in one paragraph": f"<article>{H1}<p>{'<br><br>'.join(STORY)}</p></article>",
    "one line break": f"<article>{H1}<div class='text'>{'<br>'.join(STORY)}</div></article>",
    "one line break, in a paragraph": f"<article>{H1}<p>{'<br>'.join(STORY)}</p></article>",
    "line breaks in a span": f"<article>{H1}<div><span>{'<br><br>'.join(STORY)}</span></div></article>",
    "line breaks in body": f"{H1}{'<br><br>'.join(STORY)}",
    "blocks without paragraphs": f"<article>{H1}{''.join(f'<div>{t}</div>' for t in STORY)}</article>",
    "blocks in blocks": f"<article>{H1}{''.join(f'<div><div>{t}</div></div>' for t in STORY)}</article>",
    "custom elements": f"<article>{H1}{''.join(f'<news-paragraph>{t}</news-paragraph>' for t in STORY)}</article>",
    "custom elements around": f"<article>{H1}<story-body>{''.join(f'<story-text><p>{t}</p></story-text>' for t in STORY)}</story-body></article>",
    "a custom article": f"<news-article>{H1}{paragraphs()}</news-article>",
    "spans shown as blocks": f"<article>{H1}<div>"
    + "".join(f"<span style='display:block'>{t}</span>" for t in STORY)
    + "</div></article>",
    "spans side by side": f"<article>{H1}<div>"
    + "".join(f"<span class='para'>{t}</span>" for t in STORY)
    + "</div></article>",
    "spans in blocks": f"<article>{H1}{''.join(f'<div><span>{t}</span></div>' for t in STORY)}</article>",
    "spans in paragraphs": f"<article>{H1}{''.join(f'<p><span>{t}</span></p>' for t in STORY)}</article>",
    "list items": f"<article>{H1}<ul>{''.join(f'<li>{t}</li>' for t in STORY)}</ul></article>",
    "definition lists": f"<article>{H1}<dl>{''.join(f'<dd>{t}</dd>' for t in STORY)}</dl></article>",
    "unclosed paragraphs": f"<article>{H1}{''.join(f'<p>{t}' for t in STORY)}</article>",
    "centred": f"<center>{H1}{paragraphs()}</center>",
    "preformatted": f"<article>{H1}<pre>{chr(10).join(t + chr(10) for t in STORY)}</pre></article>",
    "paragraphs in links of pages": f"<article>{H1}<section>{''.join(f'<section><p>{t}</p></section>' for t in STORY)}</section></article>",
}  # fmt: skip

_DIV = _whole("<div id='root'></div>")
_HALF = _whole(f"<div class='article-body'>{A}<button>Show all</button></div>")
# The text as data for machines has it, and what the page shows beside: body and JSON-LD.
STATED: dict[str, tuple[str, Mapping[str, object]]] = {
    "empty lines": (_DIV, {"articleBody": "\n\n".join(STORY)}),
    "line ends": (_DIV, {"articleBody": "\n".join(STORY)}),
    "line ends of Windows": (_DIV, {"articleBody": "\r\n\r\n".join(STORY)}),
    "paragraph elements": (_DIV, {"articleBody": "".join(f"<p>{t}</p>" for t in STORY)}),
    "escaped elements": (_DIV, {"articleBody": "".join(f"&lt;p&gt;{t}&lt;/p&gt;" for t in STORY)}),
    "line break elements": (_DIV, {"articleBody": "<br><br>".join(STORY)}),
    "escaped line ends": (_DIV, {"articleBody": "\\n\\n".join(STORY)}),
    "wide spaces": (_DIV, {"articleBody": "  ".join(STORY)}),
    "no spaces": (_DIV, {"articleBody": "".join(STORY)}),
    "separators": (_DIV, {"articleBody": "\u2029".join(STORY)}),
    "a list of texts": (_DIV, {"articleBody": list(STORY)}),
    "entities": (_DIV, {"articleBody": "\n\n".join(STORY).replace("“", "&ldquo;").replace("”", "&#8221;")}),
    "half on the page": (_HALF, {"articleBody": "\n\n".join(STORY)}),
    "half on the page, one line": (_HALF, {"articleBody": "\n".join(STORY)}),
    "whole on the page": (_whole(f"<div class='b'>{paragraphs()}</div>"), {"articleBody": " ".join(STORY)}),
    "a beginning in the data": (_whole(f"<div class='b'>{paragraphs()}</div>"), {"articleBody": T1 + "..."}),
    "another text in the data": (_whole(f"<div class='b'>{paragraphs()}</div>"), {"articleBody": "The winter market is a week of stalls and music. " * 40}),
}  # fmt: skip
