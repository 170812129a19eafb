"""The list of what comes along to the next meeting: kept, left out once, or laid aside for good (B8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from tui_minutes.domain.concealment import VEIL
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.meeting import is_hidden
from tui_minutes.domain.series import Coming, Ending
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.origins import origin_text
from tui_minutes.screens.dialogs.dialog import Dialog
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import ListPane, Row

ANOTHER_DATE = "date"
"""What is wanted before anything is planned."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The keys of what is left out this time, and of what is laid aside; `then` is asked for instead."""

    without: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    then: str = ""


class ComingAlong(Dialog[Answer]):
    """Gives an answer after Enter, None after Escape. `lead` is read first; with it `t` asks for another
    date.

    Everything comes along unless somebody says otherwise: `Space` leaves out what is under the cursor this
    time, `x` for good; the same key takes that back. `before` is an answer to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", show=False, priority=True),
        Binding("space", "skip", show=False),
        Binding("x", "aside", show=False),
        Binding("t", "date", show=False),
    ]

    def __init__(
        self,
        title: str,
        coming: Sequence[Coming],
        ends: Sequence[Ending] = (),
        lead: Sequence[str] = (),
        *,
        revealed: bool,
        before: Answer | None = None,
    ) -> None:
        keys = tr("Enter plan · Space skip once · x drop · Esc back")
        super().__init__(title, tr("t date · {keys}", keys=keys) if lead else keys)
        self._coming, self._ends, self._lead, self._revealed = coming, ends, lead, revealed
        self._without = set(before.without) if before else set()
        self._aside = set(before.aside) if before else set()

    def inside(self) -> Iterable[Widget]:
        """The list."""
        yield ListPane(id="coming")

    def on_mount(self) -> None:
        """Show it; the cursor is on the first thing."""
        self._pane.focus()
        self._show()

    @property
    def _pane(self) -> ListPane:
        return self.query_one("#coming", ListPane)

    def _show(self) -> None:
        self._pane.show_rows(list(self._rows()))

    def _rows(self) -> Iterator[Row]:
        for words in self._lead:
            yield Row((Content.styled(words, "bold"),))
        yield _heading(tr("Comes along")) if self._coming else _heading(tr("Nothing is open"))
        yield from map(self._comes, self._coming)
        if self._ends:
            yield _heading(tr("Ends here"))
            yield from map(self._ending, self._ends)

    def _comes(self, one: Coming) -> Row:
        shape, style, what = glyph("✓"), "$success", origin_text(one.item.origin, one.number)
        if one.key in self._aside:
            shape, style, what = glyph("✗"), "$error", tr("never again")
        elif one.key in self._without:
            shape, style, what = glyph("→"), "$warning", tr("not this time")
        hidden = one.item.level is not None and is_hidden(one.item.level) and not self._revealed
        title = Content.styled(VEIL if hidden else one.item.title, "" if style == "$success" else "$faint")
        return Row(((title, Content.styled(what, "$faint")),), one.key, Content.styled(f"{shape} ", style))

    def _ending(self, one: Ending) -> Row:
        text = VEIL if is_hidden(one.level) and not self._revealed else one.text
        named = f"{one.number} {text}" if one.number else text
        return Row(
            ((Content.styled(named, "$faint"), Content.styled(label(one.by), "$faint")),),
            head=Content.styled(f"{glyph('·')} ", "$faint"),
        )

    def action_skip(self) -> None:
        """Leave out what is under the cursor this time, or take it along after all."""
        self._turn(self._without, self._aside)

    def action_aside(self) -> None:
        """Lay it aside for good, or take it along after all; outcomes are closed in the ledger."""
        under = next((one for one in self._coming if one.key == self._pane.cursor), None)
        if under is not None and not under.lasting:
            self.complain(tr("That is closed in the ledger; here it can be left out once"))
            return
        self._turn(self._aside, self._without)

    def _turn(self, these: set[str], others: set[str]) -> None:
        self.complain("")
        if key := self._pane.cursor:
            others.discard(key)
            these.symmetric_difference_update({key})
            self._show()

    def action_accept(self) -> None:
        """Go on with it."""
        self.dismiss(self._answer())

    def action_date(self) -> None:
        """Ask for another date first; what was left out stays so."""
        if self._lead:
            self.dismiss(self._answer(ANOTHER_DATE))

    def _answer(self, then: str = "") -> Answer:
        return Answer(tuple(sorted(self._without)), tuple(sorted(self._aside)), then)


def _heading(words: str) -> Row:
    return Row((Content(), Content.styled(words, "bold $primary")))
