"""The words for the domain's codes: ``label(Status.DELAYED)`` is ``delayed`` or ``延期``.

Kinds of codes stand here by their names: what knows the words need not import all that they are said of.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from tui_minutes.i18n import paper_labels
from tui_minutes.i18n.translation import mark, tr_late

_LABELS: Mapping[str, Mapping[str, str]] = {
    "MeetingKind": {
        "regular": mark("regular meeting"),
        "standup": mark("standup"),
        "special": mark("special meeting"),
        "decision": mark("decision meeting"),
        "coordination": mark("coordination meeting"),
        "incident": mark("incident meeting"),
        "resource": mark("resource meeting"),
        "client": mark("client meeting"),
        "review": mark("review meeting"),
        "decision_review": mark("review of decisions"),
    },
    "DiskFault": {
        "full": mark("the disk is full"),
        "read_only": mark("the disk can only be read"),
        "failing": mark("the disk reports an error"),
        "gone": mark("the store's file was deleted, moved or replaced"),
    },
    "Phase": {
        "planned": mark("planned"),
        "check_in": mark("check-in"),
        "in_session": mark("in session"),
        "readback": mark("readback"),
        "signed": mark("signed"),
        "approved": mark("approved"),
        "cancelled": mark("cancelled"),
        "held": mark("held"),
        "purged": mark("purged"),
    },
    "Level": {
        "public": mark("public"),
        "internal": mark("internal"),
        "confidential": mark("confidential"),
        "secret": mark("secret"),
    },
    "Role": {
        "convener": mark("convener"),
        "chair": mark("chair"),
        "recorder": mark("recorder"),
        "decider": mark("decision maker"),
        "doer": mark("doer"),
        "attendee": mark("attendee"),
        "observer": mark("observer"),
    },
    "Attendance": {
        "unmarked": mark("not marked"),
        "present": mark("present"),
        "late": mark("late"),
        "absent": mark("absent"),
        "excused": mark("excused"),
    },
    "Movement": {
        "arrived": mark("arrived"),
        "left": mark("left"),
        "returned": mark("returned"),
    },
    "ItemState": {
        "pending": mark("to come"),
        "open": mark("on the table"),
        "done": mark("dealt with"),
        "deferred": mark("deferred"),
        "offline": mark("off line"),
    },
    "EntryKind": {
        "point": mark("point"),
        "disagreement": mark("disagreement"),
        "data": mark("data"),
        "decision": mark("decision"),
        "action": mark("action"),
        "question": mark("question"),
        "motion": mark("motion"),
        "note": mark("note"),
        "continuation": mark("continuation"),
        "update": mark("update"),
        "event": mark("event"),
    },
    "MotionResult": {
        "passed": mark("passed"),
        "rejected": mark("rejected"),
        "shelved": mark("shelved"),
        "offline": mark("off line"),
        "withdrawn": mark("withdrawn"),
    },
    "OutcomeKind": {
        "decision": mark("decision"),
        "action": mark("action"),
        "question": mark("question"),
    },
    "Status": {
        "unconfirmed": mark("unconfirmed"),
        "in_progress": mark("in progress"),
        "delayed": mark("delayed"),
        "done": mark("done"),
        "closed": mark("closed"),
        "cancelled": mark("cancelled"),
        "superseded": mark("superseded"),
    },
    "Priority": {
        "urgent": mark("urgent"),
        "important": mark("important"),
        "routine": mark("routine"),
    },
    "Quality": {
        "good": mark("good"),
        "fair": mark("fair"),
        "poor": mark("poor"),
    },
    "Fate": {
        "on_time": mark("on time"),
        "late": mark("done late"),
        "overdue": mark("not done"),
        "to_come": mark("not due yet"),
        "cancelled": mark("called off"),
    },
    "Act": {
        "": mark("changed"),
        "acknowledge": mark("acknowledged"),
        "ask_back": mark("not clear to the owner"),
        "explain": mark("made clear"),
        "note": mark("progress noted"),
        "delay": mark("delay reported"),
        "report": mark("reported done"),
        "confirm": mark("confirmed and closed"),
        "send_back": mark("sent back"),
        "cancel": mark("called off"),
        "reopen": mark("reopened"),
        "hand_over": mark("handed over"),
        "supersede": mark("replaced by a later decision"),
        "split": mark("split"),
        "answer": mark("answered"),
        "put_off_feedback": mark("feedback put off"),
        "undo": mark("last step undone"),
        "import": mark("taken from a file"),
        "purge": mark("purged"),
    },
    "Detail": {
        "note": mark("note"),
        "cause": mark("cause"),
        "remedy": mark("remedy"),
        "due": mark("date"),
        "result": mark("result"),
        "deliverable": mark("deliverable"),
        "leftover": mark("what is left over"),
        "quality": mark("quality"),
        "reason": mark("reason"),
        "decided_by": mark("who decided"),
        "owners": mark("owner"),
        "question": mark("what is not clear"),
        "answer": mark("answer"),
        "by_number": mark("number of the later decision"),
        "next_feedback": mark("next feedback"),
        "parts": mark("parts"),
    },
    "Cause": {
        "resources": mark("short of resources"),
        "requirements": mark("requirements changed"),
        "external": mark("external circumstances"),
        "dependency": mark("waiting for others"),
        "underestimated": mark("underestimated"),
        "priorities": mark("priorities changed"),
    },
    "Grouping": {
        "owner": mark("owner"),
        "department": mark("department"),
        "meeting": mark("meeting"),
    },
    "Part": {
        "responsible": mark("responsible"),
        "helper": mark("helper"),
        "copied": mark("copied to"),
        "decider": mark("decided by"),
    },
    "Hearing": {
        "unread": mark("unread"),
        "agreed": mark("agreed"),
        "reservation": mark("agreed with reservation"),
        "not_agreed": mark("not agreed"),
    },
    "Verdict": {
        "agreed": mark("agreed"),
        "objected": mark("objected"),
    },
    "Way": {
        "in_room": mark("in the room"),
        "all_at_once": mark("all present at once"),
        "later": mark("afterwards"),
    },
    "SealKind": {
        "room": mark("seal of the room"),
        "chair": mark("seal of the chair"),
        "amendment": mark("seal of an amendment"),
        "late_confirmation": mark("seal of a late signature"),
        "purge": mark("seal of a purge"),
    },
}


def label(code: StrEnum) -> str:
    """The word for a domain code, in the spoken language."""
    kind = type(code).__name__
    return tr_late((_LABELS.get(kind) or paper_labels.LABELS.get(kind) or _of_preparation(kind))[code])


def _of_preparation(kind: str) -> Mapping[str, str]:
    """What only some screens say, imported for them."""
    from tui_minutes.i18n.preparation_labels import LABELS

    return LABELS[kind]
