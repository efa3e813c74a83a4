"""The resident's site: answer, take the document away, and choose what to leave behind."""

from consult.resident.site import resident

__all__ = ["resident"]
