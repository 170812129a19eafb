"""The names of the columns of a ledger, as its files have them (T11)."""

from __future__ import annotations

from tui_minutes.domain.importing.fields import Field
from tui_minutes.i18n.translation import mark, tr_late

_NAMES = {
    Field.NUMBER: mark("Number"),
    Field.MEETING: mark("Source meeting"),
    Field.TEXT: mark("Content"),
    Field.OWNERS: mark("Responsible"),
    Field.DEPARTMENT: mark("Department"),
    Field.DUE: mark("Planned completion"),
    Field.DONE_ON: mark("Actual completion"),
    Field.STATUS: mark("Status"),
    Field.ATTENTION: mark("Attention"),
    Field.REMARK: mark("Remark"),
    Field.UPDATED: mark("Last update"),
    Field.KIND: mark("Type"),
    Field.PRIORITY: mark("Priority"),
    Field.HELPERS: mark("Helpers"),
    Field.DELIVERABLE: mark("Deliverable"),
    Field.RESOURCES: mark("Resources"),
    Field.RESULT: mark("What came of it"),
    Field.ORIGINAL_DUE: mark("First date"),
    Field.MEETING_NUMBER: mark("Meeting number"),
    Field.MEETING_DATE: mark("Meeting date"),
    Field.LEVEL: mark("Confidentiality"),
}


def field_name(field: Field) -> str:
    """The name of a column, in the spoken language; those for programs have one name only."""
    return tr_late(_NAMES[field]) if field in _NAMES else field.value
