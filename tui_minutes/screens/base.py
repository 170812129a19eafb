"""What all screens share: calls of services, refusals in words, drafts, stray keys, what is revealed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Concatenate, ParamSpec, TypeVar, cast

from textual import events

from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import mark, tr
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.drawn import DrawnScreen
from tui_minutes.screens.errands import Errand
from tui_minutes.screens.revealing import leave_covered
from tui_minutes.screens.waiting import waiting_text
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui_minutes.domain.command import Command
    from tui_minutes.screens.export import Exportable
    from tui_minutes.store.store import Store
    from tui_minutes.widgets.capture_line import CaptureLine

P = ParamSpec("P")
T = TypeVar("T")


class BaseScreen(DrawnScreen):
    """A screen draws itself from the store and lets services do the rest.

    `meeting_uid` is that of the meeting it shows.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("screen.back", "escape", mark("Back"), show=False),
        bind("screen.export", "ctrl+e", mark("Export"), show=False),
    ]

    meeting_uid: str | None = None

    def show_stage(self) -> None:
        """Show the meeting where it stands now; under a dialog, once this screen is in front again."""
        if self.app.screen is not self:
            self._stale = True
        elif self.meeting_uid:
            self.host.open_meeting(self.meeting_uid)

    def run(
        self, service: Callable[Concatenate[Store, Command, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """Call a service: its result; None when it was refused (said in the status line) or has to wait."""
        results: list[T] = []
        self._call(
            partial(service, self.host.store, self.host.command(self.by), *args, **kwargs), results.append
        )
        return results[0] if results else None

    def did(
        self, service: Callable[Concatenate[Store, Command, P], object], *args: P.args, **kwargs: P.kwargs
    ) -> bool:
        """Like `run`, for a service without a result: whether it was done."""
        results: list[object] = []
        self._call(
            partial(service, self.host.store, self.host.command(self.by), *args, **kwargs), results.append
        )
        return bool(results)

    def take(
        self,
        typed: CaptureLine.Submitted,
        service: Callable[Concatenate[Store, Command, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T | None:
        """Like `run`, for a typed line: a refusal gives the text back, waiting keeps it for later."""
        results: list[T] = []
        call = partial(service, self.host.store, self._command(self.by, typed), *args, **kwargs)
        self._call(call, results.append, typed)
        return results[0] if results else None

    def carry_out(
        self,
        work: Callable[[Store, Command], T],
        then: Callable[[T], None],
        typed: CaptureLine.Submitted | None = None,
        again: Callable[[str], None] | None = None,
        by: str | None = None,
    ) -> None:
        """Let `work` call a service; `then` gets the result once it is on disk, which may be in a moment.

        `again` is told in words why it was refused, so that a form comes back with what was typed. `by` is
        whose act it is, where it is not that of the screen.
        """
        command = self._command(self.by if by is None else by, typed)
        self._call(partial(work, self.host.store, command), then, typed, again)

    def _command(self, by: str, typed: CaptureLine.Submitted | None) -> Command:
        """A fresh command, known to the line that it comes from."""
        command = self.host.command(by)
        if typed:
            typed.carried_out(command.id)
        return command

    def bring_back(self, key: str, stored: Collection[str] = ()) -> None:
        """Put the draft kept under `key` into the line, but nothing that was carried out, or is `stored`."""
        if self.line:
            self.line.restore(self.host.drafts.read(key), self.host.store.carried_out, stored)

    def keep_draft(self, key: str, draft: str) -> None:
        """Keep what is half typed under `key`; when the disk refuses, say so and go on."""
        try:
            self.host.drafts.write(key, draft)
        except Refused as refused:
            self.report(refusal_text(refused), Report.REFUSED)

    @property
    def by(self) -> str:
        """Whose act a command of this screen is; "" for the one who types."""
        return ""

    def _call(
        self,
        call: Callable[[], T],
        then: Callable[[T], object],
        typed: CaptureLine.Submitted | None = None,
        again: Callable[[str], None] | None = None,
    ) -> None:
        def done(result: T) -> None:
            if typed:
                typed.saved()
            self.redraw_if_stale()
            then(result)

        def refused(why: Refused) -> None:
            if typed:
                typed.refused()
            self.report(refusal_text(why), Report.REFUSED)
            if again:
                again(refusal_text(why))

        def waiting(why: Refused) -> None:
            if typed:
                typed.waits()
            self.report(waiting_text(why, self.host.errands.kept_at), Report.WARNING)

        def kept() -> None:
            if typed:
                typed.kept()

        uid = self.meeting_uid
        self.host.errands.do(
            Errand(call, done, refused, waiting, kept, lambda: self._named(uid), typed.raw if typed else "")
        )

    def _named(self, meeting_uid: str | None) -> str:
        """A meeting as people call it; "" for none."""
        if meeting_uid is None:
            return ""
        meeting = self.host.store.record(meeting_uid).meeting
        return f"{meeting.number} {meeting.title}"

    @property
    def line(self) -> CaptureLine | None:
        """The capture line, on the screens that have one."""
        found = self.query("CaptureLine")  # by name: its parser is imported by the screens that have it
        return cast("CaptureLine", found.first()) if found else None

    def on_key(self, event: events.Key) -> None:
        """A character that is no shortcut goes to the line: an input method may be on.

        So do those typed right after it, which came before the line had the focus.
        """
        line = self.line
        if line is None or not event.is_printable or event.character is None:
            return
        if line.is_typing or event.key not in self.active_bindings:
            event.stop()
            line.take(event.character)

    def action_reveal(self) -> None:
        """Show what is confidential until the program ends, or hide it again (B7)."""
        self.host.revealed = not self.host.revealed
        self.redraw()
        shown = tr("What is confidential is shown until it is hidden again, or the program ends")
        self.report(shown if self.host.revealed else tr("What is confidential is hidden"))
        leave_covered(self.host)

    def exports(self) -> Sequence[Exportable]:
        """What the screen shows, as it can be had in files: of a meeting the papers of its stage."""
        if self.meeting_uid is None:
            return ()
        from tui_minutes.domain.papers import AT
        from tui_minutes.screens.exports import of_meeting

        record = self.host.store.record(self.meeting_uid)
        return of_meeting(self.host, record, AT[record.meeting.phase])

    def action_export(self) -> None:
        """Write what the screen shows into a file (F4)."""
        from tui_minutes.screens.export import FileExport

        FileExport(self.host, self.exports()).ask()

    def action_back(self) -> None:
        """Go back to the screen below, else to Home; a second key right after it does no more."""
        if not self.is_active:
            return
        if len(self.app.screen_stack) > 2:
            self.app.pop_screen()
        else:
            self.host.open_home()
