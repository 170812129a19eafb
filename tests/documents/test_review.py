"""A review as people and programs read it: figures with their counts, both languages, words as typed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.support import HOSTILE
from tui_minutes.documents.markdown import render
from tui_minutes.documents.review import review_document
from tui_minutes.documents.review_data import review_object
from tui_minutes.domain.hindsight import Load
from tui_minutes.domain.outcomes import OutcomeKind, Quality, Status
from tui_minutes.domain.period import month_of
from tui_minutes.domain.punctuality import Punctuality
from tui_minutes.domain.review import Findings, Month, Reviewed, review
from tui_minutes.i18n import set_language
from tui_minutes.i18n.reviews import rate_text

OCTOBER = month_of(date(2026, 10, 1))


def findings(name: str = "韩磊", cause: str = "资源不足") -> Findings:
    done = Reviewed(
        OutcomeKind.ACTION, Status.CLOSED, "市场部", name, made=True, first_due=date(2026, 10, 9),
        done_on=date(2026, 10, 9), quality=Quality.GOOD,
    )  # fmt: skip
    missed = Reviewed(OutcomeKind.ACTION, Status.DELAYED, "市场部", name, first_due=date(2026, 10, 9))
    month = Month(OCTOBER, Punctuality(on_time=1, overdue=1), Load(3, 1))
    return Findings(review(OCTOBER, date(2026, 11, 3), [done, missed], [cause], Load(3, 1), [month]))


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (Punctuality(on_time=2, late=1), "2 of 3"),
        (Punctuality(on_time=12, overdue=5), "71 % (12 of 17)"),
        (Punctuality(to_come=4), ""),
    ],
)
def test_no_percentage_without_its_counts_and_none_of_few(due: Punctuality, said: str) -> None:
    assert rate_text(due) == said


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            ["# Review of decisions: October 2026", "1 of 2", "short of resources", "3 (1 late)", "1 good"],
        ),
        ("zh", ["# 决议执行复盘：2026年10月", "1/2", "资源不足", "3（逾期 1）", "好 1", "统计口径"]),
    ],
)
def test_markdown_in_both_languages(language: str, words: list[str]) -> None:
    written = render(review_document(findings(), language))
    for word in words:
        assert word in written


def test_a_document_keeps_to_its_language_whatever_is_spoken() -> None:
    set_language("zh")
    assert "On-time rate" in render(review_document(findings(), "en"))


@pytest.mark.parametrize("words", HOSTILE)
def test_what_people_wrote_stays_text(words: str) -> None:
    plain, hostile = (render(review_document(findings(one, one), "en")) for one in ("word", words))
    assert hostile.count("\n") == plain.count("\n")
    assert "\x1b" not in hostile


def test_json_has_codes_and_all_counts() -> None:
    found = review_object(findings(), datetime(2026, 11, 3, tzinfo=UTC), ZoneInfo("UTC"))
    assert (found["period"], found["as_of"]) == ("2026-10", "2026-11-03")
    assert found["due"] == {
        "all": 2, "on_time": 1, "late": 0, "overdue": 1, "to_come": 0, "cancelled": 0,
        "counted": 2, "percent": 50,
    }  # fmt: skip
    assert found["causes"] == [{"cause": "resources", "words": "", "count": 1}]
    assert found["trend"][0]["month"] == "2026-10"
    assert found["people"][0]["quality"] == {"good": 1, "fair": 0, "poor": 0, "unmarked": 0}
