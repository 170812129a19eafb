"""The words for the domain's codes: ``label(Status.DELAYED)`` is ``delayed`` or ``延期``."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from tui_minutes.domain.agenda import ItemState
from tui_minutes.domain.attendance import Attendance, Movement, Role
from tui_minutes.domain.causes import Cause
from tui_minutes.domain.discussion import EntryKind, MotionResult
from tui_minutes.domain.disk import DiskFault
from tui_minutes.domain.meeting import Level, MeetingKind, Phase
from tui_minutes.domain.moves import Detail
from tui_minutes.domain.outcomes import Act, Hearing, OutcomeKind, Part, Priority, Quality, Status
from tui_minutes.domain.punctuality import Fate
from tui_minutes.domain.sealing import SealKind
from tui_minutes.domain.signatures import Verdict, Way
from tui_minutes.domain.standup import Grouping
from tui_minutes.i18n.translation import mark, tr_late

_LABELS: Mapping[type[StrEnum], Mapping[str, str]] = {
    MeetingKind: {
        MeetingKind.REGULAR: mark("regular meeting"),
        MeetingKind.STANDUP: mark("standup"),
        MeetingKind.SPECIAL: mark("special meeting"),
        MeetingKind.DECISION: mark("decision meeting"),
        MeetingKind.COORDINATION: mark("coordination meeting"),
        MeetingKind.INCIDENT: mark("incident meeting"),
        MeetingKind.RESOURCE: mark("resource meeting"),
        MeetingKind.CLIENT: mark("client meeting"),
        MeetingKind.REVIEW: mark("review meeting"),
    },
    DiskFault: {
        DiskFault.FULL: mark("the disk is full"),
        DiskFault.READ_ONLY: mark("the disk can only be read"),
        DiskFault.FAILING: mark("the disk reports an error"),
    },
    Phase: {
        Phase.PLANNED: mark("planned"),
        Phase.CHECK_IN: mark("check-in"),
        Phase.IN_SESSION: mark("in session"),
        Phase.READBACK: mark("readback"),
        Phase.SIGNED: mark("signed"),
        Phase.APPROVED: mark("approved"),
        Phase.CANCELLED: mark("cancelled"),
        Phase.HELD: mark("held"),
        Phase.PURGED: mark("purged"),
    },
    Level: {
        Level.PUBLIC: mark("public"),
        Level.INTERNAL: mark("internal"),
        Level.CONFIDENTIAL: mark("confidential"),
        Level.SECRET: mark("secret"),
    },
    Role: {
        Role.CONVENER: mark("convener"),
        Role.CHAIR: mark("chair"),
        Role.RECORDER: mark("recorder"),
        Role.DECIDER: mark("decision maker"),
        Role.DOER: mark("doer"),
        Role.ATTENDEE: mark("attendee"),
        Role.OBSERVER: mark("observer"),
    },
    Attendance: {
        Attendance.UNMARKED: mark("not marked"),
        Attendance.PRESENT: mark("present"),
        Attendance.LATE: mark("late"),
        Attendance.ABSENT: mark("absent"),
        Attendance.EXCUSED: mark("excused"),
    },
    Movement: {
        Movement.ARRIVED: mark("arrived"),
        Movement.LEFT: mark("left"),
        Movement.RETURNED: mark("returned"),
    },
    ItemState: {
        ItemState.PENDING: mark("to come"),
        ItemState.OPEN: mark("on the table"),
        ItemState.DONE: mark("dealt with"),
        ItemState.DEFERRED: mark("deferred"),
        ItemState.OFFLINE: mark("off line"),
    },
    EntryKind: {
        EntryKind.POINT: mark("point"),
        EntryKind.DISAGREEMENT: mark("disagreement"),
        EntryKind.DATA: mark("data"),
        EntryKind.DECISION: mark("decision"),
        EntryKind.ACTION: mark("action"),
        EntryKind.QUESTION: mark("question"),
        EntryKind.MOTION: mark("motion"),
        EntryKind.NOTE: mark("note"),
        EntryKind.CONTINUATION: mark("continuation"),
        EntryKind.UPDATE: mark("update"),
        EntryKind.EVENT: mark("event"),
    },
    MotionResult: {
        MotionResult.PASSED: mark("passed"),
        MotionResult.REJECTED: mark("rejected"),
        MotionResult.SHELVED: mark("shelved"),
        MotionResult.OFFLINE: mark("off line"),
        MotionResult.WITHDRAWN: mark("withdrawn"),
    },
    OutcomeKind: {
        OutcomeKind.DECISION: mark("decision"),
        OutcomeKind.ACTION: mark("action"),
        OutcomeKind.QUESTION: mark("question"),
    },
    Status: {
        Status.UNCONFIRMED: mark("unconfirmed"),
        Status.IN_PROGRESS: mark("in progress"),
        Status.DELAYED: mark("delayed"),
        Status.DONE: mark("done"),
        Status.CLOSED: mark("closed"),
        Status.CANCELLED: mark("cancelled"),
        Status.SUPERSEDED: mark("superseded"),
    },
    Priority: {
        Priority.URGENT: mark("urgent"),
        Priority.IMPORTANT: mark("important"),
        Priority.ROUTINE: mark("routine"),
    },
    Quality: {
        Quality.GOOD: mark("good"),
        Quality.FAIR: mark("fair"),
        Quality.POOR: mark("poor"),
    },
    Fate: {
        Fate.ON_TIME: mark("on time"),
        Fate.LATE: mark("done late"),
        Fate.OVERDUE: mark("not done"),
        Fate.TO_COME: mark("not due yet"),
        Fate.CANCELLED: mark("called off"),
    },
    Act: {
        Act.EDIT: mark("changed"),
        Act.ACKNOWLEDGE: mark("acknowledged"),
        Act.ASK_BACK: mark("not clear to the owner"),
        Act.EXPLAIN: mark("made clear"),
        Act.NOTE: mark("progress noted"),
        Act.DELAY: mark("delay reported"),
        Act.REPORT: mark("reported done"),
        Act.CONFIRM: mark("confirmed and closed"),
        Act.SEND_BACK: mark("sent back"),
        Act.CANCEL: mark("called off"),
        Act.REOPEN: mark("reopened"),
        Act.HAND_OVER: mark("handed over"),
        Act.SUPERSEDE: mark("replaced by a later decision"),
        Act.SPLIT: mark("split"),
        Act.ANSWER: mark("answered"),
        Act.PUT_OFF_FEEDBACK: mark("feedback put off"),
        Act.UNDO: mark("last step undone"),
        Act.IMPORT: mark("taken from a file"),
        Act.PURGE: mark("purged"),
    },
    Detail: {
        Detail.NOTE: mark("note"),
        Detail.CAUSE: mark("cause"),
        Detail.REMEDY: mark("remedy"),
        Detail.DUE: mark("date"),
        Detail.RESULT: mark("result"),
        Detail.DELIVERABLE: mark("deliverable"),
        Detail.LEFTOVER: mark("what is left over"),
        Detail.QUALITY: mark("quality"),
        Detail.REASON: mark("reason"),
        Detail.DECIDED_BY: mark("who decided"),
        Detail.OWNERS: mark("owner"),
        Detail.QUESTION: mark("what is not clear"),
        Detail.ANSWER: mark("answer"),
        Detail.BY_NUMBER: mark("number of the later decision"),
        Detail.NEXT_FEEDBACK: mark("next feedback"),
        Detail.PARTS: mark("parts"),
    },
    Cause: {
        Cause.RESOURCES: mark("short of resources"),
        Cause.REQUIREMENTS: mark("requirements changed"),
        Cause.EXTERNAL: mark("external circumstances"),
        Cause.DEPENDENCY: mark("waiting for others"),
        Cause.UNDERESTIMATED: mark("underestimated"),
        Cause.PRIORITIES: mark("priorities changed"),
    },
    Grouping: {
        Grouping.OWNER: mark("owner"),
        Grouping.DEPARTMENT: mark("department"),
        Grouping.MEETING: mark("meeting"),
    },
    Part: {
        Part.RESPONSIBLE: mark("responsible"),
        Part.HELPER: mark("helper"),
        Part.COPIED: mark("copied to"),
        Part.DECIDER: mark("decided by"),
    },
    Hearing: {
        Hearing.UNREAD: mark("unread"),
        Hearing.AGREED: mark("agreed"),
        Hearing.RESERVATION: mark("agreed with reservation"),
        Hearing.NOT_AGREED: mark("not agreed"),
    },
    Verdict: {
        Verdict.AGREED: mark("agreed"),
        Verdict.OBJECTED: mark("objected"),
    },
    Way: {
        Way.IN_ROOM: mark("in the room"),
        Way.ALL_AT_ONCE: mark("all present at once"),
        Way.LATER: mark("afterwards"),
    },
    SealKind: {
        SealKind.ROOM: mark("seal of the room"),
        SealKind.CHAIR: mark("seal of the chair"),
        SealKind.AMENDMENT: mark("seal of an amendment"),
        SealKind.LATE_CONFIRMATION: mark("seal of a late signature"),
        SealKind.PURGE: mark("seal of a purge"),
    },
}


def label(code: StrEnum) -> str:
    """The word for a domain code, in the spoken language."""
    return tr_late(_LABELS[type(code)][code])
