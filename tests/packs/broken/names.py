"""Names and numbers that do not agree."""

from __future__ import annotations

from tests.packs.broken.case import ABOUT, GUIDES, HISTORY, MAIN, Q1, Q2, QUESTIONS, SOURCES, Broken

NUMBERS = [
    Broken("other folder", MAIN, 'id = "bus-times"', 'id = "bus-time"', "id", "`bus-time`", "same name"),
    Broken("section twice", QUESTIONS, 'id = "days"', 'id = "times"', "sections[2].id", "twice", "sections[1]"),
    Broken("question twice", QUESTIONS, 'id = "q2"', 'id = "q1"', f"{Q2}.id", "twice", "questions[1]"),
    Broken("source twice", SOURCES, 'id = "letter"', 'id = "notice"', "sources[2].id", "twice", "sources[1]"),
    Broken("about twice", ABOUT, 'id = "often"', 'id = "rider"', "about_you[2].id", "twice", "about_you[1]"),
    Broken("option twice", QUESTIONS, '"disagree"', '"agree"', "scales[1].options[2].id", "twice", "options[1]"),
    Broken("label twice", ABOUT, '"Seldom"', '"Every day"', "about_you[2].options[2].label", "twice", "options[1]"),
    Broken("number twice", QUESTIONS, "number = 2", "number = 1", f"{Q2}.number", "twice", "questions[1]"),
    Broken(
        "number left out",
        QUESTIONS,
        "number = 3",
        "number = 4",
        "questions[3].number",
        "after question 2",
        "expected 3",
    ),
    Broken(
        "no number one", QUESTIONS, "number = 1", "number = 9", f"{Q1}.number", "first question is 9", "expected 1"
    ),
    Broken("out of order", QUESTIONS, "number = 1", "number = 9", f"{Q2}.number", "after question 9", "order"),
]

REFERENCES = [
    Broken(
        "unknown section",
        QUESTIONS,
        'section = "days"',
        'section = "dais"',
        "questions[3].section",
        "`dais`",
        "`days`",
    ),
    Broken(
        "unknown scale",
        QUESTIONS,
        '= "agreement"\nterms',
        '= "scale"\nterms',
        f"{Q1}.scale",
        "`scale`",
        "agreement",
    ),
    Broken(
        "unknown term",
        QUESTIONS,
        '["night-bus"]',
        '["night-buss"]',
        f"{Q1}.terms[1]",
        "`night-buss`",
        "`night-bus`",
    ),
    Broken(
        "unknown source", HISTORY, '["notice"]', '["notices"]', "history[1].sources[1]", "`notices`", "`notice`"
    ),
    Broken(
        "source of a point",
        GUIDES,
        '["letter"] }',
        '["lettre"] }',
        "guides.q1.supporters[1].sources[1]",
        "`lettre`",
        "`letter`",
    ),
    Broken("source of the pack", MAIN, '["notice"]', '["nitice"]', "about_sources[1]", "`nitice`", "`notice`"),
    Broken("unknown kind", QUESTIONS, '"text"', '"texts"', f"{Q2}.kind", "not a kind", "`text`"),
    Broken("text about a person", ABOUT, '"choice"', '"text"', "about_you[1].kind", "never free text", '"choice"'),
    Broken(
        "scale missing",
        QUESTIONS,
        'scale = "agreement"\nterms',
        "terms",
        f"{Q1}.scale",
        "needs a scale",
        "[[scales]]",
    ),
    Broken(
        "scale too many",
        QUESTIONS,
        '"text"',
        '"text"\nscale = "agreement"',
        f"{Q2}.scale",
        "no scale",
        "take the line",
    ),
    Broken(
        "status of no scale",
        QUESTIONS,
        '"text"',
        '"text"\nscale_status = "quoted"',
        f"{Q2}.scale_status",
        "no scale",
        "take",
    ),
    Broken("unknown condition", ABOUT, '["rider",', '["ridder",', "about_you[2].only_if[1]", "`ridder`", "`rider`"),
    Broken("unknown option", ABOUT, '"yes"]', '"yess"]', "about_you[2].only_if[2]", "`yess`", "`yes`"),
    Broken(
        "condition on a later",
        ABOUT,
        'why = "',
        'only_if = ["often", "daily"]\nwhy = "',
        "about_you[1].only_if[1]",
        "no earlier",
        "",
    ),
    Broken("guide missing", GUIDES, "[guides.q2]", "[guides.q1.x]", "guides.q2", "no guide", "[guides.q2]"),
    Broken("guide too many", GUIDES, "[guides.q2]", "[guides.q22]", "guides.q22", "no question", "`q2`"),
    Broken(
        "source unused",
        SOURCES,
        "[[sources]]",
        '[[sources]]\nid="x"\ntitle="x"\npublisher="x"\nnote="x"\n[[sources]]',
        "sources[1].id",
        "rests on it",
        "take it out",
    ),
    Broken(
        "section unused",
        QUESTIONS,
        'section = "days"',
        'section = "times"',
        "sections[2].id",
        "no question",
        "give it",
    ),
]
