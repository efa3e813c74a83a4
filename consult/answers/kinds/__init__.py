"""The kinds of answer, by the name that packs use."""

from __future__ import annotations

from consult.answers.kinds.choice import Choice
from consult.answers.kinds.choice_with_reasons import ChoiceWithReasons
from consult.answers.kinds.protocol import AnswerKind
from consult.answers.kinds.text import Text

KINDS: dict[str, AnswerKind] = {kind.name: kind for kind in (Choice(), ChoiceWithReasons(), Text())}
