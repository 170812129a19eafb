"""The history of one outcome as a document: every change with who, when, from, to, why (T8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from tui_minutes.documents.phrases import aside, due, listed, pair
from tui_minutes.domain.attending import Reason
from tui_minutes.domain.concealment import VEIL
from tui_minutes.domain.document import Document, Facts, Line, Lines, Section
from tui_minutes.domain.meeting import is_hidden
from tui_minutes.domain.outcomes import Change
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import current_language, tr
from tui_minutes.i18n.changes import Step, deed, steps, who, why
from tui_minutes.i18n.dates import clock, day_long
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.reasons import reason_text


def outcome_history(
    row: LedgerRow, history: Sequence[Change], reasons: Sequence[Reason], zone: ZoneInfo, *, reveal: bool
) -> Document:
    """`row` as it stands, why it needs attention, and its `history`, oldest first, in local times of `zone`.

    Of a hidden one who, when and which fields remain unless `reveal` (B7); `row` is covered already.
    """
    one, hidden = row.outcome, is_hidden(row.level) and not reveal
    facts = (
        (tr("Status"), label(one.status)),
        (tr("Responsible"), aside(listed(one.owners), one.department)),
        (tr("Due"), due(one)),
        (tr("Meeting"), f"{row.meeting_number} {row.meeting_title}".strip()),
        (tr("Attention"), "; ".join(map(reason_text, reasons))),
    )
    standing = Facts(tuple((name, value) for name, value in facts if value))
    told = Lines(tuple(_line(change, history, zone, hidden) for change in history))
    section = Section(tr("History"), (standing, told))
    return Document(f"{one.number} {one.text}", label(row.level), current_language(), (section,))


def _line(change: Change, history: Sequence[Change], zone: ZoneInfo, hidden: bool) -> Line:
    at = change.at.astimezone(zone)
    taken_back = any(later.undoes == change.uid for later in history)
    said = (who(change), deed(change), tr("(taken back)") if taken_back else "")
    lead = f"{day_long(at.date())} {clock(at)}"
    return Line("  ".join(word for word in said if word), lead, tuple(details(change, hidden)))


def details(change: Change, hidden: bool) -> Iterator[str]:
    """What a step changed, from what to what, and why; the words covered where it is `hidden`."""
    for step in steps(change):
        yield pair(step.name, VEIL if hidden else _from_to(step))
    for name, words in why(change):
        said = VEIL if hidden else words
        yield pair(name, said) if name else said


def _from_to(step: Step) -> str:
    return f"{step.before} → {step.after or '–'}" if step.before else step.after
