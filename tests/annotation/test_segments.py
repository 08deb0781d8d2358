from hypothesis import given, settings
from hypothesis import strategies as st

from compare.annotation.segments import Segments, segment
from compare.model.articles import Article, Aside, AsideKind, Document, Part
from compare.model.spans import Span

STORY = (
    "Ferry Strikes Wall\n\n"
    "By Nora Whitfield\n\n"
    "PORT ELLERY — A ferry struck the wall on Monday. All 140 on board are safe.\n\n"
    "The captain said the engines had failed.\n"
)


def cut(text: str, **fields: object) -> Segments:
    return segment(Document(text=text, outlet="Harbour Times", **fields))  # type: ignore[arg-type]


def parts(text: str, **fields: object) -> list[tuple[str, Part]]:
    return [(s.span.of(text), s.part) for s in cut(text, **fields).sentences]


def test_each_sentence_has_its_part_in_the_article() -> None:
    assert parts(STORY) == [
        ("Ferry Strikes Wall", Part.HEADLINE),
        ("By Nora Whitfield", Part.ASIDE),
        ("PORT ELLERY — A ferry struck the wall on Monday.", Part.LEAD),
        ("All 140 on board are safe.", Part.LEAD),
        ("The captain said the engines had failed.", Part.BODY),
    ]


def test_ids_count_from_one_and_carry_the_letter() -> None:
    found = cut(STORY, letter="C")
    assert [s.id for s in found.sentences] == ["C.s1", "C.s2", "C.s3", "C.s4", "C.s5"]
    assert [p.id for p in found.paragraphs] == ["C.p1", "C.p2", "C.p3", "C.p4"]
    assert [s.paragraph for s in found.sentences] == [0, 1, 2, 2, 3]
    assert cut(STORY).sentences[0].id == "A.s1"


def test_a_sentence_with_a_dateline_stays_in_the_story() -> None:
    lead = cut(STORY).sentences[2]
    assert lead.in_story
    assert [a.kind for a in cut(STORY).asides] == [AsideKind.BYLINE, AsideKind.DATELINE]


def test_the_headline_of_the_document_is_found_in_the_text() -> None:
    text = "“Ferry strikes wall.”\nA ferry struck a wall. All are safe."
    assert parts(text, headline='"Ferry  strikes wall."')[0][1] is Part.HEADLINE


def test_a_first_line_other_than_the_known_headline_is_the_lead() -> None:
    assert parts(STORY, headline="Harbour closed")[0][1] is Part.LEAD


def test_a_first_sentence_is_not_taken_for_a_headline() -> None:
    text = "A ferry struck a wall.\n\nAll 140 people on board are safe, the coastguard said."
    assert [part for _, part in parts(text)] == [Part.LEAD, Part.BODY]


def test_a_question_that_opens_a_column_is_not_taken_for_a_headline() -> None:
    text = "What would it take to close the port?\n\nA great deal more than one ferry, it seems."
    assert parts(text)[0][1] is Part.LEAD


def test_a_lone_line_is_the_lead() -> None:
    assert parts("Ferry strikes wall") == [("Ferry strikes wall", Part.LEAD)]


def test_the_asides_of_the_document_take_their_sentences_out_of_the_story() -> None:
    text = "The ferry lies at the wall. A ferry struck a wall."
    own = Aside(span=Span(0, 27), kind=AsideKind.CAPTION)
    first, second = cut(text, asides=(own,)).sentences
    assert (first.part, first.aside) == (Part.ASIDE, AsideKind.CAPTION)
    assert (second.part, second.aside) == (Part.LEAD, None)


def test_a_sentence_partly_in_an_aside_stays_in_the_story() -> None:
    text = "The ferry lies at the wall."
    own = Aside(span=Span(0, 9), kind=AsideKind.CAPTION)
    assert cut(text, asides=(own,)).sentences[0].in_story


def test_white_space_alone_has_no_segments() -> None:
    found = cut(" \n\n\t")
    assert found == Segments(paragraphs=(), sentences=(), asides=())


WILD = st.one_of(
    st.characters(),
    st.sampled_from(
        [
            "\n",
            "\n\n",
            ". ",
            "“",
            "”",
            "By Nora Reyes",
            "PORT — ",
            "Read more: ",
            "U.S.",
            "(AP)",
            "…",
        ]
    ),
)


@settings(deadline=None)
@given(st.lists(WILD, max_size=40).map("".join), st.data())
def test_any_text_is_cut_without_loss(text: str, data: st.DataObject) -> None:
    own: tuple[Aside, ...] = ()
    if text:
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        own = (Aside(span=Span(start, end), kind=AsideKind.PROMO),)
    document = Document(text=text, outlet="x", asides=own)
    found = segment(document)
    article = Article(
        document=document,
        paragraphs=found.paragraphs,
        sentences=found.sentences,
        asides=found.asides,
    )
    assert bool(article.sentences) == bool(text.strip())
    assert all((s.part is Part.ASIDE) == (s.aside is not None) for s in article.sentences)
