"""Every table. Nothing outside the store imports these."""

from __future__ import annotations

from consult.store.models.accounts import (
    AuditEntry,
    JoiningLink,
    Organiser,
    RecoveryCode,
    RefusedSignIns,
    SignIn,
)
from consult.store.models.base import Base
from consult.store.models.campaigns import CampaignRow
from consult.store.models.curation import HiddenComment, LikenessRow
from consult.store.models.residents import CommentRow, Draft, RecordRow, ReleaseRow, TallyRow, Waiting
from consult.store.models.upkeep import Chore

__all__ = [
    "AuditEntry",
    "Base",
    "CampaignRow",
    "Chore",
    "CommentRow",
    "Draft",
    "HiddenComment",
    "JoiningLink",
    "LikenessRow",
    "Organiser",
    "RecordRow",
    "RecoveryCode",
    "RefusedSignIns",
    "ReleaseRow",
    "SignIn",
    "TallyRow",
    "Waiting",
]
