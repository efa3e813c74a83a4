"""Reading what people type: every slip is put right, asked about or named, and never made into other words."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consult.store.phrase_reading import COUNT, LONGEST, Reading, Unread, read
from consult.store.word_list import WORDS

PHRASE = "abandon-zoo-act-actual-letter-advice-cage-salon"

words = st.sampled_from(WORDS)
phrases = st.lists(words, min_size=COUNT, max_size=COUNT)
separators = st.text(
    st.sampled_from(" -_.,;:/|0123456789\r\n\t\N{NO-BREAK SPACE}\N{EM DASH}\N{BULLET}"), min_size=1
)


@pytest.mark.parametrize(
    "typed",
    [
        "abandon zoo act actual letter advice cage salon",
        "ABANDON, Zoo, ACT; actual / letter / advice. cage! SALON",
        "1. abandon\r\n2. zoo\r\n3. act\r\n4. actual\r\n5. letter\r\n6. advice\r\n7. cage\r\n8. salon\r\n",
        "1) abandon2) zoo3) act4) actual5) letter6) advice7) cage8) salon",
        "\N{NO-BREAK SPACE}abandon\N{NO-BREAK SPACE}zoo\tact  actual letter advice cage salon",
        "abandon\N{EN DASH}zoo\N{NON-BREAKING HYPHEN}act_actual letter advice cage salon",
        "aban zoo act actu lett advi cage salo",
        "abandno zoo act actual letters advice cage salon",
        "bandon zooo act actuall lettre adviec cagge slaon",
        "ａｂａｎｄｏｎ zoo act actual letter advice cage salon",
        "aban\N{SOFT HYPHEN}don zoo act actual letter advice \N{ZERO WIDTH NO-BREAK SPACE}cage salon",
        "\N{LEFT DOUBLE QUOTATION MARK}abandon zoo act actual letter advice cage salon",
        "ábandon zoo act actual letter advice cagé salön",
        "abandonzooactactualletteradvicecagesalon",
        "abandonzoo act actual letter advice cagesalon",
        "aban don zoo act act-ual letter advice cage salon",
        "a b a n d o n z o o a c t a c t u a l l e t t e r a d v i c e c a g e s a l o n",
        "abandonzo oact actual letter advice cage salon",
        "abandonzoo act actual lettr advice cage salno",
        PHRASE + " " * LONGEST,
    ],
)
def test_a_phrase_is_read_however_it_is_typed(typed: str) -> None:
    assert read(typed).phrase == PHRASE


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("", 0),
        ("12 34 -", 0),
        ("abandon zoo act actual letter advice cage", 7),
        ("abandon zoo act actual letter advice cage salon salon", 9),
        ("car pet zoo act actual letter advice cage salon", 9),
        ("my phrase is abandon zoo act actual letter advice cage salon", 11),
        ("\0\ud800\u202e", 0),
        (PHRASE + "." * LONGEST, 0),
    ],
)
def test_too_few_and_too_many_words_are_counted(typed: str, count: int) -> None:
    assert (read(typed).phrase, read(typed).typed) == (None, count)


@pytest.mark.parametrize(
    ("word", "could_be"),
    [
        ("qqqq", ()),
        ("xabandonx", ()),
        ("слово", ()),
        ("vagu", ("vague",)),
        ("leter", ("later", "letter")),
    ],
)
def test_a_word_that_cannot_be_read_is_named_with_what_it_could_be(word: str, could_be: tuple[str, ...]) -> None:
    reading = read(f"abandon zoo {word} actual letter advice cage salon")
    if len(could_be) == 1:
        assert reading == Reading(f"abandon-zoo-{could_be[0]}-actual-letter-advice-cage-salon", COUNT)
    else:
        assert reading == Reading(None, COUNT, (Unread(3, could_be),))


@given(phrases)
def test_no_phrase_typed_rightly_is_read_as_another(chosen: list[str]) -> None:
    assert read(" ".join(chosen)).phrase == "-".join(chosen)
    assert read(" ".join(word[:4] for word in chosen)).phrase == "-".join(chosen)
    assert read("".join(chosen)).phrase in {"-".join(chosen), None}


@given(phrases, st.lists(separators, min_size=COUNT + 1, max_size=COUNT + 1))
def test_whatever_stands_between_the_words_does_not_matter(chosen: list[str], between: list[str]) -> None:
    typed = "".join(gap + word for gap, word in zip(between, [*chosen, ""], strict=True))
    assert read(typed).phrase == ("-".join(chosen) if len(typed.strip()) <= LONGEST else None)


@given(st.text(alphabet=st.characters(), max_size=2 * LONGEST))
@example("\ufdfa" * LONGEST)
@example("\u0130\u0307" * 100)
def test_no_text_makes_reading_fail(text: str) -> None:
    phrase = read(text).phrase
    assert phrase is None or read(phrase).phrase == phrase


@pytest.mark.parametrize("part", ["a", "car", "carpet", "act", "zoozoo", "x ", "car pet ", "\ufdfa", "aac"])
def test_text_made_to_be_slow_is_read_at_once(part: str) -> None:
    read("oat")
    before = time.perf_counter()
    read((part * LONGEST)[:LONGEST])
    read((part * LONGEST)[: COUNT * 9])
    assert time.perf_counter() - before < 0.5
