"""The answer sheet: everything that a person has answered so far, as one frozen value."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType


class SheetError(ValueError):
    """Raised when stored text is not an answer sheet."""


@dataclass(frozen=True)
class Answer:
    """An answer to one question: an option's id or None, and the person's own words or an empty string."""

    choice: str | None = None
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.choice or self.text)


BLANK = Answer()


@dataclass(frozen=True)
class AnswerSheet:
    """The answers to a pack's questions (by question id), the coarse facts about the person, and the campaign.

    `about` maps the id of an about-you question to an option's id. `shared` is what the person chose to leave
    behind, or an empty string while they have not chosen. `masked` has the ids of the questions whose personal
    details they chose to take out of their document. `earlier` is the receipt of what was shared from this browser
    before this sheet was begun, by the same person or another: an empty string where there is none.
    """

    pack_id: str
    pack_version: int
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    about: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    campaign: str = ""
    shared: str = ""
    masked: frozenset[str] = frozenset()
    earlier: str = ""

    def answer(self, question_id: str) -> Answer:
        """Return the answer to a question; a blank one where there is none."""
        return self.answers.get(question_id, BLANK)

    def with_answer(self, question_id: str, answer: Answer) -> AnswerSheet:
        """Return a sheet with this answer; a blank answer takes the old one away."""
        others = {key: value for key, value in self.answers.items() if key != question_id}
        return replace(self, answers=MappingProxyType(others | ({question_id: answer} if answer else {})))

    def with_about(self, about: Mapping[str, str]) -> AnswerSheet:
        """Return a sheet with these facts in place of the old ones; empty values are left out."""
        return replace(self, about=MappingProxyType({key: value for key, value in about.items() if value}))

    def with_masked(self, question_id: str, *, masked: bool) -> AnswerSheet:
        """Return a sheet whose document leaves the details in this answer out, or keeps them."""
        return replace(self, masked=self.masked | {question_id} if masked else self.masked - {question_id})

    def to_json(self) -> str:
        """Return the sheet as JSON text, with keys in a fixed order."""
        return json.dumps(
            {
                "pack": self.pack_id,
                "version": self.pack_version,
                "answers": {key: [answer.choice, answer.text] for key, answer in self.answers.items()},
                "about": dict(self.about),
                "campaign": self.campaign,
                "shared": self.shared,
                "masked": sorted(self.masked),
                "earlier": self.earlier,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def from_json(cls, text: str) -> AnswerSheet:
        """Return the sheet that `to_json` wrote. Raises `SheetError` for anything else."""
        try:
            raw = json.loads(text)
            return cls(
                pack_id=raw["pack"],
                pack_version=raw["version"],
                answers=MappingProxyType({key: Answer(*pair) for key, pair in raw["answers"].items()}),
                about=MappingProxyType(raw["about"]),
                campaign=raw["campaign"],
                shared=raw["shared"],
                # Sheets from before these were there do not have them.
                masked=frozenset(raw.get("masked", ())),
                earlier=raw.get("earlier", ""),
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise SheetError("this is not an answer sheet") from error
