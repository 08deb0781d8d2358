"""The gate: scores on marked stories, held against pinned floors. Run `python -m tests.gate`."""
