"""`flask results …`: the results of a campaign as files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

import click
from flask.cli import with_appcontext
from flask_babel import force_locale, get_translations

from consult.cli.reporting import counted, in_plain_words, progress
from consult.packs.model import Pack
from consult.results.exports.consult_checks import check_consult
from consult.results.exports.everything import schema as published
from consult.results.exports.formats import FORMATS, Format
from consult.results.exports.material import Material
from consult.results.protect import protect
from consult.store import campaigns, plans
from consult.store.campaigns import Campaign, CampaignError
from consult.store.mixing import comments, releases, tallies
from consult.store.organisers import audit
from consult.store.organisers.audit import Action
from consult.web.languages import DEFAULT, LANGUAGES
from consult.web.shelf import packs


@click.group("results")
def results() -> None:
    """Take the results of a campaign away as files."""


@results.command("formats")
def formats() -> None:
    """List the kinds of file that there are."""
    for each in FORMATS.values():
        click.echo(f"{each.key:<16}{each.label}. {each.purpose}")


@results.command("schema")
def schema() -> None:
    """Write the JSON Schema of the format `json`."""
    click.echo(published().decode(), nl=False)


@results.command("export")
@click.argument("campaign")
@click.option(
    "--format", "key", required=True, type=click.Choice(list(FORMATS)), help="See `flask results formats`."
)
@click.option(
    "--to", "path", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The file to write."
)
@click.option("--by", default="", help="For xlsx and csv: the id of the question about people to group by.")
@click.option(
    "--language", default=DEFAULT, type=click.Choice(list(LANGUAGES)), help="Of the words around numbers."
)
@click.option("--replace", is_flag=True, help="Replace the file if it is there.")
@with_appcontext
def export(campaign: str, key: str, path: Path, *, by: str, language: str, replace: bool) -> None:
    """Write the results of CAMPAIGN to a file: protected numbers, and comments that were masked."""
    kind = FORMATS[key]
    if path.exists() and not replace:
        raise click.ClickException(f"{path} is there already. Add --replace to write over it.")
    with in_plain_words(), force_locale(language):
        material = _material(_found(campaign), by if kind.grouped else "", language)
        if by and not (kind.grouped and material.breakdown):
            raise click.ClickException(f"The format {key} cannot be had by {by!r}.")
        size = _write(kind, material, path)
        audit.record(None, Action.TOOK_RESULTS, campaign, kind=key)
    click.echo(f"Wrote {path}: {size:,} bytes.")


@results.command("check")
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False, exists=True))
def check(path: Path) -> None:
    """Check a folder for Consult, as a zip file, by the checks of Consult's own set-up."""
    try:
        with ZipFile(path) as folder:
            faults = check_consult(folder)
    except (BadZipFile, KeyError, ValueError, TypeError) as error:
        raise click.ClickException(f"{path} is not a folder for Consult: {error}") from error
    for fault in faults:
        click.echo(fault)
    click.echo(counted(len(faults), "fault"), err=True)
    if faults:
        raise SystemExit(1)


def _found(slug: str) -> tuple[Campaign, Pack]:
    campaign = campaigns.require(slug)
    if campaign.pack_id not in packs():
        raise CampaignError(f"the questions of {slug!r} are not on this site any more")
    return campaign, packs()[campaign.pack_id]


def _material(found: tuple[Campaign, Pack], by: str, language: str) -> Material:
    campaign, pack = found
    shown = protect(pack, tallies.tallies(campaign.slug))
    if shown.responses.value is None:
        raise CampaignError("too few people have shared their answers for any result to be shown")
    planned = plans.find(campaign.slug)
    return Material(
        campaign=campaign.slug,
        title=campaign.title,
        pack=pack,
        results=shown,
        words=get_translations(),
        language=language,
        week=releases.latest_week(campaign.slug),
        comments=lambda question: comments.comments(campaign.slug, question),
        breakdown=shown.by(by) if by else None,
        plan=planned.plan if planned else None,
        weeks=releases.weeks(campaign.slug),
    )


def _write(kind: Format, material: Material, path: Path) -> int:
    """Write the file and return its size in bytes.

    There is a progress bar where every comment is read. Without them, all of it takes a second or two.
    """
    steps = kind.passes and comments.how_many(material.campaign) * kind.passes
    bar = progress("Writing", steps) if steps else nullcontext(lambda _steps: None)
    with _whole(path) as target, bar as move:
        for piece in kind.stream(material.watched(lambda: move(1))):
            target.write(piece)
        return target.tell()


@contextmanager
def _whole(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write, which gets its name only when all of it is there and is gone otherwise."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        with unfinished.open("wb") as target:
            yield target
        unfinished.replace(path)
    except OSError as error:
        raise click.ClickException(f"{path} could not be written: {error.strerror}") from error
    finally:
        unfinished.unlink(missing_ok=True)
