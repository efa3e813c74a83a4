"""An invented consultation about a harbour, as values and as files, with any wording that a test wants."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import tomlkit

from consult.packs.model import (
    Dates,
    Guide,
    Option,
    Pack,
    Question,
    Replies,
    Scale,
    Section,
    Wording,
    WordingStatus,
)

WORDINGS = (
    "To what extent do you agree or disagree that the ‘inner harbour’ should be open to all boats?",
    "Do you think that moorings should be let by the day? The alternative would be to let them by the year.",
    "What should the harbour master weigh up? For example: the size of the boat; the depth; whether it is stormy.",
    "Small boats pay the same as large ones. Do you agree?",
    "What sort of lights (for example, green ones) should mark the harbour’s entrance?",
    "Is there anything else that the council should know about the harbour?",
)
SCALED = frozenset((1, 2, 4))
LABELS = ("Agree", "Neither agree nor disagree", "Disagree", "Don't know")
PROMPT = "Please explain your answer:"

_SCALE = Scale(
    id="agreement",
    options=tuple(Option(id=f"option-{place}", label=label) for place, label in enumerate(LABELS)),
    reasons_prompt=PROMPT,
)


def pack_of(wordings: Sequence[str] = WORDINGS) -> Pack:
    """Return a pack with these wordings as questions 1, 2, 3 and so on."""
    return Pack(
        id="harbour",
        version=1,
        title="The harbour",
        document_title="Consultation on the harbour",
        short_title="Harbour",
        body="Bay Council",
        about="The council asks about the harbour.",
        extent="The bay.",
        status_note="Nothing has been published yet.",
        still_useful=(),
        official_page="https://www.gov.uk/harbour",
        official_document="https://www.gov.uk/harbour/paper",
        licence="Used with leave.",
        dates=Dates(timezone="Europe/London", opened=date(2026, 1, 5), closes=date(2026, 2, 28)),
        replies=Replies(to="Harbour office"),
        sections=(Section(id="all", title="All", origin="ours"),),
        scales=(_SCALE,),
        questions=tuple(_question(number, text) for number, text in enumerate(wordings, start=1)),
    )


def _question(number: int, text: str) -> Question:
    return Question(
        number=number,
        id=f"q{number}",
        section="all",
        kind="choice-with-reasons" if number in SCALED else "text",
        scale="agreement" if number in SCALED else None,
        topic="Harbour",
        gloss="What do you think?",
        wording=Wording(text=text, status=WordingStatus.UNCHECKED),
        guide=Guide(supporters=(), critics=()),
    )


_MAIN = """\
# The pack's main file. This note must outlive every change.
id = "harbour"
version = 4 # the version
title = "The harbour"
document_title = "Consultation on the harbour"
short_title = "Harbour"
body = "Bay Council"
about = "The council asks about the harbour."
about_sources = ["notice"]
extent = "The bay."
latest_check = 2026-03-01
status_note = "Nothing has been published yet."
still_useful = ["Send it to your councillor."]
official_page = "https://www.gov.uk/harbour"
official_document = "https://www.gov.uk/harbour/paper"
licence = "Used with leave."

[dates]
timezone = "Europe/London"
opened = 2026-01-05
closes = 2026-02-28

[replies]
to = "Harbour office"
email = "harbour@bay.example.org"
"""

_QUESTIONS = """\
# The questions. Notes like this one stay.

[[sections]]
id = "all"
title = "All"
origin = "ours"

[[scales]]
id = "agreement"
reasons_prompt = "Please explain your answer:"
options = [
  { id = "agree", label = "Agree" }, # first
  { id = "neither", label = "Neither agree nor disagree" },
  { id = "disagree", label = "Disagree" },
  { id = "dont-know", label = "Don't know" },
]
"""

_SOURCES = """\
[[sources]]
id = "notice"
title = "Notice of the consultation"
publisher = "Bay Council"
url = "https://bay.example.org/notice"
"""


def write_pack(folder: Path, wordings: Sequence[str] = WORDINGS) -> Path:
    """Write a pack that passes its check into `folder`/harbour, and return that."""
    pack = folder / "harbour"
    pack.mkdir()
    questions, guides = [_QUESTIONS], []
    for number, text in enumerate(wordings, start=1):
        questions.append(_question_table(number, text))
        guides.append(
            f'[guides.q{number}]\nnote = "None was found."\nsupporters = []\ncritics = []\n'
            'think_about = ["When were you last there?", "What would change for you?"]\n'
        )
    files = {
        "pack.toml": _MAIN,
        "questions.toml": "\n".join(questions),
        "guides.toml": "\n".join(guides),
        "sources.toml": _SOURCES,
    }
    for name, content in files.items():
        (pack / name).write_text(content, encoding="utf-8")
    return pack


def _question_table(number: int, text: str) -> str:
    scaled = number in SCALED
    lines = [
        f"# ------------------------------ question {number}",
        "",
        "[[questions]]",
        f"number = {number} # its number",
        f'id = "q{number}"',
        'section = "all"',
        f'kind = "{"choice-with-reasons" if scaled else "text"}"',
        *(['scale = "agreement" # as assumed'] if scaled else []),
        'topic = "Harbour"',
        'gloss = "What do you think?"',
        "",
        "# Where its words come from:",
        "[questions.wording]",
        'status = "unchecked" # for now',
        f"text = {tomlkit.string(text).as_string()}  # working wording",
        'evidence = "No source gives it."',
        "",
    ]
    return "\n".join(lines)
