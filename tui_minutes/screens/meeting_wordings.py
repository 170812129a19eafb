"""What a line of the log said before, change by change (D8)."""

from __future__ import annotations

from textual.content import Content

from tui_minutes.domain.discussion import Entry, EntryKind, Revision
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import dates, mark, tr, tr_late
from tui_minutes.i18n.labels import label

_ACTS = {
    "edit": mark("corrected"),
    "convert": mark("made another kind"),
    "move": mark("moved"),
    "withdraw": mark("withdrawn"),
    "restore": mark("brought back"),
    "doubt": mark("marked doubtful"),
    "clear": mark("cleared up"),
    "continue": mark("continued"),
}


def wordings(record: MeetingRecord, entry: Entry) -> list[Content]:
    """The line as it was first typed, then each change: when, by whose hand, what it was before."""
    first = next((r.before["typed"] for r in entry.revisions if "typed" in r.before), entry.raw)
    shown = [Content.styled(tr("As typed: "), "$faint") + Content(str(first))]
    return shown + [_change(record, revision) for revision in entry.revisions]


def _change(record: MeetingRecord, revision: Revision) -> Content:
    at = dates.clock(record.meeting.local(revision.at))
    words = Content.styled(f"{at} {revision.entered_by}  ", "$faint") + Content(tr_late(_ACTS[revision.act]))
    before = _before(record, revision)
    return words + Content.styled(tr(", before: "), "$faint") + Content(before) if before else words


def _before(record: MeetingRecord, revision: Revision) -> str:
    """What is worth telling of the state before."""
    known = revision.before
    if revision.act == "move":
        item = record.item(str(known.get("item") or known.get("item_uid") or ""))
        return item.title if item else ""
    if revision.act == "convert" and known.get("kind"):
        return f"{label(EntryKind(str(known['kind'])))} {known.get('text') or ''}".strip()
    return str(known.get("typed") or known.get("text") or "") if revision.act == "edit" else ""
