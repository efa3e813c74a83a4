import gettext

from consult.results.method import APART, SOURCES, USUALLY, markdown, noise, parts
from consult.results.perturbation import TABLE_ROWS, THRESHOLD, VARIANCE, published
from consult.settings import ROOT
from tests.results.material import ENGLISH


def test_the_page_in_the_docs_is_the_method_of_the_product() -> None:
    assert (ROOT / "docs" / "methodology.md").read_text(encoding="utf-8") == markdown(ENGLISH)


def test_every_word_goes_through_the_catalogue() -> None:
    class Marked(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return f"¿{message}"

    for part in parts(Marked()):
        assert all(text.startswith("¿") for text in (part.heading, *part.paragraphs))
    assert noise(Marked()).startswith("¿")


def test_no_placeholder_is_left() -> None:
    assert "%(" not in markdown(ENGLISH)


def test_usually_means_nineteen_of_twenty() -> None:
    for row in published()[2 * THRESHOLD + 4 : TABLE_ROWS + 1]:
        assert sum(abs(move) <= USUALLY for move in row) >= 0.95 * len(row)


def test_numbers_that_are_said_to_be_alike_are_two_standard_deviations_of_a_difference_apart() -> None:
    assert abs(2 * (2 * VARIANCE) ** 0.5 - APART) < 1


def test_sources_are_addresses() -> None:
    assert all(source.address.startswith("https://") and source.title for source in SOURCES)
