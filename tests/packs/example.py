"""A small good pack, in files, for tests that break it one way at a time."""

from __future__ import annotations

from pathlib import Path

from consult.packs.rules.wording import checksum

VERIFIED_TEXT = "Which of these days suits you?"

FILES = {
    "pack.toml": """\
id = "bus-times"
version = 1
title = "Bus times in the valley"
document_title = "Consultation on bus times in the valley"
short_title = "Bus times"
body = "Valley Council"
about = "The council asks when buses should run."
about_sources = ["notice"]
extent = "The valley."
latest_check = 2026-03-01
status_note = "Nothing has been published yet."
still_useful = ["Send it to your councillor."]
official_page = "https://valley.example.org/buses"
official_document = "https://valley.example.org/buses/paper"
licence = "Used with leave of the council."

[dates]
timezone = "Europe/London"
opened = 2026-01-05
closes = 2026-02-28
closing_time = "17:00"
response_weeks = 12

[replies]
to = "Transport desk"
email = "buses@valley.example.org"
online_form = "https://valley.example.org/buses/form"
""",
    "questions.toml": f"""\
[[sections]]
id = "times"
title = "When buses run"
origin = "official"
sources = ["notice"]

[[sections]]
id = "days"
title = "On which days"
origin = "ours"

[[scales]]
id = "agreement"
reasons_prompt = "Why?"
options = [{{ id = "agree", label = "Agree" }}, {{ id = "disagree", label = "Disagree" }}]

[[questions]]
number = 1
id = "q1"
section = "times"
kind = "choice-with-reasons"
scale = "agreement"
terms = ["night-bus"]
topic = "Night buses"
gloss = "Should there be a bus at night?"

[questions.wording]
status = "quoted"
text = "Do you agree that a night bus should run?"
sources = ["letter"]

[[questions]]
number = 2
id = "q2"
section = "times"
kind = "text"
topic = "Other times"
gloss = "When else should a bus run?"

[questions.wording]
status = "unchecked"
text = "At what other times should a bus run?"

[[questions]]
number = 3
id = "q3"
section = "days"
kind = "choice"
scale = "agreement"
topic = "Days"
gloss = "Which day is best for you?"

[questions.wording]
status = "verified"
text = "{VERIFIED_TEXT}"
source_url = "https://valley.example.org/buses/paper"
checked_on = 2026-03-01
sha256 = "{checksum(VERIFIED_TEXT)}"
""",
    "guides.toml": """\
[[opinion]]
who = "Valley survey"
when = "2025"
text = "Half of 200 people asked wanted a night bus."
sources = ["letter"]

[guides.q1]
think_about = ["When did you last need a bus at night?", "What would change for you?"]
supporters = [{ who = "Riders", when = "2026", text = "Night workers need a way home.", sources = ["letter"] }]
critics = [{ who = "Payers", when = "2026", text = "A night bus costs a great deal.", sources = ["letter"] }]

[guides.q2]
think_about = ["When did you last wait for a bus?", "Who else rides with you?"]
supporters = [{ who = "Riders", when = "2026", text = "Early buses fill up first.", sources = ["letter"] }]
critics = [{ who = "Payers", when = "2026", text = "Early buses run half empty.", sources = ["letter"] }]

[guides.q3]
note = "None was found."
think_about = ["Which days do you travel?", "Which days do you stay at home?"]
supporters = []
critics = []
""",
    "terms.toml": """\
[[terms]]
id = "night-bus"
term = "Night bus"
meaning = "A bus after midnight."
standing = "paraphrase"
sources = ["notice"]
""",
    "history.toml": """\
[[history]]
on = 2026-01-05
when = "5 January 2026"
text = "The consultation opened."
sources = ["notice"]

[[history]]
on = 2026-02-28
when = "28 February 2026"
text = "The consultation closed."
sources = ["notice"]
""",
    "about.toml": """\
about_you_note = "These are ours."

[[about_you]]
id = "rider"
kind = "choice"
text = "Do you ride the bus?"
why = "It shows who answers."
options = [{ id = "yes", label = "Yes" }, { id = "no", label = "No" }]

[[about_you]]
id = "often"
kind = "choice"
text = "How often?"
why = "It shows who answers."
only_if = ["rider", "yes"]
options = [{ id = "daily", label = "Every day" }, { id = "seldom", label = "Seldom" }]
""",
    "sources.toml": """\
[[sources]]
id = "notice"
title = "Notice of the consultation"
publisher = "Valley Council"
url = "https://valley.example.org/notice"

[[sources]]
id = "letter"
title = "Letter to the council"
publisher = "Valley Riders"
note = "On paper only."
""",
}


def write_pack(folder: Path) -> Path:
    """Write the good pack into a folder of the right name under `folder`, and return that."""
    pack = folder / "bus-times"
    pack.mkdir()
    for name, text in FILES.items():
        (pack / name).write_text(text, encoding="utf-8")
    return pack


def change(pack: Path, name: str, old: str, new: str) -> None:
    """Replace the first `old` in a file of the pack; an `old` that is not there is a mistake of the test."""
    text = (pack / name).read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {name}"
    (pack / name).write_text(text.replace(old, new, 1), encoding="utf-8")
