"""The poster and the leaflet: what they say, and their Word files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from gettext import NullTranslations
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from consult.documents.checking import check_bytes
from consult.documents.handout_word import LOOKS, handout_docx
from consult.documents.handouts import Campaign, Handout, Kind, build_handout

ADDRESS = "https://answers.example/c/deptford"
CAMPAIGN = Campaign(
    title='Deptford <answers> & "asks"',
    organiser="Deptford Neighbours",
    contact="deptford@example.org",
    introduction="We live here.\n\nWe see cameras.",
    language="cy",
    asked="Legal framework",
    body="Home Office",
    address=ADDRESS,
    last_day=date(2027, 3, 30),
    over_since=date(2026, 2, 12),
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(kind: Kind, campaign: Campaign = CAMPAIGN, language: str = "en") -> Handout:
    return build_handout(kind, campaign, words=NullTranslations(), language=language)


def texts(handout: Handout) -> list[str]:
    return [line.text for line in (*handout.before, *handout.after)]


@pytest.mark.parametrize("kind", Kind)
def test_it_says_what_who_when_where_and_who_this_is_not(kind: Kind) -> None:
    said = texts(made(kind))
    for wanted in (
        CAMPAIGN.title,
        "Legal framework",
        "The consultation itself closed on 12 February 2026.",
        "You can share until 30 March 2027.",
        "answers.example/c/deptford",
        "Organised by Deptford Neighbours",
        "Questions? deptford@example.org",
        "This is not the Home Office, and not a government site.",
    ):
        assert wanted in said


def test_only_the_leaflet_has_room_for_the_organisers_words() -> None:
    assert "We see cameras." in texts(made(Kind.LEAFLET))
    assert "Words of the organiser." in texts(made(Kind.LEAFLET))
    assert "We see cameras." not in texts(made(Kind.POSTER))


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(CAMPAIGN, organiser="", contact="", introduction="", last_day=None, over_since=None)
    said = " ".join(texts(made(Kind.LEAFLET, bare)))
    assert not [
        word for word in ("Organised", "Questions?", "organiser", "until", "closed", "None") if word in said
    ]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_word_file_is_as_accessible_as_our_others(kind: Kind, language: str) -> None:
    data = handout_docx(made(kind, language=language))
    faults = {(fault.rule, fault.where) for fault in check_bytes(data)}
    # The checker knows no picture but the bar of a chart, and takes a paragraph with one for empty.
    assert {rule for rule, _ in faults} <= {"picture", "empty"}
    assert len(faults) == 2
    document = docx.Document(BytesIO(data))
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.text] == texts(
        made(kind, language=language)
    )
    assert document.core_properties.language == ("cy-GB" if language == "cy" else "en-GB")
    width = document.sections[0].page_width
    assert width is not None
    assert width.mm == pytest.approx(LOOKS[kind].width, abs=0.1)
    (picture,) = document.inline_shapes
    assert picture._inline.docPr.get("descr") == f"Code for telephones that leads to {ADDRESS[8:]}"


def test_every_line_is_marked_with_its_language() -> None:
    with ZipFile(BytesIO(handout_docx(made(Kind.LEAFLET)))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    languages = {
        "".join(run.itertext()): mark.get(f"{W}val")
        for run in body.iter(f"{W}r")
        if (mark := run.find(f"{W}rPr/{W}lang")) is not None
    }
    assert languages[CAMPAIGN.title] == "cy-GB"
    assert languages["Legal framework"] == "en-GB"
    assert languages["We see cameras."] == "cy-GB"


def test_the_same_handout_gives_the_same_bytes() -> None:
    assert handout_docx(made(Kind.POSTER)) == handout_docx(made(Kind.POSTER))
