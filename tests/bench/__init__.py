"""Time and memory on stories of growing size. Run `python -m tests.bench`."""
