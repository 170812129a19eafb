"""A review as JSON: what `review --json` prints; keys are added, never removed (docs/json.md)."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tui_minutes.documents.ledger_data import ledger_objects
from tui_minutes.documents.plain import day
from tui_minutes.domain.outcomes import OutcomeKind
from tui_minutes.domain.punctuality import Punctuality
from tui_minutes.domain.review import Findings, Share


def review_object(
    findings: Findings, now: datetime, zone: ZoneInfo, *, reveal: bool = False
) -> dict[str, Any]:
    """All of a review; its outcomes as in `ledger --json`, late counted at `now`."""
    one = findings.review
    return {
        "period": one.period.code,
        "first": day(one.period.first),
        "last": day(one.period.last),
        "as_of": day(one.today),
        "made": {kind.value: one.made.get(kind, 0) for kind in OutcomeKind},
        "due": _punctuality(one.due),
        "undated": one.undated,
        "done": one.done,
        "quality": asdict(one.marks),
        "open": one.load.open,
        "late": one.load.late,
        "departments": [_share(share) for share in one.departments],
        "people": [_share(share) for share in one.people],
        "causes": [{"cause": count.cause, "words": count.words, "count": count.n} for count in one.causes],
        "trend": [
            {
                "month": month.period.code,
                "due": _punctuality(month.due),
                "open": month.load.open,
                "late": month.load.late,
            }
            for month in one.trend
        ],
        "waiting": findings.waiting,
        "outcomes": ledger_objects(findings.rows, now, zone, reveal=reveal),
        "meeting": findings.meeting or None,
        "measures": ledger_objects(findings.measures, now, zone, reveal=reveal),
    }


def _punctuality(due: Punctuality) -> dict[str, int | None]:
    return {"all": due.due, **asdict(due), "counted": due.counted, "percent": due.percent}


def _share(share: Share) -> dict[str, Any]:
    return {"name": share.name, "due": _punctuality(share.due), "quality": asdict(share.marks)}
