"""What the meetings of a series have in common, as a form: title, rhythm, holidays, zone, length (B8)."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import available_timezones

from tui_minutes.domain.deadlines import deadline
from tui_minutes.domain.meeting import Meeting
from tui_minutes.domain.moments import moment
from tui_minutes.domain.policy_table import Policies
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.rhythm import Every, OnHoliday, Rhythm, every_of, rule_of
from tui_minutes.domain.series import Series
from tui_minutes.domain.shape import shape
from tui_minutes.domain.workdays import Calendar
from tui_minutes.i18n import tr, tr_late
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.i18n.policies import policy_short, preset_text
from tui_minutes.i18n.rhythms import rhythm_text
from tui_minutes.screens.dialogs.ask import Field, Values
from tui_minutes.screens.dialogs.choose import Option
from tui_minutes.screens.series_panes import BASICS
from tui_minutes.services import rhythms

_SEPARATOR = re.compile(r"[,，、;；\s]+")
_LONGEST = 24 * 60
_OF_RHYTHM = ("rule", "first", "on_holiday", "without", "zone", "minutes")
"""What is said of a rhythm beside how often it comes; the first only of one with a rule of its own."""


class SeriesForm:
    """The form of `series`, seen from one of its meetings on the day `today`."""

    def __init__(
        self, series: Series, meeting: Meeting, today: date, calendar: Calendar, policies: Policies
    ) -> None:
        self._series, self._meeting, self._today = series, meeting, today
        self._calendar, self._policies = calendar, policies

    def shown(self) -> list[Field]:
        """The fields, as the series stands; a rhythm begins with the meeting unless it has begun."""
        meeting, rhythm = self._meeting, self._series.rhythm
        name = {key: tr_late(words) for key, words in BASICS.items()}
        first = rhythm.first if rhythm else meeting.planned_start
        every = every_of(rhythm.rule, rhythm.first) if rhythm else Every.NEVER
        minutes = rhythm.minutes if rhythm else meeting.planned_minutes or 60
        on_holiday = rhythm.on_holiday if rhythm else OnHoliday.MOVE
        return [
            Field("title", name["title"], self._series.title, required=True),
            Field("every", name["every"], every, [Option(one, label(one)) for one in Every]),
            Field(
                "first", tr("Counted from"), f"{first:%Y-%m-%d %H:%M}" if first else "",
                hint=tr("fri 14:00, 2026-11-27 14:00"), note=self._first_note,
            ),
            Field(
                "rule", tr("Rule of its own"), rhythm.rule if rhythm and every is Every.OWN else "",
                hint="FREQ=WEEKLY;BYDAY=MO,TH",
            ),
            Field(
                "on_holiday", name["on_holiday"], on_holiday, [Option(one, label(one)) for one in OnHoliday]
            ),
            Field(
                "without", name["without"], ", ".join(map(str, rhythm.without)) if rhythm else "",
                hint=tr("days without a meeting: 2026-12-24, 2026-12-31"),
            ),
            Field("zone", name["zone"], rhythm.zone if rhythm else meeting.zone, hint="Asia/Shanghai"),
            Field("minutes", name["minutes"], str(minutes), hint="60"),
            Field("policy", name["policy"], self._series.policy, self._presets()),
        ]  # fmt: skip

    def _presets(self) -> list[Option]:
        names = dict.fromkeys(("", *self._policies.by_name, self._series.policy))
        here = self._policies
        return [Option(name, preset_text(name, here), policy_short(here(name))) for name in names]

    def _first_note(self, typed: str) -> str:
        """Which weekday of the month that is, for who wants that rhythm."""
        first, monthly = self._moment(typed), Every.MONTH_WEEKDAY
        if first is None:
            return ""
        rhythm = rhythm_text(Rhythm(rule_of(monthly, first), first, self._meeting.zone))
        return tr("with “{every}”: {rhythm}", every=label(monthly), rhythm=rhythm)

    def _moment(self, typed: str) -> datetime | None:
        return moment(typed, self._today, self._calendar)

    def _days(self, typed: str) -> tuple[date, ...] | None:
        """The days that are typed, in order; None where one of them is none."""
        found = [deadline(one, self._today, self._calendar) for one in _SEPARATOR.split(typed) if one]
        days = [one.day for one in found if one and one.day]
        return tuple(sorted(set(days))) if len(days) == len(found) else None

    def check(self, values: Values) -> tuple[str, str] | None:
        """The first field that cannot be read, and why."""
        every, minutes = Every(values["every"]), _minutes(values["minutes"])
        if self._is_idle(every, values):
            return "every", tr("What you typed below needs another rhythm: choose it here")
        if every is Every.NEVER:
            return None
        if values["zone"] not in available_timezones():
            return "zone", tr("“{zone}” is no time zone; try Asia/Shanghai", zone=values["zone"])
        if minutes is None:
            return "minutes", tr("Minutes are a whole number up to {most}", most=_LONGEST)
        first = self._moment(values["first"])
        if first is None:
            words = tr("“{text}” is no time; try fri 14:00 or 2026-11-27 14:00", text=values["first"])
            return "first", words
        if self._days(values["without"]) is None:
            words = tr("“{text}” are no days; try 2026-12-24, 2026-12-31", text=values["without"])
            return "without", words
        try:
            rhythms.spelt(_rule(every, values, first), first, values["zone"])
        except Refused as refused:
            return ("rule" if every is Every.OWN else "first"), refusal_text(refused)
        return None

    def _is_idle(self, every: Every, values: Values) -> bool:
        """Whether something was typed that the rhythm has no use for."""
        before = {field.key: field.value for field in self.shown()}
        used = {Every.NEVER: (), Every.OWN: _OF_RHYTHM}.get(every, _OF_RHYTHM[1:])
        return any(values[key] != before[key] for key in _OF_RHYTHM if key not in used)

    def meant(self, values: Values) -> tuple[str, Rhythm | None, str]:
        """The title, the rhythm and the preset of rules that the values stand for."""
        every, first = Every(values["every"]), self._moment(values["first"])
        rhythm = None
        if every is not Every.NEVER and first is not None:
            rhythm = Rhythm(
                _rule(every, values, first), first, values["zone"], _minutes(values["minutes"]) or 0,
                OnHoliday(values["on_holiday"]), self._days(values["without"]) or (),
            )  # fmt: skip
        return values["title"], rhythm, values["policy"]


def _rule(every: Every, values: Values, first: datetime) -> str:
    return values["rule"] if every is Every.OWN else rule_of(every, first)


def _minutes(typed: str) -> int | None:
    """The minutes typed; None for what is no such number."""
    plain = shape(typed).strip()
    whole = plain.isascii() and plain.isdecimal() and 0 < int(plain) <= _LONGEST
    return int(plain) if whole else None
