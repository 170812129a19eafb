"""The minutes of a meeting as Markdown (F1, F4)."""

from __future__ import annotations

from datetime import datetime

from tui_minutes.documents.markdown import render
from tui_minutes.documents.sections import minutes_document
from tui_minutes.domain.record import MeetingRecord


def markdown(record: MeetingRecord, now: datetime) -> str:
    """The minutes of `record` as they stand at `now`, in the language of the meeting's minutes."""
    return render(minutes_document(record, now))
