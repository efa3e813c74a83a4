"""The pictures of the answers: one for each question that has numbers, and the method with them."""

from __future__ import annotations

import io
from zipfile import ZipFile

from lxml import etree

from consult.results.exports.material import Material
from consult.results.exports.pictures import pictures


def test_each_question_with_numbers_has_a_picture_that_says_whose_it_is(material: Material) -> None:
    with ZipFile(io.BytesIO(b"".join(pictures(material)))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    method = files.pop("method.txt").decode()
    assert all(paragraph in method for paragraph in material.method())
    assert list(files) == [f"{table.question_id}.svg" for table in material.results.tables if table.rows]
    for picture in files.values():
        assert material.title in "".join(etree.fromstring(picture).itertext())
