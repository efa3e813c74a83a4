"""Texts that are too long, too one-sided, or not plain."""

from __future__ import annotations

from tests.packs.broken.case import (
    ASKED,
    GLOSS,
    GUIDES,
    HISTORY,
    KEY,
    MAIN,
    POINT,
    PROMPT,
    Q1,
    QUESTIONS,
    SOURCES,
    TERMS,
    Broken,
)

ROOM = [
    Broken(
        "more points",
        GUIDES,
        "critics = [{",
        'critics = [{ who = "x", when = "x", text = "Night", sources = ["letter"] }, {',
        "guides.q1",
        "1 points and critics 2",
        "as many",
    ),
    Broken(
        "longer",
        GUIDES,
        "costs a great deal",
        "costs a great deal of money",
        "guides.q1",
        "30 characters and critics 40",
        "25%",
    ),
    Broken(
        "nothing and no note",
        GUIDES,
        'note = "None was found."',
        "",
        "guides.q3.note",
        "no point",
        "none was found",
    ),
]

PROMPTS = [
    Broken("long note", GUIDES, "None was found.", "word " * 61, "guides.q3.note", "61 words", "60 at most"),
    Broken("first person", GUIDES, POINT, 'text = "We need a bus to our home."', KEY, "`We`", "third person"),
    Broken(
        "dictated", GUIDES, POINT, 'text = "Say that riders need it."', KEY, "what to answer", "leave the answer"
    ),
    Broken(
        "three sentences",
        GUIDES,
        POINT,
        'text = "One bus. Two buses. Three buses."',
        KEY,
        "3 sentences",
        "2 at most",
    ),
    Broken(
        "opinion too long", GUIDES, "Half of 200", "a " * 41, "opinion[1].text", "as long as an answer", "40 words"
    ),
    Broken("no question", GUIDES, PROMPT, '"Night buses are good."', ASKED, "not a question", "question mark"),
    Broken("long question", GUIDES, PROMPT, f'"{"word " * 26}?"', ASKED, "26 words", "25 at most"),
    Broken("leading", GUIDES, PROMPT, '"Shouldn’t buses run at night?"', ASKED, "leads", "either side"),
    Broken("spoken for", GUIDES, PROMPT, '"When do I need a bus?"', ASKED, "`I`", "third person"),
    Broken(
        "too few", GUIDES, ', "What would change for you?"', "", "guides.q1.think_about", "there are 1", "2 to 4"
    ),
]

TEXTS = [
    Broken("long gloss", QUESTIONS, GLOSS, f'gloss = "{"word " * 26}."', f"{Q1}.gloss", "26 words", "25 words"),
    Broken("control", MAIN, "Valley Council", "Valley\\u0007Council", "body", "U+0007", "take it out"),
    Broken(
        "override", SOURCES, "Valley Riders", "Valley\\u202eRiders", "sources[2].publisher", "U+202E", "take it out"
    ),
    Broken("tag", MAIN, "asks when", "asks <b>when", "about", "`<b>`", "plain text"),
    Broken("entity", TERMS, "A bus after", "A bus&nbsp;after", "terms[1].meaning", "`&nbsp;`", "plain text"),
    Broken(
        "Markdown",
        HISTORY,
        "consultation opened",
        "**consultation** opened",
        "history[1].text",
        "emphasis",
        "plain text",
    ),
    Broken(
        "Markdown link",
        HISTORY,
        "consultation opened",
        "[it](x) opened",
        "history[1].text",
        "`[it](x)`",
        "plain text",
    ),
    Broken("placeholder", MAIN, "Valley Council", "%(body)s", "body", "placeholder", "plain text"),
    Broken("wrongly decoded", MAIN, "asks when", "doesnâ€™t ask when", "about", "decoded", "plain text"),
]
