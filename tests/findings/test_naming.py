from __future__ import annotations

from compare.findings.naming import naming
from compare.model.words import EntityKind, LabelForm, Naming
from compare.text.tone import counterpart_lists
from tests.findings.ground import ground


def named(**texts: str) -> dict[str, Naming]:
    return {each.name: each for each in naming(ground(**texts), counterpart_lists())}


def labels(one: Naming) -> dict[str, dict[str, int]]:
    return {o.article: {label.text: label.count for label in o.labels} for o in one.outlets}


def test_the_labels_of_a_person_are_counted_outlet_by_outlet() -> None:
    (one,) = named(
        A="Interior Minister Radek Solm thanked them. Solm left. Mr Solm smiled.",
        B="Radek Solm, the interior minister, thanked them.",
    ).values()
    assert one.kind is EntityKind.PERSON
    assert labels(one) == {
        "A": {"Interior Minister Radek Solm": 1, "Solm": 1, "Mr Solm": 1},
        "B": {"Radek Solm": 1},
    }
    assert [o.introduced.text for o in one.outlets] == [
        "Interior Minister Radek Solm",
        "Radek Solm, the interior minister",
    ]
    assert not one.differs


def test_a_title_that_one_outlet_withholds_is_a_difference() -> None:
    one = named(A="Mayor Anna Holt resigned. It was late.", B="Anna Holt resigned. It was late.")[
        "Anna Holt"
    ]
    assert one.differs
    assert [o.titles for o in one.outlets] == [("Mayor",), ()]


def test_forms_of_one_title_are_no_difference() -> None:
    one = named(A="Gov. Anna Holt resigned.", B="Governor Anna Holt resigned.")["Anna Holt"]
    assert not one.differs


def test_a_description_goes_to_the_only_person_with_that_role() -> None:
    one = named(
        A="The first mate, Anna Holt, came ashore. The mate did not speak.",
        B="Anna Holt came ashore. Nobody spoke.",
    )["Anna Holt"]
    assert labels(one)["A"] == {"Anna Holt": 1, "the mate": 1}
    assert [label.form for label in one.outlets[0].labels][-1] is LabelForm.DESCRIPTION


def test_a_description_that_fits_two_goes_to_neither() -> None:
    one = named(
        A="The first mate, Anna Holt, left. The second mate, Peter Lang, stayed. The mate wept.",
        B="Anna Holt left. Peter Lang stayed. It rained.",
    )["Anna Holt"]
    assert "the mate" not in labels(one)["A"]


def test_a_label_with_no_name_finds_its_person_through_the_linked_sentence() -> None:
    one = named(
        A="Anna Holt, the first mate, said the crew went back twice.",
        B="The ferry's mate said the crew went back twice.",
        C="Anna Holt said the crew went back twice.",
    )["Anna Holt"]
    assert labels(one)["B"] == {"the ferry's mate": 1}


def test_labels_inside_quotations_are_the_speakers() -> None:
    one = named(
        A="Anna Holt left. “We all saw Captain Anna Holt go down,” said Peter Lang.",
        B="Anna Holt left. It rained.",
    )["Anna Holt"]
    assert labels(one)["A"] == {"Anna Holt": 1}


def test_a_group_is_known_by_what_stands_in_apposition() -> None:
    one = named(
        A="Open Ford, an aid group that runs a kitchen, will appeal.",
        B="Open Ford, the charity, will appeal. The charity said little.",
    )["Open Ford"]
    assert one.kind is EntityKind.GROUP
    assert one.differs
    assert labels(one)["B"] == {"Open Ford": 1, "the charity": 1}


def test_an_acronym_goes_with_the_name_it_stands_for() -> None:
    one = named(
        A="The National Rivers Trust (NRT) sued. The NRT won.",
        B="The NRT sued. It won.",
    )["National Rivers Trust"]
    assert labels(one)["B"] == {"NRT": 1}


def test_people_without_a_name_are_known_by_a_list() -> None:
    one = named(
        A="Police moved 640 migrants to Velm. The migrants slept.",
        B="Police moved 640 illegal crossers to Velm. Nobody slept.",
    )["migrants"]
    assert one.kind is EntityKind.GROUP
    assert one.lexicon is not None
    assert labels(one) == {"A": {"migrants": 2}, "B": {"illegal crossers": 1}}
    assert one.differs


def test_names_of_one_article_alone_are_left_out() -> None:
    assert not named(A="Anna Holt left.", B="The mayor left.")
