"""Wording, dates and addresses that claim what cannot be."""

from __future__ import annotations

from tests.packs.broken.case import HISTORY, MAIN, Q1, QUESTIONS, SOURCES, TERMS, Broken

WORDING = [
    Broken(
        "verified without source",
        QUESTIONS,
        "source_url =",
        "# ",
        "questions[3].wording.source_url",
        "needs its source",
        "unchecked",
    ),
    Broken(
        "verified without day",
        QUESTIONS,
        "checked_on =",
        "# ",
        "questions[3].wording.checked_on",
        "needs its day",
        "unchecked",
    ),
    Broken(
        "verified without checksum",
        QUESTIONS,
        "sha256 =",
        "# ",
        "questions[3].wording.sha256",
        "needs its checksum",
        "unchecked",
    ),
    Broken(
        "changed since",
        QUESTIONS,
        "days suits you",
        "day suits you",
        "questions[3].wording.sha256",
        "changed",
        "put the words back",
    ),
    Broken(
        "quoted from nobody", QUESTIONS, 'sources = ["letter"]', "", f"{Q1}.wording.sources", "quoted", "sources"
    ),
    Broken(
        "quoted scale",
        QUESTIONS,
        'prompt = "Why?"',
        'prompt = "Why?"\nstatus = "quoted"',
        "scales[1].sources",
        "quoted",
        "sources",
    ),
    Broken(
        "heading of nobody",
        QUESTIONS,
        'sources = ["notice"]',
        "",
        "sections[1].sources",
        "official heading",
        '"ours"',
    ),
    Broken("term of nobody", TERMS, 'sources = ["notice"]', "", "terms[1].sources", "no source", "not-found"),
]

DATES = [
    Broken("closes first", MAIN, "2026-02-28", "2025-02-28", "dates.closes", "before it opens", "correct"),
    Broken("no such time", MAIN, '"17:00"', '"5pm"', "dates.closing_time", "not a time", "23:45"),
    Broken("checked first", MAIN, "2026-03-01", "2025-03-01", "latest_check", "before the consultation", "correct"),
    Broken(
        "compared first",
        QUESTIONS,
        "2026-03-01",
        "2025-03-01",
        "questions[3].wording.checked_on",
        "before",
        "correct",
    ),
    Broken("out of order", HISTORY, "on = 2026-02-28", "on = 2026-01-01", "history[2].on", "comes after", "order"),
    Broken("two years", HISTORY, "28 February 2026", "28 February", "history[2].when", "2026", "agree"),
]

LINKS = [
    Broken("http", SOURCES, "https://valley", "http://valley", "sources[1].url", "not an https", "lasting https"),
    Broken(
        "number for host",
        MAIN,
        "https://valley.example.org/buses/form",
        "https://192.0.2.7/form",
        "replies.online_form",
        "by number",
        "note",
    ),
    Broken(
        "password",
        MAIN,
        "https://valley.example.org/buses/paper",
        "https://a:b@valley.example.org",
        "official_document",
        "password",
        "note",
    ),
    Broken(
        "broken host",
        SOURCES,
        "https://valley.example.org/notice",
        "https://[valley/",
        "sources[1].url",
        "not an address",
        "note",
    ),
    Broken("no address, no note", SOURCES, 'note = "On paper only."', "", "sources[2].url", "no address", "note"),
    Broken(
        "bad email", MAIN, "buses@valley", "buses at valley", "replies.email", "not an email", "name@example.org"
    ),
]
