"""What a dependency tree knows better than word lists: which verbs report, and which clauses.

The rules find most attributions. With a tree, nouns that look like verbs are set aside, words that
are only an adjunct of the verb or its subject are no longer taken for what was said, and clauses
that hang on a verb of saying are reported although no rule saw them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.annotation import grammar
from compare.annotation.attribution import Attribution, clause_end
from compare.annotation.cues import Cue, cue_at
from compare.annotation.dependency_trees import Tree, parse_trees
from compare.annotation.line_attributions import attributions
from compare.annotation.lines import Line, Token
from compare.annotation.phrases import Phrase
from compare.annotation.quote_rules import QuoteRule
from compare.annotation.reported_content import TO_CLAUSE, addressee_of

_ADJUNCT = frozenset(["advcl", "prep", "npadvmod", "cc", "mark", "advmod"])
_MODIFIER = frozenset(["relcl", "appos", "acl", "advcl"])
# A verb with one of these relations shares the subject of the verb it hangs on.
_SUBJECTLESS = frozenset(["xcomp", "conj", "advcl", "pcomp", "acl"])
_FEWEST = 3
_STEPS = 4


def parsed_attributions(text: str, lines: Sequence[Line]) -> list[list[Attribution]]:
    """The attributions of each line as the rules find them, set right by its dependency tree.

    Tells the lines which of their words are nouns. Raises MissingExtra without spaCy or a model.
    """
    found = []
    for line, tree in zip(lines, parse_trees(text, lines), strict=True):
        if tree is None:
            found.append(attributions(line))
            continue
        line.nouns = _nouns(line.tokens, tree)
        kept = [one for one in attributions(line) if not _is_misread(line.tokens, tree, one)]
        kept += _unseen(line, tree, kept)
        found.append(sorted(kept, key=lambda one: one.contents[0]))
    return found


def _nouns(tokens: Sequence[Token], tree: Tree) -> frozenset[int]:
    """Forms of verbs of saying that are nouns or adjectives here: many states, his promises."""
    return frozenset(
        at
        for at, token in enumerate(tokens)
        if grammar.is_speech(token) and tree.tags[at][:1] in ("N", "J") and tree.deps[at] != "ROOT"
    )


def _is_misread(tokens: Sequence[Token], tree: Tree, one: Attribution) -> bool:
    """True when the words taken for those said are an adjunct, or the one who speaks."""
    verb = _verb(tree, one.cue)
    if verb is None:
        return False
    if one.rule is QuoteRule.CUE_BEFORE_COMMA:
        start, end = one.contents[-1]
        return any(start <= k < end and tree.deps[k] == "nsubj" for k in tree.children(verb))
    if one.rule is not QuoteRule.CUE_AFTER or len(one.contents) > 1:
        return False
    start, end = one.contents[0]
    if any(token.quote for token in tokens[start:end]):
        return False
    inside = range(start, end)
    tops = [k for k in inside if tokens[k].word and tree.is_top(k, start, end)]
    return bool(tops) and all(tree.deps[k] in _ADJUNCT for k in tops)


def _verb(tree: Tree, cue: Phrase | None) -> int | None:
    """The last verb of a cue's words."""
    if cue is None:
        return None
    group = range(cue[1] - 1, cue[0] - 1, -1)
    return next((at for at in group if tree.tags[at].startswith("V")), None)


def _unseen(line: Line, tree: Tree, known: Sequence[Attribution]) -> list[Attribution]:
    """Clauses of verbs of saying that stand in no known attribution."""
    used = {at for one in known if one.cue for at in range(*one.cue)}
    taken = {at for one in known for start, end in one.contents for at in range(start, end)}
    found = []
    for cue in _speaking(line, tree):
        one = None if cue.at in used or cue.shape == "passive" else _of_tree(line.tokens, tree, cue)
        words = {at for start, end in one.contents for at in range(start, end)} if one else set()
        if one and taken.isdisjoint(words):
            one.nested = cue.at in taken
            taken |= words
            found.append(one)
    return found


def _speaking(line: Line, tree: Tree) -> Iterator[Cue]:
    """Words that are verbs of saying by the tree, also where the words beside them hide it."""
    for at, token in enumerate(line.tokens):
        if not tree.tags[at].startswith("V") or (token.capital and at > 0):
            continue
        plain = [form for form in grammar.speech_forms(token) if "_" not in form.lemma]
        cue = cue_at(line, at)
        if cue is None and plain:
            cue = Cue(at, at, at + 1, plain[0].lemma, plain[0].shape)
        if cue:
            yield cue


def _of_tree(tokens: list[Token], tree: Tree, cue: Cue) -> Attribution | None:
    who = _subject(tokens, tree, cue.at)
    for child in tree.children(cue.at) if who else ():
        words = _clause(tokens, tree, cue, child, who) if who else None
        if words is None or who is None or max(who[0], words[0]) < min(who[1], words[1]):
            continue
        before = words[0] >= cue.last
        return Attribution(
            QuoteRule.CUE_BEFORE_CLAUSE if before else QuoteRule.CUE_AFTER_CLAUSE,
            who,
            (cue.first, cue.last),
            cue.lemma,
            [words],
            addressee_of(tokens, cue) if before else None,
            cue.negated,
        )
    return _interposed(tokens, tree, cue, who) if who else None


def _interposed(tokens: list[Token], tree: Tree, cue: Cue, who: Phrase) -> Attribution | None:
    """The wall, said the mayor, is sound: the clause around a verb and its subject."""
    low, high = tree.reach(cue.at)
    start, end = tree.reach(tree.heads[cue.at])
    if tree.deps[cue.at] != "parataxis" or not start < low <= who[0] < high:
        return None
    parts = [_within(tokens, start, low), _within(tokens, high, end)]
    contents = [(a, b) for a, b in parts if b > a]
    if sum(b - a for a, b in contents) < _FEWEST:
        return None
    group = (cue.first, cue.last)
    return Attribution(
        QuoteRule.CUE_AFTER_CLAUSE, who, group, cue.lemma, contents, None, cue.negated
    )


def _within(tokens: list[Token], low: int, high: int) -> Phrase:
    """A stretch without the punctuation at its ends."""
    while low < high and _is_outer(tokens[low]):
        low += 1
    while high > low and _is_outer(tokens[high - 1]) and tokens[high - 1].text not in ")]%$€":
        high -= 1
    return low, high


def _clause(tokens: list[Token], tree: Tree, cue: Cue, top: int, who: Phrase) -> Phrase | None:
    """The words of a clause that a verb of saying governs, without "that" and outer commas."""
    low, high = tree.reach(top)
    promised = tree.deps[top] == "xcomp" and cue.lemma in TO_CLAUSE and low > cue.at
    if tree.deps[top] != "ccomp" and not promised:
        return None
    if top > cue.at:
        low = max(low, cue.last)
        if who[0] < cue.at:
            # The rules know better where the outlet goes on in its own voice.
            high = clause_end(tokens, low, len(tokens))
        low += tokens[low].low == "that"
    elif high > cue.first:
        return None
    low, high = _within(tokens, low, high)
    return (low, high) if high - low >= _FEWEST else None


def _is_outer(token: Token) -> bool:
    return not token.word and token.quote is None


def _subject(tokens: Sequence[Token], tree: Tree, verb: int) -> Phrase | None:
    """The subject of a verb, or of the verb it hangs on; the noun before "who"."""
    for _ in range(_STEPS):
        for child in tree.children(verb):
            if tree.deps[child] == "nsubj":
                relative = tokens[child].low in grammar.RELATIVE and tree.deps[verb] == "relcl"
                return _noun_phrase(tokens, tree, tree.heads[verb] if relative else child)
        if tree.deps[verb] not in _SUBJECTLESS:
            return None
        verb = tree.heads[verb]
        for _ in range(_STEPS):
            if tree.deps[verb] in ("prep", "pobj"):
                verb = tree.heads[verb]
    return None


def _noun_phrase(tokens: Sequence[Token], tree: Tree, head: int) -> Phrase:
    """A noun with what stands before it, without appositions and clauses after it."""
    low, high = tree.reach(head)
    for at in range(head + 1, high):
        if tree.deps[at] in _MODIFIER:
            high = max(head + 1, min(high, tree.reach(at)[0]))
    while high > head + 1 and _is_outer(tokens[high - 1]) and tokens[high - 1].text != ")":
        high -= 1
    while low < head and _is_outer(tokens[low]):
        low += 1
    return low, high
