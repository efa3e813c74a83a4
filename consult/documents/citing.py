"""Sources as a person typed them, turned into links where there is an address."""

from __future__ import annotations

import re
from gettext import NullTranslations
from urllib.parse import quote, urlsplit

from consult.documents.model import Paragraph, Role, Run
from consult.documents.writing import Writer

_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(
    r"(?<![\w.@/-])www(?:\.[^\W_][\w-]*+){2,}+(?!@)(?::\d{1,5})?(?:[/?#][^\s<>\"]*)?", re.IGNORECASE
)
_AFTER_ADDRESS = ".,;:!?)]}'’”»"
_NO_WORDS = re.compile(r"\W*(click here|here|link|this link|read more|more|this page)?\W*", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"\s*(https?://|www\.)\S+\s*", re.IGNORECASE)
_BETWEEN = " \t-–—:,;|(<["
_MAY_STAND = "%/:?#[]@!$&'()*+,;=~"


def source(line: str, writer: Writer, words: NullTranslations) -> Paragraph:
    """Return a cited source: its title as the link, then the address, so that it also works on paper.

    A line that has no title with its address is called a page of its site; one without an address stays as it is.
    An address that begins with "www." is shown as it was typed, and leads to where browsers take it first: https.
    """
    found = _ADDRESS.search(line)
    scheme = ""
    if found is None:
        found, scheme = _WITHOUT_SCHEME.search(line), "https://"
    address = found.group().rstrip(_AFTER_ADDRESS) if found else ""
    target = web_address(f"{scheme}{address}")
    if found is None or target is None:
        return writer.paragraph(line)
    before = line[: found.start()].rstrip(_BETWEEN)
    after = line[found.start() + len(address) :].strip(_BETWEEN + _AFTER_ADDRESS + ">")
    if not before and not says_nothing(after):
        before, after = after, ""
    title, before = (before, "") if not says_nothing(before) else (_site(target, words), f"{before} ".lstrip())
    named = writer.paragraph(title)
    linked = tuple(Run(run.text, False, run.language, run.script, run.direction, target) for run in named.runs)
    ahead = writer.runs_within(before, named.direction) if before else ()
    rest = writer.runs_within(f": {address} {after}".rstrip(), named.direction)
    return Paragraph((*ahead, *linked, *rest), Role.BODY, named.direction)


def says_nothing(text: str) -> bool:
    """Say whether a link's text tells nobody where it leads: no words, "click here", or a bare address."""
    return bool(_NO_WORDS.fullmatch(text) or _BARE_ADDRESS.fullmatch(text))


def _site(address: str, words: NullTranslations) -> str:
    return words.gettext("A page on %(site)s") % {"site": urlsplit(address).hostname}


def web_address(address: str) -> str | None:
    """Return an address as a link can carry it (RFC 3986), or None when it is no http or https address."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host or parts.username or parts.password:
        return None
    host = f"[{host}]" if ":" in host else quote(host, safe="-._~")
    rest = "".join(
        f"{mark}{quote(part, safe=_MAY_STAND)}"
        for mark, part in (("", parts.path), ("?", parts.query), ("#", parts.fragment))
        if part
    )
    return f"{parts.scheme.lower()}://{host}{port}{rest}"
