"""What an OpenDocument file must not be."""

from __future__ import annotations

from collections.abc import Iterator

from consult.documents.checking.faults import Fault
from consult.documents.checking.opendocument.looking import look
from consult.documents.checking.opendocument.names import CONTENT, META, STYLES
from consult.documents.checking.opendocument.package import check_package
from consult.documents.checking.opendocument.styles import Styles
from consult.documents.checking.opendocument.traces import check_traces
from consult.documents.checking.opening import Parts
from consult.documents.checking.parsing import Trees
from consult.documents.checking.rules import check_seen


def check_opendocument(parts: Parts, trees: Trees) -> Iterator[Fault]:
    """Yield what is wrong with an OpenDocument file, part by part and then as it is read."""
    yield from check_package(parts, trees)
    yield from check_traces(parts, trees)
    for name in (CONTENT, STYLES, META):
        if name not in parts:
            yield Fault("part", name, "the part is missing")
    if CONTENT in trees:
        yield from check_seen(look(trees, Styles(trees.get(CONTENT), trees.get(STYLES))))
