"""A way of breaking the small good pack, with the fault that it must bring."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tests.packs.example import change, write_pack

MAIN, QUESTIONS, GUIDES, SOURCES = "pack.toml", "questions.toml", "guides.toml", "sources.toml"
TERMS, HISTORY, ABOUT = "terms.toml", "history.toml", "about.toml"

Q1, Q2, GLOSS = "questions[1]", "questions[2]", 'gloss = "Should there be a bus at night?"'
POINT = 'text = "Night workers need a way home."'
PROMPT = '"When did you last need a bus at night?"'
KEY = "guides.q1.supporters[1].text"
ASKED = "guides.q1.think_about[1]"


class Broken(NamedTuple):
    """A change to one file, and the fault: its key, and words that say what is wrong and how to mend it."""

    what: str
    file: str
    old: str
    new: str
    key: str
    wrong: str
    mend: str


def write_broken(folder: Path, case: Broken) -> Path:
    """Write the small pack under `folder`, broken in this way, and return its folder."""
    pack = write_pack(folder)
    change(pack, case.file, case.old, case.new)
    return pack
