"""A picture of each question's answers, to put into a newsletter, a slide or a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from consult.results.charts import question_chart
from consult.results.exports.material import Material
from consult.results.exports.zipped import zipped


def pictures(material: Material) -> Iterator[bytes]:
    """Yield a zip archive: an SVG picture for each question that has numbers, and `method.txt`."""
    return zipped(_files(material))


def _files(material: Material) -> Iterator[tuple[str, Iterable[bytes]]]:
    yield material.method_file()
    source = material.words.gettext(
        "%(campaign)s. From people who chose to share their answers, not a sample of the public. "
        "Numbers are changed a little, and small ones are not shown."
    )
    for table in material.results.tables:
        if table.rows:
            picture = question_chart(table, material.words, source=source % {"campaign": material.title})
            yield f"{table.question_id}.svg", [picture.encode("utf-8", "replace")]
