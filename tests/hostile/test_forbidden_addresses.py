"""No page makes the fetcher connect to anything but the public internet."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpcore
import pytest

from compare.errors import FetchFailed
from compare.sources.fetch.networks import why_refused, why_refused_to_owner
from compare.sources.fetch.pages import fetch_pages
from compare.sources.fetch.settings import Fetching
from tests.hostile.server import Server, answer, redirect, serving
from tests.hostile.web import LIMITS, StoppedClock, article

# Stands for a public server; connections to it are led to the one on loopback.
PUBLIC = "93.184.215.14"
PUBLIC_6 = "2a00:1450:4001:81b::200e"
ATTACKS = {
    "loopback": "http://127.0.0.1/",
    "another loopback": "http://127.8.8.8/",
    "this host": "http://0.0.0.0/",
    "private 10": "http://10.0.0.5/",
    "private 172": "http://172.16.0.1/",
    "private 192": "http://192.168.1.1/",
    "link-local": "http://169.254.1.1/",
    "metadata": "http://169.254.169.254/latest/meta-data/",
    "metadata of another cloud": "http://100.100.100.200/",
    "metadata on a public address": "http://168.63.129.16/",
    "carrier": "http://100.64.0.1/",
    "multicast": "http://224.0.0.1/",
    "broadcast": "http://255.255.255.255/",
    "benchmark": "http://198.18.0.1/",
    "reserved": "http://240.0.0.1/",
    "one number": "http://2130706433/",
    "hexadecimal": "http://0x7f000001/",
    "octal": "http://0177.0.0.1/",
    "short": "http://127.1/",
    "wide digits": "http://１２７.0.0.1/",
    "ideographic dots": "http://127。0。0。1/",
    "encircled digits": "http://①②⑦.⓪.⓪.①/",
    "mixed bases": "http://0x7f.0.0.01/",
    "two numbers": "http://10.327685/",
    "a number with a dot": "http://2130706433./",
    "octal all through": "http://0300.0250.0.1/",
    "loopback 6": "http://[::1]/",
    "loopback 6 in full": "http://[0000:0000:0000:0000:0000:0000:0000:0001]/",
    "mapped in figures": "http://[::ffff:7f00:1]/",
    "mapped private": "http://[::ffff:10.0.0.5]/",
    "mapped metadata": "http://[::ffff:a9fe:a9fe]/",
    "link-local 6 with a zone": "http://[fe80::1%25eth0]/",
    "NAT64 of metadata": "http://[64:ff9b::a9fe:a9fe]/",
    "local NAT64": "http://[64:ff9b:1::7f00:1]/",
    "6to4 of a private network": "http://[2002:c0a8:101::1]/",
    "site-local 6": "http://[fec0::1]/",
    "unspecified 6": "http://[::]/",
    "mapped": "http://[::ffff:127.0.0.1]/",
    "compatible": "http://[::127.0.0.1]/",
    "link-local 6": "http://[fe80::1]/",
    "private 6": "http://[fc00::1]/",
    "metadata 6": "http://[fd00:ec2::254]/",
    "NAT64": "http://[64:ff9b::7f00:1]/",
    "6to4": "http://[2002:7f00:1::]/",
    "Teredo": "http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/",
    "multicast 6": "http://[ff02::1]/",
    "localhost": "http://localhost/",
    "localhost with a dot": "http://localhost./",
    "a name of loopback": "http://inside.example/",
    "a name of loopback 6": "http://inside6.example/",
    "a name under an address": "http://127.0.0.1.inside.example/",
    "a name in another alphabet": "http://ｌｏｃａｌｈｏｓｔ/",
    "one good and one bad answer": "http://mixed.example/",
    "a name that changes": "http://rebinding.example/",
    "a user in front": "http://good.example@127.0.0.1/",
    "a port of another service": "http://good.example:22/",
    "a redirect to loopback": "http://good.example/to-loopback",
    "a redirect to a number": "http://good.example/to-number",
    "a redirect to metadata": "http://good.example/to-metadata",
    "a redirect to a bad name": "http://good.example/to-name",
    "a redirect to a file": "http://good.example/to-file",
    "two redirects": "http://good.example/twice",
}
NAMES = {
    "good.example": [PUBLIC],
    "good6.example": [PUBLIC_6],
    "localhost": ["127.0.0.1", "::1"],
    "inside.example": ["127.0.0.1"],
    "127.0.0.1.inside.example": ["127.0.0.1"],
    "inside6.example": ["::1"],
    "mixed.example": [PUBLIC, "10.0.0.5"],
}


@dataclass
class Internet:
    """A resolver without a network, and a count of connections to where none may go."""

    server: Server
    lookups: dict[str, int] = field(default_factory=dict)
    connected: list[str] = field(default_factory=list)

    async def resolve(self, host: str, _port: int) -> Sequence[str]:
        self.lookups[host] = seen = self.lookups.get(host, 0) + 1
        if host == "rebinding.example":
            return [PUBLIC] if seen == 1 else ["127.0.0.1"]
        if host in NAMES:
            return NAMES[host]
        try:
            return [socket.inet_ntoa(socket.inet_aton(host))]  # as the system reads odd numbers
        except OSError:
            socket.inet_pton(socket.AF_INET6, host)
            return [host]

    def forbidden(self) -> list[str]:
        return [address for address in self.connected if address not in (PUBLIC, PUBLIC_6)]


@pytest.fixture
def internet(monkeypatch: pytest.MonkeyPatch) -> Iterator[Internet]:
    page = answer(article())
    routes = {
        "/": page,
        "/to-loopback": redirect("http://127.0.0.1/"),
        "/to-number": redirect("//2130706433/"),
        "/to-metadata": redirect("http://169.254.169.254/"),
        "/to-name": redirect("http://inside.example/"),
        "/to-file": redirect("file:///etc/passwd"),
        "/twice": redirect("/to-name", "308 Permanent Redirect"),
    }
    with serving(routes) as server:
        web = Internet(server)
        real = httpcore.AnyIOBackend.connect_tcp

        async def connect(
            self: httpcore.AnyIOBackend, host: str, _port: int, *rest: Any
        ) -> httpcore.AsyncNetworkStream:
            web.connected.append(host)
            if host not in (PUBLIC, PUBLIC_6):
                raise httpcore.ConnectError("refused by the test")
            return await real(self, "127.0.0.1", server.port, *rest)

        monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", connect)
        yield web


def get(url: str, web: Internet) -> object:
    (result,) = fetch_pages(
        [url], Fetching(resolver=web.resolve, limits=LIMITS, clock=StoppedClock())
    )
    return result


def test_there_are_at_least_as_many_attacks_as_were_studied() -> None:
    assert len(ATTACKS) >= 37


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_an_address_that_leads_inside_is_refused_before_any_connection(
    attack: str, internet: Internet
) -> None:
    result = get(attack, internet)
    assert isinstance(result, FetchFailed)
    assert result.advice
    assert internet.forbidden() == []


@pytest.mark.parametrize("host", ["good.example", "good6.example"])
def test_a_public_page_is_fetched_and_its_name_looked_up_once_for_each_connection(
    host: str, internet: Internet
) -> None:
    assert not isinstance(get(f"http://{host}/", internet), Exception)
    assert internet.lookups == {host: len(internet.connected)}


def test_the_reason_says_where_the_address_leads(internet: Internet) -> None:
    result = get("http://inside.example/", internet)
    assert isinstance(result, FetchFailed)
    assert result.reason == "its host leads to this computer itself, not to the public internet"
    assert "--allow-private" in result.advice


def test_a_look_up_that_never_ends_is_given_up() -> None:
    async def silent(_host: str, _port: int) -> Sequence[str]:
        await asyncio.Event().wait()
        return []

    how = Fetching(resolver=silent, limits=LIMITS, clock=StoppedClock())
    (result,) = fetch_pages(["http://good.example/"], how)
    assert isinstance(result, FetchFailed)
    assert result.outcome == "unreachable"


def test_a_name_without_a_host_is_told() -> None:
    async def nobody(_host: str, _port: int) -> Sequence[str]:
        raise OSError("no such name")

    how = Fetching(resolver=nobody, limits=LIMITS, clock=StoppedClock())
    (result,) = fetch_pages(["http://good.example/"], how)
    assert isinstance(result, FetchFailed)
    assert result.reason == "there is no host of this name"


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "93.184.215.14", "2a00:1450:4001:81b::200e", "2606:2800:21f::1", "::ffff:8.8.8.8"],
)
def test_public_addresses_are_not_refused(address: str) -> None:
    assert why_refused(address) is None


@pytest.mark.parametrize("address", ["", "nonsense", "4000::1", "fe80::1%eth0", "192.88.99.1"])
def test_whatever_is_not_surely_public_is_refused(address: str) -> None:
    assert why_refused(address)


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "10.0.0.7", "192.168.1.4", "100.64.0.3"])
def test_a_service_of_the_owner_may_run_here_or_in_a_private_network(address: str) -> None:
    assert why_refused(address)
    assert why_refused_to_owner(address) is None


@pytest.mark.parametrize(
    "address",
    ["169.254.169.254", "100.100.100.200", "169.254.1.1", "fe80::1", "224.0.0.1", "nonsense"],
)
def test_no_service_of_the_owner_is_where_cloud_machines_keep_secrets(address: str) -> None:
    assert why_refused_to_owner(address)
