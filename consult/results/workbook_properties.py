"""A workbook's properties: its language is set, and what tells when it was made is taken out."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

_CORE = "docProps/core.xml"
_MOMENT = re.compile(r"<dcterms:(created|modified)\b.*?</dcterms:\1>")
_END = "</cp:coreProperties>"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def without_the_moment(workbook: bytes, *, language: str) -> bytes:
    """Return the workbook in `language` (a BCP 47 tag), without any time in its properties or its zip entries.

    Both properties are optional (ECMA-376 part 2, core properties). The same content gives the same bytes.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == _CORE:
                core = _MOMENT.sub("", part.decode())
                part = core.replace(_END, f"<dc:language>{escape(language)}</dc:language>{_END}").encode()
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part)
    return made.getvalue()
