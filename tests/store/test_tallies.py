from __future__ import annotations

import random
from collections import Counter

import pytest
from sqlalchemy import delete, event, select, update

from consult.results.tally import EVERYONE, RESPONSES
from consult.store import campaigns, submissions
from consult.store.database import db, reading, writing
from consult.store.mix import BATCH
from consult.store.models import RecordRow, TallyRow
from consult.store.models.base import table_of
from consult.store.submissions import Submission
from consult.store.tallies import rebuild, tallies, verify
from tests.store.people import CAMPAIGN, PACK, crowd, share

pytestmark = pytest.mark.usefixtures("store")


def statements_of_reading_tallies() -> list[str]:
    seen: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *args: seen.append(args[2]))
    tallies(CAMPAIGN)
    return seen


def test_an_unknown_campaign_has_no_tallies() -> None:
    assert tallies("nowhere") == []
    assert verify("nowhere")
    assert not rebuild("nowhere")


def test_tallies_count_responses_options_and_each_attribute() -> None:
    ages = ["under-60", "over-60"]
    people = [(number % 3, ages[number % 2]) for number in range(3 * BATCH)]
    for option, age in people:
        share(Submission(CAMPAIGN, {"trust": f"option-{option}"}, attributes={"age": age}))
    counted = Counter[tuple[str, str, str, str]]()
    for option, age in people:
        for question, chosen in ((RESPONSES, RESPONSES), ("trust", f"option-{option}")):
            counted[question, chosen, EVERYONE, EVERYONE] += 1
            counted[question, chosen, "age", age] += 1
    assert {(t.question, t.option, t.attribute, t.value): t.count for t in tallies(CAMPAIGN)} == counted


def test_a_tally_has_the_sum_of_its_record_keys() -> None:
    crowd(BATCH, Submission(CAMPAIGN, {"trust": "agree"}))
    with reading() as connection:
        keys = connection.execute(select(RecordRow.record_key).where(RecordRow.question == "trust")).scalars().all()
    [trust] = [tally for tally in tallies(CAMPAIGN) if tally.question == "trust"]
    assert (trust.count, trust.key_sum) == (len(keys), sum(keys))


def test_tallies_stay_equal_to_the_records_whatever_people_do() -> None:
    dice = random.Random(7)  # noqa: S311 - dice, the same in every run
    held: list[str] = []
    for _ in range(60):
        if held and dice.random() < 0.3:
            submissions.withdraw(held.pop(dice.randrange(len(held))))
        else:
            choices = {question: dice.choice(["agree", "disagree"]) for question in ("trust", "shops")}
            held.append(share(Submission(CAMPAIGN, choices, attributes={"age": dice.choice(["old", "young"])})))
        assert verify(CAMPAIGN)


def test_reading_tallies_touches_neither_records_nor_comments() -> None:
    crowd(BATCH)
    statements = " ".join(statements_of_reading_tallies())
    assert "tallies" in statements
    assert "records" not in statements
    assert "comments" not in statements


def test_a_wrong_tally_is_found_and_mended() -> None:
    crowd(BATCH)
    right = tallies(CAMPAIGN)
    table = table_of(TallyRow)
    with writing() as connection:
        connection.execute(update(table).where(table.c.question == "trust").values(count=table.c.count + 1))
        connection.execute(delete(table).where(table.c.question == "shops"))
    assert not verify(CAMPAIGN)
    assert rebuild(CAMPAIGN)
    assert tallies(CAMPAIGN) == right
    assert verify(CAMPAIGN)
    assert not rebuild(CAMPAIGN)


def test_a_lost_record_is_noticed() -> None:
    crowd(BATCH)
    with writing() as connection:
        table = table_of(RecordRow)
        one = select(table.c.id).limit(1).scalar_subquery()
        connection.execute(delete(table).where(table.c.id == one))
    assert not verify(CAMPAIGN)


def test_mending_one_campaign_leaves_the_others_alone() -> None:
    campaigns.add("deptford", "Deptford answers", PACK)
    crowd(BATCH, Submission("deptford", {"trust": "agree"}))
    crowd(BATCH)
    before = tallies("deptford")
    rebuild(CAMPAIGN)
    assert tallies("deptford") == before
    assert verify("deptford")
