"""What people who never were write: plainly invented, of this person only or from a template that many share."""

from __future__ import annotations

import random

COPIED, CHANGED = 0.24, 0.12
"""How likely it is that a text is a template as it was handed out, and that it is one with a word put in."""

_HANDED_OUT = """This is an invented template, as a campaign might hand it out. Nobody wrote it and nobody sent it.
It is here so that texts which are the same can be found, and so that one can see how they are counted."""
_LESS_OFTEN = """Here is a second template, invented as well. Fewer people who never were copied this one. It says
nothing about cameras, nor about the police, nor about anything else that one could be for or against. It only goes
on for long enough to be found again when somebody has put a word of their own into it."""
TEMPLATES = (_HANDED_OUT.replace("\n", " "), _LESS_OFTEN.replace("\n", " "))
"""The texts to copy. The first is copied twice as often as the second."""

_MORE_OFTEN = (2, 1)
_WORDS = """camera street station record question answer people paper morning evening Monday window bridge"""
_VOCABULARY = _WORDS.split()


def text_for(dice: random.Random, number: int, own: str) -> str:
    """Return a template, a template into which person `number` put a word, or their `own` text."""
    throw = dice.random()
    if throw >= COPIED + CHANGED:
        return own
    (template,) = dice.choices(TEMPLATES, _MORE_OFTEN)
    return template if throw < COPIED else template.replace("template", f"template {number}", 1)


def rambling(dice: random.Random, number: int) -> str:
    """Return a text of some length that says whose it is, and that nobody wrote it."""
    words = dice.choices(_VOCABULARY, k=dice.randrange(6, 60))
    return f"Invented answer {number}, which nobody wrote: {' '.join(words)}."
