"""Comments on a question that say nearly the same: the largest groups, each with its size and an example.

Few comments are compared when somebody asks. Many take longer than a page may, so the answer is kept from the last
daily clean-up. Every function raises `StoreUnavailable`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import delete, func, insert, select, update

from consult.results.likeness import likeness
from consult.results.protected import Protected
from consult.store import campaigns
from consult.store.database import reading, writing
from consult.store.keys import made_up, sealing_key, server_secrets
from consult.store.mixing import comments
from consult.store.mixing.comments import Written
from consult.store.models import CommentRow, LikenessRow
from consult.store.models.base import table_of

AT_ONCE = 500
"""The most comments that are compared while somebody waits."""

KEPT = 20
"""How many groups are kept of a question, the largest."""

_comments = table_of(CommentRow)
_likenesses = table_of(LikenessRow)


@dataclass(frozen=True)
class Group:
    """Comments that say nearly the same: one of them, how many there are, and the sum of their record keys.

    `same` is how many say word for word what the most common of them says. Exact numbers: nothing of them is for a
    screen.
    """

    example: Written
    how_many: int
    same: int
    key_sum: int


@dataclass(frozen=True)
class Alike:
    """A text that many wrote nearly alike: how many did, and how many of them word for word."""

    text: str
    language: str
    how_many: Protected
    same: Protected


def alike(slug: str, question: str) -> list[Alike]:
    """Return the groups on a question that are large enough to be shown, the largest first."""
    found = (
        Alike(
            group.example.text,
            group.example.language,
            Protected(count=group.how_many, key_sum=group.key_sum),
            Protected(count=group.same, key_sum=group.key_sum),
        )
        for group in groups(slug, question)
    )
    return [each for each in found if each.how_many.value is not None]


def groups(slug: str, question: str) -> list[Group]:
    """Return the groups on a question, the largest first; none where no two comments are alike."""
    first = _first(slug, question)
    return _grouped(slug, first) if len(first) <= AT_ONCE else _kept(slug, question)


def replace_example(slug: str, question: str, gone: Written) -> None:
    """Let another comment stand for the group of one that was hidden, so that the group is still shown.

    Nothing changes where that comment was no group's example. A group without another like it is shown no more.
    """
    with reading() as connection:
        mine = (
            _likenesses.c.campaign_id == campaigns.number_of(connection, slug),
            _likenesses.c.question == question,
            _likenesses.c.example == gone.id,
        )
        is_example = connection.execute(select(_likenesses.c.place).where(*mine)).first() is not None
    another = _one_like(slug, question, gone) if is_example else None
    if another is not None:
        with writing() as connection:
            connection.execute(update(_likenesses).where(*mine).values(example=another.id))


def how_many() -> int:
    """Return how many groups are kept, of all campaigns."""
    with reading() as connection:
        return connection.execute(select(func.count()).select_from(_likenesses)).scalar_one()


def refresh(slug: str) -> int:
    """Compare all comments of a campaign, question by question, and keep the groups. Returns how many there are."""
    large = [question for question in _questions(slug) if len(_first(slug, question)) > AT_ONCE]
    found = {question: _grouped(slug, comments.comments(slug, question)) for question in large}
    with writing() as connection:
        campaign_id = campaigns.lock(connection, slug)
        connection.execute(delete(_likenesses).where(_likenesses.c.campaign_id == campaign_id))
        rows = [
            _row(group) | {"campaign_id": campaign_id, "question": question, "place": place}
            for question, several in found.items()
            for place, group in enumerate(several)
        ]
        if rows and campaign_id is not None:
            connection.execute(insert(_likenesses), rows)
    return len(rows)


def _first(slug: str, question: str) -> list[Written]:
    """Return the comments on a question, or one more than are compared at once where there are so many."""
    return list(islice(comments.comments(slug, question), AT_ONCE + 1))


def _grouped(slug: str, written: Iterable[Written]) -> list[Group]:
    ids: list[bytes] = []

    def texts() -> Iterator[str]:
        for each in written:
            ids.append(each.id)
            yield each.text

    found = likeness(texts())
    largest = sorted(found.sizes().items(), key=lambda item: (-item[1], item[0]))[:KEPT]
    # Organisers see the ids of comments in addresses: a key that followed from them would be theirs.
    key = sealing_key(server_secrets()[0], "likenesses")
    keys, most, same = Counter[int](), Counter[int](), found.same_sizes()
    for at, first in enumerate(found.nearly):
        keys[first] += made_up(key, ids[at])
        most[first] = max(most[first], same.get(found.same[at], 1))
    return list(_with_examples(slug, ((ids[first], size, most[first], keys[first]) for first, size in largest)))


def _one_like(slug: str, question: str, gone: Written) -> Written | None:
    every = comments.comments(slug, question)
    while some := list(islice(every, AT_ONCE)):
        found = likeness([gone.text, *(each.text for each in some)])
        alike = (each for each, first in zip(some, found.nearly[1:], strict=True) if first == 0)
        if (another := next(alike, None)) is not None:
            return another
    return None


def _with_examples(slug: str, groups: Iterable[tuple[bytes, int, int, int]]) -> Iterator[Group]:
    """Yield the groups whose example can be shown. Where it was withdrawn or hidden since, its group goes too."""
    groups = list(groups)
    examples = comments.find_all(slug, [comment_id for comment_id, *_numbers in groups])
    for comment_id, *numbers in groups:
        example = examples.get(comment_id)
        if example is not None and example.hidden is None:
            yield Group(example, *numbers)


def _kept(slug: str, question: str) -> list[Group]:
    columns = (_likenesses.c[name] for name in ("example", "how_many", "same", "key_sum"))
    with reading() as connection:
        mine = (
            _likenesses.c.campaign_id == campaigns.number_of(connection, slug),
            _likenesses.c.question == question,
        )
        rows = connection.execute(select(*columns).where(*mine).order_by(_likenesses.c.place)).all()
    return list(_with_examples(slug, ((bytes(example), *numbers) for example, *numbers in rows)))


def _row(group: Group) -> dict[str, object]:
    return {
        "example": group.example.id,
        "how_many": group.how_many,
        "same": group.same,
        "key_sum": group.key_sum,
    }


def _questions(slug: str) -> list[str]:
    with reading() as connection:
        mine = _comments.c.campaign_id == campaigns.number_of(connection, slug)
        return list(connection.scalars(select(_comments.c.question).where(mine).distinct()))
