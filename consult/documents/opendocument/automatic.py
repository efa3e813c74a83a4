"""Automatic styles: the differences from a named style that OpenDocument wants declared before they are used."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from consult.documents.languages import LOCALES
from consult.documents.model import Direction, Paragraph, Run
from consult.documents.scripts import SCRIPTS, ScriptClass

_SUFFIX = {ScriptClass.WESTERN: "", ScriptClass.COMPLEX: "-complex", ScriptClass.EAST_ASIAN: "-asian"}
_FONTS = {
    "Arab": "Noto Naskh Arabic", "Hebr": "Noto Sans Hebrew", "Deva": "Noto Sans Devanagari",
    "Beng": "Noto Sans Bengali", "Guru": "Noto Sans Gurmukhi", "Gujr": "Noto Sans Gujarati",
    "Taml": "Noto Sans Tamil", "Telu": "Noto Sans Telugu", "Knda": "Noto Sans Kannada",
    "Mlym": "Noto Sans Malayalam", "Sinh": "Noto Sans Sinhala", "Thai": "Noto Sans Thai",
    "Ethi": "Noto Sans Ethiopic", "Hani": "Noto Sans CJK SC",
}  # fmt: skip
"""Sans serif fonts that come with LibreOffice or with most systems that run it; others fall back by themselves."""


class AutomaticStyles:
    """Collects the automatic styles of one document, and names them in the order in which they are first needed."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def xml(self) -> str:
        """Return the styles asked for so far, as the children of `office:automatic-styles`."""
        return "".join(each.replace("~", name, 1) for each, name in self._names.items())

    def for_run(self, run: Run) -> str | None:
        """Return the name of a text style for what a run differs in, or None when it does not."""
        script_class = SCRIPTS[run.script].script_class if run.script else ScriptClass.WESTERN
        properties = _language(run.language, script_class) | _font(run.script, script_class)
        if run.bold:
            properties |= {f"{prefix}:font-weight{suffix}": "bold" for prefix, suffix in _BOLD}
        if not properties:
            return None
        return self._named("T", f'style:family="text"><style:text-properties {_attributes(properties)}/>')

    def for_paragraph(self, paragraph: Paragraph, style: str) -> str:
        """Return the name of a paragraph style: `style` itself, unless the paragraph differs from it."""
        properties: dict[str, str] = {}
        if paragraph.direction is Direction.RIGHT_TO_LEFT:
            # LibreOffice takes "start" for "left" even here, so the side is named.
            properties |= {"style:writing-mode": "rl-tb", "fo:text-align": "right"}
        if paragraph.keep_with_next:
            properties |= {"fo:keep-with-next": "always"}
        if not properties:
            return style
        rest = f'style:family="paragraph" style:parent-style-name="{style}">'
        return self._named("P", f"{rest}<style:paragraph-properties {_attributes(properties)}/>")

    def for_column(self, centimetres: float) -> str:
        """Return the name of a style for a column of a table that is so wide."""
        properties = f'<style:table-column-properties style:column-width="{centimetres:.2f}cm"/>'
        return self._named("C", f'style:family="table-column">{properties}')

    def _named(self, prefix: str, rest: str) -> str:
        definition = f'<style:style style:name="~" {rest}</style:style>'
        return self._names.setdefault(definition, f"{prefix}{len(self._names) + 1}")


_BOLD = (("fo", ""), ("style", "-asian"), ("style", "-complex"))


def _attributes(properties: Mapping[str, str]) -> str:
    return " ".join(f'{name}="{escape(value)}"' for name, value in properties.items())


def language_properties(tag: str, script_class: ScriptClass) -> dict[str, str]:
    """Return a locale such as "ur-PK" or "ku-Arab-IQ" as the attributes of one class of script."""
    language, *script, country = tag.split("-")
    prefix = "fo" if script_class is ScriptClass.WESTERN else "style"
    suffix = _SUFFIX[script_class]
    properties = {f"{prefix}:language{suffix}": language, f"{prefix}:country{suffix}": country}
    return properties | ({f"{prefix}:script{suffix}": script[0]} if script else {})


def _language(tag: str | None, script_class: ScriptClass) -> dict[str, str]:
    if tag is None:
        return {}
    if tag.startswith("und"):
        return language_properties("none-none", script_class)
    return language_properties(LOCALES[tag], script_class)


def _font(script: str | None, script_class: ScriptClass) -> dict[str, str]:
    font = _FONTS.get(script or "")
    if not font:
        return {}
    prefix = "fo" if script_class is ScriptClass.WESTERN else "style"
    return {f"{prefix}:font-family{_SUFFIX[script_class]}": font}
