"""`storydiff serve`: the page for a newsroom or a school, each user with stories of their own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.cli.app import check_page_packages, serve_app
from compare.cli.streams import print_note
from compare.errors import OptionError

if TYPE_CHECKING:
    from compare.app.sign_in import Users

_MEGABYTE = 1_000_000


@click.command(
    name="serve",
    context_settings={
        "help_option_names": ["-h", "--help"],
        "auto_envvar_prefix": "STORYDIFF",
        "show_default": True,
    },
)
@click.option("--library", metavar="FOLDER", help="Keep the libraries there, a folder a user.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A name under which it is "
              "reached, such as storydiff.school.example. Repeatable.")  # fmt: skip
@click.option("--users", metavar="FILE", help="Users with their passwords; see --add-user.")
@click.option("--add-user", metavar="NAME", help="Ask for a password, add the user to the file of "
              "--users, and end.")  # fmt: skip
@click.option("--user-header", metavar="HEADER", help="Instead of passwords: the header in which a "
              "proxy in front names the user.")  # fmt: skip
@click.option("--proxy", "proxies", multiple=True, metavar="ADDRESS", default=("127.0.0.1", "::1"),
              help="Believe that header of this address or network. Repeatable.")  # fmt: skip
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", help="Listen at this address.")
@click.option("--port", type=click.IntRange(0, 65535), default=8420, help="Listen there.")
@click.option("--workers", type=click.IntRange(1, 64), default=2, help="Compare so many at once.")
@click.option("--stories", type=click.IntRange(1), default=300, help="Stories a user may have.")
@click.option("--megabytes", type=click.IntRange(1), default=1000, help="What a user may keep.")
@click.option("--waiting", type=click.IntRange(1), default=5,
              help="Comparisons of a user that may wait.")  # fmt: skip
@click.option("--offline", is_flag=True, help="Fetch nothing.")
@click.option("-q", "--quiet", is_flag=True, help="No notes.")
def command(
    library: str | None,
    users: str | None,
    add_user: str | None,
    host: str,
    port: int,
    quiet: bool,
    **given: Any,  # noqa: ANN401 - what click hands over
) -> int:
    """Serve storydiff to several people, each with a library of their own.

    They sign in with a password, or a proxy in front names them. Put something in front that speaks
    HTTPS, for passwords pass as they are. Each option can be set as a variable, such as
    STORYDIFF_LIBRARY or STORYDIFF_USERS; of several values by a space between them.
    """
    check_page_packages()
    if add_user is not None:
        return _add(users, add_user)
    if not library or not given["names"]:
        raise click.UsageError("Name the --library and the --name under which it is reached")
    from compare.app.settings import LOCAL, AppLimits, AppSettings
    from compare.app.site import create_app

    limits = AppLimits(
        stories=given["stories"], stored=given["megabytes"] * _MEGABYTE, waiting=given["waiting"]
    )
    settings = AppSettings(
        library=Path(library).expanduser(),
        hosts=frozenset(name.lower() for name in given["names"]) | LOCAL,
        offline=given["offline"],
        workers=given["workers"],
        users=_users(users, given["user_header"], given["proxies"]),
        limits=limits,
    )
    app = create_app(settings)
    return serve_app(app, host, port, lambda address: None if quiet else print_note(
        f"storydiff serves {settings.library} at {address}. Ctrl+C ends it."
    ))  # fmt: skip


def _users(file: str | None, header: str | None, proxies: tuple[str, ...]) -> Users:
    from compare.app.sign_in import Passwords, ProxyUser

    if (file is None) == (header is None):
        raise click.UsageError("Name the file of --users, or the --user-header of a proxy")
    return Passwords(Path(file)) if file is not None else ProxyUser(header or "", proxies)


def _add(file: str | None, name: str) -> int:
    """Append a user to the file, or put another password in place of the old one."""
    from compare.app.sign_in import Passwords, password_line
    from compare.formats.registry import write_bytes

    if file is None:
        raise click.UsageError("Name the file of --users, too")
    if sys.stdin.isatty():
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    else:
        password = sys.stdin.readline().rstrip("\n")
    if len(password) < 8:
        raise OptionError("The password has fewer than 8 characters. Take a longer one.")
    line, path = password_line(name, password), Path(file)
    user = line.partition(":")[0]
    if path.exists():
        Passwords(path)  # Refuses a file that is none of users.
    before = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    kept = [one for one in before if one.partition(":")[0] != user]
    write_bytes("\n".join([*kept, line, ""]).encode(), path)
    print_note(f"{user} can sign in.")
    return 0
