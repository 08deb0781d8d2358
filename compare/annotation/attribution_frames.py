"""Speech that is reported without a verb of saying before a clause.

According to X; as X reported; X called Y "..."; X's claim that.
"""

from __future__ import annotations

from compare.annotation import grammar, phrases
from compare.annotation.attribution import Attribution, clause_end, clause_start, first_comma
from compare.annotation.cues import Cue, cues
from compare.annotation.lines import Line, Token
from compare.annotation.phrases import Phrase
from compare.annotation.quote_rules import QuoteRule
from compare.annotation.subjects import subject_of
from compare.english.word_lists import sections

_CLAIMS = sections("speech-nouns")["speech"] - frozenset(["words", "speech", "address", "rally"])


def add_as_reported(tokens: list[Token], found: list[Attribution]) -> None:
    """As the Herald first reported, ...: the rest of the line is what was reported."""
    if tokens[0].low != "as" or any(a.contents for a in found):
        return
    comma = first_comma(tokens, 0, len(tokens))
    for at in range(2, comma):
        table = grammar.SPEECH.get(tokens[at].low, ())
        if at + 1 < comma or not any(reading.shape in ("past", "s", "base") for reading in table):
            continue
        who = phrases.phrase_before(tokens, _first_of_group(tokens, at), 1)
        end = clause_end(tokens, comma + 1, len(tokens)) if comma + 1 < len(tokens) else 0
        if who and end > comma + 1:
            lemma = table[0].lemma
            found.append(Attribution(QuoteRule.AS, who, (at, at + 1), lemma, [(comma + 1, end)]))


def _first_of_group(tokens: list[Token], at: int) -> int:
    while at > 1 and (grammar.is_adverb(tokens[at - 1]) or tokens[at - 1].low in grammar.AUXILIARY):
        at -= 1
    return at


def add_according_to(tokens: list[Token], found: list[Attribution]) -> None:
    """According to X, and ..., according to X: a speaker, or who carried another's words."""
    for at in range(len(tokens) - 2):
        if tokens[at].low != "according" or tokens[at + 1].low != "to":
            continue
        source = phrases.phrase_after(tokens, at + 2)
        if source is None:
            continue
        fronted = at == 0 or (at < 3 and not tokens[at - 1].quote and tokens[0].low in (
            "and", "but", "still", "meanwhile", "also", "yet"))  # fmt: skip
        contents = _fronted(tokens, source[1]) if fronted else _before_according(tokens, at)
        carrier = [
            a
            for a in found
            if a.contents
            and a.contents[0][0] < at
            and a.cue
            and a.cue[0] < at
            and not fronted
            and a.rule is not QuoteRule.PASSIVE
        ]
        if carrier:
            carrier[-1].via.append(source)
        elif contents:
            found.append(
                Attribution(QuoteRule.ACCORDING_TO, source, (at, at + 2), "according to", contents)
            )


def _fronted(tokens: list[Token], at: int) -> list[Phrase]:
    comma = first_comma(tokens, at, len(tokens))
    if comma >= len(tokens):
        return []
    ahead = first_comma(tokens, comma + 1, len(tokens))
    if ahead < len(tokens) and _is_apposition(tokens[comma + 1 : ahead]):
        comma = ahead
    end = clause_end(tokens, comma + 1, len(tokens))
    return [(comma + 1, end)] if end > comma + 1 else []


def _is_apposition(chunk: list[Token]) -> bool:
    """True for "a lawyer in Tor" and "who left in May" between commas."""
    if not chunk or chunk[0].low not in ("a", "an", "the", "who", "which"):
        return False
    finite = any(grammar.is_finite(t) for t in chunk if t.word)
    return not finite or chunk[0].low in ("who", "which")


def _before_according(tokens: list[Token], at: int) -> list[Phrase]:
    end = at
    while end > 0 and not tokens[end - 1].word and tokens[end - 1].quote is None:
        end -= 1
    begin = 0
    for k in range(end - 1, -1, -1):
        if tokens[k].text == ";":
            begin = k + 1
            break
    while begin < end and tokens[begin].low in grammar.CONJUNCTION:
        begin += 1
    return [(begin, end)] if end - begin > 1 or (end > begin and tokens[begin].quote) else []


def add_naming(line: Line, found: list[Attribution]) -> None:
    """Called the deal "a mirage" and "theft": the object and all marks are the words."""
    tokens = line.tokens
    covered = {k for a in found for start, end in a.contents for k in range(start, end)}
    for cue in cues(line, grammar.NAMING):
        if cue.shape == "passive" or cue.at in covered:
            continue
        end = _last_quote(tokens, cue.last)
        if end is None or _is_thing(tokens, cue) or any(k in covered for k in range(cue.last, end)):
            continue
        who = subject_of(tokens, cue, clause_start(tokens, cue))
        speaker = who.phrase if who else (found[-1].speaker if found else None)
        if speaker:
            covered.update(range(cue.last, end))
            found.append(
                Attribution(
                    QuoteRule.NAMING,
                    speaker,
                    (cue.first, cue.last),
                    cue.lemma,
                    [(cue.last, end)],
                    None,
                    cue.negated,
                )
            )


def add_nominal(tokens: list[Token], found: list[Attribution]) -> None:
    """Roe's claim that ..., her promise that ...: the owner of the noun speaks."""
    covered = {k for a in found for start, end in a.contents for k in range(start, end)}
    for at in range(1, len(tokens) - 2):
        if tokens[at].low not in _CLAIMS or tokens[at + 1].low != "that" or at in covered:
            continue
        owner = at - 1
        while owner > 0 and not grammar.is_possessive(tokens[owner]) and at - owner < 4:
            owner -= 1
        if not grammar.is_possessive(tokens[owner]):
            continue
        named = tokens[owner].low == "'s"
        who = phrases.phrase_before(tokens, owner, 0) if named else (owner, owner + 1)
        end = first_comma(tokens, at + 2, clause_end(tokens, at + 2, len(tokens)))
        if who and end > at + 2:
            found.append(
                Attribution(QuoteRule.NOMINAL, who, (at, at + 1), tokens[at].low, [(at + 2, end)])
            )


def _is_thing(tokens: list[Token], cue: Cue) -> bool:
    """True for "a course called "..."": a name, not an opinion."""
    if not tokens[cue.last].quote or cue.first < 2 or len(tokens[cue.last].text.split()) > 3:
        return False
    who = phrases.phrase_before(tokens, cue.first, 0)
    return who is not None and tokens[who[0]].low in ("a", "an")


def _last_quote(tokens: list[Token], at: int) -> int | None:
    """The end of the last quotation of an object, reached over "and" and commas."""
    end, gap = None, 0
    for k in range(at, len(tokens)):
        if tokens[k].quote:
            end, gap = k + 1, 0
            continue
        gap += 1
        if end is not None and grammar.is_speech(tokens[k]):
            break
        if gap > (14 if end is None else 3) or tokens[k].text in (";", ":"):
            break
        if end is None and tokens[k].text == ",":
            break
    return end
