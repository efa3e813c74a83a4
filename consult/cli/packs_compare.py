"""`flask packs compare`: a pack's questions beside the official document that an operator saved."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from consult.packs import days
from consult.packs.compare.accepting import Accepted, AcceptError, accept
from consult.packs.compare.blocks import Document, DocumentError
from consult.packs.compare.choosing import choose
from consult.packs.compare.comparing import Comparison, Outcome, compare_pack
from consult.packs.compare.reading.lines import words_of
from consult.packs.compare.reading.opening import read_document
from consult.packs.compare.reporting import Line, Tone, accepted_lines, lines_of, refused_lines
from consult.packs.faults import PackError
from consult.packs.loading import load_pack, pack_folder
from consult.packs.model import Pack

_COLOURS = {Tone.GOOD: "green", Tone.DOUBTFUL: "yellow", Tone.BAD: "red"}
_ADDRESS = re.compile(r"https?://[^\s]+")


class Unusable(click.ClickException):
    """The pack or the document cannot be read, or the pack cannot be written."""

    exit_code = 2


@click.command("compare")
@click.argument("pack")
@click.argument("document", type=click.Path(path_type=Path))
@click.option("--accept", "accepting", is_flag=True, help="Write the document's wording into the pack as verified.")
@click.option(
    "--only", metavar="NUMBERS", help="Accept only these, such as 1,5. One that differs must be named here."
)
@click.option(
    "--source", metavar="URL", help="Where the document came from, if it is no page of GOV.UK that says so."
)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day of the check, if not today in London.")
def compare(
    pack: str, document: Path, *, accepting: bool, only: str | None, source: str | None, on: datetime | None
) -> None:
    """Compare the questions of PACK (an id, or a folder) with the official DOCUMENT as you saved it.

    DOCUMENT is HTML, plain text, .docx or PDF. Each question is the same, differs, or was not found; what is the
    same may differ in typography only. With --accept, questions that are the same become verified, with the
    document's own quotation marks and dashes. One that differs is accepted only when --only names it, so that
    nobody accepts words unread. One that the document has in two forms is never accepted, nor one not found.

    Exits with 0 when all questions are the same or have just become so, with 1 when not, and with 2 when the pack
    or the document cannot be read, or the pack cannot be written.
    """
    if not accepting and (only or source or on):
        raise click.UsageError("--only, --source and --on go with --accept.")
    folder = _folder(pack)
    loaded = _load(folder)
    named, checked_on = _numbers(only, loaded), _day(on)
    read = _read(document, loaded)
    source_url = _source(source, read) if accepting else ""
    comparison = compare_pack(loaded, read)
    _print(lines_of(comparison))
    accepted = Accepted((), (), loaded.version)
    if accepting:
        accepted = _accept(folder, comparison, named, source_url, checked_on)
    raise click.exceptions.Exit(_status(comparison, accepted))


def _folder(pack: str) -> Path:
    if Path(pack).is_dir():
        return Path(pack).resolve()
    try:
        return pack_folder(pack)
    except LookupError:
        raise click.BadParameter(f"no folder and no bundled pack is called {pack!r}.", param_hint="PACK") from None


def _load(folder: Path) -> Pack:
    try:
        return load_pack(folder)
    except PackError as error:
        raise Unusable(f"the pack has faults, which come first:\n{error}") from error


def _read(document: Path, pack: Pack) -> Document:
    try:
        return read_document(document, words_of(question.wording.text for question in pack.questions))
    except DocumentError as error:
        raise Unusable(str(error)) from error


def _numbers(only: str | None, pack: Pack) -> frozenset[int] | None:
    if only is None:
        return None
    known = {str(question.number): question.number for question in pack.questions}
    asked = [part.strip() for part in only.split(",") if part.strip()]
    unknown = [part for part in asked if part not in known]
    if unknown or not asked:
        what = f"the pack has no question {', '.join(unknown)}." if unknown else "give numbers, such as 1,5."
        raise click.BadParameter(what, param_hint="--only")
    return frozenset(known[part] for part in asked)


def _day(on: datetime | None) -> date:
    today = days.today()
    if on is not None and on.date() > today:
        raise click.BadParameter("that day is still to come.", param_hint="--on")
    return on.date() if on else today


def _source(source: str | None, document: Document) -> str:
    address = source or document.canonical
    if address is None:
        raise click.UsageError("Say where the document came from: --source https://...")
    if not _ADDRESS.fullmatch(address):
        raise click.BadParameter("give a whole web address: https://...", param_hint="--source")
    return address


def _accept(
    folder: Path, comparison: Comparison, named: frozenset[int] | None, source_url: str, checked_on: date
) -> Accepted:
    choice = choose(comparison.verdicts, named)
    accepted = Accepted((), (), 0)
    if choice.accepted:
        try:
            accepted = accept(folder, choice.accepted, source_url=source_url, checked_on=checked_on)
        except AcceptError as error:
            raise Unusable(str(error)) from error
    click.echo()
    _print(accepted_lines(accepted, source_url))
    _print(refused_lines(choice.refused))
    return accepted


def _status(comparison: Comparison, accepted: Accepted) -> int:
    """Return 0 when every question is the document's, as it was or as just accepted, and else 1."""
    return int(
        any(
            verdict.outcome is not Outcome.SAME and verdict.question.number not in accepted.numbers
            for verdict in comparison.verdicts
        )
    )


def _print(lines: Iterable[Line]) -> None:
    """Print lines; the terminal library leaves colours out when the output is no terminal."""
    for line in lines:
        click.echo("".join(click.style(ink.text, fg=_COLOURS.get(ink.tone)) for ink in line))
