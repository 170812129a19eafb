"""How a reason for attention looks: its mark and its colour, the same wherever it is shown (T1-T3)."""

from __future__ import annotations

from tui_minutes.domain.attending import Need

REASON_LOOKS = {
    Need.LATE: ("!", "$error"),
    Need.DUE_TODAY: ("▸", "$warning"),
    Need.UNCLEAR: ("?", "$warning"),
    Need.UNACKNOWLEDGED: ("?", "$warning"),
    Need.FEEDBACK: ("▸", "$warning"),
    Need.STALE: ("…", "$warning"),
    Need.LACKING: ("!", "$error"),
    Need.WAITING: ("✓", "$accent"),
    Need.DUE_THIS_WEEK: ("·", "$said"),
}
"""Mark and colour of each need."""
