"""A proposal in words: how it is listed, and what makes one pause at its wording (B3, D4)."""

from __future__ import annotations

from textual.content import Content

from tui_minutes.domain.capture import Context, Kind, field_spans, parse, parse_as
from tui_minutes.domain.outcomes import Outcome
from tui_minutes.domain.proposals import Proposal, ProposalKind
from tui_minutes.i18n import tr
from tui_minutes.widgets.cautions import caution_text
from tui_minutes.widgets.glyphs import glyph


def proposal_line(one: Proposal, outcome: Outcome | None = None) -> Content:
    """`proposed: …`, with the number that it became in the meeting; a note of a talk otherwise."""
    if one.kind is ProposalKind.TALK:
        return Content.styled(tr("talked over: {text}", text=one.text), "$faint")
    if outcome is not None:
        done = Content.styled(f"{glyph('✓')} {outcome.number} ", "$success")
        return done + Content.styled(one.text, "$faint")
    return Content.styled(tr("proposed: {text}", text=one.text), "$said")


def as_worded(kind: ProposalKind, text: str, context: Context) -> str:
    """What was typed, without the mark of a decision, which it gets when it is decided."""
    if kind is ProposalKind.TALK or parse(text, context).kind is not Kind.DECISION:
        return text
    end = next((end for _, end, role in field_spans(text, context) if role == "mark"), 0)
    return text[end:].strip() or text


def look_at(kind: ProposalKind, text: str, context: Context) -> list[str]:
    """What the line of the meeting would warn of; a note of a talk is nobody's wording but the writer's."""
    if kind is ProposalKind.TALK or not text.strip():
        return []
    return [caution_text(one) for one in parse_as(text, Kind.DECISION, context).cautions]
