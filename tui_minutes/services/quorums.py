"""The quorum of a series: set, and noted in the log when it is lost or there again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tui_minutes.domain.command import Command
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.quorum import Presence, presence, read_rule
from tui_minutes.i18n import speaking, tr
from tui_minutes.services.commanded import commanded
from tui_minutes.services.log import note_event
from tui_minutes.store import meetings, rows, votes
from tui_minutes.store.store import Store
from tui_minutes.store.tables import MeetingRow, SeriesRow


@commanded
def choose(store: Store, command: Command, series_uid: str, rule: str) -> None:
    """From now on so many of those with a vote are needed, as `domain.quorum.read_rule` reads it.

    Refused("no_quorum_rule"). Meetings of the series that are sealed keep the rule of their day.
    """
    take(rows.row(SeriesRow, series_uid), rule)


def take(series: SeriesRow, rule: str) -> None:
    """`choose` within the caller's transaction."""
    series.quorum = read_rule(rule)
    series.save()


@contextmanager
def watched(command: Command, meeting: MeetingRow) -> Iterator[None]:
    """While the meeting runs, the log says when people coming or going within change whether there is one."""
    rule = votes.rule_of(meeting) if meeting.phase in (Phase.IN_SESSION, Phase.READBACK) else ""
    before = _present(meeting, rule) if rule else None
    yield
    if before is None:
        return
    after = _present(meeting, rule)
    if after.is_reached != before.is_reached:
        with speaking(meeting.language):
            words = (
                tr("The quorum is reached again: {here} with a vote here, {needed} needed", **_counts(after))
                if after.is_reached
                else tr("The quorum is lost: {here} with a vote here, {needed} needed", **_counts(after))
            )
        note_event(command, meeting, words)


def _counts(there: Presence) -> dict[str, int]:
    return {"here": there.here, "needed": there.needed}


def _present(meeting: MeetingRow, rule: str) -> Presence:
    return presence(rule, meetings.record_people(meeting))
