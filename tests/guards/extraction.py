"""The words of the interface as `make messages` finds them, so that a guard and the command cannot disagree."""

from __future__ import annotations

from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from types import ModuleType

from babel.messages.catalog import Catalog

from consult.settings import ROOT


def _tool() -> ModuleType:
    # The command has no ending to its name, so it is loaded by its path.
    loader = SourceFileLoader("messages_command", str(ROOT / "tools" / "messages"))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


_MESSAGES = _tool()

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = _MESSAGES.KEYWORDS
"""Every name under which the code may ask for a translation, with the places of its messages (None: the first)."""


def words_in_code() -> Catalog:
    """Return every message of the code and the templates, as they are now."""
    found = _MESSAGES.words_in_code()
    assert isinstance(found, Catalog)
    return found
