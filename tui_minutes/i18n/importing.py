"""The words for what a ledger that comes in would do, row by row (T11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum

from tui_minutes.domain.concealment import VEIL
from tui_minutes.domain.importing.lines import Trouble, Wrong
from tui_minutes.domain.importing.plan import ImportPlan, Step, Treatment
from tui_minutes.domain.meeting import is_hidden
from tui_minutes.domain.outcomes import Change, OutcomePerson
from tui_minutes.i18n.changes import steps
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.ledger_fields import field_name
from tui_minutes.i18n.translation import mark, ntr, tr, tr_late

_TREATMENTS = {
    Treatment.NEW: mark("new"),
    Treatment.CHANGED: mark("changed"),
    Treatment.UNCHANGED: mark("unchanged"),
    Treatment.WRONG: mark("wrong"),
}
_TROUBLES = {
    Wrong.NO_TEXT: mark("there are no words in it"),
    Wrong.DAY: mark("“{value}” is no day; 2026-11-05 is one"),
    Wrong.DAY_AMBIGUOUS: mark("“{value}” may be two days; write 2026-11-05"),
    Wrong.WORD: mark("“{value}” is not known there"),
    Wrong.NO_DAY_DONE: mark("it is “{value}”, and neither the day it was done nor the last update is given"),
    Wrong.DONE_BUT_OPEN: mark("it was done {value}, and its status says it is not"),
    Wrong.NOT_OF_KIND: mark("only actions have it: “{value}”"),
    Wrong.TWICE: mark("the same as row {about}"),
    Wrong.GONE: mark("it was withdrawn or purged, and cannot be changed"),
    Wrong.ANOTHER: mark("{value} is something else here: {about}"),
    Wrong.KIND_STAYS: mark("“{value}”: the type of what is in the ledger stays"),
    Wrong.MEANWHILE: mark("“{value}”, and it was changed here since: {about}"),
    Wrong.OWNER_CLOSES: mark("{about} owns it: someone else has to close it"),
    Wrong.BY_WHICH: mark("“{value}”: say in the program which decision takes its place"),
    Wrong.IN_MEETING: mark("its meeting is not signed yet: change it there"),
}
_FOLLOWING = ("original_due", "due_next_meeting", "unclear", "quality", "superseded_by")
"""Fields that change with others: they are not told."""


def treatment_text(treatment: Treatment) -> str:
    """What becomes of a row, in a word."""
    return tr_late(_TREATMENTS[treatment])


def trouble_text(trouble: Trouble) -> str:
    """What is wrong with a row, with the column it stands in."""
    said = tr_late(_TROUBLES[trouble.wrong], value=_short(trouble.value), about=_short(trouble.about))
    if trouble.field is None or trouble.wrong in (Wrong.TWICE, Wrong.GONE, Wrong.IN_MEETING):
        return said
    return tr("{name}: {value}", name=field_name(trouble.field), value=said)


def step_parts(step: Step, *, reveal: bool) -> Iterator[str]:
    """What a row does or what is wrong with it, one phrase each; covered where it is confidential (B7)."""
    hidden = is_hidden(step.level) and not reveal
    if step.treatment is Treatment.WRONG:
        yield from (trouble_text(_covered(one) if hidden else one) for one in step.troubles)
    elif step.treatment is Treatment.NEW:
        owners = tr(", ").join(person.name for person in step.people or ())
        due = step.fields.get("due")
        parts = (label(step.kind), owners, due.isoformat() if due else "", label(step.fields["status"]))
        yield " · ".join(part for part in parts if part)
    else:
        for one in steps(_as_change(step)):
            before, after = ((_veil(text) if hidden else text) or "–" for text in (one.before, one.after))
            yield tr("{name}: {value}", name=one.name, value=f"{_short(before)} → {_short(after)}")


def step_text(step: Step, *, reveal: bool) -> str:
    """The words of a row, covered where they are confidential."""
    return VEIL if is_hidden(step.level) and not reveal else step.text


def counts_text(plan: ImportPlan) -> str:
    """How many rows there are of each sort."""
    counted = ((treatment, plan.count(treatment)) for treatment in Treatment)
    return " · ".join(f"{treatment_text(treatment)} {number}" for treatment, number in counted)


def about(plan: ImportPlan) -> Iterator[str]:
    """What else the plan would do, and what it leaves out."""
    if plan.meetings:
        yield ntr(
            "{n} meeting would be made for them: {titles}", "{n} meetings would be made for them: {titles}",
            len(plan.meetings), titles=_listed(plan.meetings),
        )  # fmt: skip
    if plan.people:
        names = _listed([name for name, _ in plan.people])
        yield ntr(
            "{n} person would be new: {names}", "{n} people would be new: {names}",
            len(plan.people), names=names,
        )  # fmt: skip
    if plan.ignored:
        yield tr("Columns nobody knows, left out: {names}", names=_listed(plan.ignored))


_SHOWN = 12
"""So many names are listed."""


def _listed(names: Sequence[str]) -> str:
    return tr(", ").join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")


def _covered(trouble: Trouble) -> Trouble:
    return replace(trouble, value=_veil(trouble.value), about=_veil(trouble.about))


def _veil(text: str) -> str:
    return VEIL if text else ""


def _as_change(step: Step) -> Change:
    """A step that changes something, as history would tell it."""
    told = {name: value for name, value in step.fields.items() if name not in _FOLLOWING}
    before = step.before or {}
    changes = {name: (_plain(before.get(name)), _plain(value)) for name, value in told.items()}
    if step.people is not None:
        changes["people"] = (_people(before.get("people", ())), _people(step.people))
    differing = {name: pair for name, pair in changes.items() if pair[0] != pair[1]}
    return Change("", datetime.min.replace(tzinfo=UTC), "", "", differing)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def _people(people: tuple[OutcomePerson, ...]) -> list[list[str]]:
    return [[one.part.value, one.name, one.department] for one in people]


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
