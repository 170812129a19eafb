"""What a standup shows: one round, large enough for a room, with the line under it (T9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.agenda import AgendaItem, ItemState
from tui_minutes.domain.outcomes import Outcome
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.standup import Grouping, Matter, Section, Standup, time_left, tone
from tui_minutes.domain.standup_summary import said
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import dates, ntr, tr
from tui_minutes.i18n.standups import round_name
from tui_minutes.screens.ledger_screen import LedgerScreen
from tui_minutes.services import standup_rounds
from tui_minutes.widgets.capture_line import CaptureLine
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.outcome_detail import OutcomeDetail
from tui_minutes.widgets.standup_head import HeadState, StandupHead
from tui_minutes.widgets.standup_list import StandupList
from tui_minutes.widgets.top_bar import BarState


class StandupView(LedgerScreen):
    """Reads the standup and the round on the table after each change."""

    standup: Standup
    record: MeetingRecord

    def __init__(self, meeting_uid: str) -> None:
        super().__init__()
        self.meeting_uid: str = meeting_uid
        self.matters: tuple[Matter, ...] = ()
        self._placed: dict[str, Section] = {}
        self._round: str | None = None

    def body(self) -> Iterable[Widget]:
        """Who, what, the detail beside it where there is room, the line."""
        yield StandupHead(id="head")
        with Horizontal():
            yield StandupList(id="matters")
            yield OutcomeDetail(id="detail")

    def on_mount(self) -> None:
        """Begin in the list."""
        self.list.focus()

    @property
    def list(self) -> StandupList:
        """What the round is about."""
        return self.query_one(StandupList)

    @property
    def selected(self) -> LedgerRow | None:
        """The outcome under the cursor; None while the screen is being made."""
        panes = self.query(StandupList)
        matter = panes.first().selected if panes else None
        return matter.row if matter else None

    def seen(self, number: str) -> Outcome | None:
        """The outcome with `number` as it stands on the screen, else as it stands in the ledger."""
        shown = (one.row.outcome for one in self.matters if one.row.outcome.number == number.upper())
        return next(shown, None) or self.host.store.outcome_by_number(number)

    @property
    def item(self) -> AgendaItem | None:
        """The round on the table."""
        return self.record.current_item

    @property
    def person(self) -> str:
        """The person shown; "" in a round of what nobody owns, of a department or of a meeting."""
        owners = self.standup.grouped_by is Grouping.OWNER
        return self.item.title if owners and self.item else ""

    @property
    def by(self) -> str:
        """Updates are the word of the person shown; elsewhere of whoever owns what is under the cursor."""
        row = self.selected
        owner = row.outcome.owners[0] if row and row.outcome.owners else ""
        return self.person or owner

    def redraw(self) -> None:
        """Read the round anew; what was shown in a section stays there until the round is left."""
        self.read()
        if not self.goes_on:
            self.show_stage()
            return
        uid = self.item.uid if self.item else None
        if uid != self._round:
            self._round, self._placed = uid, {}
        self.matters = self._matters()
        self._placed |= {one.row.outcome.uid: one.section for one in self.matters}
        notes = said(self.record, uid)
        self.list.show(self.matters, notes, self.showing, self._since(), self.person)
        self.show_detail()

    def read(self) -> None:
        """Read how far the standup is."""
        self.standup = standup_rounds.standup_of(self.host.store, self.meeting_uid)
        self.record = self.host.store.record(self.meeting_uid)

    @property
    def goes_on(self) -> bool:
        """Whether the standup still runs: another program may have ended it."""
        return self.record.meeting.ended_at is None

    def _matters(self) -> tuple[Matter, ...]:
        if self.item is None:
            return ()
        return standup_rounds.matters_of(
            self.host.store, self.standup, self.item.title, self.host.now(), self._placed
        )

    def _since(self) -> str:
        if self.standup.since is None:
            return tr("Changed in the last 7 days")
        local = self.record.meeting.local(self.standup.since)
        return tr("Changed since {day} {clock}", day=dates.day_short(local), clock=dates.clock(local))

    def show_detail(self) -> None:
        """Show what is under the cursor with its history, and whose word an update would be."""
        row = self.selected
        history = self.host.store.history(row.outcome.uid) if row else ()
        self.query_one(OutcomeDetail).show(row, history, self.showing)
        line = self.query_one(CaptureLine)
        by = self.by or self.host.entered_by
        line.border_title = Content(tr("Record {dot} {name} says", dot=glyph("·"), name=by))

    def name_of(self, item: AgendaItem) -> str:
        """What a round is called."""
        return round_name(self.standup.grouped_by, item.title)

    def bar(self, now: datetime) -> BarState:
        """The standup, which round of how many, and how long it has gone on."""
        local = now.astimezone(self.host.zone)
        meeting, agenda = self.record.meeting, self.record.agenda
        note = f"{self.item.position} / {len(agenda)}" if self.item else ""
        return BarState(
            meeting.title, meeting.number, note, clock=dates.clock(local), spent=self.record.elapsed(now)
        )

    def tick(self, now: datetime) -> None:
        """The time left, which a second has changed."""
        self.query_one(StandupHead).show(self._head(now))

    def _head(self, now: datetime) -> HeadState:
        agenda, item = self.record.agenda, self.item
        if item is None:
            return HeadState(name=tr("Nothing is open"), counts=tr("Type what is new, or end with F9."))
        each = self.standup.seconds_each
        left = time_left(each, item.spent(now))
        return HeadState(
            name=self.name_of(item),
            note=self._note(),
            counts=self._counts(),
            left=left,
            each=timedelta(seconds=each),
            tone=tone(each, left),
            rounds=agenda,
            names=tuple(self.name_of(one) for one in agenda),
            at=[one.uid for one in agenda].index(item.uid),
        )

    def _note(self) -> str:
        """The department of the person shown, or the title of the meeting, and how many are still to come."""
        rows = [one.row for one in self.matters if one.section is not Section.HELPING]
        match self.standup.grouped_by:
            case Grouping.OWNER:
                about = next((one.outcome.department for one in rows if self.person), "")
            case Grouping.MEETING:
                about = rows[0].meeting_title if rows and not self.showing.hides(rows[0]) else ""
            case Grouping.DEPARTMENT:
                about = ""
        waiting = sum(one.state is ItemState.PENDING for one in self.record.agenda)
        left = ntr("{n} to come", "{n} to come", waiting) if waiting else tr("the last one")
        return f" {glyph('·')} ".join(part for part in (about, left) if part)

    def _counts(self) -> str:
        counted = {section: sum(one.section is section for one in self.matters) for section in Section}
        needing = sum(bool(one.reasons) for one in self.matters if one.section is not Section.HELPING)
        many = len(self.matters) - counted[Section.HELPING]
        parts = [
            (counted[Section.CHANGED], ntr("{n} changed", "{n} changed", counted[Section.CHANGED])),
            (needing, ntr("{n} needs attention", "{n} need attention", needing)),
            (many, ntr("{n} in all", "{n} in all", many)),
        ]
        return f" {glyph('·')} ".join(words for n, words in parts if n)
