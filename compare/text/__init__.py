"""Text in, spans out: pure functions that know nothing of a story."""
