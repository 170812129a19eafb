"""A vote by name: those in the room who have one, a key for each choice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui_minutes.domain.attendance import Participant
from tui_minutes.domain.voting import Ballot, Choice, counted, majority, total
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.voting import count_text
from tui_minutes.screens.dialogs.dialog import Dialog
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import ListPane, Row
from tui_minutes.widgets.names import with_brackets
from tui_minutes.widgets.wrapping import fit

_LOOKS = {
    Choice.FOR: ("✓", "bold $success"),
    Choice.AGAINST: ("✗", "bold $error"),
    Choice.ABSTAIN: ("–", "$warning"),
    Choice.RECUSED: ("/", "$figure"),
}
_NAME = 40
_AROUND = 14
"""So many rows of the terminal are taken by what stands around the list."""
BY_COUNT = "count"
"""The answer when the vote is not by name."""
WITHDRAWN = "withdrawn"
"""The answer when no vote is to stand any more."""


class VoteDialog(Dialog[tuple[Ballot, ...] | str]):
    """Gives the ballots after Ctrl+S, BY_COUNT after `c`, WITHDRAWN after `x`, None after Escape.

    `about` is what is voted on, `ballots` are filled in, `said` is why they were refused.
    A key says how the person under the cursor votes, and the cursor goes on to the next who has not; a click
    on that row, or Enter, goes from choice to choice.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", show=False, priority=True),
        Binding("1,y", "choose('for')", show=False),
        Binding("2,n", "choose('against')", show=False),
        Binding("3,b", "choose('abstain')", show=False),
        Binding("4,r", "choose('recused')", show=False),
        Binding("5,A", "rest", show=False),
        Binding("0,delete,backspace", "choose('')", show=False),
        Binding("c", "answer('count')", show=False),
        Binding("x", "answer('withdrawn')", show=False),
    ]

    def __init__(
        self,
        title: str,
        about: str,
        voters: Sequence[Participant],
        quorum: Content,
        ballots: Sequence[Ballot] = (),
        said: str = "",
    ) -> None:
        super().__init__(title, tr("5 the rest for · c by count · x take back · Ctrl+S save · Esc back"))
        self._about, self._voters, self._quorum, self._said = about, voters, quorum, said
        self._choices: dict[str, Choice] = {
            one.name: one.choice for one in ballots if one.name in {voter.name for voter in voters}
        }

    def inside(self) -> Iterable[Widget]:
        """What is voted on, who votes, how it stands."""
        yield Static(Content(self._about), classes="lead")
        yield ListPane(id="voters")
        yield Static(id="tally", classes="tally")

    def on_mount(self) -> None:
        """Begin with the first who has not voted."""
        self._draw()
        self._list.styles.height = min(len(self._voters), max(self.app.size.height - _AROUND, 3))
        self._list.focus()
        self.complain(self._said)

    @property
    def _list(self) -> ListPane:
        return self.query_one("#voters", ListPane)

    @property
    def ballots(self) -> tuple[Ballot, ...]:
        """Those chosen so far, in the order of the list."""
        return tuple(
            Ballot(one.name, self._choices[one.name]) for one in self._voters if one.name in self._choices
        )

    def _draw(self) -> None:
        self._list.show_rows([_row(one, self._choices.get(one.name)) for one in self._voters])
        self.query_one("#tally", Static).update(self._tally())

    def _tally(self) -> Content:
        """The keys of the choices; the count so far, what it comes to, and whether there is a quorum."""
        keys = "   ".join(f"{nth} {label(choice)}" for nth, choice in enumerate(Choice, 1))
        count = counted(self.ballots)
        parts = [Content.styled(count_text(count), "bold")]
        if total(count):
            parts.append(Content(label(majority(count))))
        parts += [self._quorum] if self._quorum else []
        dot = Content.styled(f" {glyph('·')} ", "$faint")
        return Content("\n").join([dot.join(parts), Content.styled(keys, "$faint")])

    def action_choose(self, choice: str) -> None:
        """How the person under the cursor votes ("" for not yet); on to the next who has not."""
        name = self._list.cursor
        if name is None:
            return
        self._set(name, Choice(choice) if choice else None)
        waiting = [one.name for one in self._voters if one.name not in self._choices]
        if choice and waiting:
            keys = self._list.keys
            below = [one for one in waiting if keys.index(one) > keys.index(name)]
            self._list.cursor = (below or waiting)[0]

    def _set(self, name: str, choice: Choice | None) -> None:
        if choice is None:
            self._choices.pop(name, None)
        else:
            self._choices[name] = choice
        self.complain("")
        self._draw()

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """The next choice of the person, after the last none."""
        order = [*Choice, None]
        now = self._choices.get(event.key)
        self._set(event.key, order[(order.index(now) + 1) % len(order)])

    def action_rest(self) -> None:
        """All who have not voted are for it."""
        for one in self._voters:
            self._choices.setdefault(one.name, Choice.FOR)
        self.complain("")
        self._draw()

    def action_answer(self, answer: str) -> None:
        """It is counted, not called by name; or taken back."""
        self.dismiss(answer)

    def action_save(self) -> None:
        """Give the ballots, unless nobody has voted."""
        if total(counted(self.ballots)):
            self.dismiss(self.ballots)
        else:
            self.complain(tr("Nobody has voted yet"))


def _row(person: Participant, choice: Choice | None) -> Row:
    name = with_brackets(person.name, person.department)
    if person.substitutes:
        name = tr("{name}, for {absent}", name=name, absent=person.substitutes)
    shape, style = _LOOKS[choice] if choice else ("·", "$faint")
    said = Content.styled(label(choice), style) if choice else Content()
    head = Content.styled(f"{glyph(shape)} ", style)
    return Row((Content(fit(name, _NAME)) + said,), person.name, head, wraps=False)
