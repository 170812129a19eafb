"""Every paper of a meeting in every form: the one way to have them made (B6, F1, F4)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime

from tui_minutes.documents import markdown
from tui_minutes.documents.proposed import Proposed
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.document import Document
from tui_minutes.domain.going_out import GoingOut
from tui_minutes.domain.leaving_out import Omitted
from tui_minutes.domain.papers import BEFORE, FORMS, Form, Paper
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.workdays import WEEKENDS, Calendar
from tui_minutes.services import minutes, standup_rounds
from tui_minutes.services.deadlines import minutes_due, policy_of
from tui_minutes.services.leaving_out import copy_for
from tui_minutes.store.agreed import agreed_record
from tui_minutes.store.store import Store


@dataclass(frozen=True, slots=True)
class Order:
    """Which paper in which form; an extract is of `owner`.

    Unless `whole`, what is above the level of the meeting stays out of it; so does what is meant for others
    than its `readers`, where they are named. A Word file takes its looks from
    `template`, another Word file, where one is given.
    """

    paper: Paper
    form: Form
    owner: str = ""
    whole: bool = True
    template: bytes | None = None
    readers: tuple[str, ...] = ()


def written(
    store: Store, meeting_uid: str, order: Order, now: datetime, calendar: Calendar = WEEKENDS
) -> bytes:
    """The paper as a file of its form.

    Raises Refused with usage_paper_form when the paper is not to be had in that form, invitation_needs_time,
    nothing_for an extract with nothing in it, or not_found.
    """
    if order.form not in FORMS[order.paper]:
        known = ", ".join(FORMS[order.paper])
        raise Refused("usage_paper_form", paper=order.paper, form=order.form, known=known)
    match order.form:
        case Form.JSON:
            return minutes.json_text(store, meeting_uid, now, reveal=order.whole).encode()
        case Form.CALENDAR:
            return _invitation(store, meeting_uid, order, now, calendar)
        case Form.MAIL:
            from tui_minutes.services.letters import mail_draft

            return mail_draft(store, meeting_uid, order, now, calendar)
    made = document(store, meeting_uid, order, now, calendar)
    return rendered(made, order.form, order.template)


def document(
    store: Store, meeting_uid: str, order: Order, now: datetime, calendar: Calendar = WEEKENDS
) -> Document:
    """The paper before it has a form; an invitation reads like the notice. Refused as `written`."""
    with store.snapshot():
        record, going = agreed_record(meeting_uid), store.going_out(meeting_uid)
        if record.meeting.light and order.paper not in BEFORE:
            return standup_rounds.document(store, meeting_uid, now, reveal=order.whole)
    return _made(store, record, going, order, now, calendar)


def has_more_confidential(record: MeetingRecord) -> bool:
    """Whether something in the papers of a meeting is above the level of the meeting itself."""
    from tui_minutes.documents.sections import document_level

    return document_level(record) is not record.meeting.level


def edition(
    store: Store, meeting_uid: str, order: Order, now: datetime, calendar: Calendar = WEEKENDS
) -> str:
    """What tells one wording of a paper from another: who gets it, or has it, is no part of that."""
    with store.snapshot():
        record, going = agreed_record(meeting_uid), store.going_out(meeting_uid)
    words = _made(store, record, GoingOut(materials=going.materials), order, now, calendar)
    return hashlib.sha256(markdown.render(words).encode()).hexdigest()[:32]


def _made(
    store: Store, record: MeetingRecord, going: GoingOut, order: Order, now: datetime, calendar: Calendar
) -> Document:
    record, going, omitted = copy_for(store, record, going, order.readers, whole=order.whole)
    return _MAKERS[order.paper](_Stuff(store, record, going, omitted, now, calendar, order.owner))


def rendered(made: Document, form: Form, template: bytes | None = None) -> bytes:
    """A document as a file for people; its writer is imported only then."""
    match form:
        case Form.WORD:
            from tui_minutes.documents import word

            return word.render(made, template)
        case Form.HTML:
            from tui_minutes.documents import html

            return html.render(made).encode()
        case Form.TEXT:
            from tui_minutes.documents import text

            return text.render(made).encode()
    return markdown.render(made).encode()


def _invitation(store: Store, meeting_uid: str, order: Order, now: datetime, calendar: Calendar) -> bytes:
    from tui_minutes.documents.invitation import invitation

    words = rendered(document(store, meeting_uid, order, now, calendar), Form.TEXT).decode()
    return invitation(store.record(meeting_uid), words, now)


@dataclass(frozen=True, slots=True)
class _Stuff:
    """What papers are made of."""

    store: Store
    record: MeetingRecord
    going: GoingOut
    omitted: Omitted
    now: datetime
    calendar: Calendar
    owner: str


def _proposed(of: _Stuff) -> Proposed:
    from tui_minutes.services import proposals

    return proposals.read_ahead(of.store, of.record, of.now, of.calendar)


def _notice(of: _Stuff) -> Document:
    from tui_minutes.documents.notice import notice_document

    meeting = of.record.meeting
    start, ahead = meeting.planned_start, policy_of(meeting).materials_workdays
    due = of.calendar.add_workdays(start.date(), -ahead)[0] if start else None
    return notice_document(of.record, of.going, due, _proposed(of))


def _agenda(of: _Stuff) -> Document:
    from tui_minutes.documents.notice import agenda_document

    return agenda_document(of.record, _proposed(of))


def _checklist(of: _Stuff) -> Document:
    from tui_minutes.documents.on_paper import checklist_document
    from tui_minutes.domain.checklist import checklist

    found = checklist(of.store.preparing(of.record), policy_of(of.record.meeting), of.calendar)
    return checklist_document(of.record, found)


def _sign_in(of: _Stuff) -> Document:
    from tui_minutes.documents.on_paper import sign_in_document

    return sign_in_document(of.record)


def _minutes(of: _Stuff) -> Document:
    from tui_minutes.documents.sections import minutes_document

    return minutes_document(of.record, of.now, of.going, of.omitted, minutes_due(of.record.meeting))


def _short(of: _Stuff) -> Document:
    from tui_minutes.documents.short import short_document

    return short_document(of.record, of.now, of.going, of.omitted, minutes_due(of.record.meeting))


def _extract(of: _Stuff) -> Document:
    from tui_minutes.documents.extract import extract_document

    return extract_document(of.record, of.owner, of.now, of.omitted)


_MAKERS: dict[Paper, Callable[[_Stuff], Document]] = {
    Paper.NOTICE: _notice,
    Paper.INVITATION: _notice,
    Paper.AGENDA: _agenda,
    Paper.CHECKLIST: _checklist,
    Paper.SIGN_IN: _sign_in,
    Paper.DRAFT: _minutes,
    Paper.MINUTES: _minutes,
    Paper.SHORT: _short,
    Paper.EXTRACT: _extract,
}
