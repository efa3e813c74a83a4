"""Answer options as a document prints them after a question, and the prompt for reasons after those.

They belong to the answer and not to the wording, so they mark where a question ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from consult.packs.compare.typography import plain
from consult.packs.model import Pack

_COMMON = frozenset(
    (
        "strongly agree",
        "somewhat agree",
        "tend to agree",
        "slightly agree",
        "agree",
        "neither agree nor disagree",
        "neither",
        "disagree",
        "tend to disagree",
        "somewhat disagree",
        "slightly disagree",
        "strongly disagree",
        "don't know",
        "do not know",
        "not sure",
        "unsure",
        "yes",
        "no",
        "maybe",
        "other",
        "other (please specify)",
        "not applicable",
        "n/a",
        "no opinion",
        "prefer not to say",
        "cytuno'n gryf",
        "cytuno",
        "ddim yn cytuno nac yn anghytuno",
        "anghytuno",
        "anghytuno'n gryf",
        "ddim yn gwybod",
        "ydw",
        "nac ydw",
        "oes",
        "nac oes",
    )
)
_REASONS = (
    r"(?:explain(?: why)?|expand on|(?:give|provide|state|set out)(?: us)?(?: the)?(?: your)? "
    r"(?:reasons?|reasoning|details?)(?: for)?|tell us (?:more about|the reasons for))"
    r"(?: your)?(?: (?:answer|response|view|views|choice))?"
)
_PROMPTS = (
    rf"(?:if (?:so|not|you (?:agree|disagree)),? )?(?:please )?{_REASONS}(?: here| below| in the box below)?",
    r"why(?: or why not|/why not)?\?",
    r"esboniwch eich ateb",
    r"rhowch resymau(?: dros eich ateb)?",
)
# Possessive, so that a long list which fails at its end is not tried in every possible way.
_BOX = r"[\s☐☑☒□○●•·*\[\](_)-]*+"
_BETWEEN = r"[\s,/;|.:•·]*+(?:\bor\b|\bneu\b)?+"
_SENTENCE_END = re.compile(r"[.?!:]['\"’”)]?(?=[\s(\[☐□])|[.?!](?=[A-Z])")
_LONGEST_TAIL = 600


@dataclass(frozen=True)
class PrintedOptions:
    """The labels under a question in their order, and the prompt for reasons, each as printed; "" for no prompt."""

    labels: tuple[str, ...]
    prompt: str


class OptionWords:
    """What answer options may read: those of a pack, and those that consultations commonly use."""

    def __init__(self, pack: Pack) -> None:
        labels = {plain(option.label).lower() for scale in pack.scales for option in scale.options} | _COMMON
        prompts = [re.escape(plain(scale.reasons_prompt).lower().rstrip(" .:")) for scale in pack.scales]
        label = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
        prompt = "|".join([*prompts, *_PROMPTS])
        self._one = re.compile(rf"(?:(?P<label>{label})|(?P<prompt>{prompt}))(?![^\W_])", re.IGNORECASE)
        self._all = re.compile(rf"(?:{_BOX}(?:{label}|{prompt})(?![^\W_])\)?{_BETWEEN})++", re.IGNORECASE)

    def are_options(self, text: str) -> bool:
        """Say whether a text is nothing but answer options or a prompt for reasons."""
        return len(text) <= _LONGEST_TAIL and bool(self._all.fullmatch(plain(text)))

    def split(self, text: str) -> tuple[str, str]:
        """Return a text without the options at its end, and those; a single label is not taken for options."""
        begin = max(0, len(text) - _LONGEST_TAIL)
        for end in _SENTENCE_END.finditer(text, begin):
            tail = text[end.end() :].strip()
            if tail and self.are_options(tail):
                printed = self.read([tail])
                if len(printed.labels) > 1 or printed.prompt:
                    return text[: end.end()], tail
        return text, ""

    def read(self, texts: Iterable[str]) -> PrintedOptions:
        """Return the labels and the prompt in some texts. A text that is no option known here is a label itself."""
        labels: list[str] = []
        prompt = ""
        for text in texts:
            if not self.are_options(text):
                labels.append(text)
            for found in self._one.finditer(plain(text)) if self.are_options(text) else ():
                if found["prompt"]:
                    prompt = prompt or found["prompt"]
                else:
                    labels.append(found["label"])
        return PrintedOptions(tuple(labels), prompt)
