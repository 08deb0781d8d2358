"""What users do, page by page, with real comparisons in processes of their own."""

from __future__ import annotations

import json
import re
import threading
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from compare.cli import main
from tests.app.articles import FIRST, SECOND, TEXTS, THIRD
from tests.app.conftest import app_over, client_of, finished

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}"


class _Tags(HTMLParser):
    """The tags of a page that hostile text could have become, and its attributes with code."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        scripts = [value for name, value in attrs if name == "src"] if tag == "script" else []
        if tag == "img" or (tag == "script" and scripts != ["/assets/app.js"]):
            self.found.append(tag)
        self.found += [name for name, _ in attrs if name.startswith("on")]


def tags_of(page: str) -> list[str]:
    parser = _Tags()
    parser.feed(page)
    return parser.found


def new_story(client: TestClient, texts: dict[str, str]) -> str:
    """Send articles as files and wait for the comparison; the name of the story."""
    files = [("files", (name, text.encode())) for name, text in texts.items()]
    location = str(client.post("/stories", files=files).headers["location"])
    slug = location.removeprefix("/stories/")
    finished(client, slug)
    return slug


@pytest.fixture(scope="module")
def bakery(shared: TestClient) -> str:
    return new_story(shared, TEXTS)


def version_of(page: str) -> str:
    found = re.search(r'name="version" value="(\w+)"', page)
    assert found
    return found[1]


def test_the_report_is_what_the_command_writes(
    shared: TestClient,
    bakery: str,
    library: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(library)
    with pytest.raises(SystemExit):
        main([bakery, "-o", str(tmp_path / "report.html"), "-o", str(tmp_path / "all.json")])
    assert (
        shared.get(f"/stories/{bakery}/report").content == (tmp_path / "report.html").read_bytes()
    )
    ours = json.loads(shared.get(f"/stories/{bakery}/download/json").content)
    assert ours == json.loads((tmp_path / "all.json").read_bytes())


def test_every_download_that_is_offered_can_be_had_and_is_no_page(
    shared: TestClient, bakery: str
) -> None:
    page = shared.get(f"/stories/{bakery}").text
    links = re.findall(r'href="([^"]+)" download', page)
    assert len(links) > 10
    for link in links:
        got = shared.get(link)
        assert got.status_code == 200
        assert got.headers["content-disposition"].startswith("attachment")
        assert got.headers["content-type"] == "application/octet-stream"
    assert shared.get(f"/stories/{bakery}/download/exe").status_code == 404


def test_the_short_form_runs_nothing(shared: TestClient, bakery: str) -> None:
    got = shared.get(f"/stories/{bakery}/brief")
    assert "Mill Street" in got.text
    assert "script" not in got.headers["content-security-policy"]


def test_progress_is_told_for_each_source_until_the_end(client: TestClient) -> None:
    files = [("files", (name, text.encode())) for name, text in TEXTS.items()]
    slug = client.post("/stories", files=files).headers["location"].rpartition("/")[2]
    waiting = client.get(f"/stories/{slug}").text
    assert 'http-equiv="refresh"' in waiting
    events = [json.loads(line[6:]) for line in finished(client, slug).splitlines() if line]
    assert events[-1]["over"]
    assert {name for name, _ in events[-1]["steps"]} == {"", *TEXTS}
    assert 'http-equiv="refresh"' not in client.get(f"/stories/{slug}").text


def test_a_source_that_cannot_be_read_is_named_beside_its_box_and_can_be_mended(
    client: TestClient,
) -> None:
    broken = {"hollen-herald.txt": FIRST, "scan.pdf": "%PDF-1.4 broken"}
    slug = new_story(client, broken)
    page = client.get(f"/stories/{slug}").text
    assert "These articles were not compared." in page
    assert page.count("This could not be read.") == 1
    form = {
        "version": version_of(page),
        "key": ["hollen-herald.txt", "scan.pdf"],
        "outlet": ["Hollen Herald", "Mill Post"],
        "published": ["", "2031-03-05"],
        "text": ["", SECOND],
        "save": "yes",
    }
    assert client.post(f"/stories/{slug}/articles", data=form).status_code == 303
    finished(client, slug)
    page = client.get(f"/stories/{slug}").text
    assert "Read the report" in page
    assert "Mill Post" in client.get(f"/stories/{slug}/report").text


def test_two_tabs_do_not_overwrite_each_other(client: TestClient) -> None:
    slug = new_story(client, TEXTS)
    page = client.get(f"/stories/{slug}").text
    names = sorted(TEXTS)
    form = {"version": version_of(page), "key": names, "published": [""] * 3, "text": [""] * 3}
    first = {**form, "outlet": ["First tab", "B", "C"]}
    second = {**form, "outlet": ["Second tab", "B", "C"]}
    assert client.post(f"/stories/{slug}/articles", data=first).status_code == 303
    finished(client, slug)
    got = client.post(f"/stories/{slug}/articles", data=second)
    assert got.status_code == 409
    assert "changed in another tab" in got.text
    assert "First tab" in got.text


def test_markup_in_every_field_stays_text(client: TestClient) -> None:
    texts = {
        f"{HOSTILE}.txt": f"{HOSTILE}\n\n{FIRST}\n\n{HOSTILE}",
        "b.txt": SECOND.replace("Tilda Marsh", HOSTILE),
    }
    slug = new_story(client, texts)
    client.post(f"/stories/{slug}/rename", data={"title": HOSTILE})
    finished(client, slug)
    page = client.get(f"/stories/{slug}").text
    keys = re.findall(r'name="key" value="([^"]+)"', page)
    form = {"version": version_of(page), "key": keys, "outlet": [HOSTILE, "B"],
            "published": ["", ""], "text": ["", ""]}  # fmt: skip
    client.post(f"/stories/{slug}/articles", data=form)
    finished(client, slug)
    client.post(f"/stories/{slug}/check", data={"text": HOSTILE})
    finished(client, slug, "check")
    for do in (f"speaker {HOSTILE}", "speaker A.q1", HOSTILE):
        got = client.post(f"/stories/{slug}/correct", data={"do": do, "speaker": HOSTILE})
        assert tags_of(got.text) == []
    for path in ("", "/correct", "/lesson", "/brief", "/check", f"/diff?a={HOSTILE}&b=A"):
        got = client.get(f"/stories/{slug}{path}")
        assert tags_of(got.text) == [], path
        assert "49" not in got.text.partition("<main")[0]
    for path in (f"/search?q={HOSTILE}", "/", f"/stories/{HOSTILE}", f"/?deleted={HOSTILE}"):
        assert tags_of(client.get(path).text) == [], path
    assert tags_of(client.post("/bundled", data={"name": HOSTILE}).text) == []
    assert tags_of(client.post("/stories", data={"text": "", "outlet": HOSTILE}).text) == []


def test_a_correction_is_shown_at_once_undone_and_read_by_the_command(
    client: TestClient, tmp_path: Path
) -> None:
    slug = new_story(client, TEXTS)
    before = client.get(f"/stories/{slug}/report").content
    page = client.get(f"/stories/{slug}/correct").text
    split = re.search(r'value="(split f-\w+ [A-Z]\.s\d+)"', page)
    assert split
    assert client.post(f"/stories/{slug}/correct", data={"do": split[1]}).status_code == 303
    finished(client, slug)
    file = tmp_path / "library" / slug / "corrections.toml"
    assert "[[split]]" in file.read_text(encoding="utf-8")
    assert "Not the same:" in client.get(f"/stories/{slug}/correct").text
    assert client.get(f"/stories/{slug}/report").content != before
    form = {"kind": "split", "number": "1", "version": "of another time"}
    stale = client.post(f"/stories/{slug}/correct/take-back", data=form)
    assert (stale.status_code, "changed in another tab" in stale.text) == (409, True)
    assert file.exists()
    form["version"] = version_of(client.get(f"/stories/{slug}/correct").text)
    client.post(f"/stories/{slug}/correct/take-back", data=form)
    finished(client, slug)
    assert not file.exists()
    assert client.get(f"/stories/{slug}/report").content == before


def test_facts_are_joined_and_set_aside_and_nothing_that_is_not_there(
    client: TestClient, tmp_path: Path
) -> None:
    slug = new_story(client, TEXTS)
    facts = re.findall(r'name="fact" value="(f-\w+)"', client.get(f"/stories/{slug}/correct").text)
    for form in ({"do": "aside f-ffffff"}, {"do": "merge", "fact": facts[0]}, {"do": "drop all"},
                 {"do": "finding n-00000000"}, {"do": f"split {facts[0]} Z.s9"}):  # fmt: skip
        assert client.post(f"/stories/{slug}/correct", data=form).status_code == 400
    assert not (tmp_path / "library" / slug / "corrections.toml").exists()
    client.post(f"/stories/{slug}/correct", data={"do": "merge", "fact": facts[-2:]})
    client.post(f"/stories/{slug}/correct", data={"do": f"aside {facts[0]}"})
    finished(client, slug)
    text = (tmp_path / "library" / slug / "corrections.toml").read_text(encoding="utf-8")
    assert "[[merge]]" in text
    assert "[[ignore]]" in text
    warnings = json.loads(client.get(f"/stories/{slug}/download/json").content)["story"]["warnings"]
    assert warnings == []


def test_a_wrong_speaker_is_put_right_by_clicking_and_taken_back(
    client: TestClient, tmp_path: Path
) -> None:
    slug = new_story(client, TEXTS)
    before = client.get(f"/stories/{slug}/report").content
    page = client.get(f"/stories/{slug}/correct").text
    assert "Said by Tilda Marsh" in page
    quote = re.findall(r'value="speaker ([A-Z]\.q\d+)"', page)[0]
    wrong = ((quote, " "), ("A.q99", "Tilda Marsh"), (quote, "Wenda Crail"))
    for name, speaker in wrong:
        form = {"do": f"speaker {name}", "speaker": speaker}
        assert client.post(f"/stories/{slug}/correct", data=form).status_code == 400
    file = tmp_path / "library" / slug / "corrections.toml"
    assert not file.exists()
    form = {"do": f"speaker {quote}", "speaker": "Per Aske"}
    client.post(f"/stories/{slug}/correct", data=form)
    finished(client, slug)
    assert "Said by Per Aske" in client.get(f"/stories/{slug}/correct").text
    assert "is of Per Aske, not of" in client.get(f"/stories/{slug}/report").text
    client.post(f"/stories/{slug}/correct", data={"do": f"unnamed {quote}"})
    finished(client, slug)
    text = file.read_text(encoding="utf-8")
    assert (text.count("[[speaker]]"), 'speaker = "unnamed"' in text) == (1, True)
    version = version_of(client.get(f"/stories/{slug}/correct").text)
    form = {"kind": "speaker", "number": "1", "version": version}
    client.post(f"/stories/{slug}/correct/take-back", data=form)
    finished(client, slug)
    assert not file.exists()
    assert client.get(f"/stories/{slug}/report").content == before


def test_a_later_article_and_another_text_show_what_is_new_since_last_time(
    client: TestClient,
) -> None:
    slug = new_story(client, {"a.txt": FIRST, "b.txt": SECOND})
    here = f"/stories/{slug}"
    assert "Since last time" not in client.get(here).text
    assert client.get(f"{here}/since").status_code == 404
    client.post(f"{here}/add", data={"text": THIRD, "outlet": "Valley Radio", "published": ""})
    finished(client, slug)
    page = client.get(f"{here}/since").text
    assert "<strong>New:</strong> Valley Radio" in page
    assert "Facts that new sentences alone state" in page
    assert "An oven had overheated" in page
    boxes = client.get(here).text
    keys = re.findall(r'name="key" value="([^"]+)"', boxes)
    form = {"version": version_of(boxes), "key": keys, "outlet": ["a", "b", "Valley Radio"],
            "published": [""] * 3, "text": ["", "", THIRD.replace("two bakers", "three bakers")],
            "save": "yes"}  # fmt: skip
    client.post(f"{here}/articles", data=form)
    finished(client, slug)
    page = client.get(f"{here}/since").text
    (link,) = re.findall(r'href="([^"]+last=yes)"', page)
    diff = client.get(link.replace("&amp;", "&"))
    assert "three</ins>" in diff.text.lower()
    new = page.partition("new sentences alone state")[2].partition("</section>")[0]
    assert "oven" not in new
    assert "script-src 'sha256" in diff.headers["content-security-policy"]


def test_any_two_outlets_are_set_side_by_side(shared: TestClient, bakery: str) -> None:
    page = shared.get(f"/stories/{bakery}").text
    assert len(re.findall(r'<option value="C">C [Vv]alley', page)) == 2
    assert "Two articles on one event" in shared.get(f"/stories/{bakery}/diff?a=A&b=C").text
    for query in ("", "?a=A&b=A", "?a=A&b=Z", "?a=<b>&b=A", "?a=A&b=B&last=yes"):
        assert shared.get(f"/stories/{bakery}/diff{query}").status_code == 404


def test_a_story_over_time_and_a_check_are_shown(shared: TestClient, bakery: str) -> None:
    shared.post(f"/stories/{bakery}/follow")
    finished(shared, bakery, "follow")
    assert "A story over time" in shared.get(f"/stories/{bakery}/follow").text
    shared.post(f"/stories/{bakery}/check", data={"text": "Two bakers were hurt."})
    finished(shared, bakery, "check")
    assert "Two bakers were hurt." in shared.get(f"/stories/{bakery}/check").text


def test_pages_are_quick_while_many_compare_and_each_place_is_shown(tmp_path: Path) -> None:
    with client_of(app_over(tmp_path / "library")) as client:
        slugs = [
            client.post("/bundled", data={"name": "demo"}).headers["location"].rpartition("/")[2]
            for _ in range(4)
        ]
        assert len(set(slugs)) == 4
        assert "2 other comparisons come first." in client.get(f"/stories/{slugs[-1]}").text
        codes: list[int] = []
        readers = [
            threading.Thread(target=lambda: codes.append(client.get("/").status_code))
            for _ in range(20)
        ]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
    assert codes == [200] * 20


def test_a_story_is_deleted_with_a_way_back(shared: TestClient) -> None:
    slug = new_story(shared, {"one.txt": FIRST})
    got = shared.post(f"/stories/{slug}/delete")
    page = shared.get(got.headers["location"]).text
    assert "was deleted." in page
    assert shared.get(f"/stories/{slug}").status_code == 404
    back = shared.post(f"/deleted/{slug}/bring-back")
    assert shared.get(back.headers["location"]).status_code == 200


def test_articles_that_do_not_seem_to_belong_together_can_be_compared_all_the_same(
    client: TestClient,
) -> None:
    chess = (
        "Chess club wins cup\n\nThe chess club of Verrin won the valley cup on Sunday. It took\n"
    )
    slug = new_story(client, {"a.txt": FIRST, "b.txt": f"{chess}seven hours until Ilka Thorn won."})
    page = client.get(f"/stories/{slug}").text
    assert "do not seem to be about one event" in page
    assert "--force" not in page
    client.post(f"/stories/{slug}/compare", data={"force": "yes"})
    finished(client, slug)
    assert client.get(f"/stories/{slug}/report").status_code == 200


def test_the_page_of_a_story_in_another_language_says_what_is_not_read(
    client: TestClient,
) -> None:
    slug = new_story(
        client,
        {
            "Eins.txt": "Die Fußgängerbrücke am Kai ist am Donnerstag gesperrt worden, nachdem "
            "ein Kabel gerissen war. Verletzt wurde niemand.",
            "Zwei.txt": "Nach dem Riss eines Kabels bleibt die Fußgängerbrücke am Kai auch am "
            "Freitag gesperrt. Verletzt wurde bei dem Unfall niemand.",
        },
    )
    page = client.get(f"/stories/{slug}").text
    assert "are in German. storydiff reads English only" in page
