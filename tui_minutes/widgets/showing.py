"""What decides how rows of the ledger are shown, besides the rows: the moment, the zone, and who may look."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import is_hidden
from tui_minutes.domain.tracking import LedgerRow


@dataclass(frozen=True, slots=True)
class Showing:
    """How rows are shown: the instant it is, the zone, and whether confidential words are revealed."""

    now: datetime
    zone: ZoneInfo
    revealed: bool = False

    @property
    def today(self) -> date:
        """The day it is in the zone."""
        return self.now.astimezone(self.zone).date()

    def hides(self, row: LedgerRow) -> bool:
        """Whether `row` is shown by number, owner and date only."""
        return is_hidden(row.level) and not self.revealed
