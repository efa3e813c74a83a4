"""Reading what people wrote, searching it, and hiding what should not be read."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from consult.answers.path import kind_of
from consult.packs.model import Pack
from consult.results.perturbation import FURTHEST
from consult.results.tally import RESPONSES, Tally
from consult.store import phrases
from consult.store.database import StoreUnavailable
from consult.store.mixing import comments, likenesses, submissions
from consult.store.mixing.submissions import Comment, Submission
from consult.store.organisers import audit
from tests.organiser.conftest import COMMENT, Fill, Prepared, Who
from tests.organiser.material import EMAIL, OTHERS
from tests.pages import InspectingClient, guard, soup, text_of

ENOUGH = Tally(RESPONSES, RESPONSES, 20, 20)
MARKUP = "<script>alert('a')</script> & \"b\""


@pytest.fixture
def address(pack: Pack) -> str:
    return f"/organiser/campaigns/{pack.id}/comments"


@pytest.fixture
def reader(signed_in: InspectingClient, fill: Fill) -> InspectingClient:
    fill([ENOUGH])
    return signed_in


def say(app: Flask, pack: Pack, *texts: str) -> None:
    """Let people share these words on the first question."""
    with app.app_context():
        for text in texts:
            said = {pack.questions[0].id: Comment(text, "en")}
            receipt = submissions.receipt_for(phrases.new_phrase())
            submissions.submit(receipt, Submission(pack.id, {}, said, {}, pack.version))


def send(client: InspectingClient, at: str, form_at: str, **fields: str) -> str:
    """Post a form with its guard, and return the text of the page that it leads to."""
    token = guard(client.get(form_at))
    return text_of(soup(client.post(at, data=fields | {"csrf_token": token}, follow_redirects=True)))


def test_nothing_can_be_read_until_there_are_enough(signed_in: InspectingClient, address: str) -> None:
    assert "until 10 people have shared" in text_of(soup(signed_in.get(address)))
    assert "nothing to read here yet" in text_of(soup(signed_in.get(f"{address}/1")))


def test_the_words_are_shown_and_that_is_noted(
    reader: InspectingClient, app: Flask, pack: Pack, address: str
) -> None:
    assert reader.get(address).status_code == 200
    assert "It made me feel watched." in text_of(soup(reader.get(f"{address}/1")))
    with app.app_context():
        assert "read-comments" in {entry.action for entry in audit.entries(pack.id)}


def test_markup_is_shown_as_it_was_written(reader: InspectingClient, app: Flask, pack: Pack, address: str) -> None:
    say(app, pack, *[MARKUP] * 10)
    page = reader.get(f"{address}/1")
    assert MARKUP in [each.get_text() for each in soup(page).select(".app-words")]
    assert "<script>alert" not in page.text


def test_one_page_leads_to_the_next(reader: InspectingClient, app: Flask, pack: Pack, address: str) -> None:
    say(app, pack, *[f"Words {number:02}" for number in range(40)])
    read, at = [], f"{address}/1"
    while at:
        page = soup(reader.get(at))
        read += [text_of(each) for each in page.select(".app-comments .app-words")]
        more = page.find("a", string="More comments")
        at = str(more["href"]) if more else ""
    assert sorted(read) == ["It made me feel watched.", *[f"Words {number:02}" for number in range(40)]]


def test_a_search_finds_words_and_goes_on_to_more(
    reader: InspectingClient, app: Flask, pack: Pack, address: str
) -> None:
    say(app, pack, *[f"Caffi {number:02}" for number in range(30)], *["Else"] * 10)
    at = f"{address}/1"
    token = guard(reader.get(at))
    first = soup(reader.post(at, data={"search": "CAFFÌ", "csrf_token": token}))
    assert len(first.select(".app-comments li")) == 25
    after = first.select_one("input[name=after]")
    assert after is not None
    rest = soup(reader.post(at, data={"search": "caffi", "after": after["value"], "csrf_token": token}))
    assert len(rest.select(".app-comments li")) == 5
    assert "No comment has these words" in send(reader, at, at, search="nowhere")


def test_a_search_that_is_too_long_is_explained_and_kept(reader: InspectingClient, address: str) -> None:
    at = f"{address}/1"
    answer = reader.post(at, data={"search": "x" * 10_000, "csrf_token": guard(reader.get(at))})
    assert answer.status_code == 422
    field = soup(answer).select_one("#search")
    assert field is not None
    assert field["value"] == "x" * 10_000


def test_a_comment_is_hidden_with_a_reason_and_shown_again(
    reader: InspectingClient, app: Flask, pack: Pack, address: str
) -> None:
    one = f"{address}/1/{COMMENT.hex()}"
    page = send(reader, f"{one}/hide", f"{one}/hide", reason="It names <b>a neighbour</b>")
    assert "The comment is hidden" in page
    assert "Hidden: It names <b>a neighbour</b>" in page
    with app.app_context():
        assert list(comments.comments(pack.id, pack.questions[0].id)) == []
    assert "shown again" in send(reader, f"{one}/show", f"{address}/1")
    with app.app_context():
        assert len(list(comments.comments(pack.id, pack.questions[0].id))) == 1
        assert {"hid-comment", "showed-comment"} <= {entry.action for entry in audit.entries(pack.id)}


def test_whoever_hides_second_is_told_of_the_first_and_keeps_their_words(
    reader: InspectingClient, administrator: InspectingClient, app: Flask, pack: Pack, address: str
) -> None:
    at = f"{address}/1/{COMMENT.hex()}/hide"
    token = guard(administrator.get(at))
    send(reader, at, at, reason="It names <b>a neighbour</b>")
    second = administrator.post(at, data={"reason": "Rude", "csrf_token": token})
    assert second.status_code == 409
    said = f"{EMAIL} hid this comment already, and said why: It names <b>a neighbour</b>"
    assert said in text_of(soup(second).select_one(".govuk-error-summary"))
    typed = soup(second).select_one("#reason")
    assert typed is not None
    assert typed["value"] == "Rude"
    assert said in text_of(soup(administrator.get(at)).main)
    with app.app_context():
        kept = comments.find(pack.id, COMMENT)
        assert kept is not None
        assert kept.hidden == "It names <b>a neighbour</b>"
        assert [entry.action for entry in audit.entries(pack.id)].count("hid-comment") == 1


def test_the_record_tells_why_also_once_the_comment_is_shown_again(
    reader: InspectingClient, administrator: InspectingClient, address: str
) -> None:
    one = f"{address}/1/{COMMENT.hex()}"
    send(reader, f"{one}/hide", f"{one}/hide", reason="It names <b>a neighbour</b>")
    token = guard(reader.get(f"{address}/1"))
    for _click in range(2):
        assert reader.post(f"{one}/show", data={"csrf_token": token}).status_code == 303
    lines = [text_of(row) for row in soup(administrator.get("/organiser/record")).select("tbody tr")]
    about = [line for line in lines if "a neighbour" in line]
    assert len(about) == 2
    assert "Showed a hidden comment again: It names <b>a neighbour</b>" in about[0]
    assert "Hid a comment: It names <b>a neighbour</b>" in about[1]


def test_a_group_of_like_texts_outlives_the_hiding_of_its_example(
    reader: InspectingClient, app: Flask, pack: Pack, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(likenesses, "AT_ONCE", 20)
    say(app, pack, *["The police must not use these cameras until there is a law for them"] * 40)
    with app.app_context():
        likenesses.refresh(pack.id)
        (group,) = likenesses.groups(pack.id, pack.questions[0].id)
    # The number in an address says nothing of the comment.
    wrong = next(each.number for each in pack.questions[1:] if kind_of(each).has_text)
    send(reader, f"{address}/{wrong}/{group.example.id.hex()}/hide", f"{address}/1", reason="Why")
    assert "Texts that many share" in text_of(soup(reader.get(f"{address}/1")))


def test_a_hiding_that_broke_off_is_noted_once_and_ends_with_the_second_press(
    reader: InspectingClient, app: Flask, pack: Pack, address: str
) -> None:
    at = f"{address}/1/{COMMENT.hex()}/hide"
    sent = {"reason": "It names a neighbour", "csrf_token": guard(reader.get(at))}

    def away(*_: object) -> None:
        raise StoreUnavailable("away")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(likenesses, "replace_example", away)
        assert reader.post(at, data=sent).status_code == 503
    assert reader.post(at, data=sent).status_code == 303
    with app.app_context():
        assert [entry.reason for entry in audit.entries(pack.id) if entry.action == "hid-comment"] == [
            "It names a neighbour"
        ]


def test_a_reason_goes_with_a_comment_that_is_withdrawn_while_it_is_hidden(
    reader: InspectingClient, app: Flask, pack: Pack, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(app, pack, *["Other words"] * 10)
    with app.app_context():
        receipt = submissions.receipt_for(phrases.new_phrase())
        said = {pack.questions[0].id: Comment("My words", "en")}
        submissions.submit(receipt, Submission(pack.id, {}, said, {}, pack.version))
    say(app, pack, *["Other words"] * 10)
    with app.app_context():
        (mine,) = comments.page_of(pack.id, pack.questions[0].id, search="My words").comments

    def meanwhile(*_: object) -> None:
        assert submissions.withdraw(receipt)

    monkeypatch.setattr(likenesses, "replace_example", meanwhile)
    at = f"{address}/1/{mine.id.hex()}/hide"
    send(reader, at, at, reason="It names a neighbour")
    with app.app_context():
        assert comments.find(pack.id, mine.id) is None
        assert [entry.reason for entry in audit.entries(pack.id) if entry.action == "hid-comment"] == [""]


@pytest.fixture
def viewer(app: Flask, organiser: Prepared) -> InspectingClient:
    """A client in which somebody is signed in who may look at the campaign, and change nothing."""
    client = app.test_client()
    assert isinstance(client, InspectingClient)
    client.set_cookie("visit", organiser.cookies[Who.VIEWER])
    return client


@pytest.mark.usefixtures("reader")
def test_viewers_get_neither_the_words_nor_the_reason_of_a_hidden_comment(
    viewer: InspectingClient, reader: InspectingClient, app: Flask, pack: Pack, address: str
) -> None:
    say(app, pack, *["Other words"] * 10)
    at, one = f"{address}/1", f"{address}/1/{COMMENT.hex()}"
    assert "made me feel watched" in viewer.get(at).text
    send(reader, f"{one}/hide", f"{one}/hide", reason="It names a neighbour")
    found = {"search": "feel watched", "csrf_token": guard(viewer.get(at))}
    for page in (viewer.get(at), viewer.get(f"{at}?after={'0' * 32}"), viewer.post(at, data=found)):
        assert page.status_code == 200
        assert "made me" not in page.text
        assert "neighbour" not in page.text
        assert COMMENT.hex() not in page.text
    assert "No comment has these words" in text_of(soup(viewer.post(at, data=found)).main)
    assert viewer.get(f"{one}/hide").status_code == 403
    found["csrf_token"] = guard(reader.get(at))
    assert "It names a neighbour" in reader.post(at, data=found).text


def test_words_carry_their_language_wherever_they_stand(
    reader: InspectingClient, app: Flask, pack: Pack, address: str
) -> None:
    welsh = "Dyna fy ngeiriau i ar y mater: nid wyf am gael fy ngwylio gan y camerâu hyn yn y stryd"
    say(app, pack, *[welsh] * 30)
    at = f"{address}/1"
    with app.app_context():
        first = comments.page_of(pack.id, pack.questions[0].id, search="ngeiriau").comments[0]
    one = f"{at}/{first.id.hex()}"
    quoted = soup(reader.get(f"{one}/hide")).select_one("blockquote")
    assert quoted is not None
    assert quoted["lang"] == "cy"
    send(reader, f"{one}/hide", f"{one}/hide", reason="Why")
    page = soup(reader.post(at, data={"search": "ngeiriau", "csrf_token": guard(reader.get(at))}))
    hidden = page.select("details .app-words")
    shared = soup(reader.get(at)).select(".app-comments")[0].select(".app-words")
    assert shared
    assert [each.get("lang") for each in [*hidden, *shared]] == ["cy"] * (len(hidden) + len(shared))


@pytest.mark.parametrize("reason", ["", " \t ", "x" * 201])
def test_hiding_needs_a_short_reason(reader: InspectingClient, address: str, reason: str) -> None:
    at = f"{address}/1/{COMMENT.hex()}/hide"
    answer = reader.post(at, data={"reason": reason, "csrf_token": guard(reader.get(at))})
    assert answer.status_code == 422
    assert soup(answer).select_one(".govuk-error-summary")
    assert reader.get(at).status_code == 200


@pytest.mark.parametrize(
    "path", ["/99", "/0", "/1/zz/hide", f"/1/{'ab' * 16}/hide", "/1?after=zz", "/1?after=abcd"]
)
def test_what_is_not_there_is_not_found(reader: InspectingClient, address: str, path: str) -> None:
    assert reader.get(address + path).status_code == 404


def test_comments_of_others_are_not_found(reader: InspectingClient) -> None:
    for path in ("", "/1", f"/1/{COMMENT.hex()}/hide"):
        assert reader.get(f"/organiser/campaigns/{OTHERS}/comments{path}").status_code == 404


def test_texts_that_many_share_are_counted(reader: InspectingClient, app: Flask, pack: Pack, address: str) -> None:
    template = "The police must not use these cameras in our streets until there is a law for them"
    say(app, pack, *[template] * 50, *[f"{template} as I see it"] * 10)
    page = text_of(soup(reader.get(f"{address}/1")))
    found = re.search(r"Nearly alike: (\d+)\. Word for word the same: (\d+)\.", page)
    assert found is not None
    nearly, same = map(int, found.groups())
    assert nearly % 5 == same % 5 == 0
    assert abs(nearly - 60) <= FURTHEST
    assert abs(same - 50) <= FURTHEST


def test_texts_that_few_share_are_not_counted(
    reader: InspectingClient, app: Flask, pack: Pack, address: str
) -> None:
    say(app, pack, *["The same few words, and some more of them"] * 5, "a", "b", "c", "d", "e")
    assert "Texts that many share" not in text_of(soup(reader.get(f"{address}/1")))
