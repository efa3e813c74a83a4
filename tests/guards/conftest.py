"""The guards ask as somebody who has an account, too."""

from tests.organiser.conftest import organiser, prepared, signed_in

__all__ = ["organiser", "prepared", "signed_in"]
