"""Whether each value has the shape that the model wants, and the pack itself once it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from consult.packs.faults import Fault, nearest, shown
from consult.packs.keys import GUIDES, TOP, Location, how_to_add, key_of, table_of, tables
from consult.packs.model import Guide, Pack
from consult.packs.reading import HOME, MAIN, Contents

_GUIDES = TypeAdapter(dict[str, Guide])
_NO_GUIDE: Mapping[str, object] = {"supporters": [], "critics": []}

_TABLE = "write its keys on lines of their own under a heading in square brackets"
_WORDS: Mapping[str, tuple[str, str]] = {
    "string_type": ("it is not text", 'put it in straight quotation marks: "..."'),
    "string_too_short": ("it is empty", "write the text, or take the line out if the key may be left out"),
    "string_too_long": ("it has more than {max_length} characters", "make it shorter"),
    "int_type": ("it is not a whole number", "write digits only, without quotation marks"),
    "greater_than_equal": ("{shown} is too small", "use {ge} or more"),
    "date_type": ("it is not a day", "write year-month-day without quotation marks: 2026-01-31"),
    "tuple_type": ("it is not a list", "put it in square brackets, or under a heading in double square brackets"),
    "too_short": ("it has fewer than {min_length} entries", "add what is missing"),
    "too_long": ("it has more than {max_length} entries", "take out what is too much"),
    "enum": ("{shown} is not one of the choices", "use {expected}"),
    "literal_error": ("{shown} is not one of the choices", "use {expected}"),
    "model_type": ("it is not a table", _TABLE),
    "dict_type": ("it is not a table", _TABLE),
}
"""Pydantic's type of error → what is wrong, and how to mend it, with the error's own limits put in."""

_PATTERNS = {
    "id": "use small letters, digits and single hyphens only, such as `q1` or `missing-people`",
    "sha256": "take it out and let `flask packs compare` write it: 64 digits from 0 to f",
    "url": "write the whole address with no space in it: https://...",
}


def shape_faults(contents: Contents) -> Iterator[Fault]:
    """Run through the faults of shape: missing, unknown and ill-typed values, in every file that was read."""
    try:
        Pack.model_validate(_with_guides(contents, {}))
    except ValidationError as error:
        yield from _faults(contents, (), error)
    try:
        _GUIDES.validate_python(contents.values.get(GUIDES, {}))
    except ValidationError as error:
        yield from _faults(contents, (GUIDES,), error)
    for question in contents["questions"]:
        if not question["guide"].absent:
            yield question["guide"].fault("guides stand in a file of their own", "move it to guides.toml")


def build(contents: Contents) -> Pack:
    """Return the pack. Raises pydantic's `ValidationError` when a value has the wrong shape."""
    return Pack.model_validate(_with_guides(contents, {node.name: node.value for node in contents[GUIDES]}))


def _with_guides(contents: Contents, guides: Mapping[str, object]) -> dict[str, Any]:
    """Return the pack's values as the model wants them, with each question's guide in it (or an empty one)."""
    values = {key: value for key, value in contents.values.items() if key != GUIDES}
    questions = values.get("questions")
    if isinstance(questions, list):
        values["questions"] = [
            {**each, "guide": guides.get(str(each.get("id")), _NO_GUIDE)} if isinstance(each, dict) else each
            for each in questions
        ]
    return values


def _faults(contents: Contents, start: Location, error: ValidationError) -> Iterator[Fault]:
    for each in error.errors(include_url=False):
        location = (*start, *each["loc"])
        top = str(location[0])
        if each["type"] == "missing" and not contents.knows(top):
            continue
        wrong, mend = _words(location, each)
        yield Fault(contents.file_of(top), key_of(location), wrong, mend)


def _words(location: Location, error: ErrorDetails) -> tuple[str, str]:
    """Return what is wrong and how to mend it."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "missing":
        return "it is missing", how_to_add(location)
    if kind == "extra_forbidden":
        return "no such key is known here", _rename(location)
    if kind == "string_pattern_mismatch":
        return f"{shown(error['input'])} is not well formed", _pattern(context["pattern"])
    wrong, mend = _WORDS.get(kind, ("{message}", "see docs/packs.md"))
    values = {"shown": shown(error["input"]), "message": error["msg"], **context}
    return wrong.format_map(values), mend.format_map(values)


def _pattern(pattern: str) -> str:
    return _PATTERNS["url" if "://" in pattern else "sha256" if "64" in pattern else "id"]


def _rename(location: Location) -> str:
    """Return how to mend an unknown key: the nearest known one, or the table where it belongs."""
    key = str(location[-1])
    table = table_of(location)
    if table != TOP and key in tables()[TOP]:
        return f"`{key}` belongs in {HOME.get(key, MAIN)}, above the first heading in square brackets"
    near = nearest(key, tables().get(table, {}))
    if near:
        return f"did you mean `{near}`?"
    homes = sorted(name or MAIN for name, keys in tables().items() if key in keys)
    return f"it is a key of {' and of '.join(homes)}: move it there" if homes else "take it out"
