"""The basics of a meeting as a form: title, kind, times, place, level, language, goal, expected (B1, B2)."""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import StrEnum

from tui_minutes.domain.meeting import Level, Meeting, MeetingKind, Phase
from tui_minutes.domain.moments import ending, moment
from tui_minutes.domain.policy_table import Policies
from tui_minutes.domain.preparation import goal_cautions
from tui_minutes.domain.workdays import Calendar
from tui_minutes.i18n import tr, tr_late
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.policies import policy_short, preset_text
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Option
from tui_minutes.screens.prepare_panes import BASICS, LANGUAGES
from tui_minutes.screens.prepare_templates import PrepareTemplates
from tui_minutes.services import meetings, policies
from tui_minutes.widgets.cautions import caution_text


class PrepareBasics(PrepareTemplates):
    """The part of Prepare that edits the basics."""

    def edit_basics(self, begin: str) -> None:
        """Open the form at the field `begin`."""
        meeting = self.host.store.record(self.meeting_uid or "").meeting
        today = meeting.local(self.host.now()).date()
        template = self.template_of(meeting)
        rules, goal = policies.chosen(self.host.settings), template.plan.goal
        form = _Form(meeting, today, self.host.calendar, rules, goal)

        def keep(values: Values | None) -> None:
            if values is None:
                return
            if self.did(meetings.update, meeting.uid, **form.fields(values)):
                self._on_kind(MeetingKind(values["kind"]), meeting, template.name)

        self.app.push_screen(Ask(tr("The meeting"), form.shown(), check=form.check, begin=begin), keep)

    def _on_kind(self, kind: MeetingKind, was: Meeting, before: str) -> None:
        """Another kind of meeting has another usual agenda, checklist and so on: it is offered."""
        if kind is not was.kind and was.phase is Phase.PLANNED:
            self.offer_fill(kind, before)


class _Form:
    """What the form shows of `meeting`, and what its values mean on the day `today`.

    `goal` shows what one reads like.
    """

    def __init__(
        self, meeting: Meeting, today: date, calendar: Calendar, policies: Policies, goal: str
    ) -> None:
        self._meeting, self._today, self._calendar, self._policies = meeting, today, calendar, policies
        self._goal_hint = goal or tr("what is to be decided")

    def shown(self) -> list[Field]:
        """The fields, as the meeting stands."""
        meeting, name = self._meeting, {key: tr_late(words) for key, words in BASICS.items()}
        languages = [Option(code, words) for code, words in LANGUAGES.items()]
        return [
            Field("title", name["title"], meeting.title, required=True),
            Field("kind", name["kind"], meeting.kind, _options(MeetingKind)),
            Field(
                "start", name["start"], _typed(meeting.planned_start), hint=tr("fri 14:00, 2026-11-27 14:00")
            ),
            Field("end", name["end"], self._end_typed(), hint=tr("15:00, or 60 for minutes")),
            Field("place", name["place"], meeting.place, hint=tr("room or link")),
            Field("level", name["level"], meeting.level, _options(Level)),
            Field("language", name["language"], meeting.language, languages),
            Field("goal", name["goal"], meeting.goal, hint=self._goal_hint, note=goal_note),
            Field("expected", name["expected"], "; ".join(meeting.expected), hint=tr("several: a; b")),
            Field("policy", name["policy"], meeting.policy, self._presets()),
        ]

    def _presets(self) -> list[Option]:
        """The default first, then each preset; one chosen elsewhere that is not configured here stays."""
        here = self._policies
        names = dict.fromkeys(("", *here.by_name, self._meeting.policy))
        return [Option(name, preset_text(name, here), policy_short(here(name))) for name in names]

    def _end_typed(self) -> str:
        start, end = self._meeting.planned_start, self._meeting.planned_end
        return f"{end:%H:%M}" if start and end and start.date() == end.date() else _typed(end)

    def check(self, values: Values) -> tuple[str, str] | None:
        """The first field that cannot be read, and why."""
        start = self._start(values)
        if values["start"] and start is None:
            words = tr("“{text}” is no time; try fri 14:00 or 2026-11-27 14:00", text=values["start"])
            return "start", words
        if values["end"] and start is None:
            return "start", tr("An end needs a start")
        end = self._end(values)
        if values["end"] and end is None:
            return "end", tr("“{text}” is no end; try 15:00, 60 min or 1.5 h", text=values["end"])
        if start and end and end <= start:
            return "end", tr("The end must be after the start")
        return None

    def _start(self, values: Values) -> datetime | None:
        """A time alone stays on the day that was planned."""
        planned = self._meeting.planned_start
        return moment(values["start"], planned.date() if planned else self._today, self._calendar)

    def _end(self, values: Values) -> datetime | None:
        """Where only the start was changed, the meeting is as long as it was."""
        start, before, until = self._start(values), self._meeting.planned_start, self._meeting.planned_end
        if start and before and until and values["end"] == self._end_typed():
            return start + (until - before)
        return ending(values["end"], start, self._calendar) if start and values["end"] else None

    def fields(self, values: Values) -> dict[str, object]:
        """The fields of the meeting that the values stand for."""
        expected = (part.strip() for part in re.split("[;；]", values["expected"]))
        return {
            **{key: values[key] for key in ("title", "place", "language", "goal", "policy")},
            "kind": MeetingKind(values["kind"]),
            "level": Level(values["level"]),
            "expected": tuple(part for part in expected if part),
            "planned_start": self._start(values),
            "planned_end": self._end(values),
        }


def goal_note(goal: str) -> str:
    """What to say of a goal while it is typed; nothing of an empty one."""
    return caution_text(goal_cautions(goal)[0]) if goal.strip() and goal_cautions(goal) else ""


def _options(codes: type[StrEnum]) -> list[Option]:
    return [Option(code, label(code)) for code in codes]


def _typed(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if at else ""
