"""For any wording whatever: in the document it is found the same, and with any word changed it differs."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consult.packs.compare.blocks import Document
from consult.packs.compare.comparing import Comparison, Outcome, compare_pack
from consult.packs.compare.reading.html import read_html
from consult.packs.compare.reading.text import read_text
from tests.packs.compare.example import pack_of
from tests.packs.compare.pages import paper

LETTERS = "abcdefghijklmnoprstuwyâêîôûŵŷ"
words = st.text(LETTERS, min_size=1, max_size=9)
marked = st.builds(
    lambda word, mark: word + mark, words, st.sampled_from(["", "", "", "", ",", ";", ":", "’s", " –", "…"])
)
quoted = st.builds(lambda word: f"‘{word}’", words)
plain = st.lists(st.one_of(words, marked, quoted), min_size=5, max_size=30)


def sentence(parts: list[str], end: str) -> str:
    text = " ".join(parts)
    return f"W{text.rstrip(' ,;:–…')}{end}"


sentences = st.builds(sentence, plain, st.sampled_from(["?", "?", "?", ".", "’?"]))
wordings = st.builds(" ".join, st.lists(sentences, min_size=1, max_size=3))
wording_sets = st.lists(wordings, min_size=1, max_size=6, unique=True)

STRAIGHT = str.maketrans({"’": "'", "‘": "'", "–": "-"})
moderately = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def dressed(wording: str) -> str:
    """Return a wording in other typography."""
    return wording.translate(STRAIGHT).replace("…", "...").replace(" ", "\u00a0", 1).replace("a", "\u00ada")


def compared(texts: list[str], document: Document) -> Comparison:
    return compare_pack(pack_of(texts), document)


@moderately
@given(wording_sets)
def test_any_wordings_in_a_page_are_found_the_same(texts: list[str]) -> None:
    for version in (texts, list(map(dressed, texts))):
        comparison = compared(texts, read_html(paper(version)))
        assert [verdict.outcome for verdict in comparison.verdicts] == [Outcome.SAME] * len(texts)
        assert comparison.extras == ()


@moderately
@given(wording_sets, st.data())
def test_any_word_changed_makes_that_question_differ_and_no_other(texts: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(texts) - 1))
    parts = texts[at].split()
    place = data.draw(st.integers(0, len(parts) - 1))
    change = data.draw(st.sampled_from(["other", "drop", "double", "join"]))
    changed = list(parts)
    changed[place : place + 1] = {
        "other": ["Zzz"],
        "drop": [],
        "double": [parts[place], parts[place]],
        "join": [parts[place] + "zz"],
    }[change]
    version = [*texts[:at], " ".join(changed), *texts[at + 1 :]]
    if version[at] in {"", texts[at]}:
        return
    outcomes = [verdict.outcome for verdict in compared(texts, read_html(paper(version))).verdicts]
    assert outcomes[at] is not Outcome.SAME
    assert outcomes[:at] + outcomes[at + 1 :] == [Outcome.SAME] * (len(texts) - 1)


@moderately
@given(wording_sets)
def test_any_wordings_in_a_plain_text_are_found_the_same(texts: list[str]) -> None:
    text = "\n\n".join(f"Question {number}: {wording}\n\nText." for number, wording in enumerate(texts, start=1))
    comparison = compared(texts, read_text(text, frozenset()))
    assert [verdict.outcome for verdict in comparison.verdicts] == [Outcome.SAME] * len(texts)


@moderately
@given(st.text(max_size=400))
def test_no_page_whatever_breaks_the_comparison(text: str) -> None:
    for document in (read_html("<html>" + text.encode("utf-8", "replace").decode()), read_text(text, frozenset())):
        assert len(compared(["Do you agree?"], document).verdicts) == 1
