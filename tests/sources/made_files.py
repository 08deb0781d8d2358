# ruff: noqa: E501 - the cases read best one a line
"""The invented article of `layouts` in the files that people keep articles in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from html import escape
from typing import Any

from tests.sources.layouts import H1, HEADLINE, STORY, paragraphs

NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(fill: Callable[..., None]) -> bytes:
    import docx as library

    file = library.Document()
    fill(file)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _titled(file: Any) -> None:
    file.add_heading(HEADLINE, level=0)
    for text in STORY:
        file.add_paragraph(text)


def _headed(file: Any) -> None:
    file.add_heading(HEADLINE, level=1)
    for text in STORY:
        file.add_paragraph(text)


def _plain(file: Any) -> None:
    for text in (HEADLINE, *STORY):
        file.add_paragraph(text)


def _in_a_table(file: Any) -> None:
    file.add_heading(HEADLINE, level=1)
    table = file.add_table(rows=len(STORY), cols=1)
    for row, text in zip(table.rows, STORY, strict=True):
        row.cells[0].text = text


def _in_pieces(file: Any) -> None:
    file.add_heading(HEADLINE, level=1)
    for text in STORY:
        paragraph = file.add_paragraph()
        for at in range(0, len(text), 7):
            paragraph.add_run(text[at : at + 7]).bold = at % 2 == 0


def _changed(file: Any) -> None:
    """With tracked changes: a word deleted, a word inserted, a link, a text box held twice."""
    from docx.oxml import parse_xml

    file.add_heading(HEADLINE, level=1)
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    first, rest = STORY[0].split(" closed ", 1)
    file.element.body.append(parse_xml(
        f"<w:p {w}><w:r><w:t xml:space='preserve'>{escape(first)} </w:t></w:r>"
        "<w:del w:id='1'><w:r><w:delText>opened</w:delText></w:r></w:del>"
        "<w:ins w:id='2'><w:r><w:t>closed</w:t></w:r></w:ins>"
        f"<w:hyperlink><w:r><w:t xml:space='preserve'> {escape(rest)}</w:t></w:r></w:hyperlink></w:p>"
    ))  # fmt: skip
    box = f"<w:txbxContent><w:p><w:r><w:t>{escape(STORY[1])}</w:t></w:r></w:p></w:txbxContent>"
    file.element.body.append(parse_xml(
        f"<w:p {w} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:r>"
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ))  # fmt: skip
    for text in STORY[2:]:
        file.element.body.append(parse_xml(f"<w:p {w}><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"))


def odt(body: str) -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<?xml version='1.0' encoding='UTF-8'?><office:document-content {NAMES}>"
            f"<office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "meta.xml": f"<office:document-meta {NAMES}><office:meta><dc:title>{HEADLINE}</dc:title>"
            "<meta:creation-date>2031-11-06T09:20:00</meta:creation-date></office:meta>"
            "</office:document-meta>",
        }
    )


P = "".join(f"<text:p>{escape(text)}</text:p>" for text in STORY)
HEAD = f'<text:h text:outline-level="1">{HEADLINE}</text:h>'


def epub(*bodies: str, title: str = HEADLINE) -> bytes:
    items = "".join(f'<item id="c{n}" href="text/c{n}.xhtml"/>' for n in range(len(bodies)))
    order = "".join(f'<itemref idref="c{n}"/>' for n in range(len(bodies)))
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/'
        f'dc/elements/1.1/"><metadata><dc:title>{title}</dc:title><dc:publisher>Quay Courier'
        f'</dc:publisher></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav"/>'
        f'{items}</manifest><spine><itemref idref="nav"/>{order}</spine></package>',
        "OEBPS/nav.xhtml": "<html><body><nav><ol><li>Contents</li></ol></nav></body></html>",
    }
    for number, body in enumerate(bodies):
        parts[f"OEBPS/text/c{number}.xhtml"] = (
            "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'>"
            f"<head><title>x</title></head><body>{body}</body></html>"
        )
    return zipped(parts)


def rtf(text: Callable[[str], str], join: str = "\\par\n") -> bytes:
    body = join.join(text(line) for line in (HEADLINE, *STORY))
    head = (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}{\\info{\\title %s}}\\f0\\fs24 "
    )
    return (head % HEADLINE + body + "\\par}").encode("cp1252")


def _unicode(line: str) -> str:
    return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in line)


def _bytes(line: str) -> str:
    return "".join(c if ord(c) < 128 else f"\\'{c.encode('cp1252').hex()}" for c in line)


def mail(
    page: str = "", text: str = "", *, charset: str = "utf-8", encoding: str | None = None
) -> bytes:
    message = EmailMessage()
    message["From"] = "Quay Courier <news@quay.example>"
    message["To"] = "reader@post.example"
    message["Subject"] = HEADLINE
    message["Date"] = "Thu, 06 Nov 2031 09:20:00 +0100"
    message["Message-ID"] = "<1@quay.example>"
    if text:
        message.set_content(text, charset=charset, cte=encoding)
        if page:
            message.add_alternative(page, subtype="html", charset=charset, cte=encoding)
    else:
        message.set_content(page, subtype="html", charset=charset, cte=encoding)
    return message.as_bytes()


HTML = f"<html><body>{H1}{paragraphs()}</body></html>"
LAYOUT = (
    f"<html><body><table width='600'><tr><td><h1>{HEADLINE}</h1></td></tr>"
    + "".join(f"<tr><td style='padding:8px'>{text}</td></tr>" for text in STORY)
    + "<tr><td><a href='https://quay.example/u'>Unsubscribe</a></td></tr></table></body></html>"
)
TEI = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>'
    "<fileDesc><titleStmt><title type='main'>{title}</title><author>Ines Calder</author></titleStmt>"
    "<publicationStmt><publisher>Quay Courier</publisher><date when='2031-11-06'>6 November</date>"
    "</publicationStmt><sourceDesc><bibl>Quay Courier</bibl></sourceDesc></fileDesc></teiHeader>"
    "<text><body>{body}</body></text></TEI>"
)
_TEI_P = "".join(f"<p>{escape(text)}</p>" for text in STORY)
_WORD = "".join(
    f"<p class=MsoNormal style='mso-margin-top-alt:auto'><span lang=EN-GB style='mso-fareast-font-"
    f'family:"Times New Roman"\'>{text}<o:p></o:p></span></p>'
    for text in STORY
)
_DOCS = "".join(
    f'<p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;white-space:pre-wrap">{text}'
    "</span></p><br>"
    for text in STORY
)
FILES: dict[str, bytes] = {
    "titled.docx": docx(_titled),
    "headed.docx": docx(_headed),
    "plain.docx": docx(_plain),
    "table.docx": docx(_in_a_table),
    "pieces.docx": docx(_in_pieces),
    "changed.docx": docx(_changed),
    "headed.odt": odt(HEAD + P),
    "plain.odt": odt(f"<text:p>{HEADLINE}</text:p>{P}"),
    "sections.odt": odt(f"{HEAD}<text:section>{P}</text:section>"),
    "spans.odt": odt(HEAD + P.replace("bridge", "<text:span>br</text:span>idge")),
    "changes.odt": odt(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone words.</text:p>"
        f"</text:deletion></text:changed-region></text:tracked-changes>{HEAD}{P}"
    ),
    "notes.odt": odt(HEAD + P.replace(
        "rush,", "rush,<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>See above.</text:p></text:note-body></text:note>", 1,
    )),
    "frame.odt": odt(
        f"{HEAD}<text:p><draw:frame><draw:text-box><text:p>{STORY[0]}</text:p></draw:text-box>"
        f"</draw:frame></text:p>{P.partition('</text:p>')[2]}"
    ),
    "one.epub": epub(H1 + paragraphs()),
    "title-page.epub": epub(f"<h1>{HEADLINE}</h1><p>Quay Courier</p>", H1 + paragraphs()),
    "split.epub": epub(H1 + paragraphs(0, 3), paragraphs(3)),
    "bare.epub": epub(paragraphs()),
    "unicode.rtf": rtf(_unicode),
    "bytes.rtf": rtf(_bytes),
    "double.rtf": rtf(_unicode, "\\par\\par\n"),
    "page.eml": mail(HTML),
    "text.eml": mail(text="\n\n".join(STORY)),
    "both.eml": mail(HTML, "Open this mail in a browser."),
    "base64.eml": mail(HTML, encoding="base64"),
    "quoted.eml": mail(HTML, "\n\n".join(STORY), encoding="quoted-printable"),
    "windows.eml": mail(HTML, charset="windows-1252", encoding="quoted-printable"),
    "newsletter.eml": mail(LAYOUT),
    "apple.emlx": b"1234\n" + mail(HTML),
    "mail.txt": mail(text="\n\n".join(STORY)),
    "crlf.eml": mail(HTML).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
    "body.xml": TEI.format(title=HEADLINE, body=_TEI_P).encode(),
    "head.xml": TEI.format(title=HEADLINE, body=f"<head>{HEADLINE}</head>{_TEI_P}").encode(),
    "div.tei": TEI.format(title=HEADLINE, body=f"<div type='entry'>{_TEI_P}</div>").encode(),
    "no-suffix": TEI.format(title=HEADLINE, body=_TEI_P).encode(),
    "said.xml": TEI.format(
        title=HEADLINE, body=_TEI_P.replace("“", "<said>").replace("”", "</said>")
    ).encode(),
    "word.html": (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta name=Generator content="
        f"'Microsoft Word 15'><style>p.MsoNormal{{}}</style></head><body lang=EN-GB><div class="
        f"WordSection1><h1>{HEADLINE}<o:p></o:p></h1>{_WORD}</div></body></html>"
    ).encode(),
    "docs.html": (
        "<meta charset='utf-8'><b style='font-weight:normal' id='docs-internal-guid-1'>"
        f"<h1 dir='ltr'><span>{HEADLINE}</span></h1><br>{_DOCS}</b>"
    ).encode(),
    "word-paste.txt": "\r\n".join((HEADLINE, "", *STORY)).encode(),
    "word-breaks.txt": "\v".join((HEADLINE + "\n", *STORY)).encode(),
    "docs-paste.txt": ("\ufeff" + "\n\n\n".join((HEADLINE, *STORY))).encode(),
}  # fmt: skip

FEED = (
    '<rss version="2.0"><channel><title>Quay Courier</title><link>https://quay.example/</link>'
    "<item><title>Footbridge closes</title><link>/bridge</link><description>The footbridge at "
    "Sorrel Quay was closed on Thursday after one of its six cables snapped.</description></item>"
    "</channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay Courier</title><entry><title>Footbridge'
    '</title><link href="https://quay.example/bridge"/><summary>It was closed.</summary></entry></feed>'
)
SITEMAP = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://quay.example/bridge'
    "</loc></url></urlset>"
)
OPML = '<opml version="2.0"><body><outline xmlUrl="https://quay.example/feed"/></body></opml>'
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
SRT = "1\n00:00:01,000 --> 00:00:04,000\nThe footbridge was closed.\n\n2\n00:00:05,000 --> 00:00:07,000\nNobody was hurt.\n"
VTT = "WEBVTT\n\n00:01.000 --> 00:04.000\nThe footbridge was closed.\n"
CSV = "outlet,headline,date\n" + "Quay Courier,Footbridge closes,2031-11-06\n" * 5
TOML = 'title = "Footbridge"\nlicence = "CC0-1.0"\n\n[[articles]]\nfile = "a.txt"\n'
# Files that are no articles, with a part of what the error says.
OTHERS: dict[str, tuple[bytes, str]] = {
    "feed.xml": ((XML + FEED).encode(), "a feed"),
    "feed.rss": (FEED.encode(), "a feed"),
    "feed.txt": (FEED.encode(), "a feed"),
    "feed.html": ((XML + FEED).encode(), "a feed"),
    "feed": (b"\xef\xbb\xbf" + (XML + FEED).encode(), "a feed"),
    "wide.xml": ((XML.replace("UTF-8", "UTF-16") + FEED).encode("utf-16"), "a feed"),
    "styled.xml": ((XML + "<?xml-stylesheet href='a.xsl'?><!-- made by a press -->" + FEED).encode(), "a feed"),
    "feed.atom": ((XML + ATOM).encode(), "a feed"),
    "prefixed.xml": (ATOM.replace("<feed xmlns", "<a:feed xmlns:a").replace("</feed", "</a:feed").encode(), "a feed"),
    "rdf.xml": (b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>', "a feed"),
    "feed.json": (b'{"version": "https://jsonfeed.org/version/1.1", "title": "Quay", "items": []}', "a feed"),
    "sitemap.xml": ((XML + SITEMAP).encode(), "a sitemap"),
    "index.xml": (SITEMAP.replace("urlset", "sitemapindex").encode(), "sitemaps"),
    "feeds.opml": ((XML + OPML).encode(), "OPML"),
    "feeds.xml": (OPML.encode(), "OPML"),
    "talk.srt": (SRT.encode(), "subtitles"),
    "talk.txt": (SRT.replace("\n", "\r\n").encode(), "subtitles"),
    "talk.vtt": (VTT.encode(), "subtitles"),
    "vtt.txt": (b"\xef\xbb\xbf" + VTT.encode(), "subtitles"),
    "talk.ass": (b"[Script Info]\nTitle: x\n", "subtitles"),
    "talk.ttml": ((XML + '<tt xmlns="http://www.w3.org/ns/ttml"><body/></tt>').encode(), "subtitles"),
    "list.csv": (CSV.encode(), "a table"),
    "list.txt": (CSV.encode(), "a table"),
    "list.tsv": (CSV.replace(",", "\t").encode(), "a table"),
    "semi.txt": (CSV.replace(",", ";").encode(), "a table"),
    "sheet.xlsx": (zipped({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}), "a table"),
    "sheet.ods": (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "a table"),
    "slides.pptx": (zipped({"ppt/presentation.xml": "<a/>"}), "slides"),
    "packed.zip": (zipped({"a.txt": "words"}), "a packed file"),
    "story.toml": (TOML.encode(), "the description of a story"),
    "named.toml": (b'title = "x"\n', "the description of a story"),
    "toml.txt": (TOML.encode(), "the description of a story"),
    "day.ics": (b"BEGIN:VCALENDAR\nVERSION:2.0\n", "a calendar"),
    "some.xml": ((XML + "<catalog><book>A</book></catalog>").encode(), "an XML file"),
    "bare.xml": (b"<catalog><book>A</book></catalog>", "an XML file"),
    "old.doc": (b"\xd0\xcf\x11\xe0" + b"\0" * 40, "an old Office file"),
}  # fmt: skip
