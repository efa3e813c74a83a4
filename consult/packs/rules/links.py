"""Addresses that a reader can follow safely, and that will still say who published the thing."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from consult.packs.faults import Fault, shown
from consult.packs.reading import Contents
from consult.packs.tree import Node

_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+")
_INSTEAD = "find a lasting https address, or leave the address out and say why in a note"


def addresses(contents: Contents) -> Iterator[Fault]:
    """Refuse a link that is not https, names its host by number, or carries a name and password.

    There is no exception for http: a page that has nothing better is named without a link.
    """
    for node in _links(contents):
        wrong = _wrong_with(node.text)
        if wrong:
            yield node.fault(f"{shown(node.text)} {wrong}", _INSTEAD)


def sources_without_address(contents: Contents) -> Iterator[Fault]:
    """Refuse a source that gives no address and does not say why."""
    for source in contents["sources"]:
        if source["id"].text and source["url"].absent and not source["note"].text:
            yield source["url"].fault("this source has no address", "add one, or say in its note why there is none")


def email(contents: Contents) -> Iterator[Fault]:
    """Refuse an address for replies that is no email address."""
    node = contents["replies"]["email"]
    if node.text and not _EMAIL.fullmatch(node.text):
        yield node.fault(f"{shown(node.text)} is not an email address", "write name@example.org, or take it out")


def _links(contents: Contents) -> Iterator[Node]:
    for key in ("official_page", "official_document", "official_pdf"):
        yield contents[key]
    yield contents["replies"]["online_form"]
    for question in contents["questions"]:
        yield question["wording"]["source_url"]
    for source in contents["sources"]:
        yield source["url"]


def _wrong_with(address: str) -> str:
    if not address.startswith(("http://", "https://")):
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return "is not an address"
    if parts.scheme != "https":
        return "is not an https address"
    if parts.username is not None:
        return "carries a name or a password"
    return "names its host by number" if _is_number(host) else "" if "." in host else "has no host"


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
