"""Who speaks, by name: whole names, and nothing of what stands beside them."""

from __future__ import annotations

import pytest

from tests.annotation.quoted import said

ROLE = [
    ("“The dam will hold,” said the governor of Ohio, Ida Rowe.", "Ida Rowe"),
    ("“The dam will hold,” said Ida Rowe, the governor of Ohio.", "Ida Rowe"),
    ("“The dam will hold,” the mayor of Port Tessel, Ida Rowe, said.", "Ida Rowe"),
    (
        "“The dam will hold,” the president of the Corran Water Company, Ida Rowe, told reporters.",
        "Ida Rowe",
    ),
    ("The governor of Ohio, Ida Rowe, said the dam would hold.", "Ida Rowe"),
    ("The head of the Tessel Fire Brigade, Ida Rowe, said the dam would hold.", "Ida Rowe"),
    ("“The dam will hold,” said the minister for Health, Ida Rowe.", "Ida Rowe"),
    ("“The dam will hold,” said the prime minister of Norway, Ida Rowe, on Monday.", "Ida Rowe"),
    ("According to the director of the Tessel Museum, Ida Rowe, the dam would hold.", "Ida Rowe"),
    ("The dam would hold, according to the mayor of Tessel, Ida Rowe.", "Ida Rowe"),
    ("“The dam will hold,” said the bishop of Lund, Ida Rowe, 54.", "Ida Rowe"),
    ("“The dam will hold,” said the chief of police in Tessel, Ida Rowe.", "Ida Rowe"),
]


@pytest.mark.parametrize(("text", "name"), ROLE)
def test_a_name_after_a_role_with_its_place_is_the_speaker(text: str, name: str) -> None:
    assert {speaker for speaker, _ in said(text)} == {name}


OFFICE = [
    ("“The dam will hold,” said Ohio Governor Ida Rowe.", "Ida Rowe"),
    ("“The dam will hold,” said Secretary of State Ida Rowe.", "Ida Rowe"),
    ("Secretary of State Ida Rowe said the dam would hold.", "Ida Rowe"),
    ("Former Secretary of State Ida Rowe said the dam would hold.", "Ida Rowe"),
    ("Secretary of Defense Ida Rowe said the dam would hold.", "Ida Rowe"),
    ("Minister of Health Ida Rowe said the dam would hold.", "Ida Rowe"),
    ("Chief of Staff Ida Rowe said the dam would hold.", "Ida Rowe"),
    ("Chancellor of the Exchequer Ida Rowe said the dam would hold.", "Ida Rowe"),
    ("Director of Public Health Ida Rowe said the dam would hold.", "Ida Rowe"),
    ("Attorney General Ida Rowe said the dam would hold.", "Ida Rowe"),
]


@pytest.mark.parametrize(("text", "name"), OFFICE)
def test_an_office_before_the_name_is_no_part_of_it(text: str, name: str) -> None:
    assert {speaker for speaker, _ in said(text)} == {name}


OWNED = [
    ("“He is innocent,” said Tom Vale’s lawyer, Ida Rowe.", "Ida Rowe"),
    ("Tom Vale’s lawyer, Ida Rowe, said he was innocent.", "Ida Rowe"),
    ("“He is innocent,” Vale’s lawyer, Ida Rowe, said after the hearing of Tom Vale.", "Ida Rowe"),
    ("“He is innocent,” said Mr Vale’s wife, Ida Rowe.", "Ida Rowe"),
    ("“He is innocent,” said Tom Vale’s lawyer.", "Tom Vale’s lawyer"),
    ("Tom Vale’s attorney Ida Rowe said he was innocent.", "Ida Rowe"),
    ("“He is innocent,” a lawyer for Tom Vale, Ida Rowe, said.", "Ida Rowe"),
    ("A lawyer for Tom Vale said he was innocent.", "lawyer for Tom Vale"),
    ("Ida Rowe, a lawyer for Tom Vale, said he was innocent.", "Ida Rowe"),
    ("Ida Rowe, who represents Tom Vale, said he was innocent.", "Ida Rowe"),
    ("“He is innocent,” said Ida Rowe, Tom Vale’s lawyer.", "Ida Rowe"),
    ("The spokeswoman for the Corran Dam, Ida Rowe, said it would hold.", "Ida Rowe"),
]


@pytest.mark.parametrize(("text", "name"), OWNED)
def test_whose_lawyer_somebody_is_makes_nobody_else_the_speaker(text: str, name: str) -> None:
    assert {speaker for speaker, _ in said(text)} == {name}


WHOLE = [
    ("Helen May said the dam would hold.", "Helen May"),
    ("Mrs May said the dam would hold.", "Mrs May"),
    ("“The dam will hold,” said Ms. May.", "Ms. May"),
    ("Homes Now said the dam would hold.", "Homes Now"),
    ("The charity Homes Now said the dam would hold.", "Homes Now"),
    ("“The dam will hold,” Justice Now said on Monday.", "Justice Now"),
    ("“The dam will hold,” said Peter Last.", "Peter Last"),
    ("“The dam will hold,” said Ruth Friday.", "Ruth Friday"),
    ("Ruth Friday said the dam would hold.", "Ruth Friday"),
    ("April Moss said the dam would hold.", "April Moss"),
    ("“The dam will hold,” said August Lind.", "August Lind"),
    ("“The dam will hold,” Will Early said.", "Will Early"),
    ("Doctors Without Borders said the dam would hold.", "Doctors Without Borders"),
    ("Médecins Sans Frontières said the dam would hold.", "Médecins Sans Frontières"),
    ("Mothers Against War said the dam would hold.", "Mothers Against War"),
]


@pytest.mark.parametrize(("text", "name"), WHOLE)
def test_a_name_is_not_cut_at_a_word_that_is_also_a_time_or_an_adverb(text: str, name: str) -> None:
    assert {speaker for speaker, _ in said(text)} == {name}


BASED = [
    ("The U.S.-based Corran Institute said the dam would hold.", "Corran Institute"),
    ("The London-based Corran Institute said the dam would hold.", "Corran Institute"),
    ("“The dam will hold,” said the Geneva-based group Water First.", "Water First"),
    ("The New York-based Human Aid Fund said the dam would hold.", "Human Aid Fund"),
]


@pytest.mark.parametrize(("text", "name"), BASED)
def test_where_a_body_is_based_is_no_part_of_its_name(text: str, name: str) -> None:
    assert {speaker for speaker, _ in said(text)} == {name}


RELAYED = [
    ("“The dam will hold,” Ida Rowe said, according to the Tessel News Agency.", "Ida Rowe"),
    ("The Tessel News Agency quoted Ida Rowe as saying the dam would hold.", "Ida Rowe"),
    ("“The dam will hold,” Reuters quoted Ida Rowe as saying.", "Ida Rowe"),
    ("Ida Rowe was quoted by the TASS agency as saying the dam would hold.", "Ida Rowe"),
    ("Ida Rowe told the Tessel News that the dam would hold.", "Ida Rowe"),
]


@pytest.mark.parametrize(("text", "name"), RELAYED)
def test_an_agency_that_relays_is_not_the_speaker(text: str, name: str) -> None:
    assert {speaker for speaker, _ in said(text)} == {name}


DATED = [
    ("Hal Orme said on January 6 that the dam would hold.", "Hal Orme"),
    ("Hal Orme said on Oct. 14 that the gate would close.", "Hal Orme"),
    (
        "According to a Jan. 6 report by the water board, the town would be safe.",
        "report by the water board",
    ),
]


@pytest.mark.parametrize(("text", "name"), DATED)
def test_a_date_beside_the_verb_hides_neither_speaker_nor_words(text: str, name: str) -> None:
    assert {speaker for speaker, _ in said(text)} == {name}


CLAUSE = [
    (
        "The district hospital treated 11 people, Dr. Maren Holt, the head of its emergency "
        "department, said.",
        "Maren Holt",
    ),
    ("Sgt. Emil Tarne of the district force said the wall was sound.", "Emil Tarne"),
    (
        "Police used water cannon, according to Sgt. Emil Tarne of the district force, who "
        "said stones had been thrown first.",
        "Emil Tarne",
    ),
]


@pytest.mark.parametrize(("text", "name"), CLAUSE)
def test_a_name_is_not_glued_to_what_stands_beside_it(text: str, name: str) -> None:
    assert {speaker for speaker, _ in said(text)} == {name}


FAMILY = [
    (
        "Alan Roe, 61, and his son Peter Roe, 33, were in court on Monday.\n\n“We had ten "
        "minutes to get out,” Mr. Roe said.",
        "Mr. Roe",
    ),
    (
        "Alan Roe, 61, his wife Anna Roe, and his son Peter Roe, 33, were in court on "
        "Monday.\n\n“We had ten minutes to get out,” Roe said.",
        "Roe",
    ),
    (
        "Alan Roe, 61, his wife Anna Roe, and his son Peter Roe, 33, were in court on "
        "Monday.\n\n“We had ten minutes to get out,” Mrs. Roe said.",
        "Anna Roe",
    ),
    (
        "Alan Roe, 61, and his son Peter Roe, 33, were in court on Monday.\n\nPeter Roe told "
        "the court that he had run. “It was dark by then,” Mr. Roe said.",
        "Peter Roe",
    ),
    (
        "Alan Roe was in court on Monday. Roe said he had run. His son Peter Roe was "
        "there.\n\n“We had ten minutes to get out,” Roe said.",
        "Alan Roe",
    ),
    (
        "Alan Roe was in court on Monday.\n\n“We had ten minutes to get out,” Mr. Roe said. "
        "His son Peter Roe was there.",
        "Alan Roe",
    ),
    (
        "Alan Roe, 61, and his son Peter Roe, 33, were in court on Monday.\n\n“We had ten "
        "minutes to get out,” Peter said.",
        "Peter Roe",
    ),
    (
        "Alan Roe, 61, and his son Peter Roe, 33, were in court on Monday.\n\n“We had ten "
        "minutes to get out,” Alan Roe said. “It was dark,” he said.",
        "Alan Roe",
    ),
    (
        "The sisters Anna Roe and Clara Roe were in court on Monday.\n\n“We had ten minutes "
        "to get out,” Ms. Roe said.",
        "Ms. Roe",
    ),
    (
        "Senator Alan Roe and Mayor Peter Roe met on Monday.\n\n“We had ten minutes to get "
        "out,” Mayor Roe said.",
        "Peter Roe",
    ),
    (
        "Senator Alan Roe and Mayor Peter Roe met on Monday.\n\n“We had ten minutes to get "
        "out,” Senator Roe said.",
        "Alan Roe",
    ),
]


@pytest.mark.parametrize(("text", "name"), FAMILY)
def test_two_of_one_family_name_stay_apart_until_something_says_which(text: str, name: str) -> None:
    assert said(text)[-1][0] == name


NOBODY = [
    "Nine are responding well to antibiotics, two have been discharged and one is in "
    "intensive care.",
    "All reported cases were positive, and the ward was closed.",
    "The borrowing continued even after the storm was over.",
    "The delay reflects how little the board had spent on the gate.",
    "That suggests the gate was open when the storm came.",
    "His challenge is to explain why the gate was open.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_cannot_speak_says_nothing(text: str) -> None:
    assert [speaker for speaker, _ in said(text) if speaker] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Fish and Wildlife Service said the dam would hold.", "Fish and Wildlife Service"),
        ("The Department of Health and Human Services said the dam would hold.",
         "Department of Health and Human Services"),
        ("“The dam will hold,” the Food and Water Agency said.", "Food and Water Agency"),
        ("The Attorney General’s Office said the dam would hold.", "Attorney General’s Office"),
        ("The Tessel County Sheriff’s Office said it would hold.",
         "Tessel County Sheriff’s Office"),
        ("Prosecutor David Rowe said the dam would hold.", "David Rowe"),
        ("“The dam will hold,” said Public Defender Peter Lund.", "Peter Lund"),
        ("“The dam will hold,” the Tessel news agency quoted Ida Rowe as saying.", "Ida Rowe"),
    ],
)  # fmt: skip
def test_the_name_of_a_body_is_whole_and_a_role_no_part_of_a_name(text: str, name: str) -> None:
    assert {speaker for speaker, _ in said(text)} == {name}


@pytest.mark.parametrize("noun", ["new suit", "two", "that", "dozen", "decision"])
def test_a_thing_or_a_number_is_no_speaker(noun: str) -> None:
    assert [speaker for speaker, _ in said(f"The {noun} says the dam was unsafe.") if speaker] == []
