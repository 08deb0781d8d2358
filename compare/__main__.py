"""`python -m compare` does what `storydiff` does."""

from compare.cli import main

if __name__ == "__main__":
    main()
