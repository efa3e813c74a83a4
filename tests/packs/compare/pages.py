"""Web pages in the shape that GOV.UK gives to a paper: furniture, main part, footnotes. The words are our own."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tests.packs.compare.example import LABELS, PROMPT, SCALED, WORDINGS

ADDRESS = "https://www.gov.uk/government/consultations/harbour/paper"

_HEAD = """\
<!DOCTYPE html>
<html class="govuk-template" lang="en"><head><meta charset="utf-8"><title>1. The harbour</title>{canonical}
<style>p {{ counter-reset: none }}</style><script>var n = "<p>Question 1: Is this a script?</p>";</script></head>
<body class="gem-c-layout-for-public header-wide">
<a class="gem-c-skip-link govuk-skip-link" href="#content">Question 2: skip?</a>
<div id="global-cookie-message" class="gem-c-cookie-banner"><p>Question 3: May we keep small files?</p></div>
<header role="banner" class="gem-c-layout-super-navigation-header"><ol><li>Question 4: money?</li></ol></header>
<div class="govuk-width-container"><div class="govuk-breadcrumbs"><ol><li>Home?</li><li>Boats?</li></ol></div>
<main id="content" role="main">
<nav class="gem-c-contents-list" role="navigation"><ol><li><a href="#one">1. The bay</a></li></ol></nav>
<div class="gem-c-govspeak govuk-govspeak"><div class="govspeak">
"""
_FOOT = """\
<div class="footnotes" role="doc-endnotes"><ol><li id="fn:1" role="doc-endnote"><p>Is it in the
almanac? <a href="#fnref:1" class="reversefootnote" role="doc-backlink">↩</a></p></li></ol></div>
</div></div><a href="#contents" class="govuk-link app-c-back-to-top">Back to contents</a></main></div>
<div class="gem-c-feedback"><p>5. Is this page useful?</p></div>
<footer class="gem-c-layout-footer"><ol><li>Question 6: Help?</li></ol></footer></body></html>
"""
FOOTNOTE = '<sup id="fnref:1"><a href="#fn:1" class="footnote" rel="footnote">[footnote 1]</a></sup>'


def page(body: str, *, canonical: str | None = ADDRESS) -> str:
    """Return a whole page around the HTML of its text."""
    link = f'<link rel="canonical" href="{escape(canonical)}">' if canonical else ""
    return _HEAD.format(canonical=link) + body + _FOOT


def paper(wordings: Sequence[str] = WORDINGS) -> str:
    """Return a page with each wording under "Question N:", among headings and numbered paragraphs."""
    parts = ["<h2>About this paper</h2><p>1.1 This paper asks questions. Question 1 asks about boats.</p>"]
    for number, wording in enumerate(wordings, start=1):
        parts.append(
            f"<h3 id='part-{number}'>{number}. Part</h3><p>{number}.1 Boats lie in the harbour at night.</p>"
        )
        parts.append(f"<p><strong>Question {number}:</strong> {escape(wording)}</p>")
        if number in SCALED:
            parts.append(options())
    return page("\n".join(parts))


def options(labels: Sequence[str] = LABELS, prompt: str = PROMPT) -> str:
    """Return answer options as a page prints them."""
    items = "".join(f"<li>{escape(label)}</li>" for label in labels)
    return f"<ul>{items}</ul><p>{escape(prompt)}</p>"
