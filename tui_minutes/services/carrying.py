"""What a series has not dealt with yet: it comes along to the next meeting, each thing once (B8, E2).

A thing is an agenda item with all that went on with it, what the series always has, a question, or a focus
fixed at readback. The last item made for it says how it stands: it waits once a meeting is over that did not
come to it, and is on its way while the meeting is still to be held. Whatever was left out is found again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui_minutes.domain.agenda import ItemState, Origin
from tui_minutes.domain.meeting import SEALED, Level, Phase, highest
from tui_minutes.domain.outcomes import OutcomeKind, Status
from tui_minutes.domain.plan import PlanItem
from tui_minutes.domain.series import Coming
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import tr
from tui_minutes.store import ledger, proposals, rows, series
from tui_minutes.store.tables import AgendaRow, MeetingRow, OutcomeRow, RecurringRow, SourceRow

WALK = "walk"
"""The key of the walk through what is open in the ledger."""

ENDED = (*SEALED, Phase.HELD, Phase.CANCELLED)
"""A meeting in one of these phases leaves what it did not come to."""

_WAITING = (ItemState.PENDING, ItemState.DEFERRED)
_Thing = tuple[str, int]


class Carrying:
    """What waits in the series of `meeting` for the meeting `into` (a new one: None) on the day `day`."""

    def __init__(self, meeting: MeetingRow, into: MeetingRow | None, day: date) -> None:
        self._meeting, self._into, self._day = meeting, into, day
        self._meetings = {one.id: one for one in series.members(into or meeting)}
        self._last = self._last_items()
        self._aside, self._aside_focus = series.laid_aside()
        self._open = ledger.left_open([key for key in self._meetings if into is None or key != into.id])

    def _last_items(self) -> dict[_Thing, AgendaRow]:
        """The last item of each thing."""
        items = series.items(list(self._meetings.values()))
        sources = series.sources(items)
        things: dict[int, _Thing] = {}
        last: dict[_Thing, AgendaRow] = {}
        for item in items:
            thing = _source(sources.get(item.id)) or things.get(item.carried_from_id) or ("item", item.id)
            things[item.id] = thing
            last[thing] = item
        return last

    def all(self) -> tuple[Coming, ...]:
        """What comes along, in the order of the agenda."""
        questions = list(self._questions())
        own = {one.key for one in questions} | self._on_agenda("question")
        walked = [row for row in self._open if row.outcome.uid not in own]
        has_walk = self._into is not None and any(
            item.origin == Origin.FOLLOW_UP for item in rows.agenda(self._into)
        )
        title = tr("What is still open from earlier meetings")
        walk = [Coming(WALK, PlanItem(title, origin=Origin.FOLLOW_UP), lasting=False)]
        return (
            *(walk if walked and not has_walk else ()),
            *self._focuses(), *self._items(), *questions, *self._recurring(),
        )  # fmt: skip

    def _on_agenda(self, kind: str) -> set[str]:
        """The questions that have an item of their own in the meeting that things come along to."""
        if self._into is None:
            return set()
        keys = {key for (one, key), item in self._last.items() if one == kind and self._is_in(item)}
        return {row.uid for row in OutcomeRow.select().where(rows.among(OutcomeRow.id, keys))}

    def _is_in(self, item: AgendaRow) -> bool:
        return self._into is not None and item.meeting_id == self._into.id

    def _waits(self, item: AgendaRow) -> bool:
        over = self._meetings[item.meeting_id].phase in ENDED
        return over and item.state in _WAITING and item.id not in self._aside

    def _is_coming(self, item: AgendaRow) -> bool:
        """Whether a meeting that is still to be held, or goes on, has it on its agenda."""
        return self._meetings[item.meeting_id].phase not in ENDED

    def _items(self) -> Iterator[Coming]:
        """What was put off or never opened, of what the series has no more, too."""
        for (kind, key), item in self._last.items():
            ended = kind == "recurring" and RecurringRow.get_by_id(key).ended
            if (kind == "item" or ended) and item.origin != Origin.FOLLOW_UP and self._waits(item):
                yield Coming(item.uid, self._again(item, Origin.CARRIED), self._number(item.meeting_id))

    def _focuses(self) -> Iterator[Coming]:
        """What readbacks named as the focus of the next meeting (E2)."""
        for meeting in self._meetings.values():
            item = self._last.get(("focus", meeting.id))
            fixed = meeting.next_focus and meeting.phase in SEALED and meeting.id not in self._aside_focus
            if item is not None and self._waits(item):
                plan = self._again(item, Origin.FOCUS, focus_of=meeting.uid)
            elif item is None and fixed:
                level = self._above(Level(meeting.level))
                plan = PlanItem(meeting.next_focus, origin=Origin.FOCUS, level=level, focus_of=meeting.uid)
            else:
                continue
            yield Coming(meeting.uid, plan, meeting.number)

    def _questions(self) -> Iterator[Coming]:
        """Unresolved questions that are due for feedback, or were put off (D6, T7)."""
        keys = {row.uid: row.id for row in OutcomeRow.select().where(self._are_open())}
        for row in self._open:
            one = row.outcome
            if one.kind is not OutcomeKind.QUESTION or one.status is Status.DONE:
                continue
            item = self._last.get(("question", keys[one.uid]))
            left = item if item is not None and self._waits(item) else None
            due = one.next_feedback is not None and one.next_feedback <= self._day
            if left or (due and not (item is not None and self._is_coming(item))):
                plan = self._again(left, Origin.QUESTION, question=one.uid) if left else None
                yield Coming(one.uid, plan or self._ask(row), row.meeting_number, lasting=False)

    def _are_open(self) -> object:
        return rows.among(OutcomeRow.uid, (row.outcome.uid for row in self._open))

    def _ask(self, row: LedgerRow) -> PlanItem:
        """A question as an agenda item, led by whoever looks into it."""
        one = row.outcome
        return PlanItem(
            f"{one.number} {one.text}", 0, next(iter(one.owners), ""), "", Origin.QUESTION,
            level=self._above(row.level), question=one.uid,
        )  # fmt: skip

    def _above(self, level: Level) -> Level | None:
        """The level that something keeps where the meeting it comes along to has a lower one, else None."""
        usual = Level((self._into or self._meeting).level)
        return level if highest(level, usual) is not usual else None

    def _again(
        self, item: AgendaRow, origin: Origin, question: str | None = None, focus_of: str | None = None
    ) -> PlanItem:
        """The item that goes on with an earlier one, as confidential as that was."""
        own = Level(self._meetings[item.meeting_id].level)
        level = highest(own, Level(item.level or own))
        return PlanItem(
            item.title, item.minutes, item.facilitator, item.prepare, origin, item.uid, self._above(level),
            question=question, focus_of=focus_of, proposals=proposals.left_of(item),
        )  # fmt: skip

    def _recurring(self) -> Iterator[Coming]:
        """What each meeting of the series has; what was put off of it is the same item."""
        of = self._into or self._meeting
        for one in series.recurring_rows(of.series) if of.series_id else ():
            item = self._last.get(("recurring", one.id))
            if item is not None and self._is_in(item):
                continue
            left = item if item is not None and self._waits(item) else None
            plan = PlanItem(
                one.title, one.minutes, one.facilitator, one.prepare, Origin.RECURRING,
                left.uid if left else None,
                Level(one.level) if one.level else None, recurring=one.uid,
                proposals=proposals.left_of(left) if left else (),
            )  # fmt: skip
            yield Coming(one.uid, plan, self._number(left.meeting_id) if left else "")

    def _number(self, meeting_id: int) -> str:
        return str(self._meetings[meeting_id].number)


def _source(source: SourceRow | None) -> _Thing | None:
    """The thing that an item was made for, by the row that says where it comes from."""
    if source is None:
        return None
    kinds = (
        ("recurring", source.recurring_id), ("question", source.outcome_id), ("focus", source.focus_of_id)
    )  # fmt: skip
    return next((kind, key) for kind, key in kinds if key)
