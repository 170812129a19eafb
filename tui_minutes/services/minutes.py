"""The minutes of a stored meeting: for the screen, as Markdown, as JSON (F1, F4)."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from tui_minutes.documents.as_json import as_json
from tui_minutes.documents.checklist_data import checklist_array
from tui_minutes.documents.data import meeting_object
from tui_minutes.documents.markdown import render
from tui_minutes.documents.proposal_data import proposals_array
from tui_minutes.documents.sections import minutes_document
from tui_minutes.domain.checklist import checklist
from tui_minutes.domain.concealment import conceal, conceal_going
from tui_minutes.domain.disk import os_reason
from tui_minutes.domain.document import Document
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.private import replace_private
from tui_minutes.services import standup_rounds
from tui_minutes.services.deadlines import days_before, minutes_due, policy_of
from tui_minutes.store.agreed import agreed_record
from tui_minutes.store.store import Store


def document(store: Store, meeting_uid: str, now: datetime, *, reveal: bool = True) -> Document:
    """The minutes as they stand at `now`, in their own language.

    Once sealed they tell the outcomes as the room agreed to them; without `reveal` what is confidential is
    covered. A standup has its summary. Refused("not_found") when there is no such meeting.
    """
    record = agreed_record(meeting_uid)
    if record.meeting.light:
        return standup_rounds.document(store, meeting_uid, now, reveal=reveal)
    going, due = store.going_out(meeting_uid), minutes_due(record.meeting)
    if not reveal:
        going, record = conceal_going(going, record), conceal(record)
    return minutes_document(record, now, going, due=due)


def markdown(store: Store, meeting_uid: str, now: datetime, *, reveal: bool = True) -> str:
    """The whole minutes as Markdown; their level stands on top."""
    return render(document(store, meeting_uid, now, reveal=reveal))


def data(store: Store, meeting_uid: str, now: datetime, *, reveal: bool = False) -> dict[str, Any]:
    """The meeting as one JSON object, its outcomes as in the ledger and as agreed that day."""
    record = store.record(meeting_uid)
    rows = [
        replace(row, history=store.history(row.outcome.uid))
        for row in store.rows_of([outcome.uid for outcome in record.outcomes])
    ]
    going, due = store.going_out(meeting_uid), minutes_due(record.meeting)
    found = meeting_object(record, agreed_record(meeting_uid), rows, now, going, due, reveal=reveal)
    ahead = proposals_array(record, store.proposals(meeting_uid), reveal=reveal)
    return found | {"checklist": _checklist(store, record, reveal=reveal), "proposals": ahead}


def _checklist(store: Store, record: MeetingRecord, *, reveal: bool) -> list[dict[str, Any]]:
    """What is to be ready; a standup has none."""
    if record.meeting.light:
        return []
    ready = checklist(store.preparing(record), policy_of(record.meeting), days_before(record.meeting))
    return checklist_array(ready, record.meeting, reveal=reveal)


def json_text(store: Store, meeting_uid: str, now: datetime, *, reveal: bool = False) -> str:
    """`data` as the text of a file."""
    found = data(store, meeting_uid, now, reveal=reveal)
    return as_json(found) + "\n"


def save(path: Path, written: str | bytes) -> None:
    """Put a private file at `path` in one step; Refused("export_unwritable") when the disk says no.

    A link is followed, and what is no file (a device, a pipe) is written to and not replaced.
    """
    content = written.encode() if isinstance(written, str) else written
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            replace_private(Path(os.path.realpath(path)), content)
    except OSError as error:
        raise Refused("export_unwritable", path=clean(str(path)), reason=os_reason(error)) from error
