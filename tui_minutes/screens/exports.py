"""What screens have to export: papers of a meeting, the ledger as it is shown, any document (F4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from tui_minutes.domain.document import Document
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.papers import FORMS, READ, Form, Paper
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.export import Exportable
from tui_minutes.screens.host import Host
from tui_minutes.services import papers
from tui_minutes.services.house_style import looks_of, read_style, usual_first
from tui_minutes.services.papers import Order


def of_meeting(host: Host, record: MeetingRecord, wanted: Sequence[Paper]) -> list[Exportable]:
    """The papers of a meeting; with something above its level in them, each also without that.

    Of a standup there is only what it came to, covered as it is on the screen.
    """
    if record.meeting.light:
        return [_standup(host, record)]
    several = papers.has_more_confidential(record)
    found: list[Exportable] = []
    for paper in usual_first(host.store, record.meeting, wanted):
        whole = Order(paper, FORMS[paper][0])
        if paper is Paper.EXTRACT:
            found += _extracts(host, record)
        elif several:
            found.append(Exportable(label(paper), parts=_for_whom(host, record, whole)))
        else:
            found.append(_paper(host, record, whole, label(paper)))
    return found


def _for_whom(host: Host, record: MeetingRecord, whole: Order) -> list[Exportable]:
    """All of a paper, and what of it others may read."""
    all_of_it = tr("{paper}, all of it", paper=label(whole.paper))
    name = tr("{paper}, without what is more confidential", paper=label(whole.paper))
    return [_paper(host, record, whole, all_of_it), _paper(host, record, replace(whole, whole=False), name)]


def _standup(host: Host, record: MeetingRecord) -> Exportable:
    order = Order(Paper.MINUTES, Form.MARKDOWN, whole=host.revealed)
    make = partial(_make, host, record.meeting.uid, order)
    name = tr("Summary of the standup")
    return Exportable(name, record.meeting.number, (*READ, Form.JSON), make, record.meeting.uid)


def of_document(host: Host, name: str, stem: str, make: Callable[[], Document]) -> Exportable:
    """A document that people read, in the forms for that; `make` reads nothing of the store any more."""
    return Exportable(name, stem, READ, lambda form: papers.rendered(make(), form, house_style(host, form)))


def house_style(host: Host, form: Form, meeting: Meeting | None = None) -> bytes | None:
    """The Word file whose looks a document in that form takes, where the settings name one.

    One that the template of the `meeting` names goes before. Refused("template_missing") when unreadable.
    """
    if form not in (Form.WORD, Form.MAIL):
        return None
    usual = host.settings.template
    return read_style(looks_of(host.store, meeting, usual) if meeting else usual)


def _paper(host: Host, record: MeetingRecord, order: Order, name: str) -> Exportable:
    uid, number = record.meeting.uid, record.meeting.number
    kind = () if order.paper is Paper.MINUTES else (order.paper,)
    stem = "-".join((number, *kind, *(() if order.whole else ("for-others",))))
    return Exportable(name, stem, FORMS[order.paper], partial(_make, host, uid, order), uid)


def _make(host: Host, meeting_uid: str, order: Order, form: Form) -> bytes:
    with host.store.reading():
        style = house_style(host, form, host.store.record(meeting_uid).meeting)
        wanted = replace(order, form=form, template=style)
        return papers.written(host.store, meeting_uid, wanted, host.now(), host.calendar)


def _extracts(host: Host, record: MeetingRecord) -> list[Exportable]:
    """One for each who has something to do, or is copied."""
    names = dict.fromkeys(person.name for outcome in record.live for person in outcome.people)
    parts = [_paper(host, record, Order(Paper.EXTRACT, Form.WORD, name), name) for name in names]
    return [Exportable(label(Paper.EXTRACT), parts=parts)] if parts else []
