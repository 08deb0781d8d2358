"""A story followed over time: what is new, changed, corrected, contradicted or dropped."""
