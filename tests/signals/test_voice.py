from __future__ import annotations

from compare.signals.pairs import Pair, pair
from compare.signals.rarity import rarity, weigh
from compare.signals.views import View, views
from compare.signals.voice import both_quoted, same_speaker, same_voice
from tests.align.small import article


def told(text: str, name: str) -> View:
    *_, last = views(article(text, name), ord(name) - ord("A"))
    return last


def put_together(one: View, other: View) -> Pair:
    weights = rarity([one, other])
    return pair(weigh(one, weights), weigh(other, weights), weights)


REPORTED = "The bridge at Dunmere is safe, and it will open again on Monday."
QUOTED = "“The bridge at Dunmere is safe, and it will open again,” Mayor Ada Roe said."
PRONOUN = "Mayor Ada Roe came to Dunmere. “The bridge is safe,” she said."
ANOTHER = "“The bridge at Dunmere is safe,” engineer Bea Tarn said."


def test_a_quotation_and_the_words_of_an_article_speak_in_two_voices() -> None:
    alike = put_together(told(QUOTED, "A"), told(ANOTHER, "B"))
    apart = put_together(told(QUOTED, "A"), told(REPORTED, "B"))
    assert same_voice(alike) > same_voice(apart)
    assert both_quoted(alike) > both_quoted(apart) == 0.0


def test_a_speaker_is_known_behind_a_pronoun() -> None:
    assert same_speaker(put_together(told(QUOTED, "A"), told(PRONOUN, "B"))) == 1.0
    assert same_speaker(put_together(told(ANOTHER, "A"), told(PRONOUN, "B"))) == 0.0
    assert same_speaker(put_together(told(QUOTED, "A"), told(REPORTED, "B"))) is None


def test_the_name_behind_a_pronoun_counts_among_the_words_of_a_sentence() -> None:
    assert {"ada", "roe"} <= told(PRONOUN, "A").content
    assert "roe" not in told(PRONOUN, "A").stems
