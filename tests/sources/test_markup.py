# ruff: noqa: E501 - the cases read best one a line
"""Words inside a sentence stay, and elements that change what words mean do so in the text."""

from __future__ import annotations

import contextlib
import time

import pytest

import compare
from compare.errors import CompareError
from compare.model.articles import AsideKind, Document
from compare.sources.html import read_html
from compare.sources.markup import once_escaped, unescape_entities
from tests.sources.layouts import H1, paragraphs, whole_page

INLINE = (
    "a abbr acronym b bdi bdo big blink button cite code data dfn em font i ins kbd label mark meter "
    "nobr output progress ruby small span strong sub tt time u var samp x-term news:link details "
    "summary legend"
).split()
FORMS = (
    "<{0}>Thursday</{0}>",
    "<{0} class='share-tooltip' id='related'>Thursday</{0}>",
    "<a href='/d'><{0}>Thursday</{0}></a>",
    "<{0}><b>Thurs</b>day</{0}>",
)


def read(*inner: str) -> Document:
    return read_html(whole_page(f"<article>{H1}{''.join(inner)}{paragraphs(1)}</article>"))


def first(*inner: str) -> str:
    return read(*inner).text.split("\n\n")[0]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("tag", INLINE)
def test_words_in_an_element_inside_a_sentence_stay_in_it(tag: str, form: str) -> None:
    inner = form.format(tag)
    text = first(f"<p>The bridge was shut on {inner}, the harbour office told reporters there.</p>")
    assert text == "The bridge was shut on Thursday, the harbour office told reporters there."


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("Varga said: <q>It held until it did not.</q>", "Varga said: “It held until it did not.”"),
        ("<q>We shut it at once,</q> said Nell Varga.", "“We shut it at once,” said Nell Varga."),
        ("Varga said: <q>“It held until then.”</q>", "Varga said: “It held until then.”"),
        ("Varga said: “<q>It held until then.</q>”", "Varga said: “It held until then.”"),
        ("Olm said: <q>She told me <q>run</q> and I ran.</q>", "Olm said: “She told me ‘run’ and I ran.”"),
        ("<q cite='/a'>We shut <b>it</b></q>, said Nell Varga.", "“We shut it”, said Nell Varga."),
        ("About 340<sup>1</sup> people walked back in the rain.", "About 340 people walked back in the rain."),
        ("About 340<sup><a href='#n1'>1</a></sup> people walked back.", "About 340 people walked back."),
        ("About 340<sup>[1]</sup> people walked back in rain.", "About 340 people walked back in rain."),
        ("The office said so<sup class='footnote'>a</sup> in a note.", "The office said so in a note."),
        ("It said so.<sup>12</sup> It then closed the quay.", "It said so. It then closed the quay."),
        ("The deck has 900 m<sup>2</sup> of planks, it said.", "The deck has 900 m² of planks, it said."),
        ("On the 6<sup>th</sup> of November the bridge was shut.", "On the 6th of November the bridge was shut."),
        ("It bore 10<sup>6</sup> crossings in its time, it said.", "It bore 10⁶ crossings in its time, it said."),
        ("The CO<sub>2</sub> of a new bridge would be large.", "The CO2 of a new bridge would be large."),
        ("About <del>400</del> <ins>340</ins> people walked back.", "About 340 people walked back."),
        ("About <s>400</s> 340 people walked back in the rain.", "About 340 people walked back in the rain."),
        ("The office&amp;rsquo;s note said &amp;ldquo;closed&amp;rdquo;.", "The office’s note said “closed”."),
        ("The office&amp;#8217;s note said &amp;#x201c;closed&amp;#x201D;.", "The office’s note said “closed”."),
        ("Ropes &amp;amp; Sons made the six cables of the bridge.", "Ropes & Sons made the six cables of the bridge."),
        ("The caf&amp;eacute; on the quay&amp;nbsp;was shut as well.", "The café on the quay was shut as well."),
        ("The office&amp;amp;rsquo;s note said that it was shut.", "The office’s note said that it was shut."),
    ],
)  # fmt: skip
def test_elements_mean_what_they_mean(inner: str, text: str) -> None:
    assert first(f"<p>{inner}</p>") == text


def test_struck_words_are_kept_beside_the_text() -> None:
    document = read("<p>About <del>400</del> <ins>340</ins> people walked back in the rain.</p>")
    notes = [extra.text for extra in document.extras if extra.kind is AsideKind.NOTE]
    assert "Struck out on the page: 400" in notes


@pytest.mark.parametrize(
    "quotation",
    [
        "<blockquote>It held until it did not.</blockquote>",
        "<blockquote><p>It held until it did not.</p></blockquote>",
        "<blockquote class='quote'><p>It held until <b>it</b> did not.</p></blockquote>",
        "<blockquote><p>“It held until it did not.”</p></blockquote>",
    ],
)
def test_a_block_quotation_that_a_colon_leads_in_is_speech(quotation: str) -> None:
    document = read("<p>Nell Varga, the harbour master, said in a statement:</p>", quotation)
    quotes = compare.annotate(document).quotes
    said = [(part.of(document.text), quote.speaker and quote.speaker.name)
            for quote in quotes for part in quote.parts]  # fmt: skip
    assert ("It held until it did not.", "Nell Varga") in said


def test_a_block_quotation_without_a_lead_in_gets_no_marks() -> None:
    text = read("<blockquote><p>The bridge was shut, and it stays so.</p></blockquote>").text
    assert "“The bridge was shut" not in text


def test_an_entity_that_does_not_exist_stays_as_it_is() -> None:
    assert once_escaped("a &amp;nothing; b &amp;copy=1") == "a &amp;nothing; b &amp;copy=1"
    assert unescape_entities("Ropes &amp;amp; Sons") == "Ropes & Sons"


MANY = {
    "times in one paragraph": "<p>" + "<time>Thursday at noon</time> " * 9_000 + "</p>",
    "spans in one block": "<div>"
    + "<span>The bridge was shut on Thursday.</span>" * 9_000
    + "</div>",
    "lines of one block": "<div>" + "The bridge was shut on Thursday.<br>" * 9_000 + "</div>",
    "tables in tables": "<table><tr><td>" * 60 + "The bridge was shut." + "</td></tr></table>" * 60,
    "quotations in quotations": "<p>" + "<q>" * 200 + "Shut." + "</q>" * 200 + "</p>",
}


@pytest.mark.parametrize("name", MANY)
def test_no_markup_takes_time_beyond_its_size(name: str) -> None:
    began = time.process_time()
    with contextlib.suppress(CompareError):
        read(MANY[name])
    assert time.process_time() - began < 8
