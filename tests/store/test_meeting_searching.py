"""A search on Home finds a meeting by any part of what is said of it, whatever its letters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.meeting import PLAN, Played
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.plan import PlanPerson

PEOPLE = (PlanPerson("Élodie Martin"), PlanPerson("褚遂良"), PlanPerson("100%_sure"))


@pytest.mark.parametrize(
    "words", ["élodie", "MARTIN", "遂良", "m-2026-0", "spring FAIR", "Lyon", "lyo", "%_s"]
)
def test_any_part_is_found_in_capital_or_small_letters(meeting: Played, words: str) -> None:
    meeting.plan(replace(PLAN, title="The spring fair", place="LYON", people=PEOPLE))
    assert len(meeting.store.meetings_like(words, 5, revealed=False)) == 1


@pytest.mark.parametrize("words", ["elodie", "遂 良", "M-2027", "%", "s_u"])
def test_what_stands_nowhere_is_not_found(meeting: Played, words: str) -> None:
    meeting.plan(replace(PLAN, people=PEOPLE[:2]))
    assert meeting.store.meetings_like(words, 5, revealed=False) == []


def test_what_is_secret_is_found_by_its_number_until_it_is_revealed(meeting: Played) -> None:
    meeting.plan(replace(PLAN, level=Level.SECRET, people=PEOPLE))
    number = meeting.record.meeting.number
    found = {
        words: [len(meeting.store.meetings_like(words, 5, revealed=revealed)) for revealed in (False, True)]
        for words in (number, PLAN.title, "Martin")
    }
    assert found == {number: [1, 1], PLAN.title: [0, 1], "Martin": [0, 1]}
