"""An invitation becomes a plan: who calls, who comes, where, when again, what is on the agenda (B8)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta

from tui_minutes.documents.calendar_text import wrong
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.going_out import Material
from tui_minutes.domain.inviting.description import Described, described
from tui_minutes.domain.inviting.event import CalendarEvent, Guest
from tui_minutes.domain.inviting.incoming import Incoming
from tui_minutes.domain.inviting.joining import join_link
from tui_minutes.domain.plan import Plan, PlanPerson
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.rhythm import OnHoliday, Rhythm
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.i18n import tr
from tui_minutes.services import rhythms

MOST_PEOPLE = 300
"""So many guests are put on a list; more are a town hall, of which minutes name the speakers."""

LONGEST_LINK = 60
"""Characters of a link that is still told with the room."""

LONGEST_NOTE = 2_000
"""Characters of an invitation's own words that are kept beside the meeting."""

MOST_LEFT_OUT = 500
"""So many dates to come on which a series does not take place are kept; years of a weekly one."""


def incoming(
    events: Iterable[CalendarEvent], file: str, today: datetime, slots: Mapping[str, datetime]
) -> list[Incoming]:
    """The meetings that `events` ask for, each once: of a series the next one, and those that are moved.

    `today` is a local time; `slots` are the places in their rhythm of the meetings that are here already, by
    the uid of the event. Refused("invitation_wrong") for a rule that is none, or comes more than once a day.
    """
    by_uid: dict[str, list[CalendarEvent]] = {}
    for one in events:
        by_uid.setdefault(one.uid, []).append(one)
    found: list[Incoming] = []
    for uid, group in by_uid.items():
        group.sort(key=lambda one: (one.sequence, one.stamp))
        whole = next((one for one in reversed(group) if one.occurrence is None), None)
        moved = {one.occurrence: one for one in group if one.occurrence is not None}
        if whole is not None and whole.repetition.rule:
            found += _series(whole, moved, file, slots.get(uid), today)
        else:
            found += [_one(one, file) for one in ([whole] if whole else []) + list(moved.values())]
        found += [_one(one, file) for one in (_added(whole, today, moved) if whole else [])]
    return found


def _series(
    whole: CalendarEvent,
    moved: dict[datetime, CalendarEvent],
    file: str,
    kept: datetime | None,
    today: datetime,
) -> list[Incoming]:
    """The next meeting of a series, and each later one that is not as the rule has it."""
    rhythm = _rhythm(whole, file)
    off = {at for at, one in moved.items() if one.called_off} | set(whole.repetition.skipped)
    after = datetime.combine((kept or today).date(), time.min) - timedelta(minutes=1)
    without = sorted({at.date() for at in off if at > after})[:MOST_LEFT_OUT]
    rhythm = replace(rhythm, without=tuple(without))
    slot = _next(rhythm, after) or _next(rhythm, rhythm.first - timedelta(minutes=1)) or whole.start
    event = replace(
        moved.get(slot) or _at(whole, slot),
        sequence=whole.sequence,
        stamp=whole.stamp,
        occurrence=None,
        called_off=whole.called_off,
    )
    first = _one(event, file)
    still = tuple(day for day in without if day > slot.date())
    first = replace(first, rhythm=replace(rhythm, without=still), plan=replace(first.plan, slot=slot))
    return [first, *(_one(one, file) for at, one in sorted(moved.items()) if at > slot)]


def _at(event: CalendarEvent, start: datetime) -> CalendarEvent:
    """The same event at another time."""
    return replace(event, start=start, end=start + (event.end - event.start) if event.end else None)


def _added(whole: CalendarEvent, today: datetime, moved: Collection[datetime]) -> list[CalendarEvent]:
    """What takes place on dates of its own, besides the rule."""
    dates = [at for at in whole.repetition.added if at.date() >= today.date() and at not in moved]
    return [replace(_at(whole, at), occurrence=at) for at in dates if at != whole.start]


def _rhythm(whole: CalendarEvent, file: str) -> Rhythm:
    lasts = int((whole.end - whole.start).total_seconds() // 60) if whole.end else 60
    try:
        rule = rhythms.spelt(whole.repetition.rule, whole.start, whole.zone)
    except Refused as refused:
        said = whole.repetition.rule[:60]
        what = tr("“{rule}” is no rule for meetings: daily, weekly, monthly or yearly", rule=said)
        raise wrong(file, tr("{title}, RRULE", title=whole.title[:40]), what) from refused
    return Rhythm(_plain(rule), whole.start, whole.zone, lasts, OnHoliday.HOLD)


def _plain(rule: str) -> str:
    """The rule without what goes without saying: Outlook writes INTERVAL=1, Google where a week begins."""
    told = [part for part in rule.split(";") if part != "INTERVAL=1"]
    counts = "," in rule and any(part.startswith("INTERVAL=") for part in told)
    return ";".join(part for part in told if counts or not part.startswith("WKST="))


def _next(rhythm: Rhythm, after: datetime) -> datetime | None:
    return next((one.slot for one in rhythms.occurrences(rhythm, after, WEEKENDS)), None)


def _one(event: CalendarEvent, file: str) -> Incoming:
    """The meeting that one event asks for."""
    guests = _guests(event)
    said = described(event.description, [guest.name for guest in guests])
    link = event.link or join_link([event.place, event.description])
    people = _people(guests, event.organizer, said)
    plan = Plan(
        title=event.title or tr("Meeting without a title"), start=event.start,
        end=event.end, zone=event.zone, place=_place(event.place, link), level=event.level, goal=said.goal,
        expected=said.expected, people=people[:MOST_PEOPLE], agenda=said.agenda, slot=event.occurrence,
    )  # fmt: skip
    at = event.occurrence
    return Incoming(
        file=file, event=event.uid, plan=plan, recurrence=at.isoformat(timespec="minutes") if at else "",
        sequence=event.sequence, stamp=event.stamp,
        declined=tuple(one.name for one in guests if one.declined),
        left_out=max(len(people) - MOST_PEOPLE, 0), materials=tuple(_materials(event, said, link)),
        whole_day=event.whole_day, called_off=event.called_off,
    )  # fmt: skip


def _place(place: str, link: str) -> str:
    """The room and the link, each once; a link that nobody could type stays beside the meeting."""
    if not place:
        return link
    return place if not link or link in place or len(link) > LONGEST_LINK else f"{place} · {link}"


def _guests(event: CalendarEvent) -> list[Guest]:
    """The organiser first, then those who must come, then the others; two of one name told apart."""
    host = event.organizer
    others = [one for one in event.guests if not (host and _same(one, host))]
    ordered = ([host] if host else []) + sorted(others, key=lambda one: one.optional)
    names = [one.name for one in ordered]
    return [
        replace(one, name=f"{one.name} ({one.email})") if names.count(one.name) > 1 and one.email else one
        for one in ordered
    ]


def _same(one: Guest, other: Guest) -> bool:
    if one.email and other.email:
        return one.email.casefold() == other.email.casefold()
    return one.name == other.name


def _people(guests: list[Guest], host: Guest | None, said: Described) -> tuple[PlanPerson, ...]:
    """The people with their roles: what the description says of somebody comes on top."""
    roles: dict[str, list[Role]] = {said.inviter: [Role.CONVENER]} if said.inviter and not host else {}
    emails: dict[str, str] = {}
    for nth, guest in enumerate(guests):
        first = Role.CONVENER if nth == 0 and host else Role.OBSERVER if guest.optional else Role.ATTENDEE
        roles.setdefault(guest.name, []).append(first)
        emails.setdefault(guest.name, guest.email)
    for name, role in said.roles:
        held = roles.setdefault(name, [Role.ATTENDEE])
        roles[name] = list(dict.fromkeys((*(one for one in held if one is not Role.OBSERVER), role)))
    return tuple(
        PlanPerson(name, email=emails.get(name, ""), roles=tuple(held)) for name, held in roles.items()
    )


def _materials(event: CalendarEvent, said: Described, link: str) -> Iterable[Material]:
    """How one joins, what else the invitation says, and what is attached to it."""
    if link or said.joining:
        yield Material("", tr("Joining from afar"), link, _note(said.joining))
    if said.remark:
        yield Material("", tr("Words of the invitation"), "", _note(said.remark))
    for name, link in event.files:
        yield Material("", name, link)


def _note(lines: tuple[str, ...]) -> str:
    return " / ".join(lines)[:LONGEST_NOTE]
