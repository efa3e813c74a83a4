"""A long list, a page at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Generic, TypeVar

from flask import abort, request

Item = TypeVar("Item")


@dataclass(frozen=True)
class Leaf(Generic[Item]):
    """One page of a list: what is on it, its number, and that of the last page. The first is number 1."""

    items: Sequence[Item]
    number: int
    last: int


def leaf_of(items: Sequence[Item], *, per_page: int) -> Leaf[Item]:
    """Return the page that the query asks for, the first without a query. Aborts with 404 for one there is not."""
    text = request.args.get("page", "1")
    number, last = int(text) if re.fullmatch("[1-9][0-9]{0,5}", text) else 0, max(1, ceil(len(items) / per_page))
    if not 1 <= number <= last:
        abort(404)
    first = (number - 1) * per_page
    return Leaf(items[first : first + per_page], number, last)
