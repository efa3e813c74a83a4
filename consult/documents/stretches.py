"""Cutting a line into stretches of one script and direction.

What stands between two stretches that agree joins them; between others it runs with the line. These are rules N1
and N2 of Unicode Annex 9, put into runs, so that a word processor that looks at runs alone shows what one that
follows the whole annex shows. A number in a right-to-left line stands alone, so that its groups keep their order.
"""

from __future__ import annotations

from dataclasses import dataclass

from consult.documents.model import Direction
from consult.documents.scripts import SCRIPTS, TOKENS

_LTR = Direction.LEFT_TO_RIGHT


@dataclass(slots=True)
class Stretch:
    """Text of one script (None: Latin or neutral) and direction, in parts. `letters`: it is not only a number."""

    parts: list[str]
    script: str | None
    direction: Direction
    letters: bool


def stretches(text: str, direction: Direction) -> list[Stretch]:
    """Return the stretches of a line that runs in `direction`, in order; together they are `text`. Linear."""
    done: list[Stretch] = []
    between: list[str] = []
    for token in TOKENS.finditer(text):
        stretch = _stretch(token.group(), token.lastgroup or "neutral", direction)
        if stretch is None:
            between.append(token.group())
            continue
        _add(done, between, stretch, direction)
        between = []
    if between:
        _place(done, between, None, direction)
    return done


def _stretch(text: str, kind: str, direction: Direction) -> Stretch | None:
    """Return a token as a stretch, or None when it is neutral, as numbers are where the line runs their way."""
    if kind == "neutral" or (kind == "number" and direction is _LTR):
        return None
    if kind in SCRIPTS:
        return Stretch([text], kind, SCRIPTS[kind].direction, letters=True)
    return Stretch([text], None, _LTR, letters=kind == "latin")


def _add(done: list[Stretch], between: list[str], following: Stretch, direction: Direction) -> None:
    last = done[-1] if done else None
    if last and _joins(last, following):
        last.parts += [*between, *following.parts]
        last.letters = True
        return
    if between:
        _place(done, between, following, direction)
    done.append(following)


def _place(done: list[Stretch], between: list[str], following: Stretch | None, direction: Direction) -> None:
    """Give neutral text to the neighbour that it runs with, or make it a stretch of its own."""
    last = done[-1] if done else None
    same_way = last and following and last.direction is following.direction and _lettered(last, following)
    if last and (same_way or last.direction is direction):
        last.parts += between
    elif following and following.direction is direction:
        following.parts[:0] = between
    else:
        done.append(Stretch(between, None, direction, letters=False))


def _joins(one: Stretch, other: Stretch) -> bool:
    return one.script == other.script and one.direction is other.direction and _lettered(one, other)


def _lettered(one: Stretch, other: Stretch) -> bool:
    """Say whether two stretches are not both numbers: those stay apart, each in its own place in the line."""
    return one.letters or other.letters
