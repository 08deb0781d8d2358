"""The file in which a user corrects what was put together: corrections.toml."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NoReturn

from compare.errors import BadCorrections, SourceError
from compare.model.corrections import Correction, CorrectionKind, SentenceName
from compare.sources.encoding import decode
from compare.sources.files import read_file
from compare.sources.story import path_inside

CORRECTIONS_FILE = "corrections.toml"
LOOK_UP = "docs/corrections.md shows each kind"

_KEYS = {
    CorrectionKind.PIN: ("sentences", "note"),
    CorrectionKind.SPLIT: ("fact", "sentences", "note"),
    CorrectionKind.MERGE: ("facts", "note"),
    CorrectionKind.IGNORE: ("fact", "finding", "note"),
    CorrectionKind.SPEAKER: ("quote", "speaker", "note"),
}
_SENTENCE_ID = re.compile(r"[A-Z]+\.s\d+")
_QUOTE_ID = re.compile(r"[A-Z]+\.q\d+")
_FACT_ID = re.compile(r"f-[0-9a-f]{6}")
_FINDING_ID = re.compile(r"[cnu]-[0-9a-f]{6,8}(-\d+)?")
_NO_NUMBER = (
    "A number such as f3 is of one comparison only; take the id that 'storydiff show' prints"
)


def read_corrections(path: str | os.PathLike[str]) -> tuple[Correction, ...]:
    """Return the corrections of the TOML file at `path` in their order, each kind for itself.

    BadCorrections names the file, the correction, the key and the reason. Nothing is looked up in
    articles yet.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "mine.toml")
    ...     _ = path.write_text('ignore = [{fact = "f-3fa9c1"}]', encoding="utf-8")
    ...     [(one.kind.value, one.facts) for one in read_corrections(path)]
    [('ignore', ('f-3fa9c1',))]
    """
    source = os.fspath(path)
    try:
        text = decode(read_file(Path(path), source=source), source=source)
    except SourceError as wrong:
        raise BadCorrections(str(wrong)) from wrong
    try:
        tree = tomllib.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise BadCorrections(f"{source}: this is no valid TOML ({wrong}). Correct it.") from wrong
    return tuple(_File(source).corrections(tree))


def corrections_beside(folder: Path) -> tuple[Correction, ...]:
    """The corrections that lie in a story folder; none when it has no such file."""
    path = folder / CORRECTIONS_FILE
    if not os.path.lexists(path):
        return ()
    try:
        return read_corrections(path_inside(folder, CORRECTIONS_FILE, str(path)))
    except SourceError as wrong:
        raise BadCorrections(str(wrong)) from wrong


class _File:
    """One file while it is checked; everything wrong is told with its place in the file."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.name = Path(source).name

    def corrections(self, tree: dict[str, object]) -> Iterator[Correction]:
        """Every correction of the file."""
        kinds = {kind.value: kind for kind in CorrectionKind}
        self._known("", tree, kinds)
        for name, entries in tree.items():
            if not isinstance(entries, list):
                self._refuse(f"{name}: it must be a table", f"Write [[{name}]]; {LOOK_UP}")
            for number, entry in enumerate(entries, 1):
                yield self._correction(kinds[name], f"{name} {number}", entry)

    def _correction(self, kind: CorrectionKind, where: str, entry: object) -> Correction:
        if not isinstance(entry, dict):
            self._refuse(f"{where}: it must be a table", f"Write [[{kind.value}]]; {LOOK_UP}")
        self._known(f"{where}: ", entry, _KEYS[kind])
        facts = [*self._listed(where, entry, "facts"), *self._single(where, entry, "fact")]
        made = Correction(
            kind=kind,
            source=f"{self.name}, {where}",
            sentences=tuple(self._sentences(where, entry.get("sentences", []))),
            facts=tuple(self._id(where, name, _FACT_ID, "a fact") for name in facts),
            findings=tuple(
                self._id(where, name, _FINDING_ID, "a finding")
                for name in self._single(where, entry, "finding")
            ),
            quote=self._quote(where, entry.get("quote")),
            speaker="".join(self._single(where, entry, "speaker")),
            note="".join(self._single(where, entry, "note")),
        )
        self._complete(where, made)
        return made

    def _complete(self, where: str, made: Correction) -> None:
        """What a correction of its kind needs is there."""
        needed = {
            CorrectionKind.PIN: ("two or more sentences", len(made.sentences) > 1),
            CorrectionKind.MERGE: ("two or more facts", len(made.facts) > 1),
            CorrectionKind.SPLIT: (
                "a fact and the sentences to take out of it, or two sentences",
                bool(made.facts and made.sentences) or len(made.sentences) == 2,
            ),
            CorrectionKind.IGNORE: (
                "either a fact or a finding",
                len(made.facts) + len(made.findings) == 1,
            ),
            CorrectionKind.SPEAKER: (
                'a quote and its speaker, a name that stands in the articles or "unnamed"',
                made.quote is not None and bool(made.speaker),
            ),
        }
        words, there = needed[made.kind]
        if not there:
            self._refuse(f"{where}: it needs {words}", f"Add what is missing; {LOOK_UP}")

    def _sentences(self, where: str, value: object) -> Iterator[SentenceName]:
        if not isinstance(value, list):
            self._refuse(f"{where}: sentences: it must be a list", f"Write [ … ]; {LOOK_UP}")
        for each in value:
            yield self._name(f"{where}: sentences", each, _SENTENCE_ID, "sentence", "B.s12")

    def _quote(self, where: str, value: object) -> SentenceName | None:
        if value is None:
            return None
        return self._name(f"{where}: quote", value, _QUOTE_ID, "quotation", "B.q3")

    def _name(
        self, where: str, value: object, form: re.Pattern[str], what: str, example: str
    ) -> SentenceName:
        named = None
        match value:
            case str() if form.fullmatch(value):
                named = SentenceName(id=value)
            case {"outlet": str(outlet), "text": str(text), **rest} if not rest:
                named = SentenceName(outlet=outlet.strip(), text=text.strip())
        if named is None:
            self._refuse(
                f"{where}: {value!r} names no {what}"[:200],
                f'Write {{ outlet = "…", text = "…" }}, or an id such as "{example}"',
            )
        if not named.id and not (named.outlet and named.text):
            self._refuse(f"{where}: a name is empty", "Fill it in")
        return named

    def _single(self, where: str, entry: dict[str, object], key: str) -> list[str]:
        value = entry.get(key, "")
        if not isinstance(value, str):
            self._refuse(f"{where}: {key}: it must be text", "Put it in quotation marks")
        return [value.strip()] if value.strip() else []

    def _listed(self, where: str, entry: dict[str, object], key: str) -> list[str]:
        value = entry.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self._refuse(f"{where}: {key}: it must be a list of texts", f"Write [ … ]; {LOOK_UP}")
        return [str(each).strip() for each in value]

    def _id(self, where: str, name: str, form: re.Pattern[str], what: str) -> str:
        if not form.fullmatch(name):
            self._refuse(f"{where}: {name!r} is no lasting id of {what}"[:200], _NO_NUMBER)
        return name

    def _known(self, where: str, table: dict[str, object], known: Iterable[str]) -> None:
        names = list(known)
        for key in table:
            if key not in names:
                near = difflib.get_close_matches(key, names, 1)
                meant = f"Did you mean {near[0]}?" if near else f"Known are {', '.join(names)}."
                self._refuse(f"{where}{key}: there is no such key", meant)

    def _refuse(self, reason: str, advice: str) -> NoReturn:
        raise BadCorrections(f"{self.source}: {reason}. {advice.rstrip('.')}.".replace("?.", "?"))
