"""Every language says everything that the English says, in the form that the code relies on."""

from __future__ import annotations

import gettext
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from consult.settings import ROOT
from consult.web.languages import DEFAULT, LANGUAGES
from tests.guards.extraction import words_in_code

TRANSLATED = sorted(set(LANGUAGES) - {DEFAULT})
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
COUNTING = {"num", "count"}
"""The names under which a message in several numbers holds its number."""

CLOSING = ".:?”)]"
"""Marks that a sentence, a label or a question ends with; the page relies on them."""

SAME_IN_WELSH = {
    "%(number)s. %(topic)s",
    "%(option)s: %(responses)s",
    "%(option)s: %(responses)s, %(percent)s",
    "Data Package (ZIP)",
    "OpenDocument",
    "Person",
    "Poster",
    "Poster, A4",
    "Word",
}
"""Messages that are nothing but names and placeholders, and words that the two languages share."""

SAME = {"cy": SAME_IN_WELSH}


def catalogue_of(language: str) -> Catalog:
    with (ROOT / "translations" / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def messages_of(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def names(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def needed(source: str | tuple[str, ...] | list[str], *, one_number: bool) -> set[str]:
    """Return the placeholders that a form must hold. The number may go where a form is said of one number only."""
    every = set().union(*map(names, forms(source)))
    return every - COUNTING if one_number and not isinstance(source, str) else every


def exact_forms(catalogue: Catalog) -> set[int]:
    """Return which plural forms are said of a single number, such as the Welsh form for two."""
    form_of = gettext.c2py(catalogue.plural_expr)
    used = Counter(form_of(number) for number in range(1000))
    return {form for form, times in used.items() if times == 1}


def placeholder_faults(message: Message, exact: set[int]) -> Iterator[str]:
    every = set().union(*map(names, forms(message.id)))
    for at, text in enumerate(forms(message.string)):
        missing = needed(message.id, one_number=at in exact) - names(text)
        if missing or names(text) - every:
            yield f"{text!r}: has {sorted(names(text))}, must have {sorted(every)}"
        # A stray or unknown `%` would stop the page, not only look wrong.
        elif every and PLACEHOLDER.sub("", text).count("%"):
            yield f"{text!r}: a % that is no placeholder"


def edge_faults(message: Message) -> Iterator[str]:
    source = forms(message.id)[-1]
    for text in forms(message.string):
        if leading(text) != leading(source) or leading(text[::-1]) != leading(source[::-1]):
            yield f"{text!r}: white space differs from {source!r}"
        if closing(text) != closing(source):
            yield f"{text!r}: ends unlike {source!r}"


def leading(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def closing(text: str) -> str:
    return text[-1:] if text[-1:] in CLOSING else ""


@pytest.fixture(scope="module")
def english() -> Catalog:
    return words_in_code()


@pytest.fixture(params=TRANSLATED)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def catalogue(language: str) -> Catalog:
    return catalogue_of(language)


def test_every_language_of_the_site_has_a_catalogue_and_no_other() -> None:
    found = {file.parent.parent.name for file in (ROOT / "translations").glob("*/LC_MESSAGES/messages.po")}
    assert found == set(TRANSLATED)


def test_a_catalogue_holds_exactly_the_words_of_the_code(catalogue: Catalog, english: Catalog) -> None:
    theirs = {(message.id, message.context) for message in messages_of(catalogue)}
    ours = {(message.id, message.context) for message in messages_of(english)}
    assert not ours - theirs, "new words: run `make messages` and translate them"
    assert not theirs - ours, "words that the code no longer has: run `make messages`"
    assert not catalogue.obsolete


def test_nothing_is_empty_or_fuzzy_in_any_form(catalogue: Catalog) -> None:
    for message in messages_of(catalogue):
        count = 1 if isinstance(message.id, str) else catalogue.num_plurals
        assert len(forms(message.string)) == count, message.id
        assert all(text.strip() for text in forms(message.string)), f"no translation: {message.id!r}"
        assert not message.fuzzy, message.id


def test_nothing_is_left_in_english(catalogue: Catalog, language: str) -> None:
    same = {
        source
        for message in messages_of(catalogue)
        for source in forms(message.id)
        if source in forms(message.string)
    }
    assert same == SAME[language]


def test_placeholders_agree_with_the_english(catalogue: Catalog) -> None:
    exact = exact_forms(catalogue)
    faults = [fault for message in messages_of(catalogue) for fault in placeholder_faults(message, exact)]
    assert not faults


def test_white_space_and_closing_marks_agree_with_the_english(catalogue: Catalog) -> None:
    assert not [fault for message in messages_of(catalogue) for fault in edge_faults(message)]


def test_welsh_has_a_form_of_its_own_for_one_two_three_and_six() -> None:
    welsh = catalogue_of("cy")
    form_of = gettext.c2py(welsh.plural_expr)
    assert [form_of(number) for number in (0, 1, 2, 3, 4, 5, 6, 7, 100)] == [0, 1, 2, 3, 0, 0, 4, 0, 0]
    assert exact_forms(welsh) == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Open until %(day)s.", "Ar agor."),
        ("Open until %(day)s.", "Ar agor tan %(dydd)s."),
        ("Open until %(day)s.", "Ar agor tan %(day)s, 100%."),
        (("%(num)s day of %(of)s", "%(num)s days of %(of)s"), ("%(of)s", "%(of)s %(num)s")),
        (("%(num)s day of %(of)s", "%(num)s days of %(of)s"), ("%(num)s %(of)s", "%(num)s")),
    ],
)
def test_a_wrong_placeholder_is_seen(source: str | tuple[str, str], target: str | tuple[str, str]) -> None:
    assert list(placeholder_faults(Message(source, target), exact={1}))


def test_the_number_may_go_where_a_form_is_said_of_one_number_only() -> None:
    message = Message(("%(num)s day of %(of)s", "%(num)s days of %(of)s"), ("%(num)s %(of)s", "%(of)s"))
    assert not list(placeholder_faults(message, exact={1}))


@pytest.mark.parametrize(("source", "target"), [(" and ", "a "), ("Name:", "Enw"), ("Sign out?", "Allgofnodi.")])
def test_a_wrong_edge_is_seen(source: str, target: str) -> None:
    assert list(edge_faults(Message(source, target)))
