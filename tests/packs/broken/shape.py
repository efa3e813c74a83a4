"""Values of the wrong shape, and files that cannot be read."""

from __future__ import annotations

from tests.packs.broken.case import (
    ABOUT,
    GLOSS,
    GUIDES,
    HISTORY,
    KEY,
    MAIN,
    Q1,
    Q2,
    QUESTIONS,
    SOURCES,
    TERMS,
    Broken,
)

SHAPE = [
    Broken("missing side", GUIDES, "critics = []", "", "guides.q3.critics", "missing", "[[guides.q3.critics]]"),
    Broken(
        "missing table",
        QUESTIONS,
        "[questions.wording]",
        "[other]",
        f"{Q1}.wording",
        "missing",
        "[questions.wording]",
    ),
    Broken("missing text", MAIN, 'body = "Valley Council"', "", "body", "missing", 'body = "..."'),
    Broken("missing day", MAIN, "opened = 2026-01-05", "", "dates.opened", "missing", "opened = 2026-01-31"),
    Broken("missing list", MAIN, "still_useful =", "#", "still_useful", "missing", 'still_useful = ["..."]'),
    Broken("missing number", QUESTIONS, "number = 2", "", f"{Q2}.number", "missing", "number = 1"),
    Broken(
        "missing in part", ABOUT, '"rider", "yes"', '"rider"', "about_you[2].only_if[2]", "missing", "too short"
    ),
    Broken("unknown key", QUESTIONS, "gloss =", "glos =", f"{Q1}.glos", "no such key", "`gloss`"),
    Broken("unknown at the top", MAIN, "extent =", "extant =", "extant", "no such key", "`extent`"),
    Broken(
        "unknown everywhere", MAIN, "[replies]", "[replies]\nxyzzy = 1", "replies.xyzzy", "no such key", "take it"
    ),
    Broken(
        "below a heading", MAIN, "[dates]", "[dates]\nhistory = 1", "dates.history", "no such key", "history.toml"
    ),
    Broken(
        "another table's", TERMS, "[[terms]]", "[[terms]]\nsha256 = 1", "terms[1].sha256", "no such key", "wording"
    ),
    Broken("number for text", MAIN, '"Valley Council"', "7", "body", "not text", "quotation marks"),
    Broken("text for number", QUESTIONS, "number = 2", 'number = "2"', f"{Q2}.number", "whole number", "digits"),
    Broken("yes for number", MAIN, "version = 1", "version = true", "version", "whole number", "digits"),
    Broken("number too small", MAIN, "version = 1", "version = 0", "version", "too small", "1 or more"),
    Broken("text for day", MAIN, "= 2026-02-28", '= "28 Feb"', "dates.closes", "not a day", "2026-01-31"),
    Broken(
        "number for day", HISTORY, "on = 2026-01-05", "on = 20260105", "history[1].on", "not a day", "2026-01-31"
    ),
    Broken("text for list", QUESTIONS, '["night-bus"]', '"night-bus"', f"{Q1}.terms", "not a list", "square"),
    Broken(
        "list of texts for tables",
        ABOUT,
        '[{ id = "yes", label = "Yes" }, ',
        "[1, ",
        "about_you[1].options[1]",
        "table",
        "square brackets",
    ),
    Broken("empty text", MAIN, '"Valley Council"', '" "', "body", "empty", "write the text"),
    Broken("too long", GUIDES, "Night workers", "N" * 240, KEY, "more than 240 characters", "shorter"),
    Broken(
        "too few options", ABOUT, ', { id = "no", label = "No" }', "", "about_you[1].options", "fewer than 2", "add"
    ),
    Broken(
        "bad id",
        QUESTIONS,
        '"times"\ntitle',
        '"Times of day"\ntitle',
        "sections[1].id",
        "well formed",
        "small letters",
    ),
    Broken("bad address", SOURCES, "https://valley", "valley", "sources[1].url", "well formed", "whole address"),
    Broken(
        "bad checksum",
        QUESTIONS,
        'sha256 = "',
        'sha256 = "x',
        "questions[3].wording.sha256",
        "well formed",
        "compare",
    ),
    Broken("bad choice", QUESTIONS, '"quoted"', '"qouted"', f"{Q1}.wording.status", "not one of", "'quoted'"),
    Broken("bad time zone", MAIN, "Europe/London", "UTC", "dates.timezone", "not one of", "Europe/London"),
    Broken(
        "guide in its question",
        QUESTIONS,
        GLOSS,
        f"{GLOSS}\nguide = 1",
        f"{Q1}.guide",
        "file of their own",
        "guides.toml",
    ),
]

PLACES = [
    Broken(
        "in another file",
        MAIN,
        "[dates]",
        'about_you_note = "x"\n[dates]',
        "about_you_note",
        "another file",
        "about.toml",
    ),
    Broken(
        "in two files",
        SOURCES,
        "[[sources]]",
        "opinion = []\n[[sources]]",
        "opinion",
        "as well",
        "guides.toml",
    ),
    Broken(
        "title elsewhere",
        ABOUT,
        "about_you_note =",
        'reference = "R"\nabout_you_note =',
        "reference",
        "another file",
        MAIN,
    ),
    Broken(
        "syntax",
        TERMS,
        '"Night bus"',
        '"Night bus',
        "line 3, column 18",
        "closing quotation mark",
        "quotation marks",
    ),
    Broken("curly quotes", TERMS, '"Night bus"', "“Night bus”", "line 3, column 8", "not TOML", "straight"),
    Broken(
        "cut off", TERMS, 'sources = ["notice"]', 'sources = ["notice"', "end of document", "not TOML", "line above"
    ),
    Broken("impossible day", MAIN, "2026-02-28", "2026-02-30", "line 20, column 10", "not TOML", ""),
    Broken("key twice", TERMS, "standing", "term", "line 5, column 20", "not TOML", ""),
    Broken("too deep", TERMS, '"Night bus"', "[" * 12 + "]" * 12, "(whole file)", "too deep", "docs/packs.md"),
    Broken("far too deep", TERMS, '"Night bus"', "[" * 5000 + "]" * 5000, "(whole file)", "not TOML", ""),
    Broken("too large", TERMS, '"Night bus"', f'"{"x" * 2_000_000}"', "(whole file)", "larger than", "shorter"),
]
