"""Ledgers that come in: what is known of their rows, and all of them written at once (T11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from tui_minutes.domain.command import Command, new_uid
from tui_minutes.domain.importing.fields import Field
from tui_minutes.domain.importing.lines import Line, key_of
from tui_minutes.domain.importing.plan import Known, Source, Step
from tui_minutes.domain.meeting import Level, MeetingKind, Phase
from tui_minutes.domain.outcomes import Act, OutcomeKind, Part
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.store import bulk, directory, history, ledger, numbers, outcomes_at_once, rows
from tui_minutes.store.rows import among, columns, pairs
from tui_minutes.store.tables import ImportedRow, MeetingRow, OutcomeRow, PersonRow


def known(lines: Sequence[Line]) -> Known:
    """What the store has of the outcomes, meetings and people that `lines` may mean."""
    imported = _imported([line.key for line in lines])
    named = {line.words(Field.NUMBER).upper() for line in lines}
    numbered = dict(
        pairs(OutcomeRow.select(OutcomeRow.number, OutcomeRow.uid).where(among(OutcomeRow.number, named)))
    )
    alike = _alike(lines)
    uids = {line.words(Field.UID) for line in lines} - {""}
    found = ledger.of_uids([*{*uids, *imported.values(), *numbered.values(), *alike.values()}])
    there = {row.outcome.uid: row for row in found}
    people = {row.id: row for row in PersonRow.select()}
    meant = directory.unmistakable()
    return Known(
        rows=there,
        numbered=numbered,
        imported=alike | imported,
        history=history.of_outcomes(list(_touched(lines, there, {*imported.values(), *alike.values()}))),
        gone=_gone(there),
        sources=_sources(),
        people={name: (people[key].uid, people[key].department) for name, key in meant.items()},
        names=frozenset(row.name for row in people.values()),
    )


def _imported(keys: Iterable[str]) -> dict[str, str]:
    """The uids of outcomes by what they were called in the ledger that they came from."""
    query = ImportedRow.select(ImportedRow.number, OutcomeRow.uid).join(OutcomeRow)
    return dict(pairs(query.where(among(ImportedRow.number, keys))))


def _alike(lines: Sequence[Line]) -> dict[str, str]:
    """The uids of outcomes that say the same as a line without a number, by its key."""
    texts = {line.words(Field.TEXT) for line in lines if line.key.startswith("#")}
    stands = among(OutcomeRow.text, texts) & ~OutcomeRow.withdrawn
    found: dict[str, str] = {}
    for row in ledger.where(stands):
        one = row.outcome
        key = key_of(one.text, next(iter(one.names(Part.RESPONSIBLE)), ""), one.due)
        found.setdefault(key, one.uid)
    return found


def _touched(lines: Sequence[Line], there: Mapping[str, LedgerRow], imported: set[str]) -> set[str]:
    """Those that were changed since the file was made of them, or came from one: their history decides."""
    seen = {line.words(Field.UID): line.values.get(Field.VERSION) for line in lines}
    changed = {uid for uid, version in seen.items() if uid in there and there[uid].outcome.version != version}
    return changed | imported


def _gone(there: Mapping[str, LedgerRow]) -> frozenset[str]:
    """Those of whom a purge has left the number only."""
    query = OutcomeRow.select(OutcomeRow.uid).join(MeetingRow)
    purged = (MeetingRow.phase == Phase.PURGED) & among(OutcomeRow.uid, there)
    return frozenset(uid for (uid,) in columns(query.where(purged)))


def _sources() -> list[tuple[str, str, str, date | None]]:
    """The meetings that imports have made: nobody has sealed what was agreed there."""
    made = (MeetingRow.phase == Phase.HELD) & ~MeetingRow.light
    query = MeetingRow.select(
        MeetingRow.uid, MeetingRow.number, MeetingRow.title, MeetingRow.planned_start
    ).where(made)
    return [
        (uid, number, title, at.date() if at else None)
        for uid, number, title, at in columns(query.order_by(MeetingRow.id))
    ]


def write(command: Command, steps: Sequence[Step], zone: str, language: str) -> None:
    """Make and change all outcomes of `steps`, within the caller's transaction.

    New meetings are in `zone` and `language`. Refused("changed_meanwhile") where the store has changed under
    the plan: an outcome by now is another version, or has been taken in by somebody else.
    """
    new = [step for step in steps if not step.uid]
    taken = _imported([step.key for step in new])
    if taken:
        first = next(step for step in new if step.key in taken)
        raise Refused("changed_meanwhile", number=first.number or first.text)
    edits = [
        outcomes_at_once.Edit(one.uid, one.seen, dict(one.fields), one.people) for one in steps if one.uid
    ]
    outcomes_at_once.change_all(command, edits, Act.IMPORT)
    _make(command, new, zone, language)


def _make(command: Command, steps: Sequence[Step], zone: str, language: str) -> None:
    meetings = {
        source: _meeting(command, source, zone, language)
        for source in dict.fromkeys(step.source for step in steps)
    }
    free = {kind: _numbers(kind, steps) for kind in OutcomeKind}
    made = [
        outcomes_at_once.New(
            _record(command, step, meetings[step.source], free[step.kind].pop(), zone),
            step.people or (),
            dict(step.fields),
        )
        for step in steps
    ]
    keys = outcomes_at_once.make_all(command, made, Act.IMPORT)
    bulk.insert(
        ImportedRow,
        (
            {"uid": new_uid(command.at), "outcome": key, "number": step.key}
            for key, step in zip(keys, steps, strict=True)
        ),
    )


def _numbers(kind: OutcomeKind, steps: Sequence[Step]) -> list[str]:
    """As many numbers as there are new outcomes of a kind, the first of them last."""
    return numbers.outcome_numbers(kind, sum(step.kind is kind for step in steps))[::-1]


def _meeting(command: Command, source: Source, zone: str, language: str) -> int:
    """The key of the meeting that outcomes come from: held, and nothing more is to be done about it."""
    if source.uid:
        return int(rows.row(MeetingRow, source.uid).id)
    held = datetime.combine(source.day, time()) if source.day else None
    made = rows.add(
        MeetingRow, command, number=numbers.meeting_number((held or command.at).year), title=source.title,
        kind=MeetingKind.REGULAR, phase=Phase.HELD, zone=zone, level=Level.INTERNAL, language=language,
        planned_start=held, recorder=command.entered_by,
    )  # fmt: skip
    return int(made.id)


def _record(command: Command, step: Step, meeting: int, number: str, zone: str) -> dict[str, Any]:
    """All columns of a new outcome that are not as usual."""
    made = _instant(step.made_on, zone) if step.made_on else command.at
    touched = _instant(step.touched_on, zone) if step.touched_on else command.at
    return {
        **dict.fromkeys(("department", "deliverable", "resources", "result", "remark"), ""),
        **dict.fromkeys(("due", "original_due", "done_on", "priority")),
        **step.fields,
        "uid": new_uid(command.at), "meeting": meeting, "number": number, "kind": step.kind,
        "level": step.level, "provisional": False, "created_at": min(made, command.at),
        "updated_at": min(touched, command.at),
    }  # fmt: skip


def _instant(day: date, zone: str) -> datetime:
    """Where a day begins in the zone: of what a ledger tells there is no time."""
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
