"""What the readback shows: the list, the outcome that is read, who signs, the line; and where one stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.capture import Context, Kind
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.outcomes import Hearing, Outcome
from tui_minutes.domain.people import People
from tui_minutes.domain.proposals import Proposal, waiting
from tui_minutes.domain.readback import gaps_of, unread
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.i18n import tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.readback_card import OutcomeCard, ReadOut
from tui_minutes.screens.readback_line import parent_of, read_here
from tui_minutes.screens.readback_list import HearingsPane
from tui_minutes.screens.readback_marks import cautions_of, hearing_words, voided_between
from tui_minutes.screens.readback_over import over_words
from tui_minutes.screens.readback_people import SignaturesPane
from tui_minutes.services import lines
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.list_pane import ListPane
from tui_minutes.widgets.quorum import no_quorum
from tui_minutes.widgets.status_line import Report
from tui_minutes.widgets.top_bar import BarState, meeting_bar


class ReadbackView(BaseScreen):
    """Draws the readback of a meeting, of one agenda item (`item_uid`), or of gaps only (`only_gaps`).

    `record` is the meeting as it was drawn last.
    """

    record: MeetingRecord
    _line_context: Context

    def __init__(self, meeting_uid: str, item_uid: str | None = None) -> None:
        super().__init__()
        self.meeting_uid: str = meeting_uid
        self.item_uid = item_uid
        self.only_gaps = False
        self._drawn: MeetingRecord | None = None
        self._place = 0
        self._over = ""
        self._voided = ""
        self._draft_key = f"readback.{meeting_uid}"

    def body(self) -> Iterable[Widget]:
        """What is read at the left, the outcome in the middle, who signs at the right; the line below."""
        with Horizontal(classes="panes"):
            yield HearingsPane(id="hearings")
            yield OutcomeCard(id="outcome")
            yield SignaturesPane(id="signatures")
        hint = tr("@zhao fri   ·   /objection bob …   ·   empty Enter: agreed, next")
        save = partial(self.keep_draft, self._draft_key)
        yield CaptureLine(Context(self.host.now().date()), save, hint=hint, reader=read_here)

    def on_mount(self) -> None:
        """Begin with the first outcome that is unread; a half-typed line comes back."""
        self.redraw()
        waiting = [one.uid for one in self.outcomes if one in unread(self.record)]
        if waiting:
            self.go_to(waiting[0])
        self._list.focus()
        self.bring_back(self._draft_key)

    @property
    def _list(self) -> HearingsPane:
        return self.query_one(HearingsPane)

    @property
    def outcomes(self) -> list[Outcome]:
        """The outcomes that are read here, in reading order."""
        found = [one for one in self.record.live if self.item_uid in (None, one.item_uid)]
        if self.only_gaps:
            found = [one for one in found if self._needs_words(one)]
        return found

    def _needs_words(self, outcome: Outcome) -> bool:
        """Whether something is missing, vague or not agreed."""
        cautions = cautions_of(outcome, self.day, self.host.calendar)
        return bool(gaps_of(self.record, outcome) or cautions or outcome.hearing is Hearing.NOT_AGREED)

    @property
    def day(self) -> date:
        """The day of the meeting, in its zone."""
        meeting = self.record.meeting
        return meeting.local(meeting.started_at or self.host.now()).date()

    @property
    def outcome(self) -> Outcome | None:
        """The outcome that is being read."""
        return next((one for one in self.outcomes if one.uid == self._list.cursor), None)

    def wanted(self) -> Outcome | None:
        """The outcome that is being read; None after saying that there is nothing to read."""
        if self.outcome is None:
            self.report(tr("There is nothing to read back"))
        return self.outcome

    def unread_after(self, outcome: Outcome) -> Outcome | None:
        """The next outcome that is unread, looked for behind `outcome` first, then from the top."""
        uids = [one.uid for one in self.outcomes]
        at = uids.index(outcome.uid) + 1 if outcome.uid in uids else 0
        waiting = unread(self.record)
        return next((one for one in self.outcomes[at:] + self.outcomes[:at] if one in waiting), None)

    def go_to(self, uid: str) -> None:
        """Read the outcome with `uid`, also when it was left out so far."""
        if uid not in [one.uid for one in self.outcomes]:
            self.only_gaps = False
            self.redraw()
        self._list.cursor = uid

    def redraw(self) -> None:
        """Read the meeting anew and draw it; a reader whose outcome is gone stands at the next one."""
        self.record = self.host.store.record(self.meeting_uid)
        if self.item_uid is None and self.record.meeting.phase is not Phase.READBACK:
            self.call_later(self.show_stage)
        self._voided = voided_between(self._drawn, self.record)
        self._drawn = self.record
        self._line_context = lines.context(self.record, self.host.directory, self.day, self.host.calendar)
        uids = [one.uid for one in self.outcomes]
        if uids and self._list.cursor not in uids:
            self._list.cursor = uids[min(self._place, len(uids) - 1)]
        self._over = over_words(self.record, self.host.now())
        self._draw_panes()
        self._draw_outcome()
        if self._voided:
            self.report(self._voided, Report.WARNING)

    def on_resize(self) -> None:
        """Draw the list for the room there is now."""
        self.call_after_refresh(self._draw_panes)

    def _draw_panes(self) -> None:
        """What is read, and who signs: under the list where there is no pane for it."""
        self._list.border_title = Content(tr("Only those with gaps") if self.only_gaps else tr("Readback"))
        self._list.show(self.record, self.outcomes, self._undecided())
        signatures = self.query_one(SignaturesPane)
        signatures.show(self.record, self.host.now())
        self._list.border_subtitle = "" if signatures.display else signatures.border_title

    def _undecided(self) -> list[Proposal]:
        """What was proposed for what is read here, and is not decided."""
        found = waiting(self.record, self.host.store.proposals(self.meeting_uid))
        return [one for one in found if self.item_uid in (None, one.item_uid)]

    def _draw_outcome(self) -> None:
        """The card, and what a line typed now is about."""
        card, outcome = self.query_one(OutcomeCard), self.outcome
        self._read_lines_for(outcome)
        self._tell_room()
        if outcome is None:
            card.border_title = card.border_subtitle = Content()
            card.show_nothing(only_gaps=self.only_gaps)
            return
        uids = [one.uid for one in self.outcomes]
        self._place = uids.index(outcome.uid)
        where = Content.styled(f"{self._place + 1} / {len(uids)}", "bold")
        card.border_title = Content("  ").join([where, hearing_words(outcome.hearing)])
        question = no_quorum(self.record) or Content(tr("Ask the room: agreed, or any objection?"))
        card.border_subtitle = Content.styled(self._over, "$warning") if self._over else question
        card.show(ReadOut(self.record, outcome, cautions_of(outcome, self.day, self.host.calendar)))

    def _tell_room(self) -> None:
        """Let the window for the room show what is read here."""
        if self.is_seen:
            self.host.read_out(self.meeting_uid, self.outcome.uid if self.outcome else "")

    def on_screen_resume(self) -> None:
        """Back from the signatures, it is read again."""
        self._tell_room()

    def on_unmount(self) -> None:
        """Nothing is read any more."""
        self.host.read_out(self.meeting_uid)

    def _read_lines_for(self, outcome: Outcome | None) -> None:
        line = self.query_one(CaptureLine)
        parent = parent_of(self.record, outcome) if outcome else ""
        line.parents = (parent,) if parent else ()
        line.context = replace(
            self._line_context,
            last_kind=Kind(outcome.kind) if outcome else None,
            last_number=outcome.number if outcome else None,
        )

    @property
    def people(self) -> People:
        """Who may be meant by a name."""
        return self._line_context.people

    def on_list_pane_highlighted(self, event: ListPane.Highlighted) -> None:
        """The cursor stands on another outcome."""
        if event.pane is self._list:
            self._draw_outcome()

    def bar(self, now: datetime) -> BarState:
        """The meeting's bar."""
        return meeting_bar(self.record, now)

    def tick(self, now: datetime) -> None:
        """Say once that time is over."""
        words = over_words(self.record, now)
        if words != self._over:
            self.redraw()
            if words:
                self.report(words, Report.WARNING)

    def report(self, text: str, tone: Report = Report.NOTE) -> None:
        """Say `text`; with what has happened, whose signatures it made void."""
        if self._voided and tone is Report.DONE:
            text, tone = f"{text} · {self._voided}", Report.WARNING
        super().report(text, tone)

    def done(self, words: str, tone: Report = Report.DONE) -> None:
        """Say what has happened."""
        self.report(words, tone)
