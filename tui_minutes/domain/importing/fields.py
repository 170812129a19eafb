"""The columns that a ledger may have, in a file as in the store (T1, T11)."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """What a column holds; the value is what `--map` calls it."""

    NUMBER = "number"
    MEETING = "meeting"
    TEXT = "text"
    OWNERS = "owners"
    DEPARTMENT = "department"
    DUE = "due"
    DONE_ON = "done_on"
    STATUS = "status"
    ATTENTION = "attention"
    REMARK = "remark"
    UPDATED = "updated"
    KIND = "kind"
    PRIORITY = "priority"
    HELPERS = "helpers"
    DELIVERABLE = "deliverable"
    RESOURCES = "resources"
    RESULT = "result"
    ORIGINAL_DUE = "original_due"
    MEETING_NUMBER = "meeting_number"
    MEETING_DATE = "meeting_date"
    LEVEL = "confidentiality"
    UID = "uid"
    VERSION = "version"


DAYS = (Field.DUE, Field.DONE_ON, Field.UPDATED, Field.ORIGINAL_DUE, Field.MEETING_DATE)
"""Those that hold days."""

WORDS = (
    Field.TEXT, Field.DEPARTMENT, Field.REMARK, Field.DELIVERABLE, Field.RESOURCES, Field.RESULT,
    Field.MEETING, Field.MEETING_NUMBER, Field.NUMBER, Field.UID,
)  # fmt: skip
"""Those that hold words as they are."""

LONGEST_CELL = 32_767
"""Characters that a cell of a workbook can hold; a longer text is cut, with "…" for what is missing."""
