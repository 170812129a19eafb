"""Whom something concerns: owners, heads of department, those copied, those of its meeting (T1-T7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.outcomes import Outcome, Part
from tui_minutes.domain.policy import MINUTES, Policy
from tui_minutes.domain.reminders import Why
from tui_minutes.domain.workdays import Calendar

Roles = Mapping[Role, tuple[str, ...]]
"""The names of those who have a role in a meeting."""

OF_THE_MEETING = (Role.CONVENER, Role.CHAIR, Role.RECORDER)
"""Who looks after what nobody owns, in this order: the convener names temporary owners (B4)."""

_OF_THE_RESPONSIBLE = (Why.UNACKNOWLEDGED, Why.STALE, Why.FEEDBACK)
_TOLD_TO_COPIED = (Why.LATE, Why.DUE_TODAY, Why.DUE_SOON, Why.FEEDBACK)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What must be known beside an outcome or a meeting to say who is reminded when.

    `roles` are those of its meeting, `heads` the names of who heads which department; `policy` says how many
    working days of `calendar` before a date its reminder goes out (T4), and when minutes are due (F2).
    """

    calendar: Calendar
    roles: Roles = field(default_factory=dict)
    heads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    policy: Policy = MINUTES

    def first(self, *wanted: Role) -> tuple[str, ...]:
        """The names of the first of the roles `wanted` that somebody has."""
        return next((self.roles[role] for role in wanted if self.roles.get(role)), ())


def asked(one: Outcome, why: Why, around: Surroundings) -> tuple[str, ...]:
    """From whom something is wanted: all owners for a date, the responsible one for a word (T2-T4).

    What nobody owns, and what is not clear to its owner, is for those of the meeting.
    """
    if why is Why.UNCLEAR:
        return around.first(*OF_THE_MEETING)
    if why is Why.WAITING:
        return _confirmers(one, around)
    owners = one.names(Part.RESPONSIBLE) if why in _OF_THE_RESPONSIBLE else one.owners
    return _people(owners, one, around) or around.first(*OF_THE_MEETING)


def heads(one: Outcome, why: Why, around: Surroundings) -> tuple[str, ...]:
    """The heads of the departments it belongs to, its first trackers (第一跟踪人, T1)."""
    if why is Why.WAITING:
        return ()
    theirs = (person.department for person in one.people if person.part is Part.RESPONSIBLE)
    return _unique(name for part in (one.department, *theirs) for name in around.heads.get(part, ()))


def copied(one: Outcome, why: Why, around: Surroundings) -> tuple[str, ...]:
    """Those copied, where a date is near or past (T5)."""
    return _people(one.names(Part.COPIED), one, around) if why in _TOLD_TO_COPIED else ()


def _confirmers(one: Outcome, around: Surroundings) -> tuple[str, ...]:
    """Who may confirm that it is done: whoever decided it, else the chair; never an owner (T6)."""
    roles = (Role.CHAIR, Role.DECIDER, Role.CONVENER, Role.RECORDER)
    groups = (one.names(Part.DECIDER), *(around.first(role) for role in roles))
    others = (tuple(name for name in names if name not in one.owners) for names in groups)
    return next(filter(None, others), ())


def _people(names: Iterable[str], one: Outcome, around: Surroundings) -> tuple[str, ...]:
    """Those behind `names`; behind a department its heads, which may be nobody."""
    nobody = {one.department: ()} if one.department else {}
    known: Mapping[str, tuple[str, ...]] = {**nobody, **around.heads}
    return _unique(person for name in names for person in known.get(name, (name,)))


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
