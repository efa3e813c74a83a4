"""A theme and a table of fonts. Word wants both; ours name Arial and say nothing of where they came from."""

from __future__ import annotations

from consult.documents.sizes import INK, LINK, QUIET

FONT = "Arial"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

_COLOURS = {
    "dk1": INK, "lt1": "FFFFFF", "dk2": QUIET, "lt2": "F3F2F1", "accent1": LINK, "accent2": QUIET, "accent3": LINK,
    "accent4": QUIET, "accent5": LINK, "accent6": QUIET, "hlink": LINK, "folHlink": LINK,
}  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def _fonts(kind: str) -> str:
    return f'<a:{kind}><a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/></a:{kind}>'


THEME = (
    f'{_XML}<a:theme {_A} name="Plain"><a:themeElements><a:clrScheme name="Plain">'
    + "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _COLOURS.items())
    + f'</a:clrScheme><a:fontScheme name="Plain">{_fonts("majorFont")}{_fonts("minorFont")}</a:fontScheme>'
    f'<a:fmtScheme name="Plain"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
    "</a:fmtScheme></a:themeElements></a:theme>"
).encode()

FONT_TABLE = (
    f'{_XML}<w:fonts {_W}><w:font w:name="{FONT}"><w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>'
    '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
).encode()
