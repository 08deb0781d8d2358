"""Tests of `compare.corpus`."""
