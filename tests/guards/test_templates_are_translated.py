"""No template holds words of its own: each passes through the catalogues, those of the GOV.UK macros too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from flask import Flask
from jinja2 import nodes

from consult.resident.counting import count_words
from tests.guards.templates import TRANSLATING, callee, component, markup, ours, parsed

READ_OUT = {"alt", "aria-label", "aria-description", "aria-roledescription", "content", "placeholder", "title"}
"""Attributes that people see or hear."""

NOT_WORDS = {
    "width=device-width, initial-scale=1, viewport-fit=cover",
    "#4c2a70",
    "govuk-grid-column-full",
    "nofollow noreferrer",
}
"""Text that is for the browser: of the window, its colour, a class that a block fills in, what a link keeps."""

WORDY = re.compile(r"(text|html|label|Text|Html|Label)$")
"""Names of parameters that hold words."""

SENTENCE = re.compile(r"^[A-Z][a-z]|(^| )[A-Za-z’']+ [a-z]+($| )")
"""Text that reads like a name or a sentence, and not like a class, a key or an address."""

NEVER_SHOWN = {"descriptionText", "wordsUnderLimitText", "wordsAtLimitText", "wordsOverLimitText"}
"""Parameters that are empty by default, or serve a limit in words, which the site has nowhere."""


class OwnText(HTMLParser):
    """Collects the letters that a template writes by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text not in NOT_WORDS and any(letter.isalpha() for letter in text):
            self.found.append(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        for name, value in attrs:
            words = any(letter.isalpha() for letter in value or "") if name in READ_OUT else says(name, value)
            if words and value not in NOT_WORDS:
                self.found.append(f"{name}={value}")


def says(name: str, value: str | None) -> bool:
    """Say whether an attribute hands words to the script, which shows them later."""
    return name.startswith("data-") and SENTENCE.search(value or "") is not None


def own_text(source: str) -> list[str]:
    """Return the words outside of Jinja's braces."""
    reader = OwnText()
    reader.feed(markup(source))
    reader.close()
    return reader.found


def own_strings(source: str) -> Iterator[str]:
    """Give the words inside of Jinja's braces that are not on their way through the catalogues."""
    tree = parsed(source)
    translated = {
        id(each) for call in tree.find_all(nodes.Call) if callee(call) in TRANSLATING for each in call.args
    }
    for text in tree.find_all(nodes.Const):
        if id(text) not in translated and text.value not in NOT_WORDS and reads_like_words(text.value):
            yield text.value
    for name, value in named(tree):
        if WORDY.search(name) and isinstance(value, nodes.Const) and re.search("[a-zA-Z]", str(value.value or "")):
            yield f"{name}: {value.value}"


def reads_like_words(value: object) -> bool:
    return isinstance(value, str) and SENTENCE.search(value) is not None


def named(tree: nodes.Node) -> Iterator[tuple[str, nodes.Expr]]:
    """Give every value that a template passes under a name, as a pair of a dictionary or a keyword of a call."""
    for pair in tree.find_all(nodes.Pair):
        if isinstance(pair.key, nodes.Const):
            yield str(pair.key.value), pair.value
    for keyword in tree.find_all(nodes.Keyword):
        yield keyword.key, keyword.value


def unwritten(source: str) -> Iterator[str]:
    """Give every translation that is asked for with anything but a message in full."""
    for call in parsed(source).find_all(nodes.Call):
        if callee(call) in TRANSLATING:
            messages = call.args[: 2 if callee(call) == "ngettext" else 1]
            if not all(isinstance(message, nodes.Const) for message in messages):
                yield f"line {call.lineno}: the message is not written out"


def built_in(macro: str) -> set[str]:
    """Return the parameters of a macro that GOV.UK Frontend fills with English when they are left out."""
    tree = component(macro)
    assert tree is not None, f"{macro} is no component of GOV.UK Frontend"
    texts = {
        each.attr for each in tree.find_all(nodes.Getattr) if re.search("(Text|Label)$", each.attr) and of(each)
    }
    for default in tree.find_all(nodes.Filter):
        value, words = default.node, default.args[0] if default.args else None
        if default.name == "default" and isinstance(words, nodes.Const) and SENTENCE.search(str(words.value)):
            texts |= {value.attr} if isinstance(value, nodes.Getattr) and of(value) else set()
    return texts - NEVER_SHOWN


def of(value: nodes.Getattr) -> bool:
    """Say whether it is a parameter of the macro itself."""
    return isinstance(value.node, nodes.Name) and value.node.name == "params"


def left_to_the_macros(source: str, unpacked: dict[str, set[str]]) -> Iterator[str]:
    """Give the words that a template leaves to a macro. `unpacked` has the keys of dictionaries by name."""
    tree = parsed(source)
    for call in tree.find_all(nodes.Call):
        macro = callee(call)
        if component(macro):
            missing = built_in(macro) - keys_of(call.args[0], unpacked)
            yield from (f"line {call.lineno}: {macro} without {name}" for name in sorted(missing))
    for name, value in named(tree):
        if name == "errorMessage":
            for error in written(value, tree):
                if "visuallyHiddenText" not in keys_of(error, unpacked):
                    yield f"line {value.lineno}: an error message without visuallyHiddenText"


def keys_of(given: nodes.Node, unpacked: dict[str, set[str]]) -> set[str]:
    """Return the keys of `{…}` or `dict(…)`; those of any other expression are not known, so none."""
    if isinstance(given, nodes.Dict):
        return {str(pair.key.value) for pair in given.items if isinstance(pair.key, nodes.Const)}
    if isinstance(given, nodes.Name):
        return unpacked.get(given.name, set())
    if callee(given) == "dict" and isinstance(given, nodes.Call):
        return {each.key for each in given.kwargs}.union(*(keys_of(each, unpacked) for each in given.args))
    return set()


def written(value: nodes.Node, tree: nodes.Template) -> Iterator[nodes.Node]:
    """Give every dictionary that a value can be, wherever in the template it is set."""
    if isinstance(value, nodes.CondExpr):
        yield from written(value.expr1, tree)
        yield from written(value.expr2, tree) if value.expr2 else ()
    elif isinstance(value, nodes.Getattr | nodes.Name):
        name = value.attr if isinstance(value, nodes.Getattr) else value.name
        for assignment in tree.find_all(nodes.Assign):
            target = assignment.target
            if name in {getattr(target, "attr", None), getattr(target, "name", None)}:
                yield from written(assignment.node, tree)
    elif not (isinstance(value, nodes.Const) and value.value is None):
        yield value


@pytest.fixture
def unpacked(app: Flask) -> dict[str, set[str]]:
    with app.test_request_context("/cy/"):
        return {"count_words": set(count_words())}


@pytest.mark.parametrize("path", ours())
def test_a_template_has_no_words_of_its_own(path: str) -> None:
    source = ours()[path]
    assert not own_text(source)
    assert not list(own_strings(source))
    assert not list(unwritten(source))


def test_no_macro_speaks_english_by_itself(unpacked: dict[str, set[str]]) -> None:
    found = {path: list(left_to_the_macros(source, unpacked)) for path, source in ours().items()}
    assert len(found) > 20
    assert not {path: faults for path, faults in found.items() if faults}


def test_the_english_of_the_macros_is_known() -> None:
    assert built_in("govukBackLink") == {"text"}
    assert built_in("govukNotificationBanner") == {"titleText"}
    assert built_in("govukErrorMessage") == {"visuallyHiddenText"}
    assert {"showPasswordText", "passwordHiddenAnnouncementText"} <= built_in("govukPasswordInput")
    assert {"charactersAtLimitText", "textareaDescriptionText"} <= built_in("govukCharacterCount")
    assert built_in("govukPagination") == {"landmarkLabel"}


@pytest.mark.parametrize(
    "source",
    [
        "<p>Hello</p>",
        "<p>{{ _('Hello') }}, you</p>",
        '<nav aria-label="Pages"></nav>',
        '<button data-done="Copied."></button>',
        "<input placeholder='{{ name }} here'>",
        "<title>{{ heading }} – The site</title>",
    ],
)
def test_words_in_the_markup_are_seen(source: str) -> None:
    assert own_text(source)


@pytest.mark.parametrize(
    "source", ["{# Hello #}<p class='govuk-body'>{{ _('Hello') }} – 12: “{{ name }}”</p>", "<p>"]
)
def test_markup_without_words_passes(source: str) -> None:
    assert not own_text(source)


@pytest.mark.parametrize(
    "source",
    ["{{ button('Continue') }}", "{{ govukButton({'text': 'go'}) }}", "{{ title or 'no title here' }}"],
)
def test_words_in_the_braces_are_seen(source: str) -> None:
    assert list(own_strings(source))


@pytest.mark.parametrize(
    "source", ["{{ _('Question ' ~ number) }}", "{{ _(text) }}", "{{ ngettext('one', many, count) }}"]
)
def test_a_message_that_is_put_together_is_seen(source: str) -> None:
    assert list(unwritten(source))


@pytest.mark.parametrize(
    "source",
    [
        "{{ govukBackLink({'href': back}) }}",
        "{{ govukCharacterCount(dict(words, id='text')) }}",
        "{% set error = {'text': problem} %}{{ govukInput({'errorMessage': error}) }}",
        "{{ govukInput({'errorMessage': {'text': problem} if problem else none}) }}",
        "{% call govukNotificationBanner({}) %}{% endcall %}",
    ],
)
def test_english_of_a_macro_is_seen(source: str) -> None:
    assert list(left_to_the_macros(source, {}))
