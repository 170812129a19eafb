"""One action or question becomes several: it keeps its number as the first, the others get their own (T1)."""

from __future__ import annotations

from tui_minutes.domain.command import Command
from tui_minutes.domain.moves import Given, Share
from tui_minutes.domain.outcomes import Act, OutcomeKind, OutcomePerson, Part, Status
from tui_minutes.services.outcome_changes import change, named, void_signatures
from tui_minutes.store import numbers, outcomes, rows
from tui_minutes.store.tables import OutcomeRow

_TAKEN_ALONG = ("meeting", "item", "parent", "kind", "level", "priority", "next_feedback", "provisional")


def split(command: Command, row: OutcomeRow, given: Given) -> None:
    """Split `row` into `given.parts`; history tells each part of the others, by their numbers.

    The new parts have the meeting, agenda item, parent, priority and people copied of the whole, and its
    owners and date where none are given. They are to be acknowledged; so is the first if its owner changes.
    """
    first, *others = given.parts
    made = [_make(command, row, share) for share in others]
    loaded = outcomes.find(row.uid)
    changes: dict[str, object] = {"text": first.text}
    if first.owners:
        changes["owners"] = first.owners
        if loaded and first.owners[:1] != loaded.owners[:1]:
            changes["status"] = Status.UNCONFIRMED
    if first.due:
        changes["due"] = first.due
    told = ", ".join(one.number for one in made)
    change(command, row, changes, note=" · ".join(filter(None, (told, given.note))), act=Act.SPLIT)


def _make(command: Command, row: OutcomeRow, share: Share) -> OutcomeRow:
    """The outcome for one further part, with the next number of its kind."""
    people = _people(row, share)
    new = OutcomeRow(
        uid=rows.fresh_uid(command), number=numbers.outcome_number(OutcomeKind(row.kind)),
        **{name: getattr(row, name) for name in _TAKEN_ALONG},
    )  # fmt: skip
    due = share.due or row.due
    fields = {
        "text": share.text,
        "status": Status.UNCONFIRMED,
        "department": next((one.department for one in people if one.part is Part.RESPONSIBLE), ""),
        "due": due,
        "original_due": None if row.provisional else due,
        **{name: getattr(row, name) for name in ("parent", "priority", "next_feedback")},
    }
    outcomes.write(command, new, fields, people, act=Act.SPLIT, note=row.number)
    void_signatures(command, new)
    return new


def _people(row: OutcomeRow, share: Share) -> tuple[OutcomePerson, ...]:
    whole = outcomes.find(row.uid)
    before = whole.people if whole else ()
    owning = (Part.RESPONSIBLE, Part.HELPER)
    owners = named(row.meeting, share.owners, owning) or [one for one in before if one.part in owning]
    return (*owners, *(one for one in before if one.part not in owning))
