"""Every name in a comparison is checked: each one that is broken is refused, at its own path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest

from compare.findings import overview
from compare.formats.record import ComparisonRecord
from compare.model.comparison import Comparison, Findings
from compare.model.corrections import AppliedCorrection
from compare.model.ids import Refers
from compare.model.references import shape_of
from tests.formats.story import market_hall
from tests.model.broken import GOOD

Step = str | int
# Fields of plain text that name nothing in the comparison.
TEXTS = {
    "act", "anonymous", "change", "counts", "cue_lemma", "definition", "hedge", "how", "id", "kind",
    "label", "name", "note", "one_source", "ordinal", "question", "reason", "signal", "source",
    "speaker", "speaker_before", "text", "titles", "unit", "value", "why", "words", "ignored",
}  # fmt: skip


def references(value: object, path: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """The path of every field that names something, in a value of the model."""
    kind: type = type(value)
    shape = shape_of(kind)
    for field, _ in shape.references:
        if getattr(value, field):
            yield (*path, field)
    for field in shape.inside:
        held = getattr(value, field)
        several = enumerate(held) if isinstance(held, tuple) else [(None, held)]
        for number, each in several:
            if each is not None:
                yield from references(each, (*path, field, *([] if number is None else [number])))


def broken(value: Any, path: tuple[Step, ...], name: str) -> Any:
    """The value with the name at a path replaced; in a tuple of names, the first one."""
    if not path:
        return (name, *value[1:]) if isinstance(value, tuple) else name
    step, *rest = path
    if isinstance(step, int):
        changed = broken(value[step], tuple(rest), name)
        return (*value[:step], changed, *value[step + 1 :])
    return replace(value, **{step: broken(getattr(value, step), tuple(rest), name)})


PATHS = [
    (field, number, path)
    for field in ("facts", "accounts", *(spec.name for spec in fields(Findings)))
    for number, value in enumerate(getattr(GOOD, field))
    for path in references(value)
    # A fact without its own id has no row of the grid, which is told first.
    if (field, path) != ("facts", ("id",))
]


def test_every_kind_of_finding_is_tried() -> None:
    tried = {field for field, _, _ in PATHS}
    assert tried >= {spec.name for spec in fields(Findings)} - {"reuse", "citations", "placements"}
    assert len(PATHS) > 100


@pytest.mark.parametrize(("field", "number", "path"), PATHS)
def test_a_name_of_nothing_is_refused(field: str, number: int, path: tuple[Step, ...]) -> None:
    values = list(getattr(GOOD, field))
    values[number] = broken(values[number], path, "Z.none")
    changed: dict[str, Any] = {field: tuple(values)}
    with pytest.raises(ValueError, match=r"Z\.none|account"):
        replace(GOOD, **changed)


def test_the_message_gives_the_path() -> None:
    values = list(GOOD.facts)
    values[0] = broken(values[0], ("mentions", 0, "sentence"), "A.s99")
    path = re.escape("facts[0].mentions[0].sentence: A.s99 is no sentence of article A")
    with pytest.raises(ValueError, match=f"^{path}$"):
        replace(GOOD, facts=tuple(values))


def classes(kind: type) -> Iterator[type]:
    """A class of the model and all classes of values inside it."""
    yield kind
    for hint in get_type_hints(kind, include_extras=True).values():
        yield from (found for leaf in leaves(hint) for found in classes(leaf))


def leaves(hint: object) -> Iterator[type]:
    for each in get_args(hint) or (hint,):
        if is_dataclass(each) and isinstance(each, type):
            yield each
        elif get_args(each):
            yield from leaves(each)


def plain_texts() -> Iterator[str]:
    """The fields of findings, facts and the like that are plain text and name nothing."""
    hints = get_type_hints(Comparison, include_extras=True)
    tops = [
        leaf
        for name in ("facts", "coverage", "accounts", *(spec.name for spec in fields(Findings)))
        for leaf in leaves(hints[name])
    ]
    for kind in {found for top in (*tops, AppliedCorrection) for found in classes(top)}:
        for spec in fields(kind):
            hint = get_type_hints(kind, include_extras=True)[spec.name]
            own = get_origin(hint) is not Annotated and str in get_args(hint)
            if hint is str or own:
                yield spec.name


def test_a_field_of_text_either_names_something_or_is_known_to_be_words() -> None:
    assert set(plain_texts()) <= TEXTS


def test_every_kind_of_name_is_used() -> None:
    used = {
        kind for top in (Comparison,) for c in classes(top) for _, kind in shape_of(c).references
    }
    assert used == set(Refers)


def test_the_findings_are_listed_once() -> None:
    names = [spec.name for spec in fields(Findings)]
    for kind in (Comparison, ComparisonRecord):
        assert issubclass(kind, Findings)
        assert not set(names) & set(vars(kind).get("__annotations__", {}))


def test_every_kind_of_finding_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()

    def found(**kinds: object) -> Findings:
        asked.update(kinds)
        return Findings()

    monkeypatch.setattr(overview, "Findings", found)
    from compare.pipeline import compare_story

    compare_story([article.document for article in market_hall().articles])
    assert asked == {spec.name for spec in fields(Findings)}
