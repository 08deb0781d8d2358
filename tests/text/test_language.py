# ruff: noqa: E501 - the cases read best one a line
"""The language of a text, and what is told of articles that are not in English."""

from __future__ import annotations

from pathlib import Path

import pytest

import compare
from compare.errors import SeveralLanguages
from compare.formats.registry import write
from compare.formats.summary.markdown import dump as markdown
from compare.model.articles import Document
from compare.model.options import Options
from compare.text.language import language_name, language_of, same_language
from tests.sources.layouts import STORY

SENTENCE = (
    "The ferry drifted for three hours off the port, and the coastguard said that it was safe. "
)
TEXTS = {
    "de": "Die Fußgängerbrücke am Kai wurde am Donnerstag gesperrt, nachdem im Berufsverkehr eines der "
    "sechs Seile gerissen war. Verletzt wurde niemand, teilte das Hafenamt mit. Rund 340 Pendler "
    "mussten im Regen umkehren. Der Stadtrat will am Montag über die Öffnung entscheiden.",
    "fr": "La passerelle du quai a été fermée jeudi après la rupture d’un de ses six câbles, à l’heure "
    "de pointe. Personne n’a été blessé, a indiqué la capitainerie. Environ 340 passants ont dû "
    "rebrousser chemin sous la pluie. Le conseil municipal se réunira lundi.",
    "es": "La pasarela del muelle fue cerrada el jueves después de que se rompiera uno de sus seis "
    "cables en hora punta. Nadie resultó herido, según la capitanía. Unas 340 personas tuvieron que "
    "volver a pie bajo la lluvia. El ayuntamiento decidirá el lunes.",
    "it": "La passerella del molo è stata chiusa giovedì dopo la rottura di uno dei suoi sei cavi "
    "nell’ora di punta. Nessuno è rimasto ferito, ha detto la capitaneria. Circa 340 persone sono "
    "dovute tornare indietro sotto la pioggia. Il consiglio si riunirà lunedì.",
    "nl": "De voetgangersbrug aan de kade is donderdag afgesloten nadat tijdens de spits een van de "
    "zes kabels was geknapt. Niemand raakte gewond, meldde het havenbedrijf. Ongeveer 340 mensen "
    "moesten in de regen teruglopen. De gemeenteraad beslist maandag.",
    "pl": "Kładka na nabrzeżu została w czwartek zamknięta, gdy w godzinach szczytu pękła jedna z "
    "sześciu lin. Nikt nie został ranny, podał urząd portu. Około 340 osób musiało wracać w deszczu. "
    "Rada miasta zbierze się w poniedziałek.",
    "tr": "Rıhtımdaki yaya köprüsü, altı kablosundan birinin sabah saatlerinde kopması üzerine "
    "perşembe günü kapatıldı. Liman idaresi yaralanan olmadığını bildirdi. Yaklaşık 340 kişi yağmurda "
    "geri yürümek zorunda kaldı. Belediye meclisi pazartesi toplanacak.",
    "ru": "Пешеходный мост на набережной закрыли в четверг после того, как в час пик лопнул один из "
    "шести тросов. Никто не пострадал, сообщили в управлении порта. Около 340 человек вернулись пешком.",
    "ja": "木曜日の朝、埠頭の歩道橋で六本のケーブルのうち一本が切れ、橋は閉鎖された。けが人はいないと港湾局は述べた。",
    "ar": "أغلق جسر المشاة على الرصيف يوم الخميس بعد انقطاع أحد كابلاته الستة في ساعة الذروة، ولم يصب أحد بأذى.",
    "id": "Jembatan penyeberangan di dermaga ditutup pada hari Kamis setelah salah satu dari enam kabelnya "
    "putus pada jam sibuk. Tidak ada yang terluka, kata kantor pelabuhan. Sekitar 340 orang harus "
    "berjalan kembali dalam hujan. Dewan kota akan bertemu pada hari Senin.",
}  # fmt: skip


@pytest.mark.parametrize("code", TEXTS)
def test_the_language_of_a_report_is_told(code: str) -> None:
    assert language_of(TEXTS[code]) == code


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE * 5,
        " ".join(STORY),
        "“La Marseillaise” was sung, and the crowd cried “Vive la France” as the ship left the port.",
        "He wrote “der Krieg ist aus” on the wall of the school, and the teacher had it painted over.",
    ],
)
def test_english_is_told_with_words_of_others_in_it(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A short line.",
        "Rovers points Brown points Upshaw goals Heritage " * 12,
        "1 cup oats, 2 eggs, 1 banana, 10 almonds, half a cup of milk. " * 12,
        "Kyle Busk 5040 Marlin Trux Jr. Kevin Harwick Denny Ham Joey Logan Ryan Blane Kyle Lars",
        "Alder 3 Birch 1 Cedar 2 Damson 2 Elm 0 Fir 1 Gorse 4 Hazel 4 Ivy 2 Juniper 0",
    ],
)
def test_a_text_that_says_too_little_is_of_no_other_language(text: str) -> None:
    assert language_of(text) in (None, "en")


def test_the_model_is_not_loaded_for_plain_english(monkeypatch: pytest.MonkeyPatch) -> None:
    def never() -> None:
        raise AssertionError("asked in vain")

    monkeypatch.setattr("compare.text.language._identifier", never)
    assert language_of(" ".join(STORY)) == "en"


def test_codes_of_one_language_are_the_same() -> None:
    assert same_language("en-US", "en")
    assert same_language("nb", "da")
    assert not same_language("de", "nl")
    assert language_name("de-AT") == "German"
    assert language_name("xx") == "the language “xx”"


def in_language(code: str, outlet: str, *, tail: str = "", marked: str = "en") -> Document:
    text = (TEXTS[code] if code != "en" else " ".join(STORY)) + tail
    return compare.document(text, outlet=outlet, language=marked)


@pytest.mark.parametrize("marked", ["en", "en-us", "fr", "de"])
def test_an_article_is_in_the_language_of_its_text_whatever_it_is_marked_as(marked: str) -> None:
    document = in_language("de", "Kai-Kurier", marked=marked)
    assert document.language == "de"
    assert any("This article is in German." in note for note in document.notes)


def test_a_code_with_a_country_stays() -> None:
    assert in_language("en", "Quay Courier", marked="en-us").language == "en-us"


@pytest.mark.parametrize("other", ["de", "fr", "ru", "ja"])
def test_articles_in_two_languages_are_refused_with_the_reason(other: str) -> None:
    documents = [in_language("en", "Quay Courier"), in_language(other, "Kai-Kurier")]
    with pytest.raises(SeveralLanguages, match=r"in 2 languages: A \(Quay Courier\) in English"):
        compare.compare_story(documents)


def test_the_groups_of_languages_are_given_by_letter() -> None:
    documents = [
        in_language("de", "Kai-Kurier"),
        in_language("en", "Quay Courier"),
        in_language("de", "Hafenpost", tail=" Das Seil war alt."),
    ]
    with pytest.raises(SeveralLanguages) as refused:
        compare.compare_story(documents)
    assert refused.value.groups == (("A", "C"), ("B",))


def test_articles_in_two_languages_can_be_forced_and_are_told_of() -> None:
    documents = [in_language("en", "Quay Courier"), in_language("de", "Kai-Kurier")]
    result = compare.compare_story(documents, Options(force=True))
    assert any("B (Kai-Kurier) is in German." in warning for warning in result.story.warnings)


def test_every_output_says_what_is_not_looked_at(tmp_path: Path) -> None:
    documents = [
        in_language("de", "Kai-Kurier"),
        in_language("de", "Hafenpost", tail=" Das Seil war alt."),
    ]
    result = compare.compare_story(documents)
    for name in ("a.html", "a.json", "a.md", "a.txt"):
        path = tmp_path / name
        write(result, path)
        shown = " ".join(path.read_text(encoding="utf-8").split())
        assert "are in German." in shown, name
        assert "are not looked at" in shown, name
        assert "Nothing stands out" not in shown, name
    assert "Not looked at: A and B are not in English." in markdown(result).decode()
