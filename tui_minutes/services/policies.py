"""After which rules a series of meetings is followed up, and by which the store judges (T2, T3)."""

from __future__ import annotations

from tui_minutes.domain.command import Command
from tui_minutes.domain.policy import Rules
from tui_minutes.domain.policy_table import Policies, policies
from tui_minutes.services.calendars import edition, growing
from tui_minutes.services.commanded import commanded
from tui_minutes.settings import Settings
from tui_minutes.store import rows, tracked
from tui_minutes.store.store import Store
from tui_minutes.store.tables import MeetingRow, OutcomeRow, SeriesRow


def chosen(settings: Settings) -> Policies:
    """The policies of the config file."""
    return policies(settings.policy)


def rules(settings: Settings, country: str) -> Rules:
    """What outcomes are judged by: the policies of the config, the working days of `country`."""
    found = chosen(settings)
    return Rules(found, growing(country), f"{country} {edition()} {found}")


@commanded
def choose(store: Store, command: Command, series_uid: str, name: str) -> None:
    """Follow a series up after the preset `name`, "" for the default; its outcomes are judged anew."""
    take(rows.row(SeriesRow, series_uid), name)


def take(series: SeriesRow, name: str) -> None:
    """`choose` within the caller's transaction."""
    if series.policy == name:
        return
    series.policy = name
    series.save()
    meetings = MeetingRow.select(MeetingRow.id).where(MeetingRow.series == series)
    tracked.keep_where(OutcomeRow.meeting.in_(meetings))
