"""Meetings that come from outside: what is in the files, and what it would do, before any is stored (B8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from tui_minutes.domain.inviting.incoming import DOES_SOMETHING, Judged, Treatment
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import mark, ntr, tr
from tui_minutes.i18n.incoming import changes, counts_text, details, title_text, treatment_text, when_text
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.arriving import ArrivingScreen
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.screens.reading_aside import read_aside
from tui_minutes.services import incoming, invited
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.status_line import Report

_MARKS = {
    Treatment.NEW: ("+", "bold $success"),
    Treatment.CHANGED: ("≠", "bold $accent"),
    Treatment.OFF: ("∅", "bold $warning"),
    Treatment.LEFT_OUT: ("∅", "bold $warning"),
}
_OPENS = (Treatment.SAME, Treatment.BEGUN, Treatment.OWN, Treatment.OLDER)
"""Where Enter shows the meeting that is here, when there is nothing to take over."""

_PAST = timedelta(days=1)
"""Of several meetings those that are over for so long are left out, unless they are asked for."""


class IncomingScreen(ArrivingScreen):
    """Each meeting with what is in it; Enter takes over all that are marked, the space bar leaves one out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("incoming.take", "ctrl+s f2", mark("Take over")),
        bind("incoming.leave_out", "space f6", mark("Leave out, or take")),
        bind("incoming.read_again", "r f5", mark("Read again")),
        bind("incoming.reveal", "ctrl+r", mark("Show confidential words"), show=False),
    ]

    def __init__(self, *paths: str) -> None:
        super().__init__()
        self._paths = [Path(path) for path in paths]
        self._found: list[Judged] = []
        self._wrong: list[str] = []
        self._turned: set[tuple[str, str]] = set()  # left out, or taken after all; however often it is read

    def title_text(self) -> str:
        """The files."""
        return tr("From outside: {file}", file=", ".join(clean(path.name) for path in self._paths))

    def levels(self) -> Iterable[Level]:
        """The levels of the meetings."""
        return (one.incoming.plan.level for one in self._found)

    def redraw(self) -> None:
        """Read the files and show what is in them."""
        read_aside(self, self._read, self._show)

    def _read(self) -> tuple[list[Judged], list[str]]:
        found: list[Judged] = []
        wrong: list[str] = []
        zone = self.host.zone.key
        for path in self._paths:
            try:
                brought = incoming.read(path, zone)
                found += incoming.look(self.host.store, brought, zone, self.host.now())
            except Refused as refused:
                wrong.append(refusal_text(refused))
        return incoming.newest(found), wrong

    def _show(self, read: tuple[list[Judged], list[str]]) -> None:
        self._found, self._wrong = read
        self._show_rows()
        if self._wrong:
            self.report(tr("Not every file can be taken over; r reads them again"), Report.WARNING)

    def _is_wanted(self, one: Judged) -> bool:
        start, now = one.incoming.plan.start, self.host.now().astimezone(self.host.zone)
        is_past = start is not None and start + _PAST < now.replace(tzinfo=None)
        return one.treatment in DOES_SOMETHING and not (is_past and len(self._found) > 1)

    @property
    def _chosen(self) -> list[Judged]:
        """What is to be taken over."""
        return [one for one in self._found if self._is_chosen(one)]

    def _is_chosen(self, one: Judged) -> bool:
        return self._is_wanted(one) is not (_event(one) in self._turned)

    def _show_rows(self) -> None:
        rows = [self._row(nth, one) for nth, one in enumerate(self._found)]
        cross = Content.styled(f" {glyph('✗')} ", "bold $error")
        for nth, said in enumerate(self._wrong):
            rows.append(Row((Content.styled(clean(said), "$error"),), f"!{nth}", cross))
        self.rows.border_title = Content(counts_text(self._found))
        self.rows.border_subtitle = Content(
            ntr("Enter takes over {n} meeting", "Enter takes over {n} meetings", len(self._chosen))
            if self._chosen
            else tr("Nothing is to be taken over")
        )
        self.rows.show_rows(rows)

    def _row(self, nth: int, one: Judged) -> Row:
        """When and what it is; under it what is in it, or what it changes."""
        reveal, known = self.host.revealed, one.known
        shape, style = _MARKS.get(one.treatment, ("=", "$faint"))
        taken = self._is_chosen(one)
        head = Content.styled(f" {glyph(shape if taken else '·')} ", style if taken else "$faint")
        words = Content.styled(title_text(one.incoming, reveal=reveal), "bold" if taken else "$faint")
        becomes = " ".join(
            part for part in (known.number if known else "", treatment_text(one.treatment)) if part
        )
        lines = [words, Content(when_text(one.incoming.plan)) + Content.styled(f"  {becomes}", style)]
        if one.treatment in (Treatment.NEW, Treatment.BEFORE):
            lines += [_detail(name, said) for name, said in details(one, reveal=reveal)]
        else:
            lines += [Content(said) for said in changes(one, reveal=reveal)]
        return Row((*lines, Content()), key=str(nth), head=head)

    def on_list_pane_chosen(self) -> None:
        """Enter takes over all that are marked."""
        self.action_take()

    def action_leave_out(self) -> None:
        """Leave the meeting under the cursor out, or take it after all."""
        key = self.rows.cursor or ""
        one = self._found[int(key)] if key.isdecimal() else None
        if one is None or one.treatment not in (*DOES_SOMETHING, Treatment.BEFORE):
            self.report(tr("There is nothing to take over of it"), Report.REFUSED)
            return
        self._turned ^= {_event(one)}
        self._show_rows()

    def action_take(self) -> None:
        """Take over what is marked; of a plan that was used before ask whether another meeting is meant."""
        chosen = self._chosen
        before = [one for one in self._found if one.treatment is Treatment.BEFORE]
        if chosen:
            self._take(chosen)
        elif len(before) == 1 == len(self._found):
            self._ask_another(before[0])
        elif len(self._found) == 1 and self._found[0].known and self._found[0].treatment in _OPENS:
            self._leave_for(self._found[0].known.uid)
        else:
            self.report(tr("There is nothing to take over"), Report.WARNING)

    def _ask_another(self, one: Judged) -> None:
        known = one.known
        if known is None:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._take([one])
            elif yes is not None:
                self._leave_for(known.uid)

        lines = [
            tr("{number} was made of {file} before.", number=known.number, file=one.incoming.file),
            tr("n opens {number}", number=known.number),
        ]
        question = Confirm(tr("Make another meeting of it?"), lines, yes=tr("make another"))
        self.app.push_screen(question, answered)

    def _take(self, chosen: list[Judged]) -> None:
        wanted = [one.incoming for one in chosen]
        again = tuple(one.incoming.event for one in chosen if one.treatment is Treatment.BEFORE)

        def done(uids: list[str]) -> None:
            if len(chosen) == 1 and chosen[0].treatment not in (Treatment.OFF, Treatment.LEFT_OUT):
                self._leave_for(uids[0])
                return
            self.action_back()
            self.host.notify(tr("Taken over: {counts}", counts=counts_text(chosen)))

        self.carry_out(lambda store, command: invited.take(store, command, wanted, again), done)

    def _leave_for(self, meeting_uid: str) -> None:
        self.action_back()
        self.host.open_meeting(meeting_uid)


def _event(one: Judged) -> tuple[str, str]:
    return one.incoming.event, one.incoming.recurrence


def _detail(name: str, said: str) -> Content:
    return Content.styled(f"{name}  " if name else "", "$faint") + Content(clean(said))
