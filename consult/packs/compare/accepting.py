"""Writing the official wording into a pack, so that nothing else in its files changes, or nothing at all."""

from __future__ import annotations

import codecs
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, InlineTable, Table

from consult.packs.compare.comparing import Outcome, Verdict
from consult.packs.compare.replacing import ReplaceError, Replacement, replace_all
from consult.packs.faults import Fault
from consult.packs.loading import check_pack, load_pack
from consult.packs.model import WordingStatus
from consult.packs.reading import FILES, HOME, MAIN
from consult.packs.rules.wording import checksum

_EVIDENCE = (
    "Compared word for word, by the command flask packs compare, with the document saved from the source address."
)


class AcceptError(Exception):
    """Nothing was written. The message says why, in one or more lines."""


@dataclass(frozen=True)
class Accepted:
    """What was written: the questions' numbers, those whose text is new, and the pack's version from now on."""

    numbers: tuple[int, ...]
    changed: tuple[int, ...]
    version: int


def accept(folder: Path, verdicts: Iterable[Verdict], *, source_url: str, checked_on: date) -> Accepted:
    """Write the wording that each verdict found into the pack in `folder`, with status `verified`.

    Text, source, day and checksum go into the question's wording; its options become verified if the document
    prints the same. The pack's version goes up by one when any text changes, be it in its typography alone. All or
    nothing: raises `AcceptError`, with the folder as it was, when a file cannot be written, changed meanwhile, or
    the pack would not pass its check. Raises `ValueError` for a verdict without a text or with unequal copies.
    """
    chosen = list(verdicts)
    if any(verdict.outcome is Outcome.NOT_FOUND or verdict.copies for verdict in chosen):
        raise ValueError("only a wording that was found, and found in one form, can be accepted")
    # The version goes first: if power fails between the two, a version without new words does no harm.
    main, questions = (_File(folder.resolve() / name) for name in (MAIN, HOME["questions"]))
    changed = tuple(
        verdict.question.number
        for verdict in chosen
        if _write(questions.question(verdict.question.number), verdict, source_url, checked_on)
    )
    version = main.version
    if changed:
        version += 1
        main.version = version
    _replace(folder.resolve(), [main, questions], chosen)
    return Accepted(tuple(verdict.question.number for verdict in chosen), changed, version)


class _File:
    """A TOML file being edited, with its comments and layout."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._old = path.read_bytes()
            self._document = tomlkit.parse(self._old.decode("utf-8-sig"))
        except (OSError, UnicodeDecodeError, TOMLKitError) as error:
            raise AcceptError(f"{path.name} cannot be edited: {error}.") from error

    @property
    def version(self) -> int:
        """The pack's version, in its main file."""
        return int(self._document["version"])

    @version.setter
    def version(self, version: int) -> None:
        self._document["version"] = version

    def question(self, number: int) -> Table | InlineTable:
        """Return the table of a question."""
        questions = self._document["questions"]
        for table in questions if isinstance(questions, AoT | list) else ():
            if isinstance(table, Table | InlineTable) and table.get("number") == number:
                return table
        raise AcceptError(f"Question {number} cannot be found in {self.path.name} in a form that can be edited.")

    def replacement(self) -> Replacement:
        """Return what the file held and what it is to hold."""
        mark = codecs.BOM_UTF8 if self._old.startswith(codecs.BOM_UTF8) else b""
        return Replacement(self.path, self._old, mark + tomlkit.dumps(self._document).encode())


def _write(question: Table | InlineTable, verdict: Verdict, source_url: str, checked_on: date) -> bool:
    """Write one verdict into a question's table, and say whether the text changed."""
    wording = question["wording"]
    if not isinstance(wording, Table | InlineTable):
        raise AcceptError(f"The wording of question {verdict.question.number} is not in a form that can be edited.")
    changed = verdict.question.wording.text != verdict.text
    after = "text"
    for key, value in (
        ("text", verdict.text),
        ("status", WordingStatus.VERIFIED.value),
        ("source_url", source_url),
        ("checked_on", checked_on),
        ("sha256", checksum(verdict.text)),
        ("evidence", _EVIDENCE),
    ):
        _put(wording, key, value, after=after)
        after = key
    if verdict.options is Outcome.SAME:
        _put(question, "scale_status", WordingStatus.VERIFIED.value, after="scale")
    return changed


def _put(table: Table | InlineTable, key: str, value: str | date, *, after: str) -> None:
    """Set a key where it stands. A new one goes after another: at the end it would follow the comments there."""
    if key in table:
        if table[key] != value:
            table[key] = value
        return
    table.value._insert_after(after, key, tomlkit.item(value))  # noqa: SLF001 - the library has no public way to do so


def _replace(folder: Path, files: Sequence[_File], verdicts: Iterable[Verdict]) -> None:
    """Check the pack as it would be, put its files in place, and check again."""
    replacements = [file.replacement() for file in files]
    with TemporaryDirectory() as space:
        draft = Path(space) / folder.name
        draft.mkdir()
        for name in FILES:
            if (folder / name).exists():
                shutil.copyfile(folder / name, draft / name)
        for one in replacements:
            (draft / one.path.name).write_bytes(one.new)
        _refuse(check_pack(draft))
        _hold_to({verdict.question.number: verdict.text for verdict in verdicts}, draft)
    try:
        with replace_all(replacements):
            _refuse(check_pack(folder))
    except ReplaceError as error:
        raise AcceptError(str(error)) from error


def _refuse(faults: Sequence[Fault]) -> None:
    if faults:
        lines = "\n".join(map(str, faults))
        raise AcceptError(f"The pack would not pass its check, so nothing was written:\n{lines}")


def _hold_to(texts: Mapping[int, str], folder: Path) -> None:
    """Make sure that the pack, read back, has the words that it was given."""
    for question in load_pack(folder).questions:
        if question.wording.text != texts.get(question.number, question.wording.text):
            raise AcceptError(f"Question {question.number} would not read back as written, so nothing was written.")
