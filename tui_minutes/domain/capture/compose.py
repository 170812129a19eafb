"""A line written from fields, as a recorder would type it: what a form saves reads like any other line."""

from __future__ import annotations

from collections.abc import Iterator

from tui_minutes.domain.capture.kinds import MARKS
from tui_minutes.domain.reading import Kind, Reading

_MARK_OF = {kind: mark for mark, kind in MARKS.items()}
_PRIORITIES = {"urgent": "p1", "important": "p2", "routine": "p3"}


def compose(reading: Reading) -> str:
    """The line that says what `reading` holds, its mark first; `raw` is not looked at."""
    return " ".join(part for part in (_head(reading), reading.text, *_fields(reading)) if part)


def _head(reading: Reading) -> str:
    if reading.kind in (Kind.POINT, Kind.DISAGREEMENT) and reading.speaker:
        return f"{reading.speaker}{'!' if reading.kind is Kind.DISAGREEMENT else ''}:"
    if reading.kind is Kind.DISAGREEMENT:
        return "disagree:"
    return _MARK_OF.get(reading.kind, "\\" if reading.kind is Kind.NOTE else "")


def _fields(reading: Reading) -> Iterator[str]:
    """The fields in short form, those that go on to the next one last."""
    if reading.owners:
        first, *others = reading.owners
        yield "@" + ",".join([f"{first}({reading.department})" if reading.department else first, *others])
    if reading.due_next_meeting and not reading.due:
        yield "by next meeting"
    yield f"by {reading.due.isoformat()}" if reading.due else ""
    yield f"next {reading.next.isoformat()}" if reading.next else ""
    yield _PRIORITIES.get(reading.priority or "", "")
    yield "no action" if reading.no_action else ""
    yield f"for {reading.parent}" if reading.parent else ""
    yield f"={reading.value}" if reading.value else ""
    yield f"by @{reading.proposer}" if reading.proposer else ""
    yield f"=> {reading.result}" if reading.result else ""
    if reading.votes:
        yield f"votes {reading.votes.for_}:{reading.votes.against}:{reading.votes.abstain}"
    yield "[?]" if reading.doubtful else ""
    yield f"cc {','.join(reading.cc)}" if reading.cc else ""
    yield f"-> {reading.deliverable}" if reading.deliverable else ""
    yield f"++ {reading.resources}" if reading.resources else ""
    yield f"<- {reading.source}" if reading.source else ""
