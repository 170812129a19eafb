"""The words for papers, their forms and how they get to people, by kind of code, as in ``labels``."""

from __future__ import annotations

from collections.abc import Mapping

from tui_minutes.i18n.translation import mark

LABELS: Mapping[str, Mapping[str, str]] = {
    "Paper": {
        "notice": mark("notice of the meeting"),
        "agenda": mark("agenda"),
        "checklist": mark("preparation checklist"),
        "sign-in": mark("sign-in sheet"),
        "invitation": mark("calendar invitation"),
        "draft": mark("draft of the minutes"),
        "minutes": mark("the minutes"),
        "short": mark("decisions and actions"),
        "extract": mark("extract for one person"),
        "ledger": mark("ledger"),
    },
    "Form": {
        "docx": mark("Word"),
        "html": mark("web page"),
        "md": mark("Markdown"),
        "txt": mark("plain text"),
        "json": mark("JSON, for programs"),
        "ics": mark("calendar"),
        "eml": mark("mail, to be sent from a mail program"),
        "xlsx": mark("Excel"),
        "csv": mark("CSV"),
    },
    "Because": {
        "asked": mark("participant"),
        "copied": mark("copied to"),
        "head": mark("head of department"),
        "added": mark("added"),
    },
    "DispatchState": {
        "going": mark("may have arrived"),
        "sent": mark("sent"),
        "failed": mark("failed"),
    },
    "Standing": {
        "ready": mark("to be sent"),
        "sent": mark("sent"),
        "uncertain": mark("may have arrived"),
        "refused": mark("not to be sent"),
    },
    "CorrectionState": {
        "open": mark("not yet answered"),
        "taken": mark("taken over"),
        "declined": mark("declined"),
    },
    "Stage": {
        "signed": mark("signed"),
        "tidied": mark("tidied"),
        "circulated": mark("open to corrections"),
        "approved": mark("approved"),
        "sent": mark("sent"),
    },
}
