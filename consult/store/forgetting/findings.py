"""What looking at the store finds: something that breaks a rule, or something to know, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A sentence about what was found and one about what to do. Where `breach` is false, no rule is broken."""

    says: str
    do: str
    breach: bool = True
