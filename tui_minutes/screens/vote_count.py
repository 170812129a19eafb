"""A vote by count: how many were for, against and abstaining, and who was recused."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui_minutes.domain.attendance import Participant
from tui_minutes.domain.quorum import members, taken_up, voting
from tui_minutes.domain.reading import Votes
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.shape import shape
from tui_minutes.domain.voting import Choice, Vote, total
from tui_minutes.domain.voting_line import names_in
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.services import lines
from tui_minutes.widgets.names import joined

_COUNTED = (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)


def ask_count(
    screen: BaseScreen,
    title: str,
    standing: Vote | None,
    people: Sequence[Participant],
    take: Callable[[Votes, tuple[str, ...]], None],
) -> None:
    """Ask for a count, that of the vote `standing` filled in; `take` gets it and who was recused.

    More votes than `people` have in the room are refused in the form, but where nobody was marked.
    """
    known = lines.people(people, ())

    def poll(given: Values) -> tuple[Votes, tuple[str, ...]]:
        return _count(given), tuple(names_in(given[Choice.RECUSED], known))

    def check(given: Values) -> tuple[str, str] | None:
        for choice in _COUNTED:
            if not _is_number(given[choice]):
                return choice, tr("“{text}” is no number", text=given[choice])
        return _wrong(people, *poll(given))

    def answered(given: Values | None) -> None:
        if given is not None:
            take(*poll(given))

    screen.app.push_screen(Ask(title, _fields(standing), check=check), answered)


def _fields(standing: Vote | None) -> list[Field]:
    """The numbers, and who was recused, as they stand."""
    count = standing.count if standing else None
    numbers = (str(count.for_), str(count.against), str(count.abstain)) if count else ("", "", "")
    fields = [
        Field(choice, label(choice), value, anew=True)
        for choice, value in zip(_COUNTED, numbers, strict=True)
    ]
    recused = joined(standing.names(Choice.RECUSED)) if standing else ""
    return [*fields, Field(Choice.RECUSED, label(Choice.RECUSED), recused, hint=tr("names"))]


def _wrong(people: Sequence[Participant], count: Votes, recused: Sequence[str]) -> tuple[Choice, str] | None:
    """The field of what cannot be, and why."""
    if not total(count):
        return Choice.FOR, tr("Nobody has voted yet")
    with_vote, present, cast = members(people), len(voting(people)), taken_up(people, count, recused)
    if strangers := [name for name in recused if name not in with_vote]:
        return Choice.RECUSED, refusal_text(Refused("has_no_vote", names=joined(strangers)))
    if 0 < present < cast:
        words = tr("{cast} votes, and only {present} with a vote are here", cast=cast, present=present)
        return Choice.FOR, words
    return None


def _is_number(text: str) -> bool:
    return not text or (shape(text).isdecimal() and len(text) <= 4)


def _count(given: Values) -> Votes:
    return Votes(*(int(shape(given[choice]) or 0) for choice in _COUNTED))
