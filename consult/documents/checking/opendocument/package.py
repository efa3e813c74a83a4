"""How the parts of an OpenDocument file hang together (ODF 1.2 part 3)."""

from __future__ import annotations

from collections.abc import Iterator

from consult.documents.checking.faults import Fault
from consult.documents.checking.opendocument.names import MANIFEST, MEDIA_TYPE, odf
from consult.documents.checking.opening import Parts
from consult.documents.checking.parsing import Trees


def check_package(parts: Parts, trees: Trees) -> Iterator[Fault]:
    """Yield a media type that is missing or late, and parts that the manifest and the archive disagree about."""
    if next(iter(parts)) != "mimetype":
        yield Fault("part", "mimetype", "the media type is not the first part")
    if parts.get("mimetype") != MEDIA_TYPE:
        yield Fault("part", "mimetype", "the media type is not that of an OpenDocument text")
    manifest = trees.get(MANIFEST)
    if manifest is None:
        yield Fault("part", MANIFEST, "the part is missing")
        return
    listed = {str(each.get(odf("manifest:full-path"))) for each in manifest.iter(odf("manifest:file-entry"))}
    for name in sorted(parts.keys() - listed - {"mimetype", MANIFEST}):
        yield Fault("part", MANIFEST, f"it does not list {name}")
    for name in sorted(listed - parts.keys()):
        if not name.endswith("/"):
            yield Fault("part", MANIFEST, f"it lists {name}, which is not there")
