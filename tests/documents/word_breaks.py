"""Ways to break a Word file, each with the rule that must notice."""

from __future__ import annotations

from hashlib import shake_256

from tests.documents.breaking import Break, adding, both, removing, replacing

BODY, STYLES, SETTINGS, CORE = "word/document.xml", "word/styles.xml", "word/settings.xml", "docProps/core.xml"
BODY_RELATIONS = "word/_rels/document.xml.rels"

WORD_BREAKS: dict[str, tuple[str, Break]] = {
    "a heading level is left out": ("heading", replacing(BODY, '"Heading2"', '"Heading3"')),
    "there are no headings": (
        "heading",
        both(replacing(BODY, '"Heading1"', '"Answer"'), replacing(BODY, '"Heading2"', '"Answer"')),
    ),
    "the title is an ordinary paragraph": ("title", replacing(BODY, '"Title"', '"Answer"')),
    "the properties have no title": ("title", replacing(CORE, "<dc:title>", "<dc:title/><dc:subject>")),
    "an author is named": (
        "trace",
        replacing(CORE, "</cp:core", "<dc:creator>Ama</dc:creator></cp:core"),
    ),
    "the moment of making is told": (
        "moment",
        replacing(
            CORE,
            "</cp:core",
            '<d:created xmlns:d="http://purl.org/dc/terms/">2026-02-10T09:30:01Z</d:created></cp:core',
        ),
    ),
    "the program is named": ("trace", adding("docProps/app.xml", "<Properties/>")),
    "the text is American English": ("language", replacing(STYLES, 'w:val="en-GB"', 'w:val="en-US"')),
    "the properties have no language": (
        "language",
        replacing(CORE, "<dc:language>en-GB</dc:language>", ""),
    ),
    "an Urdu paragraph runs left to right": ("direction", replacing(BODY, "<w:bidi/>", "")),
    "an Urdu run is not marked right to left": ("direction", replacing(BODY, "<w:rtl/>", "")),
    "an Urdu run has no language": ("language", replacing(BODY, '<w:lang w:bidi="ur-PK"/>', "")),
    "a table has no header row": ("table", replacing(BODY, "<w:tblHeader/>", "")),
    "a table's row can be cut in two": ("table", replacing(BODY, "<w:cantSplit/>", "")),
    "a paragraph is empty": ("empty", replacing(BODY, "<w:sectPr", "<w:p/><w:sectPr")),
    "a paragraph holds only spaces": (
        "empty",
        replacing(BODY, "<w:sectPr", '<w:p><w:r><w:t xml:space="preserve">  </w:t></w:r></w:p><w:sectPr'),
    ),
    "the print is too small": ("size", replacing(STYLES, 'w:val="24"', 'w:val="20"')),
    "the text is justified": (
        "alignment",
        replacing(STYLES, "</w:pPr></w:pPrDefault>", '<w:jc w:val="both"/></w:pPr></w:pPrDefault>'),
    ),
    "the text is faint": ("contrast", replacing(STYLES, "444444", "BBBBBB")),
    "the text is in italics": ("italic", replacing(STYLES, "<w:rPr><w:color", "<w:rPr><w:i/><w:color")),
    "the font has serifs": ("font", replacing(STYLES, '"Arial"', '"Times New Roman"')),
    "bold is only for Latin letters": ("script", replacing(STYLES, "<w:bCs/>", "")),
    "a link says nothing": ("link", replacing(BODY, "Read the official document", "here")),
    "a link is a bare address": ("link", replacing(BODY, "The Commissioner<", "https://www.gov.uk/x<")),
    "a link runs a script": (
        "link",
        replacing(BODY_RELATIONS, "https://www.gov.uk/x", "javascript:x"),
    ),
    "a question can be parted from its answer": ("keep", replacing(STYLES, "<w:keepNext/>", "")),
    "a field tells the time": (
        "field",
        replacing(
            BODY,
            "<w:sectPr",
            '<w:p><w:fldSimple w:instr=" TIME "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p><w:sectPr',
        ),
    ),
    "fields ask to be updated": ("field", replacing(SETTINGS, "<w:compat>", "<w:updateFields/><w:compat>")),
    "there is no page number": (
        "page",
        both(
            replacing("word/footer1.xml", '" PAGE "', '" NUMPAGES "'),
            replacing("word/footer2.xml", '" PAGE "', '" NUMPAGES "'),
        ),
    ),
    "there is no running title": ("page", replacing("word/header1.xml", "Cameras in the street", " ")),
    "changes are tracked": (
        "trace",
        replacing(BODY, "<w:sectPr", '<w:p><w:ins w:author="Ama"><w:r><w:t>x</w:t></w:r></w:ins></w:p><w:sectPr'),
    ),
    "there is a macro": ("macro", adding("word/vbaProject.bin")),
    "there is a thumbnail": ("picture", adding("docProps/thumbnail.jpeg")),
    "a picture is fetched from elsewhere": (
        "remote",
        replacing(
            BODY_RELATIONS,
            "</Relationships>",
            '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
            ' Target="https://example.org/spy.png" TargetMode="External"/></Relationships>',
        ),
    ),
    "a part is missing": ("part", removing("word/settings.xml")),
    "a relationship leads nowhere": ("relation", removing("word/numbering.xml")),
    "a part is not led to": ("relation", adding("word/extra.xml", "<x/>")),
    "a reference is not declared": ("relation", replacing(BODY, 'r:id="rIdLink1"', 'r:id="rIdLink99"')),
    "a part is not well formed": ("xml", replacing(BODY, "</w:body>", "")),
    "a part declares a document type": (
        "xml",
        replacing(SETTINGS, "<w:settings", '<!DOCTYPE x [<!ENTITY e "e">]><w:settings'),
    ),
    "a style is not defined": ("style", replacing(BODY, '"Subtitle"', '"Gone"')),
    "it is too large": ("size", adding("word/media.xml", shake_256(b"").hexdigest(150_000))),
}
