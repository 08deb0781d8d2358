"""Show how several news outlets tell the same story, with the exact words as evidence.

    import compare

    story = compare.load_story(["harbour-times.txt", "northern-ledger.html"])
    result = compare.compare_story(story)
    compare.write(result, "report.html")
"""

from __future__ import annotations

from compare.annotate.article import annotate
from compare.errors import CompareError
from compare.pipeline import compare_story, links
from compare.sources.document import document

__all__ = ["CompareError", "annotate", "compare_story", "document", "links"]
