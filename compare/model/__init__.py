"""Frozen types and their invariants; the standard library only."""
