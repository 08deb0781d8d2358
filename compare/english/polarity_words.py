"""Words by which a statement denies, doubts or only names an act, in one place.

What may or should be is not affirmed; what a denial reaches ends at a preposition.
"""

from __future__ import annotations

import re

# After these a denial says something else: "no doubt", "not only", "no more than twelve".
NO_DENIAL = re.compile(
    r"(?:no\s+(?:doubt|question|wonder|matter|sooner|less|fewer|more|later|earlier|other|further"
    r"|additional|new|stranger|longer\s+than|better|\d)"
    r"|not\s+(?:whether|only|just|merely|simply|least|surprisingly|to\s+mention|without|unlike|all|every"
    r"|everyone|everybody|everything|many|much|enough|always|necessarily|more|less|fewer|long"
    r"|far|alone|until|for\s+the\s+first)"
    r"|nothing\s+(?:but|short|new|less|more|like)|none\s+other|no\s+one\s+else|nobody\s+else"
    r"|never\s+(?:before|again|mind))(?!\w)"
)
DENIAL = re.compile(
    r"(?<!\w)(?<!\w')(?:no\s+one|not|no|never|none|nobody|nothing|neither|nor|without|cannot|zero"
    r"|\w+n't"
    r"|(?:fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing))\s+to"
    r"|(?:unable|unwilling)\s+to"
    r"|(?:stop(?:s|ped)?|fell|falls)\s+short\s+of"
    r"|(?:rul(?:e|es|ed|ing)\s+out)"
    r"|(?:den(?:y|ies|ied|ying))(?=\s+(?:that|having|any|all|\w+ing|he|she|it|they|the\s+(?:claim"
    r"|allegation|report|rumou?r|accusation|suggestion)s?|claims|allegations|reports|rumou?rs"
    r"|suggestions))"
    r"|(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?)(?=\s+(?:the\s+|any\s+|all\s+)?(?:claim"
    r"|allegation|report|rumou?r|accusation|suggestion|charge)s?(?!\w)))(?!\w)"
)
# What such verbs take on the way to what is denied.
ON_THE_WAY = frozenset(
    "claim claims allegation allegations report reports rumor rumors rumour rumours accusation "
    "accusations suggestion suggestions charge charges evidence sign signs indication indications "
    "actually really ever even made said that".split()
)
# Words at which what a denial reaches has ended.
ENDS = frozenset(
    "in on at of for by from with over during near against under after before when while because "
    "as although though if unless until since whether who which where but and into through amid "
    "despite about between among than so".split()
)
# Said of what may be, or is asked for, nothing is affirmed.
UNREAL = frozenset(
    "if whether would could may might should must feared fear fears unless risk risks threat "
    "threatened threatens avoid avoids avoided prevent prevents prevented warn warned attempt "
    "attempted tried almost nearly narrowly demand demands demanded call calls called urge "
    "urges urged asked expected likely possible can need needs wants wanted consider considers "
    "considered considering weigh weighs weighed weighing mulled mulling explored contemplated "
    "discussed debated hope hopes hoped sought seeks proposed proposes offered promised "
    "pledged opted".split()
)
# What may stand in front of a noun: an open letter has not been opened; "too close" shuts nothing.
ADJECTIVES = frozenset(
    "open close safe dangerous sick ill healthy true false accurate genuine authentic fake legal "
    "illegal lawful unlawful positive negative armed unarmed sober drunk drunken accidental "
    "deliberate intentional successful unsuccessful".split()
)
DEGREES = frozenset("too so very as more most less how".split())
OPEN = frozenset(["if", "whether", "unless"])
TO_REAL = frozenset(
    "decided agreed agrees going set managed continue continued continues began begins forced "
    "is was are were had chose plans vowed".split()
)
AUXILIARY = frozenset(
    "be been being is are was were am have has had having do does did will would can could may "
    "might must shall should get gets got".split()
)
# A base form behind one of these is a verb: "to open", "will not open".
BEFORE_VERB = frozenset("to can could will would shall should may might must not".split())

ADMITTING = frozenset("admit admits admitted admitting confess confesses confessed".split())
"""Who admits an act says that it was so."""
OF_KNOWING = frozenset(
    "know knows knew known knowing clear explain explained believe believed think thought sure "
    "certain comment specify disclose reveal understand expect expected mean means".split()
)
"""Words of "not known whether" and "never explained why": what follows is not denied."""
WEAKER = frozenset(["evidence", "sign", "signs", "indication", "indications"])
"""No sign of a thing is less than no such thing."""
