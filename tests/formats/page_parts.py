"""An HTML page taken apart with the standard parser, for the tests of the report."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "input", "br", "link", "img", "hr"}
_BLOCKS = {
    *("p", "li", "h1", "h2", "h3", "tr", "dt", "dd", "legend", "label", "summary", "caption"),
    *("div", "section", "blockquote", "header", "article", "title", "fieldset"),
}


@dataclass
class Element:
    """One element with its attributes and the elements and words inside it, in order."""

    tag: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    def walk(self) -> list[Element]:
        """This element and all inside it, in document order."""
        found = [self]
        for one in self.inside:
            if isinstance(one, Element):
                found += one.walk()
        return found

    def words(self) -> str:
        """All text inside, exactly as it stands."""
        return "".join(one if isinstance(one, str) else one.words() for one in self.inside)

    def of_class(self, name: str) -> list[Element]:
        return [e for e in self.walk() if name in e.attributes.get("class", "").split()]

    def of_tag(self, tag: str) -> list[Element]:
        return [e for e in self.walk() if e.tag == tag]


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), f"<{tag}> has an attribute twice: {names}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment in the page: {data}")


def parsed(page: str) -> Element:
    """The page as a tree; an AssertionError when elements are not closed in their order."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    assert builder.open == [builder.root], f"never closed: {[e.tag for e in builder.open]}"
    return builder.root


def visible_text(page: str) -> str:
    """What a reader gets, one block a line, without style, script and the sheet of glyphs."""
    lines: list[str] = []
    _read(parsed(page), lines)
    kept = (" ".join(line.split()) for line in "".join(lines).split("\n"))
    return "\n".join(line for line in kept if line) + "\n"


def _read(element: Element, lines: list[str]) -> None:
    if element.tag in ("style", "script", "svg"):
        return
    block = element.tag in _BLOCKS
    if block:
        lines.append("\n")
    for one in element.inside:
        if isinstance(one, str):
            lines.append(one)
        else:
            _read(one, lines)
            if one.tag in ("td", "th"):
                lines.append(" | ")
    if block:
        lines.append("\n")
