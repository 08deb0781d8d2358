"""The questions as a package of IMS Question and Test Interoperability 2.1 (QTI).

Item and test structure follow the information model of QTI 2.1, the package that of IMS Content
Packaging 1.1.4, as Canvas and others import them. Moodle has no import for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.formats.archive import archive, xml_text
from compare.teach.lesson import Lesson
from compare.teach.question import Question

if TYPE_CHECKING:
    from lxml.etree import _Element

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
MANIFEST = "imsmanifest.xml"
TEST = "test.xml"
_TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates"
_EXACT = f"{_TEMPLATES}/match_correct"


def qti(lesson: Lesson) -> bytes:
    """A ZIP file with a manifest, a test and one item for each question."""
    files = {
        MANIFEST: _manifest(lesson),
        TEST: _test(lesson),
        **{_file(question): item(question) for question in lesson.questions},
    }
    return archive(files)


def item(question: Question) -> bytes:
    """One assessmentItem: a choice, or an open text that a person marks."""
    root = _root("assessmentItem", identifier=_name(question), title=question.id)
    root.set("adaptive", "false")
    root.set("timeDependent", "false")
    closed = bool(question.options)
    kind = "identifier" if closed else "string"
    several = "multiple" if question.several else "single"
    response = _add(
        root,
        "responseDeclaration",
        identifier="RESPONSE",
        cardinality=several if closed else "single",
        baseType=kind,
    )
    if closed:
        correct = _add(response, "correctResponse")
        for name, option in _named(question):
            if option:
                _add(correct, "value").text = name
    _add(root, "outcomeDeclaration", identifier="SCORE", cardinality="single", baseType="float")
    body = _add(root, "itemBody")
    if closed:
        _choice(body, question)
        _add(root, "responseProcessing", template=_EXACT)
    else:
        text = _add(body, "extendedTextInteraction", responseIdentifier="RESPONSE")
        _add(text, "prompt").text = xml_text(question.prompt)
    return _bytes(root)


def _choice(body: _Element, question: Question) -> None:
    most = "0" if question.several else "1"
    choice = _add(
        body,
        "choiceInteraction",
        responseIdentifier="RESPONSE",
        shuffle="false",
        maxChoices=most,
    )
    _add(choice, "prompt").text = xml_text(question.prompt)
    for (name, _), option in zip(_named(question), question.options, strict=True):
        _add(choice, "simpleChoice", identifier=name).text = xml_text(option.text)


def _named(question: Question) -> Iterator[tuple[str, bool]]:
    for number, option in enumerate(question.options, 1):
        yield f"choice{number}", option.right


def _test(lesson: Lesson) -> bytes:
    title = xml_text(lesson.title or "Several articles")
    root = _root("assessmentTest", identifier="lesson", title=title)
    part = _add(
        root,
        "testPart",
        identifier="part",
        navigationMode="nonlinear",
        submissionMode="individual",
    )
    section = _add(part, "assessmentSection", identifier="section", title=title, visible="true")
    for question in lesson.questions:
        _add(section, "assessmentItemRef", identifier=_name(question), href=_file(question))
    return _bytes(root)


def _manifest(lesson: Lesson) -> bytes:
    from lxml import etree

    root = etree.Element(f"{{{PACKAGE}}}manifest", nsmap={None: PACKAGE})
    root.set("identifier", "lesson-package")
    metadata = etree.SubElement(root, f"{{{PACKAGE}}}metadata")
    etree.SubElement(metadata, f"{{{PACKAGE}}}schema").text = "QTIv2.1 Package"
    etree.SubElement(metadata, f"{{{PACKAGE}}}schemaversion").text = "1.0.0"
    etree.SubElement(root, f"{{{PACKAGE}}}organizations")
    resources = etree.SubElement(root, f"{{{PACKAGE}}}resources")
    # Some importers want the names in the list of files to differ from those in the files.
    names = [f"file-{_name(question)}" for question in lesson.questions]
    test = _resource(resources, "file-lesson", "imsqti_test_xmlv2p1", TEST)
    for name in names:
        etree.SubElement(test, f"{{{PACKAGE}}}dependency").set("identifierref", name)
    for name, question in zip(names, lesson.questions, strict=True):
        _resource(resources, name, "imsqti_item_xmlv2p1", _file(question))
    return _bytes(root)


def _resource(parent: _Element, name: str, kind: str, file: str) -> _Element:
    from lxml import etree

    resource = etree.SubElement(parent, f"{{{PACKAGE}}}resource")
    resource.set("identifier", name)
    resource.set("type", kind)
    resource.set("href", file)
    etree.SubElement(resource, f"{{{PACKAGE}}}file").set("href", file)
    return resource


def _name(question: Question) -> str:
    """An identifier as QTI wants it: a letter first, then letters, digits and hyphens."""
    return f"q-{question.id.replace(' ', '-')}"


def _file(question: Question) -> str:
    return f"items/{_name(question)}.xml"


def _root(tag: str, **attributes: str) -> _Element:
    from lxml import etree

    root = etree.Element(f"{{{QTI}}}{tag}", nsmap={None: QTI})
    for name, value in attributes.items():
        root.set(name, value)
    return root


def _add(parent: _Element, tag: str, **attributes: str) -> _Element:
    from lxml import etree

    child = etree.SubElement(parent, f"{{{QTI}}}{tag}")
    for name, value in attributes.items():
        child.set(name, value)
    return child


def _bytes(root: _Element) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))
