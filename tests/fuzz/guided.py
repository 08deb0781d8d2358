"""Fuzzing of the text layer that is led by coverage; needs atheris, which no test asks for.

python -m tests.fuzz.guided -max_total_time=60 -seed=1
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from typing import Any

LONGEST = 4_000


def missing_atheris() -> str:
    """Why there is no guided fuzzing here, or an empty string."""
    try:
        importlib.import_module("atheris")
    except ImportError as wrong:
        return f"atheris is not installed ({wrong}): pip install atheris"
    return ""


def _attack(functions: Callable[[], Any], atheris: Any) -> Callable[[bytes], None]:
    held = tuple(functions().items())

    def attack(data: bytes) -> None:
        provider = atheris.FuzzedDataProvider(data)
        _, function = held[provider.ConsumeIntInRange(0, len(held) - 1)]
        text = provider.ConsumeUnicodeNoSurrogates(LONGEST)
        if text.strip():
            function(text)

    return attack


def main(arguments: list[str]) -> None:
    """Runs until the time that libFuzzer is given is over; ends with its code where it fails."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["compare.text", "compare.annotation"]):
        growth = importlib.import_module("tests.fuzz.growth")
    atheris.Setup([sys.argv[0], *arguments], _attack(lambda: growth.FUNCTIONS, atheris))
    atheris.Fuzz()


if __name__ == "__main__":
    if why := missing_atheris():
        print(why)
    else:
        main(sys.argv[1:])
