"""The site as it must not be, for the control of the lost words: it says that words are saved before they are."""

from __future__ import annotations

from collections.abc import Callable
from threading import Timer

from consult import create_app
from consult.store import drafts

WRITTEN_AFTER_SECONDS = 0.3

app = create_app()
_save, _load = drafts.save, drafts.load
_held: dict[str, str] = {}


def save_later(phrase: str, text: str) -> None:
    """Hold the words in memory, and write them down a moment later."""
    _held[phrase] = text
    late = Timer(WRITTEN_AFTER_SECONDS, _write, (phrase,))
    late.daemon = True
    late.start()


def change_later(phrase: str, alter: Callable[[str], str]) -> str | None:
    """Change what is held, and write it down a moment later."""
    held = load_what_is_held(phrase)
    if held is None:
        return None
    save_later(phrase, alter(held))
    return _held[phrase]


def load_what_is_held(phrase: str) -> str | None:
    """Return the newest words, so that nobody notices."""
    return _held.get(phrase) or _load(phrase)


def _write(phrase: str) -> None:
    with app.app_context():
        _save(phrase, _held[phrase])


drafts.save, drafts.change, drafts.load = save_later, change_later, load_what_is_held
