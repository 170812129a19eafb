"""The ledger is what the record makes of it, after any moves, by whatever rules and calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.services.test_moves_replayed import a_move, ledger
from tui_minutes.domain.outcomes import Priority
from tui_minutes.domain.policy import MINUTES, PREPARATION, Rules
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.workdays import WEEKENDS, Calendar
from tui_minutes.services import moves, outcomes

POLICIES = (
    MINUTES,
    PREPARATION,
    replace(MINUTES, name="quick", urgent_days=1, ack_workdays=3, closes=time(12), unset=Priority.URGENT),
)
CALENDARS = (WEEKENDS, Calendar("XX", frozenset({date(2026, 11, 30)}), frozenset({date(2026, 11, 28)})))
RULES = [
    Rules(lambda _, p=policy: p, lambda _, c=calendar: c, f"{policy.name} {calendar.country}")  # type: ignore[misc]
    for policy, calendar in product(POLICIES, CALENDARS)
]
NUMBERS = ("D-001", "A-001", "Q-001")
FIELDS = ({"priority": Priority.URGENT}, {"text": "订两间"}, {"level": "secret"}, {"due": None})


@settings(max_examples=20)
@given(st.data())
def test_what_the_lists_are_read_from_is_what_the_record_says(data: st.DataObject) -> None:
    with ledger() as meeting:
        for _ in range(data.draw(st.integers(2, 8))):
            meeting.now = meeting.now.replace(day=min(meeting.now.day + data.draw(st.integers(0, 1)), 30))
            one = meeting.in_ledger(data.draw(st.sampled_from(NUMBERS)))
            try:
                match data.draw(st.integers(0, 4)):
                    case 0:
                        meeting.store.attend(data.draw(st.sampled_from(RULES)))
                    case 1:
                        outcomes.update(
                            meeting.store, meeting.command(), one.uid, data.draw(st.sampled_from(FIELDS))
                        )
                    case 2:
                        moves.undo(meeting.store, meeting.command(), one.uid)
                    case _:
                        a_move(meeting, one, data)(one)
            except Refused:
                continue
            assert meeting.store.disagreements() == []


def test_another_calendar_alone_is_enough_to_judge_anew() -> None:
    with ledger() as meeting:
        due = []
        for rules in RULES[:2]:
            meeting.store.attend(rules)
            row = meeting.store.row("A-001")
            assert row is not None
            due.append(row.standing.ack_due_on)
        assert due[0] != due[1]
        assert meeting.store.disagreements() == []
