"""One step of an outcome's history as it is drawn: who, from what to what, why (T8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from textual.content import Content

from tui_minutes.domain.outcomes import Change
from tui_minutes.i18n import dates, tr
from tui_minutes.i18n.changes import Step, deed, steps, who, why
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.list_pane import Row


def change_rows(history: Sequence[Change], zone: ZoneInfo) -> Iterator[Row]:
    """The steps of a history, oldest first, each with the local time beside it; those taken back say so.

    The year stands only where it is not that of the last step.
    """
    undone = {change.undoes: change for change in history if change.undoes}
    by_uid = {change.uid: change for change in history}
    year = history[-1].at.year if history else 0
    for change in history:
        at = change.at.astimezone(zone)
        day = f"{at:%m-%d}" if at.year == year else f"{at:%Y-%m-%d}"
        lines = list(change_lines(change))
        if change.undoes in by_uid:
            lines.append(Content.styled(tr("taken back: {what}", what=deed(by_uid[change.undoes])), "$faint"))
        if change.uid in undone:
            lines = [Content.styled(line.plain, "$faint") for line in lines]
            lines.append(Content.styled(tr("(taken back)"), "$faint"))
        yield Row(tuple(lines), None, Content.styled(f"{day} {dates.clock(at)}  ", "$faint"))


def change_lines(change: Change) -> Iterator[Content]:
    """Who did what, then one line for each field that changed, then why."""
    yield Content.assemble((who(change), "$said"), f"  {deed(change)}")
    yield from map(_step, steps(change))
    for name, words in why(change):
        yield Content.assemble((f"{name} " if name else "", "$faint"), words)


def _step(step: Step) -> Content:
    """From what to what; where nothing was before, what there is now."""
    arrow = f" {glyph('→')} " if step.before else ""
    after = step.after or glyph("–")
    return Content.assemble((f"{step.name} ", "$faint"), step.before, (arrow, "$faint"), after)
