"""``tui-minutes template``: the templates there are, what one says, and one made from a meeting (B1)."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping

from tui_minutes.commands.printing import print_table
from tui_minutes.commands.reading import meeting_numbered, opened
from tui_minutes.commands.writing import note
from tui_minutes.domain.meeting import MeetingKind
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.template_making import Taken
from tui_minutes.domain.templates import Template
from tui_minutes.domain.text import clean, clean_block
from tui_minutes.i18n import dates, ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.services import template_use, templates


def run(args: Namespace) -> int:
    """Do with ``args.names`` what ``args.act`` says; Refused("usage_template") when these are not so many."""
    act, wanted = _ACTS[args.act]
    if len(args.names) != wanted:
        raise Refused("usage_template")
    return act(args)


def _list(_: Namespace) -> int:
    """Those of the kinds, then one's own; a broken one is named on stderr, and makes it 1."""
    own = templates.own()
    mine = {one.name for one in own}
    rows = [_row(templates.of_kind(kind)) for kind in MeetingKind if kind not in mine]
    rows += [_row(one.template) for one in own if one.template]
    print_table(_columns(), rows)
    broken = [one.wrong for one in own if one.wrong]
    for refused in broken:
        print(clean(refusal_text(refused)), file=sys.stderr)
    return int(bool(broken))


def _columns() -> tuple[str, ...]:
    return tr("Template"), tr("Kind"), tr("Rhythm"), tr("Length"), tr("Agenda"), tr("Minutes as")


def _row(template: Template) -> tuple[str, ...]:
    length = dates.minutes_text(template.minutes) if template.minutes else ""
    items = ntr("{n} item", "{n} items", len(template.plan.agenda))
    rhythm = label(template.rhythm) if template.rhythm else ""
    return template.name, label(template.plan.kind), rhythm, length, items, label(template.paper)


def _show(args: Namespace) -> int:
    """The file itself: it shows how one is written."""
    print(clean_block(templates.text_of(args.names[0])).rstrip())
    return 0


def _save(args: Namespace) -> int:
    """Write the template, and say where; on stderr how much was left out, and how to take it along."""
    number, name = args.names
    taken = Taken(people=args.with_people, confidential=args.reveal)
    with opened(args) as store:
        meeting = meeting_numbered(store, number)
        made, left_out = template_use.made_from(store, meeting.uid, clean(name).strip(), taken)
    path = templates.save(made, replace=args.replace)
    print(clean(str(path)))
    note(args, path, meeting.uid)
    if left_out:
        words = ntr("{n} text was left out", "{n} texts were left out", left_out)
        more = tr("--with-people takes names along, --reveal what is confidential")
        print(f"{words}; {more}", file=sys.stderr)
    return 0


_ACTS: Mapping[str, tuple[Callable[[Namespace], int], int]] = {
    "list": (_list, 0),
    "show": (_show, 1),
    "save": (_save, 2),
}
"""What can be done, and with how many names."""
