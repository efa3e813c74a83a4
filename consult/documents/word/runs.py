"""Runs as WordprocessingML: text, breaks, script, language, links.

Elements stand in the order of the schema (ECMA-376 part 1, CT_RPr), which Word insists on.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape

from consult.documents.languages import LOCALES
from consult.documents.model import Direction, Run, Runs, by_link
from consult.documents.scripts import SCRIPTS, ScriptClass

_INDIC = dict.fromkeys(
    ("Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh"), "Nirmala UI"
)
_SOUTH_EAST = dict.fromkeys(("Thai", "Laoo", "Khmr"), "Leelawadee UI")
_OTHER = {
    "Mymr": "Myanmar Text",
    "Tibt": "Microsoft Himalaya",
    "Ethi": "Ebrima",
    "Nkoo": "Ebrima",
    "Thaa": "MV Boli",
}
_BY_SCRIPT = _INDIC | _SOUTH_EAST | _OTHER | {"Armn": "Segoe UI", "Geor": "Segoe UI", "Syrc": "Segoe UI Historic"}
_EAST_ASIAN = {"ja": "Yu Gothic", "ko": "Malgun Gothic", "zh": "Microsoft YaHei"}
_SLOTS = {
    ScriptClass.COMPLEX: (("cs",), "cs", "bidi"),
    ScriptClass.EAST_ASIAN: (("eastAsia",), "eastAsia", "eastAsia"),
    ScriptClass.WESTERN: (("ascii", "hAnsi"), "", "val"),
}
"""For each class of script: the font slots, the hint that goes with them, and the attribute of its language."""

BREAK = "<w:br/>"
TAB = "<w:tab/>"


def runs_xml(runs: Runs, direction: Direction, links: dict[str, str]) -> str:
    """Return runs of a paragraph that runs in `direction`. `links` maps addresses to relation ids, and grows."""
    return "".join(_linked(link, group, direction, links) for link, group in by_link(runs))


def _linked(link: str | None, runs: Runs, direction: Direction, links: dict[str, str]) -> str:
    inner = "".join(_run_xml(run, direction) for run in runs)
    return f'<w:hyperlink r:id="{_relation(link, links)}" w:history="1">{inner}</w:hyperlink>' if link else inner


def _relation(link: str, links: dict[str, str]) -> str:
    return links.setdefault(link, f"rIdLink{len(links) + 1}")


def _run_xml(run: Run, direction: Direction) -> str:
    right_to_left = (run.direction or direction) is Direction.RIGHT_TO_LEFT
    properties = _properties(run.bold, run.language, run.script, right_to_left, bool(run.link))
    return f"<w:r>{properties}{text_xml(run.text)}</w:r>" if run.text else ""


def text_xml(text: str) -> str:
    """Return text as text elements, with breaks for its line feeds and tabs for its tabs."""
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>'
    lines = (TAB.join(text_xml(part) if part else "" for part in line.split("\t")) for line in text.split("\n"))
    return BREAK.join(lines)


@lru_cache(maxsize=512)
def _properties(bold: bool, language: str | None, script: str | None, right_to_left: bool, linked: bool) -> str:
    script_class = SCRIPTS[script].script_class if script else ScriptClass.WESTERN
    complex_script = script_class is ScriptClass.COMPLEX
    elements = (
        '<w:rStyle w:val="Hyperlink"/>' if linked else "",
        _fonts(script, script_class, language),
        "<w:b/><w:bCs/>" if bold else "",
        "<w:noProof/>" if language and language.startswith("und") else "",
        "<w:rtl/>" if right_to_left else "",
        "<w:cs/>" if complex_script and not right_to_left else "",
        _language(language, ScriptClass.COMPLEX if right_to_left else script_class),
    )
    inner = "".join(elements)
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _fonts(script: str | None, script_class: ScriptClass, language: str | None) -> str:
    font = _EAST_ASIAN.get(language or "") if script == "Hani" else _BY_SCRIPT.get(script or "")
    slots, hint, _ = _SLOTS[script_class]
    named = "".join(f' w:{slot}="{font}"' for slot in slots) if font else ""
    hinted = f' w:hint="{hint}"' if hint else ""
    return f"<w:rFonts{hinted}{named}/>" if named or hinted else ""


def _language(language: str | None, script_class: ScriptClass) -> str:
    if not language or language.startswith("und"):
        return ""
    return f'<w:lang w:{_SLOTS[script_class][2]}="{escape(LOCALES.get(language, language))}"/>'
