"""Which keys a pack's tables have, read off the model, so that checks and documentation cannot drift from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from consult.packs.model import Pack

TOP = ""
"""The name of the table that is the pack itself."""

GUIDES = "guides"
"""The one key of the files that the model has not: guides stand in a file of their own, by question id."""

Location = tuple[str | int, ...]


@cache
def tables() -> Mapping[str, Mapping[str, FieldInfo | None]]:
    """Return each table's keys, by the way to it without ids and places: `questions`, `questions.wording`, ..."""
    found: dict[str, Mapping[str, FieldInfo | None]] = dict(_below(TOP, Pack))
    found[TOP] = {**found[TOP], GUIDES: None}
    found["questions"] = {key: field for key, field in found["questions"].items() if key != "guide"}
    guides = {name: keys for name, keys in found.items() if name.startswith("questions.guide")}
    renamed = {name.replace("questions.guide", GUIDES, 1): keys for name, keys in guides.items()}
    return MappingProxyType({name: keys for name, keys in (found | renamed).items() if name not in guides})


def _below(name: str, model: type[BaseModel]) -> Iterator[tuple[str, Mapping[str, FieldInfo | None]]]:
    yield name, dict(model.model_fields)
    for key, field in model.model_fields.items():
        inner = model_in(field.annotation)
        if inner:
            yield from _below(f"{name}.{key}" if name else key, inner)


def model_in(annotation: object) -> type[BaseModel] | None:
    """Return the model that an annotation is, or is a list of; None when it is plain."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(model_in, get_args(annotation))), None)


def table_of(location: Location) -> str:
    """Return the name of the table that a location's last key stands in."""
    names = [part for part in location[:-1] if isinstance(part, str)]
    return ".".join(names[:1] + names[2:] if names[:1] == [GUIDES] else names)


def key_of(location: Location) -> str:
    """Return a location as people write it, counting from one: `questions[3].wording.text`."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in location).lstrip(".")


def how_to_add(location: Location) -> str:
    """Return how the value at a location is written where it is missing."""
    key = location[-1]
    if isinstance(key, int):
        return "add it: the list is too short"
    field = tables().get(table_of(location), {}).get(key)
    annotation = field.annotation if field else None
    inner = model_in(annotation)
    if inner is None:
        return f"add a line: {key} = {_sample(annotation)}"
    heading = ".".join(part for part in location if isinstance(part, str))
    return f"add a table headed [{heading}]" if annotation is inner else f"add a table headed [[{heading}]]"


def _sample(annotation: object) -> str:
    parts = list(_parts(annotation))
    if tuple in parts:
        return '["..."]'
    return "2026-01-31" if date in parts else "1" if int in parts else '"..."'


def _parts(annotation: object) -> Iterator[object]:
    yield annotation
    yield get_origin(annotation)
    for inner in get_args(annotation):
        yield from _parts(inner)
