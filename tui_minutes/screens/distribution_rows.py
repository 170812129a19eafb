"""A distribution list, drawn: who, where, why, and what has reached them (F3)."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui_minutes.domain.going_out import Dispatch, DispatchState, GoingOut, Recipient
from tui_minutes.domain.meeting import Meeting, is_hidden
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.labels import label
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row

_LOOKS = {
    DispatchState.SENT: ("✓", "$success"),
    DispatchState.GOING: ("?", "$warning"),
    DispatchState.FAILED: ("!", "$error"),
}
_NOT_YET = ("·", "$faint")


def recipient_rows(meeting: Meeting, going: GoingOut) -> list[Row]:
    """One row a recipient: name, address, why; below it what was sent when, or what went wrong."""
    if not going.recipients:
        return [Row((Content.styled(tr("Nobody is on the list yet: a adds somebody"), "$faint"),))]
    return [
        _row(meeting, one, [sent for sent in going.dispatches if sent.recipient == one.name])
        for one in going.recipients
    ]


def _row(meeting: Meeting, one: Recipient, got: Sequence[Dispatch]) -> Row:
    address = Content(one.email) if one.email else Content.styled(tr("no e-mail address"), "$warning")
    cleared = tr("cleared for what is confidential") if one.cleared else ""
    about = "  ".join(part for part in (one.department, label(one.reason), cleared) if part)
    lines: list[Content | tuple[Content, ...]] = [
        (Content.styled(one.name, "bold"), address, Content.styled(about, "$faint"))
    ]
    if is_hidden(meeting.level) and not one.cleared:
        lines.append(Content.styled(tr("gets nothing: not cleared"), "$error"))
    lines += [_dispatch(meeting, sent) for sent in got]
    shape, style = _LOOKS[got[-1].state] if got else _NOT_YET
    return Row(tuple(lines), key=one.uid, head=Content.styled(f"{glyph(shape)} ", f"bold {style}"))


def _dispatch(meeting: Meeting, sent: Dispatch) -> Content:
    """`minutes · sent 11-28 Sat 09:12 · mail`."""
    local = meeting.local(sent.at)
    when = f"{dates.day_short(local)} {dates.clock(local)}"
    said = f"{label(sent.document)} · {label(sent.state)} · {when} · {sent.channel}"
    return Content.styled(said, _LOOKS[sent.state][1])
