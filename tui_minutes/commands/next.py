"""``tui-minutes next``: the next meeting of a series planned, and said what comes along (B8, E2)."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from typing import Any

from tui_minutes.commands.reading import meeting_numbered, now, print_json
from tui_minutes.domain.command import Command
from tui_minutes.domain.concealment import VEIL
from tui_minutes.domain.meeting import highest, is_hidden
from tui_minutes.domain.moments import moment
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.series import Coming, Ending, NextMeeting
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.origins import origin_text
from tui_minutes.i18n.rhythms import when_text
from tui_minutes.services import followups
from tui_minutes.services.calendars import growing
from tui_minutes.services.policies import rules
from tui_minutes.store.store import Store


def run(args: Namespace) -> int:
    """Plan the meeting after ``args.number`` and print what it brings; with ``--preview`` only print.

    Where one is planned already, what waits comes along to that, unless ``--on`` asks for another.
    """
    with closing(Store.open(args.db, create=False)) as store:
        store.attend(rules(args.settings, args.country))
        shown = _preview(store, args)
        number = "" if args.preview else _carried_out(store, args, shown)
    if args.json:
        print_json(_spelt(shown, number, reveal=args.reveal))
    else:
        for line in _lines(shown, number, reveal=args.reveal):
            print(clean(line))
    return 0


def _preview(store: Store, args: Namespace) -> NextMeeting:
    at, past = now(), meeting_numbered(store, args.number)
    calendar = growing(args.country)(range(at.year - 1, at.year + 3))
    start = moment(clean(args.on), past.local(at).date(), calendar) if args.on else None
    if args.on and start is None:
        raise Refused("usage_when", typed=clean(args.on))
    shown = followups.preview(store, past.uid, at, calendar, start)
    if shown.planned is None or start is not None:
        return shown.another()
    return shown.into_planned(followups.waiting(store, shown.planned.uid, at))


def _carried_out(store: Store, args: Namespace, shown: NextMeeting) -> str:
    """Plan it, or let what waits come along to the one that is planned; the number of the meeting."""
    command = Command.new(now(), args.entered_by, args.entered_by)
    if shown.planned is not None:
        followups.bring(store, command, shown.planned.uid)
        return shown.planned.number
    uid = followups.follow_up(store, command, shown.past.uid, shown.when)
    return store.record(uid).meeting.number


def _lines(shown: NextMeeting, number: str, *, reveal: bool) -> Iterator[str]:
    planned = number or (shown.planned.number if shown.planned else "")
    named = planned or tr("the meeting after {number}", number=shown.past.number)
    yield f"{named}  {when_text(shown.when)}"
    yield tr("Comes along") if shown.coming else tr("Nothing is open")
    for one in shown.coming:
        title = _title(shown, one, reveal)
        yield f"  {title}  {origin_text(one.item.origin, one.number)}"
    if shown.ends:
        yield tr("Ends here")
    for end in shown.ends:
        yield f"  {f'{end.number} ' if end.number else ''}{_ended(end, reveal)}  {label(end.by)}"


def _title(shown: NextMeeting, one: Coming, reveal: bool) -> str:
    into = shown.planned or shown.past
    level = highest(shown.past.level, into.level, one.item.level or into.level)
    return one.item.title if reveal or not is_hidden(level) else VEIL


def _ended(end: Ending, reveal: bool) -> str:
    return end.text if reveal or not is_hidden(end.level) else VEIL


def _spelt(shown: NextMeeting, number: str, *, reveal: bool) -> dict[str, Any]:
    """Codes and local times; `number` is null where nothing was planned."""
    return {
        "number": number or None,
        "follows": shown.past.number,
        "start": _wall(shown.when.start),
        "end": _wall(shown.when.end),
        "zone": shown.when.zone,
        "comes_along": [
            {
                "title": _title(shown, one, reveal),
                "origin": one.item.origin.value,
                "from": one.number or None,
            }
            for one in shown.coming
        ],
        "ends_here": [
            {"title": _ended(end, reveal), "number": end.number or None, "by": end.by.value}
            for end in shown.ends
        ],
    }


def _wall(at: datetime | None) -> str | None:
    return at.isoformat(timespec="minutes") if at else None
