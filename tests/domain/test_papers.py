"""Which papers there are of a meeting at each stage, and in which forms."""

from __future__ import annotations

from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.papers import AT, FORMS, Paper


def test_every_stage_has_its_papers_and_what_is_purged_has_none() -> None:
    assert set(AT) == set(Phase)
    assert [phase for phase, papers in AT.items() if not papers] == [Phase.PURGED]


def test_every_paper_is_to_be_had_at_some_stage() -> None:
    assert {paper for papers in AT.values() for paper in papers} == set(Paper) - {Paper.LEDGER}


def test_every_paper_has_a_form() -> None:
    assert set(FORMS) == set(Paper)
    assert all(FORMS.values())
