"""A distribution list, drawn: who, where, why, and what has reached them (F3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.cells import cell_len
from textual.content import Content

from tui_minutes.domain.going_out import Dispatch, DispatchState, GoingOut, Recipient
from tui_minutes.domain.meeting import Meeting, is_hidden
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.messages import trouble_text
from tui_minutes.services.dispatching import MAIL
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row

_LOOKS = {
    DispatchState.SENT: ("✓", "$success"),
    DispatchState.GOING: ("?", "$warning"),
    DispatchState.FAILED: ("!", "$error"),
}
_NOT_YET = ("·", "$faint")
_WIDEST = 28
"""So many cells a name or an address takes at most before the next column moves on."""


def recipient_rows(meeting: Meeting, going: GoingOut) -> list[Row]:
    """One row a recipient: name, address, why; below it what was sent when, or what went wrong."""
    if not going.recipients and not going.dispatches:
        return [Row((Content.styled(tr("Nobody is on the list yet: a adds somebody"), "$faint"),))]
    got: dict[str, list[Dispatch]] = {}
    for sent in going.dispatches:
        got.setdefault(sent.recipient, []).append(sent)
    emails = [one.email or tr("no e-mail address") for one in going.recipients]
    columns = _width(one.name for one in going.recipients), _width(emails)
    rows = [_row(meeting, one, got.pop(one.name, []), columns) for one in going.recipients]
    return [*rows, *_others(meeting, got)]


def _others(meeting: Meeting, got: Mapping[str, Sequence[Dispatch]]) -> list[Row]:
    """What went to groups, to those asked before the meeting, and to those who are off the list by now."""
    rows = [
        Row((Content.styled(name, "bold"), *(_dispatch(meeting, one) for one in sent)), head=Content("  "))
        for name, sent in got.items()
    ]
    return [Row((Content(), Content.styled(tr("Not on the list"), "$faint"))), *rows] if rows else []


def _width(texts: Iterable[str]) -> int:
    """Of a column of `texts`: as wide as the longest, within reason."""
    return min(max((cell_len(text) for text in texts), default=0), _WIDEST)


def _row(meeting: Meeting, one: Recipient, got: Sequence[Dispatch], columns: tuple[int, int]) -> Row:
    name, email = columns
    said = Content(one.email) if one.email else Content.styled(tr("no e-mail address"), "$warning")
    address = said.pad_right(max(email - said.cell_length, 0))
    cleared = tr("cleared") if one.cleared else ""
    about = "  ".join(part for part in (one.department, label(one.reason), cleared) if part)
    lines: list[Content | tuple[Content, ...]] = [
        (
            Content.styled(one.name, "bold").pad_right(max(name - cell_len(one.name), 0)),
            address,
            Content.styled(about, "$faint"),
        )
    ]
    if is_hidden(meeting.level) and not one.cleared:
        lines.append(Content.styled(tr("gets nothing: not cleared"), "$error"))
    lines += [_dispatch(meeting, sent, one.email) for sent in got]
    shape, style = _LOOKS[got[-1].state] if got else _NOT_YET
    return Row(tuple(lines), key=one.uid, head=Content.styled(f"{glyph(shape)} ", f"bold {style}"))


def _dispatch(meeting: Meeting, sent: Dispatch, email: str = "") -> Content:
    """`minutes · sent 11-28 Sat 09:12 · mail`; with the address where it is another than `email`."""
    local = meeting.local(sent.at)
    when = f"{dates.day_short(local)} {dates.clock(local)}"
    channel = tr("mail") if sent.channel == MAIL else sent.channel
    by = channel if sent.address == email else sent.address or channel
    parts = [label(sent.document), label(sent.state), when, by, trouble_text(sent.trouble)]
    said = f" {glyph('·')} ".join(part for part in parts if part)
    return Content.styled(said, _LOOKS[sent.state][1])
