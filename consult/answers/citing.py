"""Which of a pack's sources an answer names by their web address.

Web addresses are taken out of what is shared, as many lead to a person. Those of the pack's own sources lead to
nobody. So their sites can be counted, and nothing else is kept of an address.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from consult.packs.model import Pack, Source


def sites(pack: Pack) -> dict[str, Source]:
    """Return the sites of a pack's sources by their host without `www.`, each with its first source."""
    found: dict[str, Source] = {}
    for source in pack.sources:
        if source.url:
            found.setdefault(host_of(str(source.url)), source)
    return found


def cited(pack: Pack, addresses: Iterable[str]) -> frozenset[str]:
    """Return the id of the first source of each site that one of these web addresses leads to."""
    known: Mapping[str, Source] = sites(pack)
    return frozenset(known[host].id for host in map(host_of, addresses) if host in known)


def host_of(address: str) -> str:
    """Return the host of a web address, with or without its scheme, in small letters; empty when it has none."""
    try:
        host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    first, _dot, rest = host.partition(".")
    return rest if first.startswith("www") and first.removeprefix("www").isdigit() | (first == "www") else host
