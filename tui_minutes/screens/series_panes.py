"""The lists on the page of a series: basics, recurring items, dates to come, meetings (B8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from textual.content import Content

from tui_minutes.domain.concealment import VEIL
from tui_minutes.domain.meeting import Meeting, Phase, is_hidden
from tui_minutes.domain.policy_table import Policies
from tui_minutes.domain.rhythm import Every, Occurrence
from tui_minutes.domain.series import Recurring, Series
from tui_minutes.i18n import dates, mark, tr, tr_late
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.policies import preset_text
from tui_minutes.i18n.rhythms import days_text, rhythm_text
from tui_minutes.i18n.voting import rule_text
from tui_minutes.screens.home_meetings import when
from tui_minutes.screens.prepare_panes import NAME, add_row
from tui_minutes.screens.quorum import QUORUM
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.wrapping import fit

BASICS = {
    "title": mark("Meeting title"),
    "every": mark("Rhythm"),
    "on_holiday": mark("On holidays"),
    "without": mark("Not held on"),
    "zone": mark("Time zone"),
    "minutes": mark("Length"),
    "policy": mark("Followed up"),
    QUORUM: mark("Quorum"),
}
"""What the meetings of a series have in common, and its names; each row is keyed by its field."""

_NUMBER = 12
_WHEN = 17
_PHASE = 10


def covered_title(series: Series, meetings: Sequence[Meeting]) -> bool:
    """Whether only confidential meetings bear its title: then that is confidential, too."""
    levels = [one.level for one in meetings if one.title == series.title]
    return bool(levels) and all(map(is_hidden, levels))


def basics_rows(series: Series, policies: Policies, meeting: Meeting, usual: Every) -> list[Row]:
    """One row a field; `usual` is the rhythm of such meetings, said where the series has none."""
    rhythm = series.rhythm
    values = {
        "title": series.title,
        "every": rhythm_text(rhythm) if rhythm else "",
        "on_holiday": label(rhythm.on_holiday) if rhythm else "",
        "without": days_text(rhythm.without) if rhythm else "",
        "zone": rhythm.zone if rhythm else meeting.zone,
        "minutes": dates.minutes_text(rhythm.minutes) if rhythm else "",
        "policy": preset_text(series.policy, policies),
        QUORUM: rule_text(series.quorum) if series.quorum else "",
    }
    often = {"every": tr("usual: {rhythm}", rhythm=label(usual))} if usual else {}
    return [_field(key, tr_late(name), values[key], often.get(key, "")) for key, name in BASICS.items()]


def _field(key: str, name: str, value: str, usual: str) -> Row:
    style = "bold" if key == "title" else ""
    body = Content.styled(value, style) if value else Content.styled(usual or glyph("–"), "$faint")
    return Row((body,), key, Content.styled(fit(name, NAME), "$faint"))


def recurring_rows(series: Series, *, revealed: bool) -> list[Row]:
    """One row an item that every meeting has."""
    rows = [_recurring(nth, one, revealed) for nth, one in enumerate(series.recurring, 1)]
    return [*rows, add_row(tr("a  add what every meeting has"))]


def _recurring(nth: int, one: Recurring, revealed: bool) -> Row:
    hidden = one.level is not None and is_hidden(one.level) and not revealed
    minutes = dates.minutes_text(one.minutes) if one.minutes else glyph("–")
    parts = [tr("led by {name}", name=one.facilitator)] if one.facilitator else []
    parts += [one.prepare] if one.prepare and not hidden else []
    parts += [label(one.level)] if one.level else []
    body = [Content.assemble((VEIL if hidden else one.title, "bold"), "  ", (minutes, "$said"))]
    body += [Content.styled(f" {glyph('·')} ".join(parts), "$faint")] if parts else []
    return Row(tuple(body), one.uid, Content.styled(f"{nth} ", "bold $accent"))


def dates_rows(coming: Sequence[Occurrence], planned: Mapping[datetime, Meeting]) -> list[Row]:
    """One row a date: when it is, the meeting `planned` for its slot, what a holiday does."""
    if not coming:
        return [Row((Content.styled(tr("No dates: e says in which rhythm they are"), "$faint"),))]
    return [_date(one, planned.get(one.slot)) for one in coming]


def _date(one: Occurrence, planned: Meeting | None) -> Row:
    shape, style, note = _held(one, (planned.planned_start or one.slot) if planned else one.start)
    notes = [planned.number] if planned else []
    notes += [note] if note else []
    notes += [tr("days off not decreed yet")] if one.provisional else []
    slot = Content.styled(_moment(one.slot, dates.day_long), style)
    body = (slot, Content.styled(f" {glyph('·')} ".join(notes), "$faint"))
    return Row((body,), head=Content.styled(f"{shape} ", style))


def _held(one: Occurrence, start: datetime | None) -> tuple[str, str, str]:
    """How a date whose meeting begins at `start` is marked: glyph, style, words."""
    if start is None:
        return glyph("∅"), "$faint", tr("holiday, left out")
    if start == one.slot:
        return glyph("·"), "", tr("a holiday") if one.holiday else ""
    when = _moment(start, dates.day_short)
    by_holiday = one.holiday and start == one.start
    words = tr("holiday, moved to {when}", when=when) if by_holiday else tr("moved to {when}", when=when)
    return glyph("→"), "$warning", words


def _moment(at: datetime, day: Callable[[date], str]) -> str:
    return f"{day(at.date())} {dates.clock(at)}"


def past_rows(meetings: Sequence[Meeting], today: date, *, revealed: bool) -> list[Row]:
    """One row a meeting, the newest first; Enter opens it."""
    return [_meeting(one, today, revealed) for one in meetings]


def _meeting(one: Meeting, today: date, revealed: bool) -> Row:
    hidden = is_hidden(one.level) and not revealed
    title = tr("({level})", level=label(one.level)) if hidden else one.title
    faint = "$faint" if one.phase in (Phase.CANCELLED, Phase.PURGED) else ""
    fields = (
        Content.styled(fit(one.number, _NUMBER), "bold"),
        Content.styled(fit(when(one, today), _WHEN), "$faint"),
        Content.styled(fit(label(one.phase), _PHASE), "$faint"),
        Content.styled(title, faint),
    )
    return Row((fields,), one.uid)
