"""PostgreSQL's write-ahead log: until the server removes a file of it, it tells which rows came together.

A file holds 16 MB. On a quiet site it would take weeks to fill, and so to go. So a new one is begun after a release
or a withdrawal, and the checkpoint after that removes the old one, where `wal_recycle` is off and nothing keeps it.
An account of the database needs two rights for that: docs/deploying.md.
"""

from __future__ import annotations

from sqlalchemy import Connection

_MISSING = {
    "GRANT EXECUTE ON FUNCTION pg_switch_wal() TO {account}": (
        "SELECT has_function_privilege('pg_switch_wal()', 'EXECUTE')"
    ),
    "GRANT pg_checkpoint TO {account}": (
        "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pg_checkpoint' AND pg_has_role(oid, 'USAGE'))"
    ),
}


def missing_rights(connection: Connection) -> list[str]:
    """Return what a superuser of PostgreSQL has to run, so that the site may clear the log."""
    account = connection.exec_driver_sql("SELECT quote_ident(current_user)").scalar_one()
    return [
        grant.format(account=account)
        for grant, question in _MISSING.items()
        if not connection.exec_driver_sql(question).scalar_one()
    ]


def clear(connection: Connection) -> None:
    """Begin a new file of the log and have older ones removed, where that is allowed. Outside of a transaction."""
    if not missing_rights(connection):
        connection.exec_driver_sql("SELECT pg_switch_wal()")
        connection.exec_driver_sql("CHECKPOINT")
