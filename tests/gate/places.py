"""Where the gate finds the marked stories, the labelled data and the floors."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class GateError(Exception):
    """The gate cannot be run; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The three things the gate reads. `evaluation` holds score.py and a folder data."""

    corpora: Path = ROOT / "corpora"
    evaluation: Path = ROOT.parent / "shared" / "eval"
    floors: Path = ROOT / "tests" / "gate" / "floors.toml"

    @property
    def scorer(self) -> Path:
        """The scorer that tells its tasks and their numbers."""
        return self.evaluation / "score.py"

    @property
    def data(self) -> Path:
        """The labelled data of the scorer."""
        return self.evaluation / "data"

    @property
    def gold(self) -> list[Path]:
        """The files that mark facts, figures and quotes of our own stories, by name."""
        return sorted((self.corpora / "gold").glob("*.json"))

    def check(self) -> None:
        """GateError if anything is missing."""
        for path in (self.scorer, self.data):
            if not path.exists():
                raise GateError(
                    f"{path} is missing, so nothing can be scored. "
                    "Put the labelled data there, or name its folder with --eval."
                )
        if not any(self.data.iterdir()):
            raise GateError(f"{self.data} is empty. Put the labelled data there.")
        if not self.gold:
            raise GateError(f"{self.corpora / 'gold'} marks no story. Restore its files.")

    def digests(self) -> dict[str, str]:
        """One sha256 for our marked stories and one for the labelled data with its scorer."""
        stories = [self.corpora / path.stem for path in self.gold]
        ours = [*self.gold, *(file for folder in stories for file in _files(folder))]
        theirs = [self.scorer, *_files(self.data)]
        return {"gold": digest(self.corpora, ours), "eval": digest(self.evaluation, theirs)}


def digest(top: Path, files: Iterable[Path]) -> str:
    """A sha256 of the names below `top` and the bytes of files, in the order of their names."""
    whole = hashlib.sha256()
    for name, path in sorted((path.relative_to(top).as_posix(), path) for path in files):
        whole.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
