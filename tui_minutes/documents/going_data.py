"""How the papers of a meeting get to people, as JSON: materials, readers, what went out (B7, F2, F3)."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from tui_minutes.documents.plain import instant, veiled
from tui_minutes.domain.concealment import has_hidden
from tui_minutes.domain.going_out import Circulation, Correction, Dispatch, GoingOut, Material, Recipient
from tui_minutes.domain.meeting import Level, highest, is_hidden
from tui_minutes.domain.record import MeetingRecord


def going_object(going: GoingOut, record: MeetingRecord, *, reveal: bool = False) -> dict[str, Any]:
    """The keys that the object of a meeting has of it, times in the zone of the meeting.

    Unless `reveal`, confidential materials are hidden, and corrections, which may be about anything, where
    anything of the meeting is. Who got what is always told.
    """
    zone, level = ZoneInfo(record.meeting.zone), record.meeting.level
    hidden = has_hidden(record) and not reveal
    return {
        "materials": [_material(one, level, reveal=reveal) for one in going.materials],
        "distribution": [_recipient(one) for one in going.recipients],
        "circulation": _circulation(going.circulation, zone) if going.circulation else None,
        "corrections": [_correction(one, zone, hidden=hidden) for one in going.corrections],
        "dispatches": [_dispatch(one, zone) for one in going.dispatches],
    }


def _material(one: Material, level: Level, *, reveal: bool) -> dict[str, Any]:
    own = highest(level, one.level or level)
    words = {"title": one.title, "place": one.place, "note": one.note}
    return {
        "uid": one.uid,
        **veiled(words, hidden=is_hidden(own) and not reveal),
        "kind": one.kind,
        "audience": list(one.audience),
        "confidentiality": own,
    }


def _recipient(one: Recipient) -> dict[str, Any]:
    return {
        "uid": one.uid,
        "name": one.name,
        "email": one.email,
        "department": one.department,
        "reason": one.reason,
        "cleared": one.cleared,
    }


def _circulation(one: Circulation, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "opened_at": instant(one.opened_at, zone),
        "until": instant(one.until, zone),
        "by": one.by,
        "entered_by": one.entered_by,
    }


def _correction(one: Correction, zone: ZoneInfo, *, hidden: bool) -> dict[str, Any]:
    words = {"subject": one.subject, "text": one.text, "answer": one.answer}
    return {
        "uid": one.uid,
        **veiled(words, hidden=hidden),
        "state": one.state,
        "by": one.by,
        "entered_by": one.entered_by,
        "at": instant(one.at, zone),
        "answered_by": one.answered_by or None,
        "answered_at": instant(one.answered_at, zone),
    }


def _dispatch(one: Dispatch, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "uid": one.uid,
        "document": one.document,
        "edition": one.edition,
        "recipient": one.recipient,
        "channel": one.channel,
        "address": one.address or None,
        "state": one.state,
        "trouble": one.trouble or None,
        "at": instant(one.at, zone),
        "by": one.by,
        "entered_by": one.entered_by,
    }
