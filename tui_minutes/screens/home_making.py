"""How a meeting comes about from Home: by hand, at once, after another one, from a file, or as a sample."""

from __future__ import annotations

from dataclasses import replace

from textual.content import Content

from tui_minutes.domain.meeting import Meeting, Phase, is_hidden
from tui_minutes.domain.plan import Plan
from tui_minutes.i18n import current_language, dates, tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens import calling_off
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs import ask
from tui_minutes.services import meetings
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.status_line import Report

_STEPS = {"new": "n", "start_now": "N", "from_file": "i", "sample": "s"}


class HomeMaking(BaseScreen):
    """The part of Home that makes meetings."""

    def first_steps(self) -> list[Row]:
        """What to do when there is no meeting yet; each row does what it says."""
        words = {
            "new": tr("prepare a meeting: goal, people, agenda"),
            "start_now": tr("a meeting is beginning: take minutes at once"),
            "from_file": tr("take over an invitation or a plan from a file"),
            "sample": tr("play a sample meeting first; nothing of it is kept"),
        }
        rows = [Row((Content(tr("No meetings yet. Press a key, or Enter on a line:")),)), Row((Content(),))]
        if self.host.sample:
            words.pop("sample")
        for step, text in words.items():
            rows.append(Row((Content(text),), step, Content.styled(f"  {_STEPS[step]}  ", "bold $accent")))
        return rows

    def nothing_found(self) -> list[Row]:
        """What stands in the list when no meeting is what is searched for."""
        return [Row((Content.styled(tr("No meeting like that. Escape shows all again."), "$faint"),))]

    def take_first_step(self, step: str) -> bool:
        """Do what the row `step` of an empty list says; False when it is none of them."""
        actions = {
            "new": self.action_new,
            "start_now": self.action_start_now,
            "from_file": self.action_from_file,
            "sample": self.action_sample,
        }
        if step in actions:
            actions[step]()
        return step in actions

    def action_new(self) -> None:
        """Ask for title, kind and time, then prepare the meeting."""
        from tui_minutes.screens.new_meeting import ask_new  # with it comes all that templates need

        ask_new(self)

    def _make(self, plan: Plan) -> None:
        zoned = plan if plan.zone else replace(plan, zone=self.host.zone.key)
        self.carry_out(lambda store, command: meetings.create(store, command, zoned), self.host.open_meeting)

    def action_start_now(self) -> None:
        """Begin to take minutes at once; the title may be left to the program."""
        now = self.host.now().astimezone(self.host.zone)
        title = tr("Meeting of {day}, {clock}", day=dates.day_short(now.date()), clock=dates.clock(now))

        def begin(values: ask.Values | None) -> None:
            if values is None:
                return
            chosen, zone, language = values["title"] or title, self.host.zone.key, current_language()
            self.carry_out(
                lambda store, command: meetings.start_now(store, command, chosen, zone, language),
                self.host.open_meeting,
            )

        field = ask.Field("title", tr("Meeting title"), hint=title)
        self.app.push_screen(ask.Ask(tr("Start now: Enter begins"), [field], does=tr("begin")), begin)

    def action_follow_up(self) -> None:
        """Plan the meeting after the one under the cursor: what comes along is shown first."""
        from tui_minutes.screens.next_meeting import plan_next  # a start needs no dialog

        if uid := self._under_cursor:
            plan_next(self, uid)

    def action_series(self) -> None:
        """Show the series of the meeting under the cursor."""
        if uid := self._under_cursor:
            self.host.open_series(uid)

    def action_from_file(self) -> None:
        """Ask for invitations and plans, then show what is in them; a wrong one is said in the form."""
        from tui_minutes.screens.incoming_files import ask_files

        ask_files(self)

    def action_cancel(self) -> None:
        """Call off the meeting under the cursor, after asking."""
        uid = self._under_cursor
        if not uid:
            return
        meeting = self.host.store.record(uid).meeting
        if meeting.phase is not Phase.PLANNED:
            self.report(tr("Only a planned meeting can be called off"), Report.REFUSED)
            return
        calling_off.call_off(self, meeting, self._shown_title(meeting))

    def action_delete(self) -> None:
        """Delete the meeting under the cursor, after asking."""
        if uid := self._under_cursor:
            meeting = self.host.store.record(uid).meeting
            calling_off.delete(self, meeting, self._shown_title(meeting))

    def _shown_title(self, meeting: Meeting) -> str:
        hidden = is_hidden(meeting.level) and not self.host.revealed
        return label(meeting.level) if hidden else meeting.title

    @property
    def _under_cursor(self) -> str:
        """The uid of the meeting under the cursor; "" (and a word about it) for none."""
        key = self.query_one("#meetings", ListPane).cursor
        if key is None or key in _STEPS:
            self.report(tr("There is no meeting under the cursor"), Report.REFUSED)
            return ""
        return key

    def action_sample(self) -> None:
        """Play the sample meeting in a store of its own."""
        self.host.then = "sample"
        self.host.exit()

    def action_end_sample(self) -> None:
        """Leave the sample; what was done in it goes away."""
        self.host.then = "own"
        self.host.exit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The sample is played, or ended."""
        if action in ("sample", "end_sample"):
            return self.host.sample == (action == "end_sample")
        return super().check_action(action, parameters)
