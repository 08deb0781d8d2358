from __future__ import annotations

from itertools import permutations

import pytest

from compare.align.reuse import count_independent, is_dependent, reuse, wordings_of
from compare.model.articles import Article
from compare.model.findings import Reuse
from tests.findings.telling import article, fact, mention

WIRE = """HOLM, May 6 (Strand) — A cargo train left the rails near the village of Holm early on \
Tuesday, spilling about 40 tons of fertilizer into the Ask river.

The last six of the train's 22 wagons tipped over on a curve that had been repaired in March, \
the regional rail inspector said. No one was hurt.

Crews with two cranes worked through the morning to lift the wagons back on to the embankment. \
The line between Holm and Tarn will stay closed until at least Thursday.

“We heard it before we saw it,” said Edda Roke, who farms beside the track. “It was like gravel \
pouring off the end of the world.”

Anglers were told to keep away from the river for a week."""

REPRINT = """A cargo train left the rails near the village of Holm early on Tuesday, spilling \
about 40 tons of fertilizer into the Ask river.

No one was hurt. The last six of the train's 22 wagons tipped over on a curve that had been \
repaired in March, the regional rail inspector said.

Crews with two cranes worked all morning to lift the wagons back on to the embankment.

Kale prices at the Tarn market rose on Tuesday afternoon."""

OWN = """Forty tons of farm chemicals ended up in the water at Holm before breakfast yesterday \
when a goods train came to grief.

“We heard it before we saw it,” Edda Roke, a farmer, told this newspaper. “It was like gravel \
pouring off the end of the world.”

Six trucks at the back of a 22-truck convoy rolled down the bank. Nobody has been reported \
injured.

A spokesman for the operator did not immediately respond to a request for comment."""

OTHER = """Trains will not run from Holm to Tarn before Thursday. The operator put on buses, \
and the first left half empty.

“It was like gravel pouring off the end of the world,” said Edda Roke. “We heard it before we \
saw it.”

The harbour board did not immediately respond to a request for comment."""


def story(*texts: str) -> list[Article]:
    return [article("ABCDEFG"[n], text) for n, text in enumerate(texts)]


def words_of(one: Reuse, letter: str) -> str:
    return " | ".join(e.text for e in one.evidence if e.article == letter)


def test_a_trimmed_reordered_and_lightly_rewritten_report_shares_copy() -> None:
    (found,) = reuse(story(WIRE, REPRINT, OWN))
    assert found.articles == ("A", "B")
    assert is_dependent(found)
    assert "A cargo train left the rails near the village of Holm" in words_of(found, "B")
    assert "The last six of the train's 22 wagons tipped over on a curve" in words_of(found, "B")
    assert "to lift the wagons back on to the embankment" in words_of(found, "B")
    assert "Kale prices" not in words_of(found, "B")


def test_the_share_is_the_smaller_of_both_and_each_article_has_its_own() -> None:
    (found,) = reuse(story(WIRE, REPRINT))
    assert found.share == min(found.shares)
    assert len(found.shares) == 2
    assert 0.3 < found.shares[0] < found.shares[1] < 0.95


def test_two_outlets_with_the_same_public_quotation_are_independent() -> None:
    assert reuse(story(OWN, OTHER)) == ()


def test_a_stock_phrase_of_the_trade_is_no_shared_copy() -> None:
    phrase = "The mayor did not immediately respond to several requests for comment on Tuesday."
    first = f"The bridge at Ulm fell into the river. {phrase}"
    second = f"A court in Brae fined four bakers. {phrase}"
    assert reuse(story(first, second)) == ()


def test_a_dateline_and_a_caption_line_are_left_out_of_the_evidence() -> None:
    (found,) = reuse(story(WIRE, WIRE.replace("Anglers", "Swimmers")))
    assert "Strand" not in words_of(found, "A")
    assert all("HOLM" not in e.text for e in found.evidence)


def test_every_passage_names_its_words_in_each_article() -> None:
    articles = story(WIRE, REPRINT)
    (found,) = reuse(articles)
    by_letter = {a.letter: a for a in articles}
    for passage in found.passages:
        assert {e.article for e in passage.evidence} == {"A", "B"}
        for e in passage.evidence:
            assert by_letter[e.article].words_of(e.span) == e.text


def test_one_shared_sentence_does_not_make_two_outlets_dependent() -> None:
    line = "The vessel had been inspected in the autumn and was cleared to carry ninety passengers."
    mine = " ".join(f"Line {n} of another account entirely." for n in range(30))
    theirs = " ".join(f"Row {n} in a different telling." for n in range(30))
    one, other = f"{OWN}\n\n{line}\n\n{mine}", f"{OTHER}\n\n{line}\n\n{theirs}"
    (found,) = reuse(story(one, other))
    assert not is_dependent(found)
    assert count_independent("AB", [found]) == 2


@pytest.mark.parametrize(
    ("letters", "count"), [("ABC", 2), ("AB", 1), ("AC", 2), ("C", 1), ("", 0)]
)
def test_outlets_with_shared_copy_count_once(letters: str, count: int) -> None:
    assert count_independent(letters, reuse(story(WIRE, REPRINT, OWN))) == count


def test_two_reprints_count_once_although_only_the_wire_joins_them() -> None:
    front = WIRE.split("\n\nCrews")[0]
    back = "Crews" + WIRE.split("\n\nCrews")[1]
    found = reuse(story(WIRE, front, back))
    assert count_independent("BC", found) == 1


def test_a_fact_told_in_own_words_is_an_independent_wording() -> None:
    articles = story(WIRE, REPRINT, OWN)
    spill = fact(
        "f",
        mention(articles[0], "spilling about 40 tons of fertilizer into the Ask river"),
        mention(articles[1], "spilling about 40 tons of fertilizer into the Ask river"),
        mention(articles[2], "Forty tons of farm chemicals ended up in the water"),
    )
    assert wordings_of(spill, reuse(articles)) == 2


def test_a_fact_that_a_partner_adds_in_words_of_its_own_counts_by_itself() -> None:
    lines = [
        f"Note {n} tells of a matter the wire left out, as {n} readers wrote." for n in range(40)
    ]
    longer = f"{REPRINT}\n\nThe track will be shut until Thursday.\n\n{' '.join(lines)}"
    articles = story(WIRE, longer)
    closed = fact(
        "f",
        mention(articles[0], "will stay closed until at least Thursday"),
        mention(articles[1], "The track will be shut until Thursday"),
    )
    assert wordings_of(closed, reuse(articles)) == 2


def test_letters_are_only_labels() -> None:
    texts = {"A": WIRE, "B": REPRINT, "C": OWN}
    canonical = sorted(texts.values())
    wanted = None
    for order in permutations("ABC"):
        articles = [article(letter, text) for letter, text in zip(order, canonical, strict=True)]
        (found,) = reuse(articles)
        back = dict(zip(order, canonical, strict=True))
        seen = sorted((back[e.article], e.text) for e in found.evidence)
        wanted = wanted or seen
        assert seen == wanted
        assert list(found.articles) == sorted(found.articles)
