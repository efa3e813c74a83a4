"""Ways to break an OpenDocument file, each with the rule that must notice."""

from __future__ import annotations

from tests.documents.breaking import Break, adding, both, removing, replacing

_END = "</office:meta>"
CONTENT, ODF_STYLES, META, MANIFEST = "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"

ODT_BREAKS: dict[str, tuple[str, Break]] = {
    "a heading level is left out": (
        "heading",
        replacing(CONTENT, 'text:outline-level="2"', 'text:outline-level="3"'),
    ),
    "the title is an ordinary paragraph": ("title", replacing(CONTENT, '"Title_20_first">', '"Answer">')),
    "the properties have no title": ("title", replacing(META, "<dc:title>", "<dc:title/><dc:subject>")),
    "an author is named": (
        "trace",
        replacing(META, _END, "<dc:creator>Ama</dc:creator>" + _END),
    ),
    "the program is named": (
        "trace",
        replacing(META, _END, "<meta:generator>Office</meta:generator>" + _END),
    ),
    "the moment of making is told": (
        "moment",
        replacing(META, _END, "<meta:creation-date>2026-02-10T09:30:01</meta:creation-date></office:meta>"),
    ),
    "the text is American English": ("language", replacing(ODF_STYLES, 'fo:country="GB"', 'fo:country="US"')),
    "an Urdu paragraph runs left to right": ("direction", replacing(CONTENT, '"rl-tb"', '"lr-tb"')),
    "an Urdu span has no language": ("language", replacing(CONTENT, 'style:language-complex="ur"', "")),
    "a table has no header row": (
        "table",
        both(
            replacing(CONTENT, "<table:table-header-rows>", ""),
            replacing(CONTENT, "</table:table-header-rows>", ""),
        ),
    ),
    "a paragraph is empty": ("empty", replacing(CONTENT, "</office:text>", "<text:p/></office:text>")),
    "the print is too small": ("size", replacing(ODF_STYLES, '"12pt"', '"10pt"')),
    "the text is justified": (
        "alignment",
        replacing(ODF_STYLES, 'fo:text-align="start"', 'fo:text-align="justify"'),
    ),
    "the text is faint": ("contrast", replacing(ODF_STYLES, "#444444", "#bbbbbb")),
    "a link says nothing": ("link", replacing(CONTENT, "Read the official document", "click here")),
    "a question can be parted from its answer": (
        "keep",
        replacing(ODF_STYLES, 'fo:keep-with-next="always"', ""),
    ),
    "a field tells the time": ("field", replacing(CONTENT, "</text:h>", "<text:time>1</text:time></text:h>", 1)),
    "there is no page number": (
        "page",
        replacing(ODF_STYLES, "text:page-number", "text:page-count"),
    ),
    "there is a picture": (
        "picture",
        replacing(
            CONTENT,
            "</text:h>",
            '<d:frame xmlns:d="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"/></text:h>',
            1,
        ),
    ),
    "there is a macro": ("macro", adding("Basic/Standard/Module1.xml", "<x/>")),
    "there is a thumbnail": ("picture", adding("Thumbnails/thumbnail.png")),
    "the manifest leaves a part out": ("part", adding("extra.xml", "<x/>")),
    "a listed part is missing": ("part", removing("styles.xml")),
    "the media type is another": ("part", adding("mimetype", "application/zip")),
    "a part is not well formed": ("xml", replacing(CONTENT, "</office:body>", "")),
    "a style is not defined": ("style", replacing(CONTENT, '"Subtitle"', '"Gone"')),
}
