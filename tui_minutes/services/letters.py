"""Papers of a meeting as mail: to whom, in which words, with what attached (B6, F3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from tui_minutes.documents.mail import Attachment, Mail, Mailbox, draft
from tui_minutes.documents.sections import document_level
from tui_minutes.domain.command import new_uid
from tui_minutes.domain.distribution import may_have
from tui_minutes.domain.document import Document
from tui_minutes.domain.going_out import Because, Recipient
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.papers import Form, Paper
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.workdays import WEEKENDS, Calendar
from tui_minutes.services.dispatching import Content
from tui_minutes.services.distribution import readers
from tui_minutes.services.leaving_out import copy_for
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
    level = store.record(meeting_uid).meeting.level
    for_them = [one for one in readers(store, meeting_uid, order.paper) if may_have(one, level)]
    whole = order.whole and all(one.cleared for one in for_them)
    theirs = replace(order, whole=whole, readers=tuple(one.name for one in for_them))
    made = content(store, meeting_uid, theirs, now, calendar)
    return draft(
        Mail(
            uid=new_uid(now),
            at=now,
            to=_boxes(one for one in for_them if one.reason is Because.ASKED),
            copied=_boxes(one for one in for_them if one.reason is not Because.ASKED),
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
        attachments += _calendar_entry(store, meeting_uid, made, order, now, calendar)
    return Content(
        edition=edition(store, meeting_uid, order, now, calendar),
        level=level_of(store, meeting_uid, order),
        subject=made.title,
        text=text,
        html=rendered(made, Form.HTML).decode(),
        attachments=attachments,
    )


def _boxes(recipients: Iterable[Recipient]) -> tuple[Mailbox, ...]:
    return tuple(Mailbox(one.name, one.email) for one in recipients)


def _attachment(made: Document, form: Form, body: bytes) -> Attachment:
    stem = made.title.translate(str.maketrans('\\/:*?"<>|：', "-" * 10))
    return Attachment(f"{made.reference} {stem}.{form}".strip(), body, form)


def _calendar_entry(
    store: Store, meeting_uid: str, made: Document, order: Order, now: datetime, calendar: Calendar
) -> list[Attachment]:
    """The invitation, where the time of the meeting is fixed."""
    try:
        entry = replace(order, paper=Paper.INVITATION, form=Form.CALENDAR)
        body = written(store, meeting_uid, entry, now, calendar)
    except Refused:
        return []
    return [_attachment(made, Form.CALENDAR, body)]


def level_of(store: Store, meeting_uid: str, order: Order) -> Level:
    """The highest level of anything in the paper."""
    record, going = agreed_record(meeting_uid), store.going_out(meeting_uid)
    record, going, _ = copy_for(store, record, going, order.readers, whole=order.whole)
    return document_level(record, going)
