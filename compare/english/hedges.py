"""Words that hold a statement at arm's length, in one place for all who look for them.

The lists have different members because they are asked different things; each says which.
"""

from __future__ import annotations

import re

HELD = "(?:believed|thought|understood|said|alleged|reported|suspected|feared|expected)"
"""Of what is given as the view of some: "is believed to"."""

CHARGES = ("alleg", "accus", "claim", "charg", "suspect", "purport")
"""How words begin by which a charge is told as one."""

HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|apparently|presumably|possibly|perhaps"
    r"|alleged|purported|suspected|rumou?red|unconfirmed|so-called"
    rf"|(?:appear|seem)(?:s|ed)? to|(?:is|are|was|were) {HELD} to|(?:may|might|could) (?:have|be)"
    r"|it is (?:believed|thought|understood|alleged) that)\b",
    re.IGNORECASE,
)
"""The widest: any words of a text that may be shown as a reserve."""

ADVERBS = frozenset("allegedly reportedly apparently purportedly supposedly".split())
"""Adverbs that stand before a verb and leave the whole clause in doubt."""

DOUBTS = frozenset(
    """
    allegedly alleged reportedly purportedly purported suspected unconfirmed supposedly apparently
    believed thought understood reported rumored rumoured appear appears appeared seem seems seemed
    """.split()
)
"""Those that doubt what happened; the others speak of what is to come or of what could be."""

OF_QUOTATIONS = frozenset(
    """
    may might could perhaps probably possibly maybe likely apparently allegedly reportedly
    seemingly almost nearly unlikely potentially supposedly hopefully somewhat
    """.split()
)
"""Words of a speaker; a version of a quotation without them says it as certain."""
