"""Reading an answer back out of each format."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx
from bs4 import BeautifulSoup
from odf import opendocument, teletype
from odf.element import Element
from odf.namespaces import STYLENS

from consult.documents.hypertext import CLASSES, render_html
from consult.documents.model import Document, Role
from consult.documents.opendocument import render_odt
from consult.documents.plain import render_text
from consult.documents.word import render_docx


def from_word(document: Document) -> list[str]:
    """Return the paragraphs in the style Answer."""
    paragraphs = docx.Document(BytesIO(render_docx(document))).paragraphs
    return [each.text for each in paragraphs if each.style and each.style.name == "Answer"]


def from_opendocument(document: Document) -> list[str]:
    """Return the paragraphs in the style Answer or one made from it."""
    read = opendocument.load(BytesIO(render_odt(document)))
    made_from = {
        each.attributes.get((STYLENS, "name")): each.attributes.get((STYLENS, "parent-style-name"))
        for each in read.automaticstyles.childNodes
    }
    styles = {"Answer", *(name for name, parent in made_from.items() if parent == "Answer")}
    blocks = [each for each in read.text.childNodes if isinstance(each, Element) and each.qname[1] == "p"]
    return [teletype.extractText(each) for each in blocks if str(each.getAttribute("stylename")) in styles]


def from_html(document: Document) -> list[str]:
    """Return the paragraphs of the class for answers."""
    # By itself Beautiful Soup makes a run of white space one space, where a stretch holds nothing else.
    kept = {"p", "span", "li", "td", "th", "div", "a", "bdi"}
    page = BeautifulSoup(str(render_html(document)), "html.parser", preserve_whitespace_tags=kept)
    for each in page.find_all("br"):
        each.replace_with("\n")
    return [each.get_text() for each in page.find_all("p", class_=CLASSES[Role.ANSWER])]


def in_plain_text(document: Document, paragraphs: list[str]) -> bool:
    """Say whether the plain text has these paragraphs, in order, each between blank lines."""
    return "\n\n".join(["", *paragraphs, ""]) in f"\n\n{render_text(document)}\n\n"


READERS: dict[str, Callable[[Document], list[str]]] = {
    "word": from_word,
    "opendocument": from_opendocument,
    "html": from_html,
}
