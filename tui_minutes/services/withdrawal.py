"""Taking a line back, and bringing it back: with it goes what it had changed (D8)."""

from __future__ import annotations

from tui_minutes.domain.command import Command
from tui_minutes.domain.discussion import OUTCOME_KINDS, EntryKind
from tui_minutes.domain.outcomes import Act, Hearing, Status
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import outcome_changes, vote_taking
from tui_minutes.services.stepping_back import targets
from tui_minutes.store import history, revisions, rows
from tui_minutes.store import outcomes as outcome_store
from tui_minutes.store.tables import EntryRow, OutcomeRow


def withdraw_entry(command: Command, entry: EntryRow) -> None:
    """Withdraw a line; events cannot be withdrawn. Twice is once."""
    if entry.kind == EntryKind.EVENT:
        raise Refused("cannot_withdraw")
    if entry.withdrawn:
        return
    revisions.revise(command, entry, "withdraw", {"withdrawn": True})
    if entry.kind in OUTCOME_KINDS:
        row = rows.outcome_of(entry)
        if row is not None:
            withdraw_outcome(command, row)
    elif entry.kind == EntryKind.MOTION:
        vote_taking.leave(command, entry=entry)
    elif entry.kind in (EntryKind.CONTINUATION, EntryKind.UPDATE):
        _reverse(command, entry.command, back=True)
        _reverse_head(command, entry, back=True)


def restore_entry(command: Command, entry: EntryRow) -> None:
    """Bring a withdrawn line back, with what it had changed."""
    if not entry.withdrawn:
        return
    revisions.revise(command, entry, "restore", {"withdrawn": False})
    if entry.kind in OUTCOME_KINDS:
        row = rows.outcome_of(entry)
        if row is not None:
            fields = {"withdrawn": False, "status": Status.UNCONFIRMED, "hearing": Hearing.UNREAD}
            outcome_store.write(command, row, fields)
            _replace_again(command, row)
            vote_taking.bring_back(None, row, history.withdrawal_of(row).at)
            outcome_changes.void_signatures(command, row)
    elif entry.kind == EntryKind.MOTION:
        taken_back = next(one for one in revisions.of_entry(entry) if one.act == "withdraw")
        vote_taking.bring_back(entry, None, taken_back.at)
    elif entry.kind in (EntryKind.CONTINUATION, EntryKind.UPDATE):
        _reverse(command, entry.command, back=False)
        _reverse_head(command, entry, back=False)


def withdraw_outcome(command: Command, row: OutcomeRow, note: str = "") -> None:
    """Take an outcome out of its meeting; its number stays taken, and what it replaced stands again."""
    outcome_store.write(command, row, {"withdrawn": True, "status": Status.CANCELLED}, note=note)
    vote_taking.leave(command, outcome=row)
    for step in history.replacements_by(row):
        fields, _ = targets(step.outcome, step, back=True)
        outcome_store.write(command, step.outcome, fields, act=Act.UNDO, undoes=step)
    outcome_changes.void_signatures(command, row)


def _replace_again(command: Command, row: OutcomeRow) -> None:
    """What stood again while `row` was withdrawn is replaced by it once more, unless it has gone on."""
    for step in history.of_command(history.withdrawal_of(row).command):
        if step.undoes is not None and step.undoes.act == Act.SUPERSEDE:
            fields, _ = targets(step.outcome, step, back=True)
            if fields.keys() == step.changes.keys():
                outcome_store.write(command, step.outcome, fields, act=Act.SUPERSEDE)


def _reverse(command: Command, of: str, back: bool) -> None:
    """Undo (`back`) or redo what the command `of` did to outcomes, field by field, where it still stands."""
    for step in history.of_command(of):
        row = step.outcome
        fields, people = targets(row, step, back)
        if vote_taking.step_back(command, None, row, step.at, back):
            fields.setdefault("hearing", Hearing.UNREAD)
        if fields or people is not None:
            outcome_store.write(command, row, fields, people)
            outcome_changes.void_signatures(command, row)


def _reverse_head(command: Command, entry: EntryRow, back: bool) -> None:
    """The same for what a continuation did to a motion or to data."""
    head = entry.continues
    if head is None:
        return
    for revision in revisions.of_entry(head):
        if revision.act == "continue" and revision.after.get("line") == entry.uid:
            chosen = revision.before if back else revision.after
            vote_taking.step_back(command, head, None, revision.at, back)
            revisions.revise(command, head, "edit", {k: v for k, v in chosen.items() if k != "line"})
            return
