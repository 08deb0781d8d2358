"""An app that several people share: who is let in, and what each of them sees and may keep."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from compare.app.settings import AppLimits
from compare.app.sign_in import NoEntry, Passwords, ProxyUser, is_user_name, password_line
from compare.errors import OptionError
from tests.app.articles import FIRST, SECOND
from tests.app.conftest import app_over, client_of
from tests.loops import finished

SOURCES = [{"text": FIRST}, {"text": SECOND}]
HEADER = "x-forwarded-user"


def basic(name: str, password: str) -> dict[str, str]:
    return {"authorization": "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()}


def scope_of(headers: dict[str, str], client: str = "127.0.0.1") -> dict[str, Any]:
    pairs = [(key.encode(), value.encode()) for key, value in headers.items()]
    return {"type": "http", "headers": pairs, "client": (client, 1)}


@pytest.fixture(scope="module")
def users(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("users") / "users"
    lines = [password_line("Ada", "correct horse"), password_line("ben@school.example", "süß:salz")]
    file.write_text("# who may come in\n\n" + "\n".join(lines), encoding="utf-8")
    return file


@pytest.fixture
def school(tmp_path: Path, users: Path) -> Iterator[TestClient]:
    limits = AppLimits(stories=2, stored=20_000, waiting=1)
    with client_of(app_over(tmp_path / "all", users=Passwords(users), limits=limits)) as found:
        yield found


def test_nothing_is_to_be_had_without_a_password(school: TestClient) -> None:
    for path in ("/", "/assets/app.css", "/stories/demo", "/api/v1/stories", "/none"):
        for headers in ({}, basic("ada", "wrong"), basic("eve", "correct horse"),
                        {"authorization": "Basic %%"}, {"authorization": "Bearer x"}):  # fmt: skip
            got = school.get(path, headers=headers)
            assert got.status_code in (401, 429)
            assert "Your stories" not in got.text
    assert school.get("/").headers["www-authenticate"].startswith("Basic realm=")


def test_each_user_has_a_library_of_their_own(school: TestClient, tmp_path: Path) -> None:
    ada, ben = basic("ADA", "correct horse"), basic("ben@school.example", "süß:salz")
    made = school.post("/api/v1/stories", json={"sources": SOURCES, "title": "Bakery"}, headers=ada)
    slug = made.json()["id"]
    page = school.get("/", headers=ada).text
    assert "Bakery" in page
    assert "Signed in as ada." in page
    assert str(tmp_path) not in page
    assert "Bakery" not in school.get("/", headers=ben).text
    for path in (f"/stories/{slug}", f"/stories/..%2Fada%2F{slug}", f"/api/v1/stories/{slug}"):
        assert school.get(path, headers=ben).status_code == 404
    assert school.get("/search?q=bakery", headers=ben).text.count("<li>") == 0
    folders = sorted(path.name for path in (tmp_path / "all").iterdir())
    assert folders == ["ada", "ben@school.example"]


def test_a_user_may_keep_and_wait_for_so_much_and_no_more(school: TestClient) -> None:
    ada = basic("ada", "correct horse")
    long = {"sources": [{"text": FIRST * 60}], "title": "Long"}
    got = school.post("/api/v1/stories", json=long, headers=ada)
    assert (got.status_code, "may take 0 MB" in got.json()["problem"]) == (507, True)
    codes = [
        school.post("/api/v1/stories", json={"sources": SOURCES[:1]}, headers=ada).status_code
        for _ in range(3)
    ]
    assert codes[-1] == 507
    (first, *_) = school.get("/api/v1/stories", headers=ada).json()["stories"]
    gone = school.post(f"/stories/{first['id']}/delete", headers=ada).headers["location"]
    name = gone.rpartition("=")[2]
    page = school.get(gone, headers=ada).text
    assert "Remove for good" in page
    assert school.post(f"/deleted/{name}/remove", headers=ada).status_code == 303
    assert "Remove for good" not in school.get("/", headers=ada).text


def test_passwords_cannot_be_tried_one_after_the_other_and_a_new_file_counts(
    tmp_path: Path,
) -> None:
    now = [0.0]
    file = tmp_path / "users"
    file.write_text(password_line("ada", "correct horse"), encoding="utf-8")
    passwords = Passwords(file, lambda: now[0])

    async def tried(password: str) -> int:
        try:
            await passwords.name_of(scope_of(basic("ada", password)))
        except NoEntry as wrong:
            return wrong.status
        return 200

    async def story() -> list[int]:
        codes = [await tried("correct horse")]
        codes += [await tried(f"guess {number}") for number in range(11)]
        # Who is in stays in, whatever others try under the name.
        codes.append(await tried("correct horse"))
        now[0] = 61.0
        codes.append(await tried("guess"))
        file.write_text(password_line("ada", "another one") + "\n", encoding="utf-8")
        return [*codes, await tried("correct horse"), await tried("another one")]

    assert finished(story()) == [200, *[401] * 10, 429, 200, 401, 401, 200]


@pytest.mark.parametrize("name", ["..", ".", "", "a/b", "a\\b", "/etc", ".git", "a" * 65, "ä",
                                  "a\0", "a\nb", "a.", "a b"])  # fmt: skip
def test_no_name_of_a_user_leads_out_of_the_folder(name: str) -> None:
    assert not is_user_name(name)
    with pytest.raises(NoEntry):
        finished(ProxyUser(HEADER).name_of(scope_of({HEADER: name.encode().decode("latin-1")})))


def test_a_proxy_is_believed_at_its_own_address_alone(tmp_path: Path) -> None:
    proxy = ProxyUser("X-Forwarded-User", ["10.1.0.0/16"])
    assert finished(proxy.name_of(scope_of({HEADER: "Ada"}, "10.1.2.3"))) == "ada"
    twice = scope_of({HEADER: "ada"}, "10.1.2.3")
    twice["headers"] *= 2
    for wrong in (scope_of({HEADER: "ada"}), scope_of({HEADER: "ada"}, "unix:"),
                  scope_of({}, "10.1.2.3"), twice):  # fmt: skip
        with pytest.raises(NoEntry) as told:
            finished(proxy.name_of(wrong))
        assert told.value.status == 403
    with pytest.raises(OptionError, match="named by its address"):
        ProxyUser(HEADER, ["proxy.example"])
    # The test client has no address, so it is none of the proxies.
    with client_of(app_over(tmp_path / "all", users=ProxyUser(HEADER))) as client:
        assert client.get("/", headers={HEADER: "ada"}).status_code == 403


@pytest.mark.parametrize("line", ["ada", "ada:", "ada:x$y", "../a:AAAA$AAAA", "ada:" + "A" * 60])
def test_a_wrong_line_is_told_and_nobody_is_let_in(tmp_path: Path, line: str) -> None:
    file = tmp_path / "users"
    file.write_text(f"# users\n{line}\n", encoding="utf-8")
    with pytest.raises(OptionError, match="Line 2 of the users"):
        Passwords(file)
    with pytest.raises(OptionError, match="cannot be read"):
        Passwords(tmp_path / "none")
