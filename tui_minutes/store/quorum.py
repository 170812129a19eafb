"""By which quorum a meeting goes: that of its series, and once it is sealed that of the day (E5)."""

from __future__ import annotations

from tui_minutes.domain.meeting import SEALED
from tui_minutes.domain.sealing import SealKind
from tui_minutes.domain.verification import SealedRecord
from tui_minutes.store.tables import MeetingRow, SealedRow, SealRow


def rule_of(meeting: MeetingRow) -> str:
    """The code of its rule, "" for none; a later rule of the series does not reach back behind the seal."""
    sealed = _under_the_seal(meeting) if meeting.phase in SEALED else None
    if sealed is None:
        return meeting.series.quorum if meeting.series_id else ""
    return sealed


def _under_the_seal(meeting: MeetingRow) -> str | None:
    """As it stands beside the gaps under the room's seal; None while that is being made.

    An earlier version sealed none, and bytes that were changed tell nothing.
    """
    query = SealedRow.select().join(SealRow).where(SealRow.meeting == meeting)
    gaps = query.where((SealRow.kind == SealKind.ROOM) & SealedRow.name.startswith("gaps ")).first()
    if gaps is None:
        return None
    sealed = SealedRecord(0, gaps.name, gaps.salt or b"", gaps.body or b"", gaps.leaf)
    return str(sealed.content().get("fields", {}).get("quorum", "")) if sealed.intact else ""
