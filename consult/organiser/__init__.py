"""The organiser's site: sign in, see what may be shown of a campaign, and take it away as a file."""

from consult.organiser.start import init_organiser

__all__ = ["init_organiser"]
