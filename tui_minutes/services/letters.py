"""Papers of a meeting as mail: to whom, in which words, with what attached (B6, F3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tui_minutes.documents.mail import Attachment, Mail, Mailbox, draft
from tui_minutes.documents.sections import document_level
from tui_minutes.domain.command import new_uid
from tui_minutes.domain.distribution import may_have
from tui_minutes.domain.document import Document
from tui_minutes.domain.going_out import Because, Recipient
from tui_minutes.domain.leaving_out import left_out
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.papers import BEFORE, Form, Paper
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.workdays import WEEKENDS, Calendar
from tui_minutes.services.dispatching import Content
from tui_minutes.services.papers import Order, document, edition, rendered, written
from tui_minutes.store.agreed import agreed_record
from tui_minutes.store.store import Store


def mail_draft(
    store: Store, meeting_uid: str, order: Order, now: datetime, calendar: Calendar = WEEKENDS
) -> bytes:
    """The paper as an unsent mail to all whom it concerns and who may have it.

    To somebody who is not cleared no whole paper goes: unless all are, what is above the level of the meeting
    stays out.
    """
    to, copied = _readers(store, meeting_uid, order.paper)
    level = store.record(meeting_uid).meeting.level
    to, copied = ([one for one in some if may_have(one, level)] for some in (to, copied))
    whole = order.whole and all(one.cleared for one in (*to, *copied))
    made = content(store, meeting_uid, replace(order, whole=whole), now, calendar)
    return draft(
        Mail(
            uid=new_uid(now),
            at=now,
            to=_boxes(to),
            copied=_boxes(copied),
            subject=made.subject,
            text=made.text,
            html=made.html,
            attachments=made.attachments,
        )
    )


def content(
    store: Store, meeting_uid: str, order: Order, now: datetime, calendar: Calendar = WEEKENDS
) -> Content:
    """The paper as what goes out: text and HTML, a Word file, and before a meeting a calendar entry."""
    made = document(store, meeting_uid, order, now, calendar)
    text = rendered(made, Form.TEXT).decode()
    attachments = [_attachment(made, Form.WORD, rendered(made, Form.WORD, order.template))]
    if order.paper in (Paper.NOTICE, Paper.INVITATION):
        attachments += _calendar_entry(store, meeting_uid, made, now, calendar)
    return Content(
        edition=edition(store, meeting_uid, order, now, calendar),
        level=_level(store, meeting_uid, whole=order.whole),
        subject=made.title,
        text=text,
        html=rendered(made, Form.HTML).decode(),
        attachments=attachments,
    )


def _readers(store: Store, meeting_uid: str, paper: Paper) -> tuple[list[Recipient], list[Recipient]]:
    """To whom, and to whom a copy: before a meeting those asked, after it those on the list."""
    if paper in BEFORE:
        people = store.record(meeting_uid).people
        return [Recipient("", one.name, one.email, reason=Because.ASKED, cleared=True) for one in people], []
    listed = store.going_out(meeting_uid).recipients
    to = [one for one in listed if one.reason is Because.ASKED]
    return to, [one for one in listed if one.reason is not Because.ASKED]


def _boxes(recipients: list[Recipient]) -> tuple[Mailbox, ...]:
    return tuple(Mailbox(one.name, one.email) for one in recipients)


def _attachment(made: Document, form: Form, body: bytes) -> Attachment:
    stem = made.title.translate(str.maketrans('\\/:*?"<>|：', "-" * 10))
    return Attachment(f"{made.reference} {stem}.{form}".strip(), body, form)


def _calendar_entry(
    store: Store, meeting_uid: str, made: Document, now: datetime, calendar: Calendar
) -> list[Attachment]:
    """The invitation, where the time of the meeting is fixed."""
    try:
        body = written(store, meeting_uid, Order(Paper.INVITATION, Form.CALENDAR), now, calendar)
    except Refused:
        return []
    return [_attachment(made, Form.CALENDAR, body)]


def _level(store: Store, meeting_uid: str, *, whole: bool) -> Level:
    """The highest level of anything in the paper."""
    record, going = agreed_record(meeting_uid), store.going_out(meeting_uid)
    if not whole:
        record, going, _ = left_out(record, going, record.meeting.level)
    return document_level(record, going)
