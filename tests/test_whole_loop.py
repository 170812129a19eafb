"""The whole loop by keys and lines, in each language: decided, followed up, done, reviewed (T1-T10)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.loop_team import Team, at_work
from tests.loop_words import PLAN, WORDS, Words
from tests.support import Clock
from tui_minutes.cli import DONE, main
from tui_minutes.domain.meeting import MeetingKind, Phase
from tui_minutes.domain.outcomes import Act, Quality, Status
from tui_minutes.domain.standup import Section


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs a command line on the store: what it prints as JSON."""

    def run(clock: Clock, *arguments: str) -> Any:
        for command in ("remind", "ledger"):
            monkeypatch.setattr(f"tui_minutes.commands.{command}.now", clock)
        monkeypatch.setattr("tzlocal.get_localzone_name", lambda: "Asia/Shanghai")
        assert main(["--db", str(tmp_path / "minutes.db"), *arguments, "--json"]) == DONE
        return json.loads(capsys.readouterr().out)

    return run


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_from_the_decision_to_the_measure(tmp_path: Path, shell: Any, language: str) -> None:
    clock, words, plan = Clock(), WORDS[language], tmp_path / "plan.toml"
    plan.write_text(PLAN.format(**words.plan), encoding="utf-8")
    async with at_work(tmp_path, language, clock) as team:
        await _decide(team, plan)
        await _first_standup(team)
        await _delay(team)
        await _next_meeting(team)
    _is_reminded(shell(clock, "remind", "--day", "2026-11-17"), words)
    async with at_work(tmp_path, language, clock) as team:
        await _finish(team)
        await _second_standup(team)
        await _review(team)
    _is_on_record(shell, clock, words)


async def _hold(team: Team, *lines: str) -> None:
    """Everybody is there; the lines of the meeting."""
    assert team.at == "CheckInScreen"
    await team.press("A", "f9")
    assert team.at == "MeetingScreen"
    for line in lines:
        await team.line(line)


async def _seal(team: Team) -> None:
    await team.press("f9", "enter")
    assert team.at == "ReadbackScreen"
    await team.press("A", "s", "A", "s", "enter", "enter")
    assert team.store.meetings()[0].phase is Phase.SIGNED


async def _decide(team: Team, plan: Path) -> None:
    team.day("11-09", "14:00")
    await team.press("i")
    await team.field(str(plan))
    await team.press("enter", "f9")
    await _hold(team, *team.words.outcomes)
    await _seal(team)
    assert team.outcome("A-001").due == team.outcome("A-001").original_due == date(2026, 11, 13)
    assert {team.outcome(number).status for number in ("A-001", "A-002")} == {Status.UNCONFIRMED}


async def _first_standup(team: Team) -> None:
    """Understood; not clear; a note. What is said is the word of the person shown."""
    team.day("11-10")
    await team.press("ctrl+o", "u", "ctrl+s")
    assert team.at == "StandupScreen"
    await team.round_of(team.words.chair)
    await team.line(team.words.note)
    await team.press("escape")
    await team.round_of(team.words.owner)
    await team.press("a", "enter", "j", "space", "q")
    await team.form(team.words.asked)
    assert team.words.asked in team.text
    assert team.outcome("A-001").status is Status.IN_PROGRESS
    assert team.outcome("A-002").unclear == team.words.asked
    last = team.store.history(team.outcome("A-001").uid)[-1]
    assert (last.act, last.by, last.entered_by) == (Act.ACKNOWLEDGE, team.words.owner, "王敏")
    await team.press("e", "enter")
    assert team.at == "StandupSummaryScreen"
    assert team.words.asked in team.text


async def _delay(team: Team) -> None:
    """Later than agreed: why, what helps, until when; the chair, who is copied, is to be told."""
    team.day("11-11")
    await team.find("A-001")
    await team.press("d")
    await team.form("→", "11/18", team.words.remedy)
    assert team.words.to_tell in team.text
    late = team.outcome("A-001")
    assert (late.status, late.due, late.original_due) == (
        Status.DELAYED, date(2026, 11, 18), date(2026, 11, 13),
    )  # fmt: skip


async def _next_meeting(team: Team) -> None:
    """The question that was left open becomes a decision of the next meeting."""
    team.day("11-12", "14:00")
    await team.press("ctrl+o", "j", "f", "enter")
    await team.press("f9", "enter")  # without a goal
    await _hold(team, "/next")  # the question is due: it has an item of its own
    await team.press("shift+tab", "g")
    assert team.walked == "Q-001"
    await team.press("v", "shift+tab", "right", "tab")
    await team.form(team.words.carried)
    assert (team.outcome("Q-001").status, team.outcome("Q-001").superseded_by) == (Status.SUPERSEDED, "D-002")
    assert team.outcome("D-002").text == team.words.carried
    await team.line(team.words.no_action)
    await _seal(team)


def _is_reminded(found: Any, words: Words) -> None:
    """On the day before it is due: the owner of it, and the chair who is copied."""
    assert found["day"] == "2026-11-17"
    told = {
        letter["recipient"]: {one["number"]: (one["reason"], one["concern"]) for one in letter["reminders"]}
        for letter in found["letters"]
    }
    assert told == {
        words.owner: {"A-001": ("due_soon", "asked")},
        words.chair: {
            "A-001": ("due_soon", "copied"),
            "A-002": ("unclear", "asked"),
            "D-001": ("lacking", "asked"),
            "M-2026-001": ("approve", "asked"),
            "M-2026-003": ("approve", "asked"),
        },
    }


async def _finish(team: Team) -> None:
    """Reported done by the owner, confirmed by somebody else, with a mark."""
    team.day("11-18", "16:00")
    await team.find("A-001")
    await team.press("c")
    await team.form(team.words.result)
    assert team.outcome("A-001").status is Status.DONE
    await team.press("c")
    await team.form("→", "", team.words.chair)
    closed = team.outcome("A-001")
    assert (closed.status, closed.quality) == (Status.CLOSED, Quality.GOOD)
    assert (closed.result, closed.done_on) == (team.words.result, date(2026, 11, 18))


async def _second_standup(team: Team) -> None:
    """What is new since the first one, and nothing else, stands first."""
    team.day("11-19")
    await team.press("ctrl+o", "u", "ctrl+s")
    await team.round_of(team.words.chair)
    new, known = Section.CHANGED, Section.NEEDING
    assert team.standup == {"D-002": new, "Q-001": new, "D-001": known}
    await team.round_of(team.words.owner)
    assert team.standup == {"A-001": new, "A-002": known}
    assert team.words.changed_since in team.text
    assert [words for words in team.words.news if words not in team.text] == []
    await team.line(team.words.made_clear)
    await team.line(team.words.done)
    assert (team.outcome("A-002").unclear, team.outcome("A-002").status) == ("", Status.DONE)
    await team.press("escape", "e", "enter")
    assert team.at == "StandupSummaryScreen"
    assert [words for words in team.words.summary if words not in team.text] == []
    assert team.words.result not in team.text, "that was before"


async def _review(team: Team) -> None:
    """November by its first dates: one of two on time; the measure against it is an action."""
    team.day("12-01")
    await team.press("ctrl+g", "r")
    assert team.at == "ReviewScreen"
    assert [words for words in team.words.review if words not in team.text] == []
    await team.line(team.words.measure)
    measure = team.outcome("A-003")
    assert (measure.owners, measure.due) == ((team.words.owner,), date(2026, 12, 11))
    assert team.store.record(measure.meeting_uid).meeting.kind is MeetingKind.DECISION_REVIEW


def _is_on_record(shell: Any, clock: Clock, words: Words) -> None:
    """The same store from the shell: every step of one, what is asked for, and nothing out of step."""
    steps = shell(clock, "ledger", "--history", "A-001")["history"]
    owner, chair = words.owner, words.chair
    assert [(step["act"], step["by"], step["entered_by"]) for step in steps if step["act"]] == [
        (Act.ACKNOWLEDGE, owner, "王敏"),
        (Act.DELAY, owner, "王敏"),
        (Act.REPORT, owner, "王敏"),
        (Act.CONFIRM, chair, "王敏"),
    ]
    assert [step["cause"] for step in steps if step["cause"]] == [words.cause]
    found = shell(clock, "ledger", "--filter", words.closed_of_owner)
    assert [one["number"] for one in found] == ["A-001"]
    checked = shell(clock, "verify")
    assert (checked["ok"], checked["seals"]) == (True, 2)
    assert shell(clock, "doctor")["problems"] == []
