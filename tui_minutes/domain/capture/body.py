"""What a line says after its opening: its fields taken out, its text left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tui_minutes.domain.capture.acts import leading_act
from tui_minutes.domain.capture.cautions import cautions
from tui_minutes.domain.capture.kinds import Opening
from tui_minutes.domain.capture.leading import leading_owner, leading_status
from tui_minutes.domain.capture.line import Line, Span
from tui_minutes.domain.capture.markers import BARE, BARE_DATES, fields_of, governing
from tui_minutes.domain.capture.names import Named
from tui_minutes.domain.capture.remainder import remainder
from tui_minutes.domain.capture.scan import scan
from tui_minutes.domain.capture.templates import promised
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.deadlines import Deadline
from tui_minutes.domain.outcomes import Status
from tui_minutes.domain.reading import Kind, Reading

_PERSONAL = ("owner", "proposer", "decided_by")


@dataclass(frozen=True, slots=True)
class Taken:
    """A line taken apart: its reading, and where its mark, speaker and fields stand."""

    reading: Reading
    spans: tuple[Span, ...] = ()


def read_body(line: Line, opened: Opening, speaker: str | None = None) -> Taken:
    """Read line.text from where `opened` ends as its kind; a speaker is known already."""
    spans = _spans(line, opened)
    reading = Reading(
        line.text,
        opened.kind,
        remainder(line, opened.start, spans),
        speaker,
        number=opened.number,
        **_fields(spans),
    )
    named = [name for span in spans if span.role in _PERSONAL for name in _names(span)]
    deadlines = [span.value for span in spans if isinstance(span.value, Deadline)]
    found = cautions(line, reading, named, deadlines)
    return Taken(replace(reading, cautions=found), tuple(spans))


def _spans(line: Line, opened: Opening) -> list[Span]:
    """The fields of the body, in their order."""
    known_as = opened.number or line.context.last_number
    ruler = governing(opened.kind, known_as, line.context.last_kind)
    roles = fields_of(opened.kind, ruler)
    bare = tuple(role for role in roles if role in BARE or (role == "due" and ruler in BARE_DATES))
    first = leading_status(line, opened.start) if "status" in roles else None
    if "act" in roles and (led := leading_act(line, opened.start, ruler)):
        first, roles = led
        bare = tuple(role for role in roles if role in BARE)
    start = first.end if first else opened.start
    bare = tuple(role for role in bare if not first or role != "status")
    spans = scan(line, start, roles, bare)
    if "voted" in bare and not _is_but_a_vote(line, opened, start, spans):
        bare = tuple(role for role in bare if role != "voted")
        spans = scan(line, start, roles, bare)
    if _mentions_dates(opened, first, remainder(line, start, spans)):
        spans = scan(line, start, roles, tuple(role for role in bare if role != "due"))
    if opened.kind is Kind.ACTION:
        first = leading_owner(line, start, alone=not any(span.role == "owner" for span in spans))
    if opened.heading and (promise := promised(line, spans)):
        spans = sorted([*spans, promise], key=lambda span: span.start)
    if first and not any(span.start < first.end for span in spans if span.start >= start):
        spans.insert(0, first)
    return spans


def _is_but_a_vote(line: Line, opened: Opening, start: int, spans: Sequence[Span]) -> bool:
    """Whether what goes on with a decision says nothing else: "... 7:1:2"; in its text that is a ratio."""
    return opened.kind in (Kind.CONTINUATION, Kind.UPDATE) and not remainder(line, start, spans)


def _mentions_dates(opened: Opening, first: Span | None, text: str) -> bool:
    """Whether an update speaks of a day and sets none: "waiting for the talk on friday", "done fri".

    Without a marker a date counts where it stands with fields only, and where something is delayed.
    """
    is_delay = first is not None and first.value == Status.DELAYED
    return opened.kind is Kind.UPDATE and not is_delay and bool(text or first)


def _fields(spans: Sequence[Span]) -> dict[str, Any]:
    """The fields of a reading, from the stretches of the line that say them."""
    fields: dict[str, Any] = {}
    for span in spans:
        fields |= _field(span, fields)
    return fields


def _field(span: Span, fields: dict[str, Any]) -> dict[str, Any]:
    match span.role:
        case "owner":
            names = _names(span)
            owners = dict.fromkeys([*fields.get("owners", ()), *(one.name for one in names)])
            return {"owners": tuple(owners), "department": fields.get("department") or names[0].department}
        case "cc":
            names = _names(span)
            return {"cc": tuple(dict.fromkeys([*fields.get("cc", ()), *(one.name for one in names)]))}
        case "proposer" | "decided_by":
            return {span.role: "、".join(one.name for one in _names(span))}
        case "voted":
            return {"votes": span.value}
        case "due" if isinstance(span.value, Deadline):
            return {"due": span.value.day, "due_next_meeting": span.value.kind == "next_meeting"}
        case "next" if isinstance(span.value, Deadline):
            return {"next": span.value.day}
    return {span.role: span.value}


def _names(span: Span) -> list[Named]:
    return [name for name in span.value if isinstance(name, Named)] if isinstance(span.value, list) else []
