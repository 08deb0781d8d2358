"""Attacks on the package by made-up input: mutations, grammars, growth, bombs, guided fuzzing."""
