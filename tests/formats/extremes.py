"""A story that is hard to lay out: right to left, words without end, huge headlines."""

from __future__ import annotations

from dataclasses import replace

from compare.model.comparison import Comparison
from compare.model.facts import Fact
from tests.formats.builder import Draft, plain

ARABIC = "أُغلق الجسر القديم يوم الاثنين بعد أن وجد غواصان شقًا في الدعامة الثالثة."
HEBREW = "הגשר הישן נסגר ביום שני לאחר ששני צוללנים מצאו סדק בעמוד השלישי."
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3


def extremes() -> Comparison:
    """Three articles: Arabic, Hebrew, and one whose words have no end."""
    drafts = [
        Draft(
            "A",
            "صحيفة الجسر",
            "الجسر القديم مغلق حتى إشعار آخر",
            [[ARABIC], ["قال العمدة: «سنعيد فتحه»."]],
        ),
        Draft("B", "עיתון הגשר", "הגשר נסגר", [[HEBREW]]),
        Draft(
            "C",
            LONG[:120],
            f"{'The old bridge is closed until further notice ' * 8}{LONG}",
            [[f"{LONG} was closed on Monday."]],
        ),
    ]
    fact = Fact(
        id="f-0b51de",
        ordinal="f1",
        label=ARABIC,
        mentions=(
            drafts[0].mention(ARABIC),
            drafts[1].mention(HEBREW),
            drafts[2].mention(f"{LONG} was closed on Monday."),
        ),
    )
    story = plain(drafts, [fact], title=f"The old bridge {LONG}")
    languages = dict(zip("ABC", ("ar", "he", "en"), strict=True))
    return replace(
        story,
        articles=tuple(
            replace(a, document=replace(a.document, language=languages[a.letter]))
            for a in story.articles
        ),
    )
