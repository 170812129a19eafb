"""What is worded ahead for a meeting, item by item: decisions to be put to the room, talks before it (B3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.capture import Context
from tui_minutes.domain.proposals import Proposal, ProposalKind, became
from tui_minutes.i18n import mark, tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Option
from tui_minutes.screens.lists import OrderedScreen
from tui_minutes.screens.proposals_words import as_worded, look_at, proposal_line
from tui_minutes.services import lines, proposals
from tui_minutes.widgets.keys import bind
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.status_line import Report
from tui_minutes.widgets.top_bar import BarState, meeting_bar


class ProposalsScreen(OrderedScreen):
    """The agenda of `meeting_uid` with what is worded ahead under each item; the cursor begins at `at`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bind("proposals.add", "a insert f2", mark("Add")),
        bind("proposals.edit", "e f3", mark("Edit")),
        bind("proposals.remove", "d delete", mark("Remove")),
        bind("proposals.move_up", "K ctrl+up", mark("Move up")),
        bind("proposals.move_down", "J ctrl+down", mark("Move down")),
    ]

    def __init__(self, meeting_uid: str, at: str = "") -> None:
        super().__init__()
        self.meeting_uid: str = meeting_uid
        self._at = at

    def body(self) -> Iterable[Widget]:
        """The list."""
        self._read()
        yield ListPane(id="proposals")

    def on_mount(self) -> None:
        """The keys act on the list."""
        self.redraw()
        self.pane.cursor = self._at or None
        self.pane.focus()

    @property
    def pane(self) -> ListPane:
        """The items with what is worded for them."""
        return self.query_one("#proposals", ListPane)

    @cached_property
    def _line_context(self) -> Context:
        """What a line would be read with, were it typed in the meeting."""
        meeting = self.record.meeting
        day = (meeting.planned_start or meeting.local(self.host.now())).date()
        return lines.context(self.record, self.host.directory, day, self.host.calendar)

    def _read(self) -> None:
        self.record = self.host.store.record(self.meeting_uid)
        self.found = self.host.store.proposals(self.meeting_uid)

    def redraw(self) -> None:
        """Show them as they stand."""
        self._read()
        self.pane.border_title = Content(tr("Worded ahead"))
        self.pane.border_subtitle = Content(tr("Decisions go into the notice; notes of talks go nowhere"))
        self.pane.show_rows(list(self._rows()))

    def _rows(self) -> Iterator[Row]:
        for item in self.record.agenda:
            head = Content.styled(f"{item.position} ", "bold $accent")
            yield Row((Content.styled(item.title, "bold"),), item.uid, head)
            for one in self.found:
                if one.item_uid == item.uid:
                    line = proposal_line(one, became(self.record, one))
                    cautions = [Content.styled(f"! {words}", "$warning") for words in self._cautions(one)]
                    yield Row((line, *cautions), one.uid, Content("   "))
        if not self.record.agenda:
            yield Row((Content.styled(tr("There is no item yet to word something for"), "$faint"),))

    def _cautions(self, one: Proposal) -> list[str]:
        waits = became(self.record, one) is None
        return look_at(one.kind, one.text, self._line_context) if waits else []

    def bar(self, now: datetime) -> BarState:
        """The meeting and its stage."""
        return meeting_bar(self.record, now)

    @property
    def _chosen(self) -> Proposal | None:
        return next((one for one in self.found if one.uid == self.pane.cursor), None)

    @property
    def _item(self) -> AgendaItem | None:
        """The item under the cursor, or whose proposal is there."""
        chosen = self._chosen
        return self.record.item(chosen.item_uid if chosen else self.pane.cursor)

    def on_list_pane_chosen(self, _: ListPane.Chosen) -> None:
        """Enter changes a proposal, or adds one to an item."""
        if self._chosen:
            self.action_edit()
        else:
            self.action_add()

    def action_add(self) -> None:
        """Word something for the item under the cursor."""
        if item := self._item:
            self._add(item, {}, "")

    def _add(self, item: AgendaItem, typed: Values, said: str) -> None:
        def take(values: Values | None) -> None:
            if values is not None:
                self.carry_out(
                    lambda store, command: proposals.add(store, command, item.uid, *self._worded(values)),
                    self._follow,
                    again=lambda why: self._add(item, values, why),
                )

        self.app.push_screen(self._form(item.title, None).filled(typed, said), take)

    def action_edit(self) -> None:
        """Word it otherwise."""
        if one := self._chosen:
            self._edit(one, {}, "")

    def _edit(self, one: Proposal, typed: Values, said: str) -> None:
        def take(values: Values | None) -> None:
            if values is not None:
                self.carry_out(
                    lambda store, command: proposals.change(store, command, one.uid, *self._worded(values)),
                    lambda _: self._follow(one.uid),
                    again=lambda why: self._edit(one, values, why),
                )

        item = self.record.item(one.item_uid)
        self.app.push_screen(self._form(item.title if item else "", one).filled(typed, said), take)

    def _form(self, title: str, one: Proposal | None) -> Ask:
        """The wording is looked at while it is typed, as in the line of the meeting."""
        kinds = [Option(kind, label(kind)) for kind in ProposalKind]
        text, kind = (one.text, one.kind) if one else ("", ProposalKind.DECISION)
        hint = tr("what the room is to agree to @who by fri")

        def note(typed: str) -> str:
            form = self.app.screen
            chosen = form.values["kind"] if isinstance(form, Ask) else kind
            return " · ".join(look_at(ProposalKind(chosen), typed, self._line_context))

        fields = [
            Field("text", tr("Wording"), text, hint=hint, required=True, note=note),
            Field("kind", tr("What it is"), kind, kinds),
        ]
        return Ask(title, fields)

    def _worded(self, values: Values) -> tuple[ProposalKind, str]:
        kind = ProposalKind(values["kind"])
        return kind, as_worded(kind, values["text"], self._line_context)

    def _follow(self, uid: str) -> None:
        """The cursor goes with what was done something to."""
        self.pane.cursor = uid

    def action_remove(self) -> None:
        """Take it away."""
        if (one := self._chosen) and self.did(proposals.remove, one.uid):
            self.report(tr("“{title}” is off the list", title=one.text), Report.DONE)

    def move(self, step: int) -> None:
        """Move it among those of its item."""
        if one := self._chosen:
            self.did(proposals.move, one.uid, step)
