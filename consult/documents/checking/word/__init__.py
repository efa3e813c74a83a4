"""What a Word file must not be."""

from __future__ import annotations

from collections.abc import Iterator

from consult.documents.checking.faults import Fault
from consult.documents.checking.opening import Parts
from consult.documents.checking.parsing import Trees
from consult.documents.checking.rules import check_seen
from consult.documents.checking.word.looking import look
from consult.documents.checking.word.names import CORE, DOCUMENT, SETTINGS, STYLES
from consult.documents.checking.word.relations import check_relations
from consult.documents.checking.word.styles import Styles
from consult.documents.checking.word.traces import check_traces


def check_word(parts: Parts, trees: Trees) -> Iterator[Fault]:
    """Yield what is wrong with a Word file, part by part and then as it is read."""
    yield from check_relations(parts, trees)
    yield from check_traces(parts, trees)
    for name in (DOCUMENT, STYLES, SETTINGS, CORE):
        if name not in parts:
            yield Fault("part", name, "the part is missing")
    if DOCUMENT not in trees:
        return
    styles = Styles(trees.get(STYLES))
    yield from styles.faults()
    yield from check_seen(look(trees, styles))
