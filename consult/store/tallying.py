"""Keeping the ledger of tallies equal to the records, by counting in and out rather than by counting again.

The ledger is one sealed row. In plain, the tally of a small group would say what its only member answered to every
question; and between two copies of the database, what the people of one release did.
"""

from __future__ import annotations

import logging
import secrets
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress

from sqlalchemy import Connection, bindparam, func, select

from consult.results.advancing import Group
from consult.results.tally import RECORD_KEYS, Tally
from consult.store.inserting import InsertOrChange
from consult.store.keys import sealing_key, server_secrets
from consult.store.ledger import ALL, RESPONSE, Cell, Ledger, Numbers, Sum, Sums
from consult.store.models import RecordRow, TallyRow
from consult.store.models.base import table_of
from consult.store.sealing import seal, unseal

_PURPOSE = "tallies"

_log = logging.getLogger(__name__)
_tallies = table_of(TallyRow)
_records = table_of(RecordRow)
_KEPT = select(_tallies.c.sealed).where(_tallies.c.campaign_id == bindparam("campaign"))
_KEEP = InsertOrChange(_tallies, lambda insert: {"sealed": insert.excluded.sealed})


def kept(connection: Connection, campaign_id: int) -> Ledger:
    """Return the ledger of a campaign; an empty one when it has none or it cannot be opened, which is logged."""
    sealed = connection.execute(_KEPT, {"campaign": campaign_id}).scalar_one_or_none()
    return (_open(sealed, campaign_id) if sealed else None) or Ledger()


def for_change(connection: Connection, campaign_id: int) -> Ledger:
    """Return the ledger of a campaign that is about to change; one that cannot be opened is begun anew.

    The campaign must be locked. Where answers were released before, what everyone said is counted again. The groups
    begin at nothing.
    """
    sealed = connection.execute(_KEPT, {"campaign": campaign_id}).scalar_one_or_none()
    ledger = _open(sealed, campaign_id) if sealed else None
    if ledger is None:
        ledger = Ledger()
        if sealed:
            ledger.groups[ALL] = Numbers({cell: drawn(n) for cell, n in recounted(connection, campaign_id).items()})
    return ledger


def keep(connection: Connection, campaign_id: int, ledger: Ledger) -> None:
    """Keep a ledger in place of the one there is. The campaign must be locked."""
    sealed = seal(ledger.to_json(), sealing_key(server_secrets()[0], _PURPOSE), _bound_to(campaign_id))
    connection.execute(_KEEP.on(connection), {"campaign_id": campaign_id, "sealed": sealed})


def responses(connection: Connection, campaign_id: int) -> int:
    """Return how many responses there are for certain: those that are shown, or those left where that is fewer."""
    everyone = kept(connection, campaign_id).groups[ALL]
    return min(sums.get(RESPONSE, Sum()).size for sums in (everyone.true, everyone.shown))


def recounted(connection: Connection, campaign_id: int) -> dict[Cell, int]:
    """Return how many records there are of each option. Reads every record."""
    cell = (_records.c.question, _records.c.option)
    query = select(*cell, func.count()).where(_records.c.campaign_id == campaign_id).group_by(*cell)
    return {Cell(question, option): count for question, option, count in connection.execute(query)}


def drawn(count: int) -> Sum:
    """Return so many records with record keys that are drawn afresh: nobody knows those that they had."""
    return Sum(count, sum(secrets.token_bytes(count)))


def replace(connection: Connection, campaign_id: int, tallies: Iterable[Tally]) -> None:
    """Keep these tallies, and show them, in place of all that a campaign has. The campaign must be locked."""
    found: defaultdict[Group, Sums] = defaultdict(dict)
    for tally in tallies:
        sums, cell = found[Group(tally.attribute, tally.value)], Cell(tally.question, tally.option)
        before = sums.get(cell, Sum())
        sums[cell] = Sum(before.size + tally.count, before.key_sum + tally.key_sum)
    ledger = Ledger()
    for group, sums in found.items():
        ledger.groups[group] = Numbers(sums, dict(sums))
    keep(connection, campaign_id, ledger)


def settle(connection: Connection, campaign_id: int) -> None:
    """Keep only what is shown, for good, as the records are gone. The campaign must be locked."""
    ledger = kept(connection, campaign_id)
    replace(connection, campaign_id, ledger.shown())


def is_right(ledger: Ledger, counted: dict[Cell, int]) -> bool:
    """Say whether a ledger agrees with the records, and with itself as far as that can be told."""
    everyone = ledger.groups[ALL].true
    agrees = {cell: total.size for cell, total in everyone.items() if total != Sum()} == counted
    numbers = ledger.groups.values()
    possible = all(
        _possible(total) for each in numbers for sums in (each.true, each.shown) for total in sums.values()
    )
    # The shown numbers have keys of their own.
    up_to_date = all(each.since or _sizes(each.true) == _sizes(each.shown) for each in numbers)
    return agrees and possible and up_to_date and not _too_many(ledger)


def mend(ledger: Ledger, counted: dict[Cell, int]) -> None:
    """Make a ledger agree with the records, and with itself.

    A number of everyone that is wrong gets record keys that are drawn afresh. A group's numbers cannot be counted
    again: those that cannot be are dropped, and the others stay.
    """
    everyone = ledger.groups[ALL]
    everyone.true = {cell: _mended(everyone.true.get(cell, Sum()), count) for cell, count in counted.items()}
    wrong = _too_many(ledger)
    for group, numbers in ledger.groups.items():
        numbers.true = {
            cell: total
            for cell, total in numbers.true.items()
            if _possible(total) and (group == ALL or (group.attribute, cell) not in wrong)
        }
        if not numbers.since or not all(map(_possible, numbers.shown.values())):
            numbers.move()


def _open(sealed: bytes, campaign_id: int) -> Ledger | None:
    texts = (unseal(sealed, sealing_key(each, _PURPOSE), _bound_to(campaign_id)) for each in server_secrets())
    text = next((text for text in texts if text is not None), None)
    if text is not None:
        with suppress(ValueError, KeyError, TypeError):
            return Ledger.from_json(text)
    _log.error("The tallies of a campaign could not be opened: was SECRET_KEY changed without keeping the old one?")
    return None


def _bound_to(campaign_id: int) -> bytes:
    return f"campaign {campaign_id}".encode()


def _possible(total: Sum) -> bool:
    return 0 <= total.key_sum <= total.size * (RECORD_KEYS - 1)


def _sizes(sums: Sums) -> dict[Cell, int]:
    """Return how many records there are behind each number that is not nothing."""
    return {cell: total.size for cell, total in sums.items() if total.size}


def _mended(total: Sum, count: int) -> Sum:
    return total if total.size == count and _possible(total) else drawn(count)


def _too_many(ledger: Ledger) -> set[tuple[str, Cell]]:
    """Return attributes and options for which the groups together have more than everyone."""
    together: defaultdict[tuple[str, Cell], Sum] = defaultdict(Sum)
    for group, numbers in ledger.groups.items():
        for cell, total in numbers.true.items():
            before = together[group.attribute, cell]
            together[group.attribute, cell] = Sum(before.size + total.size, before.key_sum + total.key_sum)
    everyone = ledger.groups[ALL].true
    return {
        (attribute, cell)
        for (attribute, cell), total in together.items()
        if any(mine > of_all for mine, of_all in zip(total, everyone.get(cell, Sum()), strict=True))
    }
