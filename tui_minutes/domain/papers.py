"""Which documents there are of a meeting and of the ledger, and in which forms to have them (B6, F1, F4)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from tui_minutes.domain.meeting import Phase


class Paper(StrEnum):
    """A document by what it is for: before the meeting, after it, of the ledger."""

    NOTICE = "notice"
    AGENDA = "agenda"
    CHECKLIST = "checklist"
    SIGN_IN = "sign-in"
    INVITATION = "invitation"
    DRAFT = "draft"
    MINUTES = "minutes"
    SHORT = "short"
    EXTRACT = "extract"
    LEDGER = "ledger"


class Form(StrEnum):
    """The form of a file, by its ending."""

    WORD = "docx"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"
    JSON = "json"
    CALENDAR = "ics"
    MAIL = "eml"
    EXCEL = "xlsx"
    CSV = "csv"


READ = (Form.WORD, Form.HTML, Form.MARKDOWN, Form.TEXT)
"""Forms for people, to be read, printed, sent."""

FORMS: Mapping[Paper, tuple[Form, ...]] = {
    Paper.NOTICE: (*READ, Form.MAIL),
    Paper.AGENDA: READ,
    Paper.CHECKLIST: READ,
    Paper.SIGN_IN: READ,
    Paper.INVITATION: (Form.CALENDAR, Form.MAIL),
    Paper.DRAFT: (*READ, Form.MAIL),
    Paper.MINUTES: (*READ, Form.JSON, Form.MAIL),
    Paper.SHORT: (*READ, Form.MAIL),
    Paper.EXTRACT: (*READ, Form.MAIL),
    Paper.LEDGER: (Form.EXCEL, Form.CSV, Form.MARKDOWN, Form.JSON, Form.CALENDAR),
}
"""What each can be had as, the usual one first."""

OF_MEETINGS = tuple(paper for paper in Paper if paper is not Paper.LEDGER)
"""What is to be had of one meeting."""

SENDABLE = (Paper.NOTICE, Paper.INVITATION, Paper.DRAFT, Paper.MINUTES, Paper.SHORT)
"""What goes to all readers alike."""

BEFORE = (Paper.NOTICE, Paper.AGENDA, Paper.CHECKLIST, Paper.SIGN_IN, Paper.INVITATION)
"""What goes out before a meeting."""

AFTER = (Paper.MINUTES, Paper.SHORT, Paper.EXTRACT)
"""What goes out of approved minutes; a draft goes to its readers before."""

_HELD = (*AFTER, *BEFORE)

AT: Mapping[Phase, tuple[Paper, ...]] = {
    Phase.PLANNED: BEFORE,
    Phase.CANCELLED: BEFORE,
    Phase.CHECK_IN: (Paper.SIGN_IN, Paper.AGENDA, Paper.DRAFT),
    Phase.IN_SESSION: (Paper.DRAFT, Paper.SHORT, Paper.AGENDA, Paper.SIGN_IN),
    Phase.READBACK: (Paper.DRAFT, Paper.SHORT, Paper.SIGN_IN),
    Phase.SIGNED: _HELD,
    Phase.APPROVED: _HELD,
    Phase.HELD: _HELD,
    Phase.PURGED: (),
}
"""What there is of a meeting at a stage, what is asked for most first; of a purged one nothing."""
