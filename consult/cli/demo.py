"""`flask demo`: a site full of plainly invented responses, so that the organiser's pages can be seen.

Everything takes the way of real answers: inbox, mix, tallies. Sharing twice counts once: a second run adds nothing.
"""

from __future__ import annotations

import base64
import secrets
import time
from pathlib import PurePath

import click
from flask import current_app
from flask.cli import with_appcontext

from consult.cli.invented import Crowd, Invented
from consult.cli.reporting import counted, in_plain_words
from consult.cli.starting import make_ready
from consult.store import accounts, filling, second_factor
from consult.store.keys import sealing_key, server_secrets
from consult.store.roles import Role
from consult.web.shelf import packs

AT_ONCE = 20_000
"""How many responses are shared in one transaction at most: about 300 MB of memory."""

EMAIL = "demo@example.org"
NAME_ENDS_IN = "demo"
"""How the name of a database must end before anything is invented in it. A database for real answers never does."""


@click.group("demo", invoke_without_command=True)
@click.option(
    "--responses", default=500, type=click.IntRange(0, 100_000), show_default=True, help="How many, per pack."
)
@click.pass_context
@with_appcontext
def demo(context: click.Context, responses: int) -> None:
    """Fill a database whose name ends in "demo" with invented responses, and make an administrator to see them."""
    if context.invoked_subcommand is None:
        _show(responses)


@demo.command("fill")
@click.option("--responses", required=True, type=click.IntRange(1, 10_000_000), help="How many, in the first pack.")
@click.option("--comments", type=click.IntRange(0), help="How many texts they write; a fifth of them, if not said.")
@with_appcontext
def fill(responses: int, comments: int | None) -> None:
    """Add very many invented responses quickly, to see how the site does with them. Running it again adds none."""
    _refuse_unless_demo()
    with in_plain_words():
        make_ready(current_app)
        pack = next(iter(packs().values()))
        began = time.monotonic()
        write = 20 if comments is None else 100 * comments / responses
        added = _fill(pack.id, Crowd(pack, write=write), responses)
    rate = responses / (time.monotonic() - began)
    click.echo(f"{pack.id}: {counted(added, 'invented response')} added, {rate:,.0f} a second.")


@demo.command("code")
@with_appcontext
def code() -> None:
    """Show the code with which to sign in to the demo now. A new one comes every half minute; each works once."""
    click.echo(second_factor.code_now(_secret()))


def _fill(slug: str, people: Invented, responses: int) -> int:
    """Share the responses, and return how many of them were new."""
    added = 0
    with click.progressbar(length=responses, label="Responses") as bar:
        for start in range(0, responses, AT_ONCE):
            numbers = range(start, min(start + AT_ONCE, responses))
            added += filling.share_many(slug, [(people.receipt(each), people.submission(each)) for each in numbers])
            bar.update(len(numbers))
    return added


def _show(responses: int) -> None:
    _refuse_unless_demo()
    with in_plain_words():
        make_ready(current_app)
        for pack in packs().values():
            click.echo(
                f"{pack.id}: {counted(_fill(pack.id, Invented(pack), responses), 'invented response')} added."
            )
        password = _organiser()
    click.echo(f"Sign in at /organiser/ as {EMAIL} with the password {password}")
    click.echo("Then type the code that this shows, in a second terminal: .venv/bin/flask demo code")
    click.echo(f"Or add this key to an authenticator app: {second_factor.in_groups(_secret())}")


def _refuse_unless_demo() -> None:
    name = PurePath(current_app.config["SQLALCHEMY_DATABASE_URI"].database or "").stem
    if not name.endswith(NAME_ENDS_IN):
        raise click.ClickException(
            f"Invented answers never go among real ones: the database's name must end in {NAME_ENDS_IN!r}, and "
            f"{name!r} does not. Set CONSULT_DATABASE_URL, for instance to sqlite:///demo.db."
        )


def _organiser() -> str:
    """Make the demo's administrator, or give them a new password; return the password."""
    password, slugs = secrets.token_urlsafe(15), [pack.id for pack in packs().values()]
    if any(person.email == EMAIL for person in accounts.every_person()):
        accounts.set_password(EMAIL, password)
    else:
        accounts.add_organiser(EMAIL, password, slugs, Role.ADMINISTRATOR)
    whose = accounts.person_called(EMAIL)
    accounts.change_role(whose.id, Role.ADMINISTRATOR, slugs)
    second_factor.install(whose.id, _secret())
    return password


def _secret() -> str:
    """Return the key of the demo's authenticator. It comes from the server's secret."""
    return base64.b32encode(sealing_key(server_secrets()[0], "the demo's authenticator")[:20]).decode()
