"""Sources as a person typed them, turned into links where there is an address."""

from __future__ import annotations

import re
from gettext import NullTranslations
from urllib.parse import quote, urlsplit

from consult.documents.model import Paragraph, Role, Run
from consult.documents.writing import Writer

_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_AFTER_ADDRESS = ".,;:!?)]}'’”»"
_BETWEEN = " \t-–—:,;|(<["
_MAY_STAND = "%/:?#[]@!$&'()*+,;=~"


def source(line: str, writer: Writer, words: NullTranslations) -> Paragraph:
    """Return a cited source: its title as the link, then the address, so that it also works on paper.

    A line that is an address only is called a page of its site; a line without one is shown as it is.
    """
    found = _ADDRESS.search(line)
    address = found.group().rstrip(_AFTER_ADDRESS) if found else ""
    target = web_address(address)
    if found is None or target is None:
        return writer.paragraph(line)
    title = line[: found.start()].rstrip(_BETWEEN)
    after = line[found.start() + len(address) :].strip(_BETWEEN + _AFTER_ADDRESS + ">")
    if not title:
        title = after or words.gettext("A page on %(site)s") % {"site": urlsplit(target).hostname or address}
        after = ""
    named = writer.paragraph(title)
    linked = tuple(Run(run.text, False, run.language, run.script, run.direction, target) for run in named.runs)
    rest = f": {address} {after}".rstrip()
    return Paragraph((*linked, *writer.runs_within(rest, named.direction)), Role.BODY, named.direction)


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
