"""Who said what: the tricky cases of news prose, each with sentences of its own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.annotation.article import annotate
from compare.annotation.segments import segment
from compare.model.articles import Document
from compare.model.quotes import Channel, QuoteKind, SpeakerGroup, Stance
from tests.annotation.quoted import only, quotes_of, said, words


@pytest.mark.parametrize(
    ("text", "speaker", "parts"),
    [
        # A second fragment after the attribution.
        ('"We leave at dawn," Ortega said. "Nobody stays."', "Ortega",
         ["We leave at dawn,", "Nobody stays."]),
        # A time between the speaker and the verb.
        ("Lund over the weekend denied that the dam was old.", "Lund", ["the dam was old"]),
        ("Lund earlier in the week denied that the dam was old.", "Lund", ["the dam was old"]),
        # A sentence broken by its attribution.
        ('"The dam," Lund said, "will hold."', "Lund", ["The dam,", "will hold."]),
        # A mark at the head of the next paragraph continues the quote.
        ('"Prices rose.\n\n"They will rise again," Lund said.', "Lund",
         ["Prices rose.", "They will rise again,"]),
        # Lost marks.
        ('"The bridge is safe, the mayor said.', "mayor", ["The bridge is safe,"]),
        ('The bridge is safe," the mayor said.', "mayor", ["The bridge is safe,"]),
        # Doubled apostrophes, single marks, nested marks, inch marks.
        ("''It held,'' said the engineer.", "engineer", ["It held,"]),
        ("'It's the miners' choice,' she said.", "she", ["It's the miners' choice,"]),
        ("\"He told me 'never again' and left,\" Rao said.", "Rao",
         ["He told me 'never again' and left,"]),
        ('The 6\'2" guard said "no comment."', "guard", ["no comment."]),
        # Not the name in the relative clause.
        ("Haddad, who succeeded Prime Minister Krol, said the talks failed.", "Haddad",
         ["the talks failed"]),
        # The addressee does not speak.
        ("Meyer told Reuters that rates would fall.", "Meyer", ["rates would fall"]),
        # Interposed.
        ("The plan, the aide added, was never funded.", "aide", ["The plan", "was never funded"]),
        # Fronted.
        ("As the Herald first reported, the vote was delayed.", "Herald", ["the vote was delayed"]),
        # An apposition after the source.
        ("Water levels are normal, according to the dam's operator, Hydra.", "Hydra",
         ["Water levels are normal"]),
        # A signature.
        ('"Enough is enough." - Dana Reyes, nurse', "Dana Reyes", ["Enough is enough."]),
        # A verb outside any list.
        ('"Never again," barked Stone.', "Stone", ["Never again,"]),
        ('"Never again," she harrumphed.', "she", ["Never again,"]),
        # A question mark, then the one who asks.
        ('"Who knew?" Roe asked.', "Roe", ["Who knew?"]),
        # Capitals in a headline, single marks in a headline.
        ("TANNER SAYS HE HAS QUIT\n\nThe mayor left on Monday. It rained all day.", "TANNER",
         ["HE HAS QUIT"]),
        ("Tanner 'to quit'\n\nThe mayor left on Monday. It rained all day.", "Tanner", ["to quit"]),
        # A caption beside the text is not the speaker.
        ("Police said the road was shut.", "police", ["the road was shut"]),
        # Marks with a wide space, one mark for both ends.
        ("“Nobody knew,“ said Ito.\u00a0“It was dark.“", "Ito", ["Nobody knew,", "It was dark."]),
        # A speaker's name with a soft hyphen and a wide space.
        ("Yuri\u00a0Ush\u00adanov said the talks were over.", "Yuri Ushanov",
         ["the talks were over"]),
        # A noun for the words.
        ("Lund’s claim that prices would fall surprised many.", "Lund",
         ["prices would fall surprised many"]),
        # Quoted as saying.
        ("Roe was quoted as saying that the talks had failed.", "Roe", ["the talks had failed"]),
    ],
)  # fmt: skip
def test_words_and_speaker_are_found(text: str, speaker: str, parts: list[str]) -> None:
    assert said(text) == [(speaker, parts)]


def test_a_statement_belongs_to_the_one_who_issued_it() -> None:
    quote = only('The ministry issued a statement saying it "regrets" the delay.')
    assert quote.speaker is not None
    assert quote.speaker.name == "ministry"
    assert quote.channel is Channel.STATEMENT
    assert quote.kind is QuoteKind.MIXED


def test_two_bits_in_marks_under_one_verb_are_one_quote_with_their_object() -> None:
    text = 'She called the deal "a mirage" and "theft."'
    quote = only(text)
    assert words(text, quote) == ['the deal "a mirage" and "theft.']
    assert [m.of(text) for m in quote.marked] == ["a mirage", "theft."]


def test_a_denial_is_marked_as_negated() -> None:
    quote = only('Vance denied he had "misled" anyone.')
    assert quote.negated
    assert quote.stance is Stance.ASSERTING


def test_scare_quotes_and_titles_of_works_are_no_quotes() -> None:
    assert said('The so-called "peace" camp packed up.') == []
    assert said('She made her film "Long Road" in May.') == []
    assert said('He is the author of "The Salt Farms," a novel.') == []


def test_a_transcript_names_its_speakers_before_a_colon() -> None:
    text = "Boone: I never signed it.\n\nLund: You did, and I saw you."
    assert said(text) == [("Boone", ["I never signed it."]), ("Lund", ["You did, and I saw you."])]


def test_the_words_after_a_quote_decide_before_the_sentence_in_front_of_it() -> None:
    text = 'Police are looking into it. "I saw nothing," Ito said. "Nothing."'
    assert said(text) == [("Ito", ["I saw nothing,", "Nothing."])]


def test_a_colon_gives_words_to_the_subject_of_its_clause() -> None:
    assert said('Asked about the strike, she shrugged: "Ask them."') == [("she", ["Ask them."])]


def test_a_colon_at_the_end_of_a_paragraph_leads_in_the_next() -> None:
    text = 'Lund went on:\n\n"The wall will not hold another winter."'
    assert said(text) == [("Lund", ["The wall will not hold another winter."])]


def test_narrative_between_two_pieces_of_speech_gives_both_to_its_subject() -> None:
    text = 'Ada Roe stood up.\n\n"It is over." She turned to go. "For good this time."'
    assert [name for name, _ in said(text)] == ["Ada Roe", "Ada Roe"]


def test_words_passed_on_are_not_the_words_of_the_one_who_passes_them() -> None:
    quote = only('Lopez retweeted a post saying "stay home."')
    assert quote.speaker is not None
    assert quote.speaker.name == "post"


def test_a_caption_glued_to_a_story_takes_no_words() -> None:
    text = (
        "Photo: Ilya Marsh waves to supporters in Tor\n\n"
        "A palace aide told reporters the visit was off. Rain fell on the square."
    )
    assert [name for name, _ in said(text)] == ["palace aide"]


def test_an_agency_is_kept_as_the_one_who_carried_the_words() -> None:
    assert only('"It is a lie," Lund told Reuters.').via == ("Reuters",)
    assert only("Roe was quoted by TASS as saying the talks had failed.").via == ("TASS",)
    assert only('"It is a lie," Lund said, according to TASS.').via == ("TASS",)


def test_two_speakers_in_one_sentence_keep_their_own_words() -> None:
    text = "Roe said the council knew, but Lund said it did not."
    assert said(text) == [("Roe", ["the council knew"]), ("Lund", ["it did not"])]


def test_a_second_verb_of_the_same_speaker_begins_a_new_report() -> None:
    text = "Roe said the bridge was shut, adding that nobody was hurt."
    assert said(text) == [("Roe", ["the bridge was shut"]), ("Roe", ["nobody was hurt"])]


def test_a_report_inside_a_report_is_marked_as_nested() -> None:
    flags = [q.flags for q in quotes_of("Lund said the mayor told him the dam was safe.")]
    assert flags == [(), ("nested",)]


def test_a_report_ends_before_the_outlets_own_clause() -> None:
    text = "While Roe said the wall was sound, engineers had left the site."
    assert said(text) == [("Roe", ["the wall was sound"])]


def test_an_object_is_no_report() -> None:
    assert said("The council announced a plan and found a bomb.") == []
    assert said("She has to find a cure that works, and soon.") == []


@pytest.mark.parametrize(
    ("text", "stance", "lemma"),
    [
        ("Lund claimed the dam was safe.", Stance.DOUBTING, "claim"),
        ("Lund admitted the dam was unsafe.", Stance.ASSERTING, "admit"),
        ("Lund pointed out that the dam was safe.", Stance.NEUTRAL, "point out"),
    ],
)
def test_the_verb_and_what_it_implies_are_kept(text: str, stance: Stance, lemma: str) -> None:
    quote = only(text)
    assert (quote.stance, quote.cue_lemma) == (stance, lemma)


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ('"We are sorry," the firm said in a statement.', Channel.STATEMENT),
        ('"Stay home," Roe tweeted.', Channel.POST),
        ('"I resign," Roe wrote in a letter to the board.', Channel.LETTER),
        ('"I resign," Roe said in an interview.', Channel.INTERVIEW),
        ('"I resign," Roe said.', Channel.SPEECH),
    ],
)
def test_the_way_words_reached_the_public_is_kept(text: str, channel: Channel) -> None:
    assert only(text).channel is channel


def test_kinds_are_told_apart() -> None:
    kinds = [only(t).kind for t in (
        '"It held," Roe said.', 'Roe said it "held" well.', "Roe said it held well.")]  # fmt: skip
    assert kinds == [QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT]


def test_ids_carry_the_letter_and_the_place_in_the_text() -> None:
    document = Document(text='"One," Roe said.\n\n"Two," Lund said.', outlet="x", letter="C")
    assert [q.id for q in annotate(document).quotes] == ["C.q1", "C.q2"]


def test_the_group_of_a_speaker_stands_on_words_of_the_article() -> None:
    text = (
        "Finance Minister Ada Lund said the plan was sound. Rui Ito, a geologist, said it was not."
    )
    lund, ito = (q.speaker for q in quotes_of(text))
    assert lund is not None
    assert ito is not None
    assert (lund.group, ito.group) == (SpeakerGroup.OFFICIAL, SpeakerGroup.EXPERT)
    assert ito.group_span is not None
    assert ito.group_span.of(text) == ito.group_evidence == "geologist"


PIECES = [
    *"“”\"'’‘,.:;—-()[]?!\n ",
    *"said Roe the mayor that who was told he according to and called claim saying as in 2".split(),
    *["Mr.", "'s", "…"],
]
NEWS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.text(max_size=120), NEWS, NEWS.map(lambda t: t.replace(" ", ""))))
def test_any_text_is_read_without_an_error_and_with_exact_spans(text: str) -> None:
    document = Document(text=text, outlet="x")
    parts = segment(document)
    article = annotate(document)
    assert article.sentences == parts.sentences
    for quote in article.quotes:
        for part in quote.parts:
            assert part.of(text).strip() == part.of(text)
        if quote.speaker_span:
            assert quote.speaker_span.of(text)


@settings(deadline=None, max_examples=50)
@given(NEWS)
def test_the_same_text_gives_the_same_quotes(text: str) -> None:
    assert quotes_of(text) == quotes_of(text)
