"""Three invented reports of one event, as texts and as pages."""

from __future__ import annotations

FIRST = """Bakery fire closes Mill Street

A fire at the Orlen bakery closed Mill Street on Monday evening. Two bakers were hurt, the fire
brigade said. About 40 people left their homes.

“We heard a bang and then everything was smoke,” said Tilda Marsh, who lives next door. The mayor of
Hollen, Per Aske, called the work of the fire brigade outstanding.

The street will stay closed until Wednesday.
"""
SECOND = """Three hurt as Hollen bakery burns

Three bakers were hurt when a fire broke out at the Orlen bakery in Mill Street on Monday evening,
police said. Some 40 residents had to leave their homes.

“We heard a bang,” said Tilda Marsh, a neighbour. The fire brigade needed two hours to put the fire
out.

The cause is not known. Mill Street stays closed until Wednesday, the town said.
"""
THIRD = """Residents return after bakery fire

The 40 residents of Mill Street in Hollen who left their homes after a fire at the Orlen bakery went
back on Tuesday. The fire on Monday evening hurt two bakers, the fire brigade said.

An oven had overheated, according to the police. Mill Street is closed until Wednesday.
"""
TEXTS = {"hollen-herald.txt": FIRST, "mill-post.txt": SECOND, "valley-radio.txt": THIRD}


def page_of(text: str, outlet: str) -> str:
    """The article as a page of the web."""
    headline, *paragraphs = [part.replace("\n", " ").strip() for part in text.split("\n\n")]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><title>{headline}</title>'
        f'<meta property="og:site_name" content="{outlet}">'
        f'<meta property="article:published_time" content="2031-03-04T09:00:00Z"></head>'
        f"<body><article><h1>{headline}</h1>{body}</article></body></html>"
    )
