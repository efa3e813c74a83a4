"""What is written into a pack, and all that is not."""

from __future__ import annotations

import hashlib
import tomllib
from datetime import date
from difflib import ndiff
from pathlib import Path

import pytest

from consult.packs.compare import accepting
from consult.packs.compare.accepting import Accepted, AcceptError, accept
from consult.packs.compare.comparing import Outcome, Verdict, compare_pack
from consult.packs.compare.reading.html import read_html
from consult.packs.loading import check_pack, load_pack
from consult.packs.model import WordingStatus
from tests.packs.compare.example import WORDINGS, write_pack
from tests.packs.compare.pages import ADDRESS, page, paper

DAY = date(2026, 3, 2)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path)


def verdicts(pack: Path, html: str, *numbers: int) -> list[Verdict]:
    found = compare_pack(load_pack(pack), read_html(html)).verdicts
    return [verdict for verdict in found if not numbers or verdict.question.number in numbers]


def accepted(pack: Path, html: str, *numbers: int) -> Accepted:
    return accept(pack, verdicts(pack, html, *numbers), source_url=ADDRESS, checked_on=DAY)


def files(pack: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in pack.iterdir()}


def test_the_words_their_source_their_day_and_their_checksum_are_written(pack: Path) -> None:
    accepted(pack, paper(), 1)
    wording = load_pack(pack).questions[0].wording
    assert wording.status is WordingStatus.VERIFIED
    assert wording.text == WORDINGS[0]
    assert (wording.source_url, wording.checked_on) == (ADDRESS, DAY)
    assert wording.sha256 == hashlib.sha256(WORDINGS[0].encode()).hexdigest()
    assert check_pack(pack) == []


def test_nothing_else_in_the_files_changes(pack: Path) -> None:
    before = (pack / "questions.toml").read_text(encoding="utf-8").splitlines()
    accepted(pack, paper(), 5)
    after = (pack / "questions.toml").read_text(encoding="utf-8").splitlines()
    changes = [line for line in ndiff(before, after) if line.startswith(("+ ", "- "))]
    assert [line.partition(" = ")[0] for line in changes] == [
        "- status",
        "+ status",
        "+ source_url",
        "+ checked_on",
        "+ sha256",
        "- evidence",
        "+ evidence",
    ]
    assert changes[1] == '+ status = "verified" # for now'
    assert before.index("# ------------------------------ question 5") < after.index(changes[1][2:])
    assert (pack / "pack.toml").read_text(encoding="utf-8").count("version = 4 # the version") == 1


def test_the_version_stays_when_only_the_status_changes(pack: Path) -> None:
    assert accepted(pack, paper()) == Accepted((1, 2, 3, 4, 5, 6), (), 4)
    assert load_pack(pack).version == 4


def test_the_version_goes_up_by_one_when_words_change(pack: Path) -> None:
    html = paper().replace("by the day", "by the week").replace("green ones", "red ones")
    assert accepted(pack, html) == Accepted((1, 2, 3, 4, 5, 6), (2, 5), 5)
    assert load_pack(pack).version == 5
    assert "version = 5 # the version\n" in (pack / "pack.toml").read_text(encoding="utf-8")


def test_the_documents_typography_is_kept_and_its_white_space_is_not(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, ["Is the 'inner harbour' - the old one - open?"])
    html = page("<p>Question 1: Is the ‘inner&nbsp;harbour’ –\n the  o&shy;ld one – open?</p>")
    assert accepted(pack, html) == Accepted((1,), (1,), 5)
    assert load_pack(pack).questions[0].wording.text == "Is the ‘inner harbour’ – the old one – open?"


def test_options_become_verified_only_when_the_document_prints_them(pack: Path) -> None:
    html = paper().replace("<li>Neither agree nor disagree</li>", "", 1)
    accepted(pack, html)
    statuses = [question.scale_status for question in load_pack(pack).questions]
    unchecked, verified = WordingStatus.UNCHECKED, WordingStatus.VERIFIED
    assert statuses == [unchecked, verified, unchecked, verified, unchecked, unchecked]
    assert 'scale = "agreement" # as assumed\nscale_status = "verified"\n' in (pack / "questions.toml").read_text()


def test_accepting_again_brings_day_and_source_up_to_date(pack: Path) -> None:
    accepted(pack, paper(), 1)
    later = date(2026, 4, 1)
    accept(pack, verdicts(pack, paper(), 1), source_url="https://www.gov.uk/other", checked_on=later)
    wording = load_pack(pack).questions[0].wording
    assert (wording.checked_on, wording.source_url) == (later, "https://www.gov.uk/other")
    assert (pack / "questions.toml").read_text().count("checked_on") == 1


def inline_question(question: dict[str, str]) -> str:
    number, text = question["number"], WORDINGS[int(question["number"]) - 1]
    return (
        f'  {{ number = {number}, id = "q{number}", section = "all", kind = "text", topic = "x", gloss = "What?", '
        f'wording = {{ status = "unchecked", text = "{text}" }} }}'
    )


def test_inline_tables_and_lists_are_edited_too(pack: Path) -> None:
    path = pack / "questions.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    inline = ",\n".join(map(inline_question, tables["questions"]))
    head = '[[sections]]\nid = "all"\ntitle = "All"\norigin = "ours"\n'
    path.write_text(f"questions = [\n{inline}\n] # all\n{head}", encoding="utf-8")
    assert check_pack(pack) == []
    accepted(pack, paper(), 2)
    assert load_pack(pack).questions[1].wording.status is WordingStatus.VERIFIED
    assert "] # all\n" in path.read_text(encoding="utf-8")


def test_line_ends_and_a_byte_order_mark_stay(pack: Path) -> None:
    path = pack / "questions.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    accepted(pack, paper(), 6)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf#")
    assert load_pack(pack).questions[5].wording.status is WordingStatus.VERIFIED


def test_words_that_the_check_refuses_are_not_written(pack: Path) -> None:
    before = files(pack)
    html = page("<p>Question 1: To what extent do you agree that &lt;b&gt;all&lt;/b&gt; boats should be here?</p>")
    with pytest.raises(AcceptError, match="would not pass its check"):
        accepted(pack, html, 1)
    assert files(pack) == before


def test_a_pack_that_fails_its_check_afterwards_is_put_back(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(pack)
    chosen = verdicts(pack, paper().replace("by the day", "by the week"))
    faults = check_pack(pack / "nowhere")
    calls: list[Path] = []

    def failing_in_place(folder: Path) -> object:
        calls.append(folder)
        return faults if folder == pack.resolve() else check_pack(folder)

    monkeypatch.setattr(accepting, "check_pack", failing_in_place)
    with pytest.raises(AcceptError, match="would not pass"):
        accept(pack, chosen, source_url=ADDRESS, checked_on=DAY)
    assert calls[-1] == pack.resolve()
    assert files(pack) == before


def test_a_pack_that_changed_meanwhile_is_left_alone(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = verdicts(pack, paper(), 1)

    def somebody_else_writes(folder: Path) -> object:
        (pack / "questions.toml").write_bytes((pack / "questions.toml").read_bytes() + b"# mine\n")
        return check_pack(folder)

    monkeypatch.setattr(accepting, "check_pack", somebody_else_writes)
    with pytest.raises(AcceptError, match="somebody else"):
        accept(pack, chosen, source_url=ADDRESS, checked_on=DAY)
    assert (pack / "questions.toml").read_text(encoding="utf-8").endswith("# mine\n")
    assert "verified" not in (pack / "questions.toml").read_text(encoding="utf-8")


def test_a_pack_that_cannot_be_written_is_left_alone(pack: Path) -> None:
    before = files(pack)
    chosen = verdicts(pack, paper(), 1)
    (pack / "pack.toml").rename(pack.parent / "main.toml")
    (pack / "pack.toml").mkdir()
    with pytest.raises(AcceptError, match=r"pack\.toml cannot be edited"):
        accept(pack, chosen, source_url=ADDRESS, checked_on=DAY)
    (pack / "pack.toml").rmdir()
    (pack.parent / "main.toml").rename(pack / "pack.toml")
    assert files(pack) == before


@pytest.mark.parametrize(("outcome", "copies"), [(Outcome.NOT_FOUND, ()), (None, ("other words",))])
def test_nothing_without_one_wording_in_a_document_is_ever_verified(
    pack: Path, outcome: Outcome | None, copies: tuple[str, ...]
) -> None:
    verdict = verdicts(pack, paper(), 1)[0]
    unfit = Verdict(verdict.question, outcome or verdict.outcome, verdict.text, copies=copies)
    with pytest.raises(ValueError, match="found in one form"):
        accept(pack, [unfit], source_url=ADDRESS, checked_on=DAY)
