"""The agenda on Prepare: when each item comes, how long such items took, what is worded ahead (B3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from textual.content import Content

from tui_minutes.domain import timetable
from tui_minutes.domain.agenda import AgendaItem
from tui_minutes.domain.capture import Caution
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.preparation import agenda_cautions
from tui_minutes.domain.proposals import Proposal
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.time_spent import Usual
from tui_minutes.domain.timetable import Slot
from tui_minutes.i18n import dates, ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.origins import origin_text
from tui_minutes.screens.cut_words import cut_text
from tui_minutes.screens.prepare_panes import add_row, caution_line
from tui_minutes.screens.proposals_words import proposal_line
from tui_minutes.widgets.fluid_row import FluidRow
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row
from tui_minutes.widgets.wrapping import fit


@dataclass(frozen=True, slots=True)
class Planned:
    """What is known of an agenda that is prepared: its `usual` lengths, and the numbers of
    the meetings that items come from (`origins`), are by the uid of the item.
    """

    record: MeetingRecord
    proposals: tuple[Proposal, ...]
    usual: Mapping[str, Usual]
    origins: Mapping[str, str]


def agenda_rows(planned: Planned) -> list[Row]:
    """One row an item, what makes one pause at the agenda, and where to cut when it does not fit (B3)."""
    record = planned.record
    found = agenda_cautions(record.agenda, record.meeting.planned_minutes)
    slots = timetable.planned(record)
    rows: list[Row] = [
        FluidRow(key=item.uid, draw=partial(_item, planned, item, slots[item.uid], found))
        for item in record.agenda
    ]
    rows += [Row((caution_line(one),)) for one in found if one.code != "vague_item"]
    if cut := timetable.cut(record):
        rows.append(Row((Content.styled(tr("t  {words}", words=cut_text(record, cut)), "$faint"),)))
    return [*rows, add_row(tr("a  add an item"))]


def _item(planned: Planned, item: AgendaItem, slot: Slot, found: Iterable[Caution], width: int) -> Row:
    head = Content.styled(f"{item.position} ", "bold $accent")
    minutes = dates.minutes_text(item.minutes) if item.minutes else glyph("–")
    room = width - head.cell_length - 1 - Content(minutes).cell_length
    title = fit(item.title, room) if Content(item.title).cell_length <= room else f"{item.title} "
    body = [Content.assemble((title, "bold"), " ", (minutes, "$said"))]
    if details := list(_details(planned, item, slot)):
        body.append(Content.styled(f" {glyph('·')} ".join(details), "$faint"))
    body += [proposal_line(one) for one in planned.proposals if one.item_uid == item.uid]
    body += [caution_line(one) for one in found if one.code == "vague_item" and one.words == (item.title,)]
    return Row(tuple(body), head=head)


def _details(planned: Planned, item: AgendaItem, slot: Slot) -> Iterator[str]:
    if when := dates.from_to(*slot.local(planned.record.meeting)):
        yield when
    if known := planned.usual.get(item.uid):
        yield usual_text(known)
    if item.facilitator:
        yield tr("led by {name}", name=item.facilitator)
    if item.prepare:
        yield item.prepare
    if how := origin_text(item.origin, planned.origins.get(item.uid, "")):
        yield how
    if item.level:
        yield label(item.level)


def usual_text(known: Usual) -> str:
    """What such an item took so far: `took 25 min of 15 on average, in 4 meetings`."""
    count = len(known.sittings)
    if known.planned is None:
        return ntr(
            "took {spent} min last time",
            "took {spent} min on average, in {n} meetings",
            count,
            spent=known.spent,
        )
    return ntr(
        "took {spent} min of {planned} last time",
        "took {spent} min of {planned} on average, in {n} meetings",
        count,
        spent=known.spent,
        planned=known.planned,
    )
