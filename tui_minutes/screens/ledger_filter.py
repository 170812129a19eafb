"""Choosing what the ledger shows: a form of lists, and the choice in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui_minutes.domain.outcomes import OutcomeKind, Priority, Status, sort_number
from tui_minutes.domain.tracking import LedgerFilter, LedgerRow
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Option


def filter_form(chosen: LedgerFilter, rows: Sequence[LedgerRow]) -> Ask:
    """The form; what can be chosen is what the ledger holds."""
    owners = sorted({name for row in rows for name in row.outcome.owners})
    departments = sorted({row.outcome.department for row in rows if row.outcome.department})
    titles = {row.meeting_number: row.meeting_title for row in rows}
    meetings = [
        Option(number, f"{number} {titles[number]}")
        for number in sorted(titles, key=sort_number, reverse=True)
    ]
    yes = Option("yes", tr("yes"))
    fields = [
        Field("owner", tr("Owner"), chosen.owner, _any(Option(name, name) for name in owners)),
        Field(
            "department",
            tr("Department"),
            chosen.department,
            _any(Option(name, name) for name in departments),
        ),
        Field("status", tr("Status"), chosen.status or "", _any(Option(s, label(s)) for s in Status)),
        Field("kind", tr("What it is"), chosen.kind or "", _any(Option(k, label(k)) for k in OutcomeKind)),
        Field("priority", tr("Priority"), chosen.priority or "", _any(Option(p, label(p)) for p in Priority)),
        Field("meeting", tr("Meeting"), chosen.meeting, _any(meetings)),
        Field("late", tr("Late only"), "yes" if chosen.late else "", _any([yes])),
        Field("open_only", tr("Open only"), "yes" if chosen.open_only else "", _any([yes])),
    ]
    return Ask(tr("Filter"), fields)


def _any(options: Iterable[Option]) -> list[Option]:
    return [Option("", tr("any")), *options]


def chosen_filter(values: Values, text: str) -> LedgerFilter:
    """The filter that the form's values say, with the search `text` kept."""
    return LedgerFilter(
        owner=values["owner"],
        department=values["department"],
        meeting=values["meeting"],
        kind=OutcomeKind(values["kind"]) if values["kind"] else None,
        status=Status(values["status"]) if values["status"] else None,
        priority=Priority(values["priority"]) if values["priority"] else None,
        late=bool(values["late"]),
        open_only=bool(values["open_only"]),
        text=text,
    )


def filter_words(chosen: LedgerFilter) -> str:
    """The choice in words, "" when everything is shown."""
    named = {
        tr("owner"): chosen.owner,
        tr("department"): chosen.department,
        tr("meeting"): chosen.meeting,
        tr("kind"): label(chosen.kind) if chosen.kind else "",
        tr("status"): label(chosen.status) if chosen.status else "",
        tr("priority"): label(chosen.priority) if chosen.priority else "",
        tr("search"): chosen.text,
    }
    words = [f"{name} {value}" for name, value in named.items() if value]
    words += [tr("late only")] if chosen.late else []
    words += [tr("open only")] if chosen.open_only else []
    return " · ".join(words)
