"""Which internet addresses a page may be fetched from: public ones, and no others.

The ranges are those of the IANA special-purpose registries (RFC 6890 and its updates). They are
listed here because what Python calls global changes with its version and lets multicast and the
ranges that embed an IPv4 address through.
"""

from __future__ import annotations

from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

# The first range that holds an address names it, so narrow ones stand before wide ones.
RANGES = (
    ("127.0.0.0/8", "this computer itself"),
    ("0.0.0.0/8", "this computer itself"),
    ("10.0.0.0/8", "a private network"),
    ("172.16.0.0/12", "a private network"),
    ("192.168.0.0/16", "a private network"),
    ("169.254.169.254/32", "the data service of a cloud machine"),
    ("168.63.129.16/32", "the data service of a cloud machine"),
    ("100.100.100.200/32", "the data service of a cloud machine"),
    ("169.254.0.0/16", "the local link"),
    ("100.64.0.0/10", "the network of an internet provider"),
    ("192.0.0.0/24", "a range for protocols"),
    ("192.0.2.0/24", "a range for examples"),
    ("198.51.100.0/24", "a range for examples"),
    ("203.0.113.0/24", "a range for examples"),
    ("192.88.99.0/24", "a range for tunnels"),
    ("198.18.0.0/15", "a range for tests"),
    ("224.0.0.0/4", "many receivers at once"),
    ("240.0.0.0/4", "a reserved range"),
    ("::1/128", "this computer itself"),
    ("::/128", "this computer itself"),
    ("fd00:ec2::254/128", "the data service of a cloud machine"),
    ("fc00::/7", "a private network"),
    ("fe80::/10", "the local link"),
    ("fec0::/10", "a private network"),
    ("ff00::/8", "many receivers at once"),
    ("64:ff9b::/96", "a range that hides another address"),
    ("64:ff9b:1::/48", "a range that hides another address"),
    ("2002::/16", "a range that hides another address"),
    ("2001::/32", "a range that hides another address"),
    ("::/96", "a range that hides another address"),
    ("2001::/23", "a range for protocols"),
    ("2001:db8::/32", "a range for examples"),
    ("3fff::/20", "a range for examples"),
)
GLOBAL_UNICAST = "2000::/3"
# Virtual private networks use the range of internet providers.
_OF_OWNER = ("this computer itself", "a private network", "the network of an internet provider")


def why_refused(address: str) -> str | None:
    """What an address leads to that is not the public internet, or None if it is public.

    `address` is a literal IPv4 or IPv6 address, with or without a scope. An IPv4 address mapped
    into IPv6 counts as the IPv4 address.
    """
    try:
        found = ip_address(address.split("%")[0])
    except ValueError:
        return "no internet address"
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    for network, name in _networks():
        if _holds(network, found):
            return name
    if isinstance(found, IPv6Address) and found not in IPv6Network(GLOBAL_UNICAST):
        return "a reserved range"
    return None


def why_refused_to_owner(address: str) -> str | None:
    """What an address that the user names as a service of their own must not lead to, or None.

    As `why_refused`, but this machine and private networks are where such services run.
    """
    why = why_refused(address)
    return None if why in _OF_OWNER else why


@cache
def _networks() -> tuple[tuple[IPv4Network | IPv6Network, str], ...]:
    return tuple((ip_network(text), name) for text, name in RANGES)


def _holds(network: IPv4Network | IPv6Network, address: IPv4Address | IPv6Address) -> bool:
    return network.version == address.version and address in network
