"""TEI P5: the articles as texts, and facts, quotations and differences as stand-off annotation.

A text is given whole inside one element, so that a position is a plain count of its characters:
`string-range(#A, 120, 44)` of the TEI Guidelines (16.2.4.7) is 44 code points from the 120th on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from compare.model.articles import Article, Precision
from compare.model.comparison import Comparison
from compare.model.spans import Span

TEI = "http://www.tei-c.org/ns/1.0"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# XML 1.0 cannot carry these; one sign in place of one leaves every position as it is.
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"


def dump(comparison: Comparison) -> bytes:
    """A `teiCorpus` with one `TEI` for each article, as UTF-8 XML.

    Characters that XML cannot carry are each replaced by U+FFFD, so that positions stay.
    """
    root = _tree(
        "teiCorpus",
        _head(comparison),
        _stand_off(comparison),
        *(_article(article) for article in comparison.articles),
        version="3.3.0",
    )
    for element in root.iter(f"{{{TEI}}}span", f"{{{TEI}}}TEI", f"{{{TEI}}}standOff"):
        element.tail = "\n"
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def pointer(letter: str, span: Span) -> str:
    """The TEI pointer to a span of an article's text; offsets count code points from 0."""
    return f"#string-range({letter},{span.start},{span.end - span.start})"


def xml_text(text: str) -> str:
    """The text with U+FFFD for each character that XML cannot carry."""
    return _UNFIT.sub(_REPLACEMENT, text)


def _element(tag: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.Element(f"{{{TEI}}}{tag}", nsmap={None: TEI})
    element.text = None if text is None else xml_text(text)
    for name, value in attributes.items():
        element.set(name, xml_text(value))
    return element


def _tree(tag: str, *children: etree._Element, **attributes: str) -> etree._Element:
    element = _element(tag, **attributes)
    element.extend(children)
    return element


def _head(comparison: Comparison) -> etree._Element:
    story = comparison.story
    title = story.title or "Comparison of articles"
    licence = story.licence or "The articles remain their publishers'."
    notes = [_element("p", note) for note in ([story.notice] if story.notice else [])]
    if story.invented:
        notes.append(_element("p", "The story is invented."))
    tool = comparison.tool
    return _tree(
        "teiHeader",
        _tree(
            "fileDesc",
            _tree("titleStmt", _element("title", title)),
            _tree(
                "publicationStmt",
                _element("authority", "The publishers of the articles"),
                _tree("availability", _element("p", licence)),
            ),
            _tree("sourceDesc", *(notes or [_element("p", "Articles of several outlets.")])),
        ),
        _tree(
            "encodingDesc",
            _tree(
                "appInfo",
                _tree(
                    "application",
                    _element("label", f"{tool.name} {tool.version}"),
                    ident=tool.name,
                    version=tool.version,
                ),
            ),
        ),
    )


def _article(article: Article) -> etree._Element:
    document = article.document
    said = [_element("title", document.headline or document.outlet, level="a")]
    said += [_element("author", document.byline)] if document.byline else []
    said.append(_element("title", document.outlet, level="j"))
    if document.published:
        day = document.published_precision is Precision.DAY
        moment = (document.published.date() if day else document.published).isoformat()
        said.append(_element("date", moment, when=moment))
    said += [_element("ptr", target=document.url)] if document.url else []
    said.append(_element("idno", document.sha256, type="sha256"))
    header = _tree(
        "teiHeader",
        _tree(
            "fileDesc",
            _tree("titleStmt", _element("title", document.headline or document.outlet)),
            _tree(
                "publicationStmt",
                _element("publisher", document.outlet),
                _tree("availability", _element("p", document.licence or "Not stated.")),
            ),
            _tree("sourceDesc", _tree("bibl", *said)),
        ),
    )
    words = _element("ab", document.text)
    words.set(_ID, article.letter)
    words.set(_SPACE, "preserve")
    tei = _tree("TEI", header, _tree("text", _tree("body", words)))
    tei.set(_LANG, document.language)
    return tei


def _stand_off(comparison: Comparison) -> etree._Element:
    sentences = [
        _span(pointer(article.letter, sentence.span), name=sentence.id)
        for article in comparison.articles
        for sentence in article.sentences
    ]
    facts = [
        _span(pointer(mention.article, mention.span), fact.label, ana=f"#{fact.id}")
        for fact in comparison.facts
        for mention in fact.mentions
    ]
    quotes = [
        _span(
            " ".join(pointer(article.letter, part) for part in quote.parts),
            quote.speaker.name if quote.speaker else None,
            name=quote.id,
            subtype=quote.kind.value,
        )
        for article in comparison.articles
        for quote in article.quotes
    ]
    conflicts = [
        _span(
            " ".join(pointer(one.article, one.span) for one in conflict.evidence),
            f"{conflict.question} {conflict.why}".strip(),
            name=conflict.id,
            subtype=conflict.kind.value,
        )
        for conflict in comparison.conflicts
    ]
    groups = {"sentence": sentences, "fact": facts, "quotation": quotes, "difference": conflicts}
    labels = list(_interpretations(comparison))
    return _tree(
        "standOff",
        *([_tree("interpGrp", *labels, type="fact")] if labels else []),
        *(_tree("spanGrp", *spans, type=kind) for kind, spans in groups.items() if spans),
    )


def _interpretations(comparison: Comparison) -> Iterable[etree._Element]:
    for fact in comparison.facts:
        element = _element("interp", fact.label, n=fact.ordinal)
        element.set(_ID, fact.id)
        yield element


def _span(
    target: str,
    words: str | None = None,
    *,
    name: str | None = None,
    ana: str | None = None,
    subtype: str | None = None,
) -> etree._Element:
    known = {"target": target, "ana": ana, "type": subtype}
    element = _element("span", words, **{key: value for key, value in known.items() if value})
    if name:
        element.set(_ID, name)
    return element
