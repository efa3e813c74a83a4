"""The words of the character count, in every plural form that the language has.

The browser picks the form by CLDR plural category; a missing one would stop the script.
"""

from __future__ import annotations

from flask_babel import format_decimal, get_locale, ngettext
from flask_babel import gettext as _

from consult.answers.kinds.protocol import TEXT_LIMIT

SAMPLES = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 6, "other": 100}
"""For each CLDR category, a number that falls in it in Welsh; English uses `one` and `other`."""

_NUMBER = "%{count}"


def count_words() -> dict[str, object]:
    """Return the words under the names of the character count macro's parameters."""
    return {
        "textareaDescriptionText": _("You can write up to %(count)s characters.", count=format_decimal(TEXT_LIMIT)),
        "charactersUnderLimitText": {category: _under(SAMPLES[category]) for category in _categories()},
        "charactersAtLimitText": _("You have no characters left"),
        "charactersOverLimitText": {category: _over(SAMPLES[category]) for category in _categories()},
    }


def _categories() -> list[str]:
    locale = get_locale()
    rule = locale.plural_form if locale else (lambda _count: "other")
    return [category for category, sample in SAMPLES.items() if rule(sample) == category]


def _under(sample: int) -> str:
    return ngettext(
        "You have %(count)s character left", "You have %(count)s characters left", sample, count=_NUMBER
    )


def _over(sample: int) -> str:
    return ngettext(
        "You have %(count)s character too many", "You have %(count)s characters too many", sample, count=_NUMBER
    )
