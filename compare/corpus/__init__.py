"""A day of news, or a year: articles in, events and their comparisons out, as tables in files.

import compare

corpus = compare.corpus.open("monday")
corpus.add(["feeds.jsonl", "pages/"])
corpus.compare()
for fact in corpus.facts():
    print(fact["event"], fact["label"], fact["said_by"])
"""

from __future__ import annotations

from compare.corpus.corpus import Compared as Compared
from compare.corpus.corpus import Corpus as Corpus
from compare.corpus.corpus import Event as Event
from compare.corpus.corpus import open_corpus as open
from compare.corpus.engines import engine_named as engine_named

__all__ = ["Compared", "Corpus", "Event", "engine_named", "open"]
