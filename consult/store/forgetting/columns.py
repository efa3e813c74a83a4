"""Every column there may be, and what it is for. Whatever else a database has breaks a rule.

A new column is one more line here, with a purpose that a resident would accept.
"""

from __future__ import annotations

from sqlalchemy import Connection, inspect

from consult.store.database import reading
from consult.store.forgetting.findings import Finding

PURPOSES: dict[str, dict[str, str]] = {
    "drafts": {
        "lookup": "finds a draft: a hash of the phrase",
        "ciphertext": "the answers, which only the phrase opens",
        "expires_on": "the Monday on which it is deleted",
    },
    "inbox": {
        "withdrawal": "finds what was shared, to take it back: a hash of the receipt",
        "campaign_id": "which campaign it is for",
        "payload": "what was shared, sealed, until ten wait",
    },
    "records": {
        "id": "drawn from the receipt's secret, shared with no other record",
        "campaign_id": "which campaign it counts for",
        "question": "which question, or none: one more response",
        "option": "which answer",
        "sealed": "what taking a response back needs, which only its receipt opens",
    },
    "comments": {
        "id": "drawn from the receipt's secret, shared with no other record",
        "campaign_id": "which campaign it is for",
        "question": "which question",
        "text": "the words that were shared, masked",
    },
    "hidden_comments": {
        "comment_id": "which comment organisers took out of their view",
        "campaign_id": "which campaign it is in",
        "reason": "why, in an organiser's words",
    },
    "likenesses": {
        "campaign_id": "which campaign",
        "question": "which question",
        "place": "a number among the groups of one question",
        "example": "one comment of the group",
        "how_many": "how many comments are nearly alike",
        "same": "how many are the same",
        "key_sum": "a sum of random numbers for disclosure control",
    },
    "tallies": {
        "campaign_id": "which campaign",
        "sealed": "its counts, which the server opens to add and to show them",
    },
    "releases": {
        "campaign_id": "which campaign",
        "week": "the Monday of the week",
        "how_many": "how many were released in it",
    },
    "campaigns": {
        "id": "joins it to its answers",
        "slug": "its address",
        "title": "its name",
        "pack_id": "what it asks about",
        "erased_on": "the day on which its answers were erased",
        "state": "whether it is a draft, open, paused or closed",
        "version": "keeps two organisers from overwriting each other",
        "language": "the language of its words",
        "organiser": "who runs it, as residents read",
        "contact": "how residents reach them",
        "introduction": "what its first page says",
        "privacy": "what its organiser says about privacy",
        "guides": "which points it shows",
        "route": "where responses go",
        "opens_on": "its first day",
        "closes_on": "its last day",
        "leftover": "what happens to fewer than ten at the end",
        "settled_on": "the day on which that was done",
    },
    "organisers": {
        "id": "joins an account to its campaigns",
        "email": "the name of the account",
        "password": "a hash, to sign in",
        "active": "whether the account may be used",
        "fs_uniquifier": "a random number in the cookies of a signed-in organiser",
        "role": "what the account may do",
        "totp_secret": "the second factor, sealed",
        "totp_step": "keeps a code from being used twice",
        "totp_misses": "slows down guessing of codes",
    },
    "organisers_campaigns": {"organiser_id": "who", "campaign_id": "may see which campaign"},
    "joining_links": {
        "organiser_id": "who is invited",
        "token_hash": "a hash of the invitation",
        "expires_on": "the day on which it ends",
    },
    "recovery_codes": {"code_hash": "a hash of a code for a lost second factor", "organiser_id": "whose it is"},
    "sign_ins": {
        "session_hash": "a hash of what the cookie holds",
        "organiser_id": "who is signed in",
        "began_on": "the day, to end it in time",
        "expires_on": "the day on which it ends",
    },
    "refused_sign_ins": {"day": "the day", "how_many": "how many were refused, of all accounts together"},
    "audit": {
        "id": "the order of entries",
        "who": "which organiser",
        "about": "which account or page it was about",
        "campaign_id": "which campaign it was about",
        "action": "what was done",
        "day": "on which day",
        "comment_id": "which comment was hidden, so that the reason goes with it",
        "reason": "why it was hidden, in an organiser's words",
    },
    "chores": {"name": "which daily work", "done_on": "on which day it was done"},
    "alembic_version": {"version_num": "which version the tables have"},
}

_DO = "Find out who added it and why. Nothing of this program needs it."


def strangers() -> list[Finding]:
    """Return the tables, columns, views and triggers that the database should not have.

    Raises `StoreUnavailable`.
    """
    with reading() as connection:
        seen = inspect(connection)
        found = [f"the table {name}" for name in seen.get_table_names() if name not in PURPOSES]
        found += [f"the view {name}" for name in seen.get_view_names()]
        found += [f"the trigger {name}" for name in _triggers(connection)]
        for table in set(seen.get_table_names()) & set(PURPOSES):
            columns = {column["name"] for column in seen.get_columns(table)}
            found += [f"the column {table}.{name}" for name in columns - set(PURPOSES[table])]
    return [Finding(f"The database has {what}, which nobody planned.", _DO) for what in sorted(found)]


def _triggers(connection: Connection) -> list[str]:
    sqlite = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    postgresql = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    query = sqlite if connection.dialect.name == "sqlite" else postgresql
    return list(connection.exec_driver_sql(query).scalars())
