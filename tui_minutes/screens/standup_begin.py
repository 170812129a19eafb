"""Beginning a standup: by whom it goes, whose it is, how long each has; the one that runs is gone on with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_minutes.domain.standup import Grouping
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Option
from tui_minutes.services import policies, standup_rounds, standups

_SECONDS = re.compile(r"(\d{1,4})\s*(?:s|sec|秒)?", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,2})(?:[:：](\d{2})|\s*(?:min|m|分钟|分))", re.IGNORECASE)


def open_standup(screen: BaseScreen) -> None:
    """Show the standup that runs; when none does, ask how the next one goes and begin it."""
    host = screen.host
    running = standup_rounds.running(host.store)
    if running:
        host.open_meeting(running)
        return
    zone = host.zone.key

    def begin(values: Values | None) -> None:
        if values is None:
            return
        grouping, seconds = Grouping(values["grouped_by"]), seconds_in(values["seconds"]) or 0
        department = values["department"] if values["department"] != _ALL else ""
        screen.carry_out(
            lambda store, command: standups.begin(store, command, grouping, zone, department, seconds),
            host.open_meeting,
            by="",
        )

    form = Ask(tr("Standup"), _fields(screen), check=wrong_seconds, begin="seconds", does=tr("begin"))
    screen.app.push_screen(form, begin)


_ALL = "*"
"""The key of the choice of all departments."""


def _fields(screen: BaseScreen) -> Sequence[Field]:
    """As it went the last time."""
    last = standup_rounds.last_held(screen.host.store)
    departments = [Option(_ALL, tr("all")), *(Option(one, one) for one in screen.host.people.departments)]
    groupings = [Option(one, label(one)) for one in Grouping]
    known = last is not None and last.department in screen.host.people.departments
    return (
        Field("grouped_by", tr("Goes by"), last.grouped_by if last else Grouping.OWNER, groupings),
        Field("department", tr("Department"), last.department if last and known else _ALL, departments),
        seconds_field(
            last.seconds_each if last else policies.chosen(screen.host.settings)("").standup_seconds
        ),
    )


def seconds_field(seconds: int) -> Field:
    """The time each has."""
    value = str(seconds) if seconds else ""
    return Field("seconds", tr("Time for each"), value, hint=tr("90, 1:30 or 2 min; empty for no timer"))


def seconds_in(typed: str) -> int | None:
    """A time as typed, in seconds; 0 for nothing, None for what is none."""
    if not typed.strip():
        return 0
    if minutes := _MINUTES.fullmatch(typed.strip()):
        return int(minutes[1]) * 60 + int(minutes[2] or 0)
    seconds = _SECONDS.fullmatch(typed.strip())
    return int(seconds[1]) if seconds else None


def wrong_seconds(values: Values) -> tuple[str, str] | None:
    """The field and the words for a time that is none, or too long."""
    seconds = seconds_in(values["seconds"])
    if seconds is None:
        return "seconds", tr("How long? For example 90, 1:30 or 2 min")
    if seconds > standups.LONGEST:
        return "seconds", tr("A person has at most an hour; 0 means no timer")
    return None
