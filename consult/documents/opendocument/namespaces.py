"""The namespaces that our OpenDocument parts use."""

from __future__ import annotations

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "office": f"{_OASIS}:office:1.0",
        "style": f"{_OASIS}:style:1.0",
        "text": f"{_OASIS}:text:1.0",
        "table": f"{_OASIS}:table:1.0",
        "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
        "meta": f"{_OASIS}:meta:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
