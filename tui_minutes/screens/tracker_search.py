"""What of the ledger is shown: the search line, the form that fills it, an order, a grouping (T1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from tui_minutes.domain.filters import Key, State, Term
from tui_minutes.domain.filters.completion import Vocabulary
from tui_minutes.domain.filters.spelling import term_text
from tui_minutes.domain.meeting import Level, is_hidden
from tui_minutes.domain.outcomes import Status
from tui_minutes.i18n import current_language, mark, tr, tr_late
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.ledger_filter import filter_form, filter_text
from tui_minutes.screens.tracker_pager import ORDERS
from tui_minutes.store import naming

if TYPE_CHECKING:
    from tui_minutes.screens.dialogs.ask import Values
    from tui_minutes.screens.tracker_view import TrackerView

PAUSE_SECONDS = 0.15
"""So long a pause in the typing is taken for an end of it."""

_GROUP_WORDS = {
    "": mark("no headings"),
    "owner": mark("owner"),
    "meeting": mark("meeting"),
    "department": mark("department"),
    "status": mark("status"),
}
"""What the ledger can be grouped by (`domain.tracking.GROUPINGS`), nothing first, in words."""


class Searching:
    """Decides for the screen which rows are shown, and in which order."""

    def __init__(self, screen: TrackerView) -> None:
        self._screen = screen
        self._meetings: tuple[tuple[str, str], ...] = ()
        self._labels: tuple[str, ...] = ()
        self._loaded = ""
        self._waiting: Timer | None = None

    def vocabulary(self) -> Vocabulary:
        """What the search line may know."""
        host = self._screen.host
        return Vocabulary(
            self._screen.today,
            host.calendar,
            host.zone,
            me=host.entered_by,
            people=host.people,
            meetings=self._meetings,
            labels=self._labels,
        )

    def read_names(self) -> None:
        """Read what the ledger names, so that a key in the search line reads nothing."""
        found = naming.meetings()
        self._meetings = tuple((number, title) for number, title, level in found if not self._covered(level))
        self._labels = tuple(naming.labels())

    def begin(self) -> None:
        """Type what is wanted."""
        self.read_names()
        self._screen.search.add_class("-shown")
        self._screen.search.focus_field()

    def end(self) -> None:
        """Put the search line away; what is typed in it goes on."""
        if self._waiting is not None:
            self._waiting.stop()
            self._show_typed()
        self._screen.search.remove_class("-shown")
        self._screen.table.focus()

    def want(self, text: str, view: str = "") -> None:
        """Show what `text` asks for; `view` is its name when it has one."""
        self._screen.view, self._loaded = view, text
        self._screen.search.load(text)
        self._screen.show_rows(from_top=bool(text))

    def typed(self) -> None:
        """Show what the search line asks for now; a view goes on until its text is changed."""
        if self._screen.search.text == self._loaded:
            return
        self._screen.view, self._loaded = "", self._screen.search.text
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self._screen.set_timer(PAUSE_SECONDS, self._show_typed)

    def _show_typed(self) -> None:
        self._waiting = None
        self._screen.show_rows(from_top=True)

    def want_state(self, state: State | Status) -> None:
        """Show what is in a state; once more shows everything again."""
        text = term_text(Term(Key.STATE, (state,)), current_language())
        self.want("" if self._screen.search.text == text else text)

    def everything(self) -> None:
        """Show the whole ledger by what needs attention, without headings."""
        self._screen.order, self._screen.grouped = "attention", ""
        self.want("")

    def form(self) -> None:
        """Choose from lists what the search line asks for."""
        screen, wanted = self._screen, self._screen.search.filter

        def answered(values: Values | None) -> None:
            if values is not None:
                self.want(filter_text(values, wanted))

        self.read_names()
        form = filter_form(wanted, naming.owners(), naming.departments(), self._meetings)
        screen.app.push_screen(form, answered)

    def _covered(self, level: str) -> bool:
        """Whether words of that level are not to be seen now (B7)."""
        return is_hidden(Level(level)) and not self._screen.host.revealed

    def group(self) -> None:
        """Choose by what the rows stand together."""

        def chosen(key: str | None) -> None:
            if key is not None:
                self._screen.grouped = key
                self._screen.show_rows()

        options = [Option(key, tr_late(words)) for key, words in _GROUP_WORDS.items()]
        self._screen.app.push_screen(Choose(tr("Group by"), options, current=self._screen.grouped), chosen)

    def sort_next(self) -> None:
        """The next order."""
        orders = list(ORDERS)
        self.sort(orders[(orders.index(self._screen.order) + 1) % len(orders)])

    def sort(self, order: str) -> None:
        """Show it in another order, without headings."""
        self._screen.order, self._screen.grouped = order, ""
        self._screen.show_rows()
