"""`storydiff app`: the page of this machine."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.streams import print_note
from compare.errors import CompareError
from compare.sources.extras import import_extra

if TYPE_CHECKING:
    from compare.app.guard import Guard

PORT = 8420
_LOOPBACK = "127.0.0.1"


@click.command(name="app", context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--library", metavar="FOLDER", help="Keep the stories there.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True,
              help="Listen there; 0 takes any that is free.")  # fmt: skip
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option("--offline", is_flag=True, help="Fetch nothing.")
@click.option("--allow-private", is_flag=True, help="Links may lead into your own network.")
@click.option("-q", "--quiet", is_flag=True, help="No notes.")
def command(
    library: str | None,
    port: int,
    no_browser: bool,
    offline: bool,
    allow_private: bool,
    quiet: bool,
) -> int:
    """Open storydiff as a page in your browser; nobody but this machine can reach it.

    Stories are plain folders in the library, by default storydiff-stories in your home folder.
    Ctrl+C ends it.
    """
    check_page_packages()
    from compare.app.settings import AppSettings, usual_library
    from compare.app.site import create_app

    folder = Path(library).expanduser() if library else usual_library()
    settings = AppSettings(library=folder, offline=offline, allow_private=allow_private)
    app = create_app(settings)

    def begun(address: str) -> None:
        if not quiet:
            print_note(
                f"storydiff is at {address} and keeps your stories in {folder}. Ctrl+C ends it."
            )
        if not no_browser:
            _open_soon(address)

    return serve_app(app, _LOOPBACK, port, begun)


def check_page_packages() -> None:
    """MissingExtra where a package is missing that the pages need."""
    import_extra("starlette", extra="app", what="the page")
    import_extra("python_multipart", extra="app", what="the page")
    import_extra("tomlkit", extra="app", what="the page")
    import_extra("uvicorn", extra="app", what="the page")


def serve_app(app: Guard, host: str, port: int, begun: Callable[[str], None]) -> int:
    """Serve an app until it is interrupted; `begun` gets the address once it can be asked."""
    import uvicorn

    from compare.app.slow_clients import ImpatientProtocol

    listening = _listening(host, port)
    begun(f"http://{host}:{listening.getsockname()[1]}/")
    config = uvicorn.Config(
        app,
        http=ImpatientProtocol,
        proxy_headers=False,
        log_level="critical",
        access_log=False,
        server_header=False,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=1,
        limit_concurrency=500,
    )
    uvicorn.Server(config).run(sockets=[listening])
    return 0


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens at an address of this machine and a port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
        found.listen(128)
    except OSError as wrong:
        found.close()
        why = wrong.strerror or wrong
        raise CompareError(
            f"Port {port} cannot be had: {why}. Is storydiff open already? Else name another "
            "with --port."
        ) from wrong
    return found


def _open_soon(address: str) -> None:
    """Open the browser; the socket listens already, so its first request waits for the server."""
    import threading
    import webbrowser

    def open_page() -> None:
        if not webbrowser.open(address):
            print_note(f"No browser could be started. Open {address} yourself.")

    threading.Thread(target=open_page, daemon=True).start()
