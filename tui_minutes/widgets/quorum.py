"""Whether there is a quorum, as it stands in titles and cues."""

from __future__ import annotations

from textual.content import Content

from tui_minutes.domain.quorum import presence
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n.voting import quorum_text


def quorum_content(record: MeetingRecord) -> Content:
    """Who of those with a vote is in the room, beside how many are needed; nothing without a rule."""
    if not record.quorum:
        return Content()
    there = presence(record.quorum, record.people)
    return Content.styled(quorum_text(there), "$success" if there.is_reached else "bold $error")


def no_quorum(record: MeetingRecord) -> Content:
    """The same, only where there is none."""
    reached = presence(record.quorum, record.people).is_reached
    return Content() if reached else quorum_content(record)


def with_quorum(title: str, record: MeetingRecord) -> Content:
    """A title, and behind it how it stands with the quorum where there is a rule."""
    return Content(" · ").join(part for part in (Content(title), quorum_content(record)) if part)
