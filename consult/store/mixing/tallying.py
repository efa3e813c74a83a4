"""Keeping the ledger of tallies equal to the records, by counting in and out rather than by counting again.

The ledger is one sealed row. In plain, the tally of a small group would say what its only member answered to every
question; and between two copies of the database, what the people of one release did.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress

from sqlalchemy import Connection, bindparam, func, select

from consult.results.advancing import Group
from consult.results.ledger import ALL, RESPONSE, Cell, Ledger, Numbers, Shown
from consult.results.tally import Tally
from consult.store.database import StoreUnavailable
from consult.store.inserting import InsertOrChange
from consult.store.keys import sealing_keys
from consult.store.models import RecordRow, TallyRow
from consult.store.models.base import table_of
from consult.store.sealing import seal, unseal_by_any

_PURPOSE = "tallies"

_log = logging.getLogger(__name__)
_tallies = table_of(TallyRow)
_records = table_of(RecordRow)
_KEPT = select(_tallies.c.sealed).where(_tallies.c.campaign_id == bindparam("campaign"))
_KEEP = InsertOrChange(_tallies, lambda insert: {"sealed": insert.excluded.sealed})


class TalliesClosedError(StoreUnavailable):
    """Raised by whatever would change tallies that are there and cannot be opened.

    A mistake in the settings can be put right, and they open again. What is written over them is lost for good.
    """


def kept(connection: Connection, campaign_id: int) -> Ledger:
    """Return the ledger of a campaign; an empty one when it has none or it cannot be opened, which is logged."""
    with suppress(TalliesClosedError):
        return for_change(connection, campaign_id)
    return Ledger()


def for_change(connection: Connection, campaign_id: int) -> Ledger:
    """Return the ledger of a campaign that is about to change, which must be locked; an empty one when it has none.

    Raises `TalliesClosedError` where it cannot be opened, which is logged.
    """
    sealed = connection.execute(_KEPT, {"campaign": campaign_id}).scalar_one_or_none()
    return _open(sealed, campaign_id) if sealed else Ledger()


def keep(connection: Connection, campaign_id: int, ledger: Ledger) -> None:
    """Keep a ledger in place of the one there is. The campaign must be locked."""
    sealed = seal(ledger.to_json(), sealing_keys(_PURPOSE)[0], _bound_to(campaign_id))
    connection.execute(_KEEP.on(connection), {"campaign_id": campaign_id, "sealed": sealed})


def responses(connection: Connection, campaign_id: int) -> int:
    """Return how many responses there are for certain: those that are shown, or those left where that is fewer."""
    everyone = kept(connection, campaign_id).groups[ALL]
    shown = everyone.shown.get(RESPONSE)
    return min(everyone.true[RESPONSE], shown.size) if shown else 0


def recounted(connection: Connection, campaign_id: int) -> dict[Cell, int]:
    """Return how many records there are of each option. Reads every record."""
    cell = (_records.c.question, _records.c.option)
    query = select(*cell, func.count()).where(_records.c.campaign_id == campaign_id).group_by(*cell)
    return {Cell(question, option): count for question, option, count in connection.execute(query)}


def replace(connection: Connection, campaign_id: int, tallies: Iterable[Tally]) -> None:
    """Keep these tallies, and show them, in place of all that a campaign has. The campaign must be locked."""
    ledger = Ledger()
    for tally in tallies:
        numbers, cell = ledger.groups[Group(tally.attribute, tally.value)], Cell(tally.question, tally.option)
        numbers.true[cell] += tally.count
        before = numbers.shown.get(cell, Shown(0, 0))
        numbers.shown[cell] = Shown(numbers.true[cell], before.key_sum + tally.key_sum)
    keep(connection, campaign_id, ledger)


def settle(connection: Connection, campaign_id: int) -> None:
    """Keep only what is shown, for good, as the records go. The campaign must be locked.

    Raises `TalliesClosedError`.
    """
    ledger = for_change(connection, campaign_id)
    replace(connection, campaign_id, ledger.shown())


def is_right(ledger: Ledger, counted: Mapping[Cell, int]) -> bool:
    """Say whether a ledger agrees with the records, and with itself as far as that can be told."""
    numbers = ledger.groups.values()
    agrees = _without_nothing(ledger.groups[ALL].true) == counted
    up_to_date = all(each.since or _without_nothing(each.true) == _sizes(each) for each in numbers)
    return agrees and up_to_date and not _impossible(ledger)


def mend(ledger: Ledger, counted: Mapping[Cell, int]) -> None:
    """Make a ledger agree with the records, and with itself.

    A group's numbers cannot be counted again: those that cannot be are dropped, and the others stay.
    """
    ledger.groups[ALL].true = defaultdict(int, counted)
    wrong = _impossible(ledger)
    for group, numbers in ledger.groups.items():
        for cell in [cell for cell in numbers.true if (group.attribute, cell) in wrong]:
            del numbers.true[cell]
        if not numbers.since and _without_nothing(numbers.true) != _sizes(numbers):
            numbers.move()


def _open(sealed: bytes, campaign_id: int) -> Ledger:
    text = unseal_by_any(sealed, sealing_keys(_PURPOSE), _bound_to(campaign_id))
    if text is not None:
        with suppress(ValueError, KeyError, TypeError):
            return Ledger.from_json(text)
    _log.error("The tallies of a campaign could not be opened: was SECRET_KEY changed without keeping the old one?")
    raise TalliesClosedError("tallies cannot be opened")


def _bound_to(campaign_id: int) -> bytes:
    return f"campaign {campaign_id}".encode()


def _without_nothing(sizes: Mapping[Cell, int]) -> dict[Cell, int]:
    return {cell: size for cell, size in sizes.items() if size}


def _sizes(numbers: Numbers) -> dict[Cell, int]:
    return {cell: shown.size for cell, shown in numbers.shown.items() if shown.size}


def _impossible(ledger: Ledger) -> set[tuple[str, Cell]]:
    """Return attributes and options with a group below nothing, or with groups that have more than everyone."""
    together: defaultdict[tuple[str, Cell], int] = defaultdict(int)
    below = set()
    for group, numbers in ledger.groups.items():
        for cell, size in numbers.true.items():
            together[group.attribute, cell] += size
            if size < 0:
                below.add((group.attribute, cell))
    everyone = ledger.groups[ALL].true
    return below | {place for place, size in together.items() if size > everyone.get(place[1], 0)}
