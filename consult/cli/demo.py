"""`flask demo`: a site full of plainly invented responses, so that the organiser's pages can be seen.

Everything takes the way of real answers: inbox, mix, tallies. Sharing twice counts once: a second run adds nothing.
"""

from __future__ import annotations

import base64
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime

import click
from flask import current_app
from flask.cli import with_appcontext

from consult.cli.invented import Crowd, Invented
from consult.cli.invented_campaign import by_week, hide_one, neighbours
from consult.cli.reporting import counted, in_plain_words, progress
from consult.cli.starting import make_ready
from consult.packs.model import Pack
from consult.store.keys import sealing_key, server_secrets
from consult.store.mixing import filling, likenesses
from consult.store.mixing.submissions import Submission
from consult.store.organisers import accounts, second_factor
from consult.store.organisers.roles import Role
from consult.web.shelf import packs

AT_ONCE = 10_000
"""How many responses are shared in one transaction at most: about 150 MB of memory."""

EMAIL = "demo@example.org"

Move = Callable[[int], None]
"""Moves a bar on by some steps."""


@click.group("demo", invoke_without_command=True)
@click.option(
    "--responses", default=500, type=click.IntRange(0, 100_000), show_default=True, help="How many, per pack."
)
@click.pass_context
@with_appcontext
def demo(context: click.Context, responses: int) -> None:
    """Fill a database whose name ends in "demo" with invented responses, and make an administrator to see them.

    Half as many again go to a second campaign, which is invented as well.
    """
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
        people = Crowd(pack, write=20 if comments is None else 100 * comments / responses)
        with _steps(responses) as move:
            added = sum(share(pack.id, people, numbers, move=move) for numbers in rounds(range(responses)))
    rate = responses / (time.monotonic() - began)
    click.echo(f"{pack.id}: {counted(added, 'invented response')} added, {rate:,.0f} a second.")


@demo.command("code")
@with_appcontext
def code() -> None:
    """Show the code with which to sign in to the demo now. A new one comes every half minute; each works once."""
    click.echo(second_factor.code_now(_secret()))


def rounds(numbers: range) -> Iterator[range]:
    """Yield the numbers of those who are shared in one transaction."""
    for start in range(0, len(numbers), AT_ONCE):
        yield numbers[start : start + AT_ONCE]


def share(
    slug: str, people: Invented, numbers: range, *, week: date | None = None, move: Move = lambda _steps: None
) -> int:
    """Share the responses of some people in one transaction, and return how many of them were new.

    `move` is called with two for each: one when it is invented, one when it is in. Raises `StoreUnavailable`.
    """

    def invented() -> Iterator[tuple[str, Submission]]:
        for number in numbers:
            yield people.receipt(number), people.submission(number)
            move(1)

    return filling.share_many(slug, invented(), week=week, through=move)


def _steps(responses: int) -> AbstractContextManager[Move]:
    return progress("Responses", 2 * responses)


def _show(responses: int) -> None:
    _refuse_unless_demo()
    with in_plain_words():
        make_ready(current_app)
        wanted = [
            (slug, pack, how_many)
            for pack in packs().values()
            for slug, how_many in ((pack.id, responses), (neighbours(pack), responses // 2))
        ]
        with _steps(sum(how_many for _slug, _pack, how_many in wanted)) as move:
            added = {
                slug: _share_by_week(Invented(pack, slug), slug, how_many, move) for slug, pack, how_many in wanted
            }
        for slug, new in added.items():
            click.echo(f"{slug}: {counted(new, 'invented response')} added.")
        password = _organiser(list(added))
        _tend([(slug, pack) for slug, pack, _how_many in wanted])
    click.echo(f"Sign in at /organiser/ as {EMAIL} with the password {password}")
    click.echo("Then type the code that this shows, in a second terminal: .venv/bin/flask demo code")
    click.echo(f"Or add this key to an authenticator app: {second_factor.in_groups(_secret())}")


def _share_by_week(people: Invented, slug: str, how_many: int, move: Move) -> int:
    return sum(
        share(slug, people, numbers, week=week, move=move)
        for week, of_week in by_week(how_many, datetime.now(UTC).date())
        for numbers in rounds(of_week)
    )


def _tend(campaigns: list[tuple[str, Pack]]) -> None:
    """Do what an organiser and the daily clean-up would: hide a comment, and find the texts that are alike."""
    organiser = accounts.person_called(EMAIL)
    for slug, pack in campaigns:
        hide_one(slug, Invented(pack, slug), actor_id=organiser.id)
        likenesses.refresh(slug)


def _refuse_unless_demo() -> None:
    if not filling.is_for_showing():
        raise click.ClickException(
            f"Invented answers never go among real ones: the database's name must end in {filling.NAME_ENDS_IN!r}, "
            f"and {filling.database_name()!r} does not. Set CONSULT_DATABASE_URL, for instance to sqlite:///demo.db."
        )


def _organiser(slugs: list[str]) -> str:
    """Make the demo's administrator, or give them a new password; return the password."""
    password = secrets.token_urlsafe(15)
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
