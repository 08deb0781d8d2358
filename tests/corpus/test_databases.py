"""What other programs make of a corpus: DuckDB, polars, pandas, SQLite, Datasette, PostgreSQL."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import compare
from compare.cli.exits import run
from compare.corpus.postgres import write_tables
from compare.corpus.schema import SCHEMA
from compare.errors import FormatError
from tests.corpus.pile import FEW, results, write_pile
from tests.docs.pages import ROOT, blocks
from tests.loops import finished

PAGE = ROOT / "docs" / "corpus.md"
SQL = {block.code.split("\n")[0]: block.code for block in blocks(PAGE) if block.language == "sql"}
STORIES = (*FEW, "demo")
BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin")) + [
    Path(found).parent for found in [shutil.which("initdb")] if found
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a pile and the corpus that the page's first command makes of it."""
    folder = tmp_path_factory.mktemp("desk")
    write_pile(folder / "monday.jsonl", STORIES)
    made = compare.corpus.open(folder / "corpus")
    made.add(folder / "monday.jsonl")
    made.compare()
    made.index()
    return folder


@pytest.fixture
def made(desk: Path, monkeypatch: pytest.MonkeyPatch) -> compare.corpus.Corpus:
    monkeypatch.chdir(desk)
    return compare.corpus.open(desk / "corpus")


def queries(name: str) -> list[str]:
    found = [code for head, code in SQL.items() if head.startswith(f"-- {name}:")]
    assert found
    return found


def test_the_queries_for_duckdb_run(made: compare.corpus.Corpus) -> None:
    duckdb = pytest.importorskip("duckdb", reason="no duckdb: pip install -e '.[dev]'")
    facts, outlets = (duckdb.sql(query).fetchall() for query in queries("DuckDB"))
    most = max(row["said_by"] for row in made.facts())
    assert [row[2] for row in facts] == sorted((row[2] for row in facts), reverse=True)
    assert facts[0][2] == most
    assert [row[0] for row in outlets] == sorted({row["outlet"] for row in made.rows("articles")})
    assert all(0 < row[2] <= 1 for row in outlets)


def test_the_python_of_the_page_runs(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(desk, tmp_path / "desk")  # it reads more into its corpus
    monkeypatch.chdir(tmp_path / "desk")
    pytest.importorskip("polars", reason="no polars: pip install -e '.[dev]'")
    pytest.importorskip("pandas", reason="no pandas: pip install -e '.[dev]'")
    code = "\n".join(block.code for block in blocks(PAGE) if block.language == "python")
    exec(compile(code, PAGE.name, "exec"), {})
    out = capsys.readouterr().out
    assert "How many passengers?" in out
    assert "speaker" in out
    assert "Comparison(" in out


def test_the_command_of_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_pile(tmp_path / "monday.jsonl", FEW[:1])
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.txt").write_text("The library of Osmere lends tools from June on.")
    lines = [b.code.strip() for b in blocks(PAGE) if b.language == "sh"]
    assert len(lines) == 1
    assert run(lines[0].split()[1:]) == 0


def test_sqlite_holds_every_row_and_finds_words(desk: Path, made: compare.corpus.Corpus) -> None:
    connection = sqlite3.connect(desk / "corpus" / "corpus.sqlite")
    for table in SCHEMA.values():
        rows = [tuple(row.values()) for row in made.rows(table.name)]
        names = [row[1] for row in connection.execute(f"PRAGMA table_info('{table.name}')")]
        assert names == list(table.header)
        assert connection.execute(f"SELECT * FROM {table.name}").fetchall() == rows
    (query,) = queries("SQLite")
    found = connection.execute(query).fetchall()
    connection.close()
    assert found
    assert all("[" in snippet for _, snippet in found)


def test_sqlite_can_be_made_anew_of_the_shards(desk: Path, made: compare.corpus.Corpus) -> None:
    path = desk / "corpus" / "corpus.sqlite"
    before = path.read_bytes()
    path.unlink()
    made.index()
    assert path.read_bytes() == before


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_datasette_opens_it_as_it_is(desk: Path, made: compare.corpus.Corpus) -> None:
    app = pytest.importorskip("datasette.app", reason="no datasette: pip install -e '.[dev]'")
    shown = app.Datasette([str(desk / "corpus" / "corpus.sqlite")])

    async def ask(path: str) -> Any:
        await shown.invoke_startup()
        answer = await shown.client.get(path)
        assert answer.status_code == 200
        return answer.json()

    counted = finished(ask("/corpus.json?sql=select+count(*)+as+n+from+facts&_shape=array"))
    assert counted == [{"n": len(list(made.facts()))}]
    found = finished(ask("/corpus/articles.json?_search=stroke&_shape=array"))
    assert found
    assert all("strok" in f"{row['headline']} {row['text']}".lower() for row in found)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A PostgreSQL server of our own that listens on a socket in a folder alone."""
    if not BINARIES:
        pytest.skip("no PostgreSQL server: apt-get install postgresql")
    pytest.importorskip("adbc_driver_postgresql", reason="no driver: pip install -e '.[dev]'")
    programs = BINARIES[-1]
    # The server does not run as root, and a socket's name must be short.
    user = [] if os.geteuid() else ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    base = Path("/tmp") / f"sd-{os.getpid()}"
    base.mkdir(mode=0o777)
    base.chmod(0o777)
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    data = [
        *user,
        str(programs / "initdb"),
        "-D",
        str(base / "data"),
        "-U",
        "tester",
        "-A",
        "trust",
    ]
    subprocess.run([*data, "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"], **quiet)  # type: ignore[call-overload]
    control = [*user, str(programs / "pg_ctl"), "-D", str(base / "data"), "-w"]
    options = f"-c listen_addresses='' -c unix_socket_directories={base} -c fsync=off"
    subprocess.run([*control, "-o", options, "-l", str(base / "log"), "start"], **quiet)  # type: ignore[call-overload]
    try:
        yield f"postgresql://tester@/postgres?host={base}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], **quiet)  # type: ignore[call-overload]
        shutil.rmtree(base)


def test_postgresql_holds_every_row_and_finds_words(
    server: str, made: compare.corpus.Corpus
) -> None:
    import adbc_driver_postgresql.dbapi as driver

    for _ in range(2):  # the second time in place of the first
        write_tables(made, server)
    with driver.connect(server) as connection, connection.cursor() as cursor:
        for table in SCHEMA.values():
            columns = ", ".join(f'"{name}"' for name in table.header)
            cursor.execute(f"SELECT {columns} FROM storydiff.{table.name}")
            rows = [tuple(row.values()) for row in made.rows(table.name)]
            assert sorted(cursor.fetchall(), key=repr) == sorted(rows, key=repr)
        (query,) = queries("PostgreSQL")
        cursor.execute(query.strip().removesuffix(";"))
        found = cursor.fetchall()
    assert found
    told = [f"{speaker} {words}".lower() for _, speaker, words in found]
    assert all("contract" in words or "stud" in words for words in told)


def test_a_database_that_cannot_be_reached_is_told(made: compare.corpus.Corpus) -> None:
    pytest.importorskip("adbc_driver_postgresql", reason="no driver: pip install -e '.[dev]'")
    with pytest.raises(FormatError, match=r"PostgreSQL could not be written: .* Check"):
        write_tables(made, "postgresql://nobody@/none?host=/nowhere")


def test_the_tables_are_those_that_the_page_names(made: compare.corpus.Corpus) -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"`{name}/`" in text for name in SCHEMA)
    assert set(results(made)) <= set(SCHEMA)
