"""The capture line: what people say is typed here, and what it will be taken for stands under it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import ClassVar, TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input

from tui_minutes.domain import capture
from tui_minutes.domain.capture import Context, Kind, Reading
from tui_minutes.domain.latest import latest
from tui_minutes.domain.regex import regex
from tui_minutes.i18n import tr
from tui_minutes.widgets import capture_messages as said
from tui_minutes.widgets.line_draft import DRAFT_SECONDS, Earlier, LineDraft
from tui_minutes.widgets.line_input import LineInput
from tui_minutes.widgets.reading import ReadingView
from tui_minutes.widgets.unsaved_lines import UnsavedLines

_PARENT_AT_END = regex(r"\s+for \S+$")


class CaptureLine(Vertical):
    """The line with its live reading. `save` keeps a draft; `hint` stands in the empty line.

    A screen sets `context` and `parents` after each change, so that a key reads nothing from the store. What
    was entered is out of the line at once: the handler of `Submitted` says `saved()` or `refused()`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "earlier(-1)", show=False),
        Binding("down", "earlier(1)", show=False),
        Binding("ctrl+b", "next_parent", show=False),
        Binding("escape", "leave_earlier", show=False),
    ]

    Submitted: TypeAlias = said.Submitted
    Pasted: TypeAlias = said.Pasted
    EditEarlier: TypeAlias = said.EditEarlier
    Undo: TypeAlias = said.Undo
    Redo: TypeAlias = said.Redo

    def __init__(
        self,
        context: Context,
        save: Callable[[str], None],
        *,
        hint: str = "",
        reader: Callable[[str, Context], Reading] | None = None,
        id: str = "capture",  # noqa: A002 - as Textual calls it
    ) -> None:
        super().__init__(id=id)
        self._field = LineInput(self._complete, self._enter, id=f"{id}-input")
        self._meeting = context
        self._save = save
        self._read = latest(reader or _parse)
        self._hint = hint
        self._editing: Earlier | None = None
        self._aside = ""
        self.unsaved = UnsavedLines()
        self._timer: Timer | None = None
        self._to_be_read = False
        self.parents: tuple[str, ...] = ()
        self.standing: Callable[[str], str] = lambda _: ""

    def compose(self) -> ComposeResult:
        """The field, and under it the reading."""
        yield self._field
        yield ReadingView()

    def on_mount(self) -> None:
        """Say what the line is for."""
        self._field.placeholder = self._hint
        self.show_title()

    def on_unmount(self) -> None:
        """Leave a draft of what is half typed."""
        if self._timer is not None:
            self.save_draft()

    @property
    def is_typing(self) -> bool:
        """Whether keys go to the field from now on."""
        return self.screen.focused is self._field

    @property
    def context(self) -> Context:
        """What the reading may know; setting it reads the line anew."""
        return self._meeting

    @context.setter
    def context(self, context: Context) -> None:
        self._meeting = context
        if self.is_mounted:
            self._show_reading()

    def read(self, raw: str) -> Reading:
        """What `raw` is taken for now; what was read last is not read again."""
        return self._read(raw, self._meeting)

    def take(self, text: str) -> None:
        """Type `text` at the end of the line and stay there: it was typed elsewhere."""
        field = self._field
        self.screen.set_focus(field)  # at once: the next letter may be on its way already
        field.replace(text, len(field.value), len(field.value))

    def focus_field(self) -> None:
        """Type here from now on."""
        self._field.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Read the line anew, once the key can be seen, and keep it before long."""
        event.stop()
        if not self._to_be_read:
            self._to_be_read = True
            self.call_after_refresh(self._read_anew)
        self._save_soon()

    def _save_soon(self) -> None:
        if self._timer is None:
            self._timer = self.set_timer(DRAFT_SECONDS, self.save_draft)

    def _read_anew(self) -> None:
        self._to_be_read = False
        if self.is_attached:  # it may have been closed meanwhile
            self._show_reading()

    def _show_reading(self) -> None:
        text = self._field.value
        default = self.parents[0] if self.parents else ""
        reading = self.read(text) if text.strip() else None
        stands = self.standing(reading.number) if reading and reading.number else ""
        for view in self.query(ReadingView):  # none any more while the line is being closed
            view.show(reading, default, stands)

    def _complete(self, text: str, cursor: int) -> list[capture.Completion]:
        return capture.complete(text, cursor, self._meeting)

    def _enter(self, raw: str) -> None:
        """Hand the line to the screen, which answers before anything of this is drawn."""
        editing, number = self._editing, self.unsaved.add(raw)
        self._leave()
        self.post_message(self.Submitted(self, raw, editing, number))

    def settle(self, submitted: said.Submitted, *, kept: bool) -> None:
        """What was entered is on disk, or goes back into the line before what was typed since.

        A command comes back selected: who types on without a look does not add to it.
        """
        waiting = self.unsaved.waiting
        self.unsaved.settle(submitted.number)
        self._save_soon()
        if waiting != self.unsaved.waiting:
            self.show_title()
        if not kept:
            since = self._field.value
            if submitted.editing:
                self.show_earlier(submitted.editing, submitted.raw)
            else:
                self._field.load(f"{submitted.raw} {since}" if since else submitted.raw)
                if not since and self.read(submitted.raw).kind is Kind.COMMAND:
                    self._field.select_all()

    def on_line_input_pasted_lines(self, event: LineInput.PastedLines) -> None:
        """Hand a block to the screen."""
        event.stop()
        self.post_message(self.Pasted(self, event.block))

    def on_line_input_nothing_to_undo(self, event: LineInput.NothingToUndo) -> None:
        """Beyond the typing stand the entries."""
        event.stop()
        self.post_message(self.Redo() if event.again else self.Undo())

    def action_earlier(self, step: int) -> None:
        """Ask for an earlier line; below the last one stands the half-typed one again."""
        self.post_message(self.EditEarlier(self, step, self._editing))

    def show_earlier(self, earlier: Earlier, raw: str) -> None:
        """Edit an earlier line; what is half typed is kept aside."""
        if self._editing is None:
            self._aside = self._field.value
        self._editing = earlier
        self.show_title()
        self._field.load(raw)

    def action_leave_earlier(self) -> None:
        """Leave the earlier line as it was."""
        if self._editing is not None:
            self._leave()

    def _leave(self) -> None:
        """Put the half-typed line back after an earlier one was edited."""
        if self._editing is None:
            return
        self._editing = None
        self.show_title()
        self._field.load(self._aside)
        self._aside = ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Escape belongs to the screen unless an earlier line is edited."""
        return action != "leave_earlier" or self._editing is not None

    def action_next_parent(self) -> None:
        """Hang an action on the next of the decisions; after the last one, on the usual one again."""
        field = self._field
        bare = _PARENT_AT_END.sub("", field.value)
        others = list(self.parents[1:])
        named = self.read(field.value).parent
        if bare != field.value and named in others:
            others = others[others.index(named) + 1 :]
        text = f"{bare} for {others[0]}" if others else bare
        field.replace(text, 0, len(field.value))

    def show_title(self) -> None:
        """Say what is typed here, and what cannot be saved yet."""
        title = tr("Correct {label}", label=self._editing.label) if self._editing else tr("Record")
        self.border_title = Content(title)
        waiting, keys = self.unsaved.waiting, tr("Enter save · Tab complete · / commands")
        self.border_subtitle = Content(tr("not saved yet: {lines}", lines=waiting) if waiting else keys)
        self.set_class(self._editing is not None, "-editing")

    @property
    def draft(self) -> str:
        """What stands in the line, with all that is needed to bring it back."""
        field = self._field
        here = LineDraft(field.value, field.cursor_position, self._aside, self._editing, self.unsaved.kept)
        return here.encode()

    def save_draft(self) -> None:
        """Write the draft now."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._save(self.draft)

    def restore(
        self, draft: str, done: Callable[[str], bool] = lambda _: False, stored: Collection[str] = ()
    ) -> None:
        """Bring a draft back, without what reached the store (see `LineDraft.without_done`)."""
        kept = LineDraft.decode(draft).without_done(done, stored)
        self._editing, self._aside = kept.editing, kept.aside
        self.show_title()
        self._field.load(kept.text, kept.cursor)


def _parse(raw: str, context: Context) -> Reading:
    return capture.parse(raw, context)  # imported with the first line that is read
