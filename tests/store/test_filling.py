"""Very many responses at once: the same inbox, mix and tallies as one by one."""

from __future__ import annotations

from flask import Flask

from consult.cli.invented import Crowd
from consult.packs.model import Pack
from consult.store.mixing import comments, filling, submissions, tallies
from consult.store.mixing.submissions import Standing

HOW_MANY = 40


def crowd(pack: Pack) -> list[tuple[str, submissions.Submission]]:
    people = Crowd(pack, write=250)
    return [(people.receipt(each), people.submission(each)) for each in range(HOW_MANY)]


def responses(pack: Pack) -> int:
    everyone = [each for each in tallies.tallies(pack.id) if not each.question and not each.attribute]
    return sum(each.count for each in everyone)


def test_everybody_is_counted_once_and_can_withdraw(app: Flask, pack: Pack) -> None:
    with app.app_context():
        shared = crowd(pack)
        assert filling.share_many(pack.id, shared) == HOW_MANY
        assert filling.share_many(pack.id, shared) == 0
        assert responses(pack) == HOW_MANY
        assert tallies.verify(pack.id)
        assert comments.how_many(pack.id) == sum(len(each.comments) for _receipt, each in shared) > HOW_MANY
        assert {submissions.find(receipt) for receipt, _ in shared} == {Standing.RELEASED}
        assert submissions.withdraw(shared[3][0])
        assert submissions.find(shared[3][0]) is Standing.NOTHING


def test_too_few_wait_for_more(app: Flask, pack: Pack) -> None:
    with app.app_context():
        assert filling.share_many(pack.id, crowd(pack)[:5]) == 5
        assert responses(pack) == 0
        assert filling.share_many(pack.id, crowd(pack)[:12]) == 7
        assert responses(pack) == 12


def test_a_campaign_that_there_is_not_takes_nothing(app: Flask, pack: Pack) -> None:
    with app.app_context():
        assert filling.share_many("nowhere", crowd(pack)) == 0
