"""What goes along with the minutes, to whom, what was to be corrected, what stayed out (B7, F2, F3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from tui_minutes.documents.phrases import aside, listed, marked, moment, pair
from tui_minutes.domain.document import Facts, Grid, Line, Lines, Section
from tui_minutes.domain.going_out import (
    Because,
    Correction,
    CorrectionState,
    GoingOut,
    Material,
    MaterialKind,
)
from tui_minutes.domain.leaving_out import Omitted
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.outcomes import Part
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import mark, ntr, tr, tr_late
from tui_minutes.i18n.labels import label

_ANSWERS = {
    CorrectionState.OPEN: mark("not yet answered"),
    CorrectionState.TAKEN: mark("taken over"),
    CorrectionState.DECLINED: mark("declined"),
}


def left_out(omitted: Omitted) -> Section:
    """That something above the level of the readers is left out, and how much (B7)."""
    counts = listed(
        (
            ntr("{n} agenda item", "{n} agenda items", omitted.items) if omitted.items else "",
            _outcomes(omitted.outcomes) if omitted.outcomes else "",
            ntr("{n} attachment", "{n} attachments", omitted.materials) if omitted.materials else "",
            ntr("{n} correction", "{n} corrections", omitted.corrections) if omitted.corrections else "",
        )
    )
    said = tr("Some of it is above the level of this copy and left out: {counts}", counts=counts)
    return Section(tr("Left out"), (Lines((Line(said, flagged=True),)),) if omitted else ())


def _outcomes(n: int) -> str:
    return ntr("{n} decision, action or question", "{n} decisions, actions or questions", n)


def attachments(record: MeetingRecord, going: GoingOut) -> Section:
    """What there is to read: title, where it is, remark (B7)."""
    columns = (tr("No."), tr("Title of the attachment"), tr("Where it is"), tr("Remark"))
    rows = tuple(
        (str(number), _titled(one, record.meeting.level), one.place, _remark(one))
        for number, one in enumerate(going.materials, 1)
    )
    return Section(tr("Attachments"), (Grid(columns, rows, (7, 33, 38, 22)),) if rows else ())


def _titled(one: Material, usual: Level) -> str:
    """The title, with what kind of record it is, and its level where that is not the `usual` one."""
    title = one.title if one.kind is MaterialKind.READING else aside(one.title, label(one.kind))
    return marked(title, one.level, usual)


def _remark(one: Material) -> str:
    return listed((one.note, tr("for {names}", names=listed(one.audience)) if one.audience else ""))


def distribution(record: MeetingRecord, going: GoingOut, due: datetime | None) -> Section:
    """When the minutes are `due`, to whom they go, and who is copied (E4, F2, F3).

    Without a list they go to everyone who was asked, and to those copied in an outcome.
    """
    if going.recipients:
        to = (one.name for one in going.recipients if one.reason is Because.ASKED)
        copied: Iterable[str] = (one.name for one in going.recipients if one.reason is not Because.ASKED)
    else:
        to = (person.name for person in record.people)
        copied = dict.fromkeys(name for outcome in record.live for name in outcome.names(Part.COPIED))
    pairs = (
        (tr("Minutes due"), moment(record.meeting, due)),
        (tr("To"), listed(to)),
        (tr("Copied to"), listed(copied)),
    )
    facts = Facts(tuple(one for one in pairs if one[1]))
    return Section(tr("Distribution"), (facts,) if facts.pairs else ())


def corrections(record: MeetingRecord, going: GoingOut) -> Section:
    """What readers asked to be corrected in the draft, and what was answered (F2)."""
    lines = tuple(
        Line(
            one.text,
            one.subject,
            (f"{one.by} {moment(record.meeting, one.at)}", _answer(one)),
            flagged=one.state is CorrectionState.OPEN,
        )
        for one in going.corrections
    )
    return Section(tr("Corrections asked for"), (Lines(lines),) if lines else ())


def _answer(one: Correction) -> str:
    state = tr_late(_ANSWERS[one.state])
    return pair(aside(state, one.answered_by), one.answer) or aside(state, one.answered_by)
