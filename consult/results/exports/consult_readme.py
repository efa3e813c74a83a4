"""What the folder for Consult says of itself."""

from __future__ import annotations

from consult.results.exports.material import Material

COMMIT = "9534165b9679d5ec9440a32bb2fb4806710ed5ea"
"""The commit of i-dot-ai/consult, of August 2026, that the folder was checked against."""

_ABOUT = """\
This folder holds the results of the campaign “%(title)s” in the form that Consult reads
(github.com/i-dot-ai/consult). Put what is in `inputs` into the consultation's folder of the same name. It was
checked against the importer as it stood at the commit %(commit)s.

Every row is a respondent of its own. Nothing tells which rows come from the same person, so there are more
respondents here than people, nobody has any demographics, and answers cannot be crossed with one another.

The rows of `multi_choice.jsonl` are made up. Counting them gives the protected numbers of the campaign, and an
option whose number is held back has no rows. They are no people's rows, and do not say who wrote which comment.

The rows of `responses.jsonl` are people's own words, masked, in random order. `themefinder` holds the same words as
one table for each question, with ids of their own.

`question_understanding.csv` lists the questions as Consult's own set-up workbook does. Its columns are named in the
order of the files."""


def readme(material: Material) -> str:
    """Return the text: what the rows are and are not, and the method note."""
    about = _ABOUT % {"title": material.title, "commit": COMMIT}
    return "\n\n".join([about, *material.method(), ""])
