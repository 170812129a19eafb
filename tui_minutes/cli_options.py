"""What may be typed after each command; help is in the spoken language."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Sequence
from datetime import date

from tui_minutes.i18n import tr


def _resume(to: ArgumentParser) -> None:
    which = tr("a meeting by its number (default: the one in progress)")
    to.add_argument("number", metavar="M-2026-001", nargs="?", default="", help=which)


def _standup(to: ArgumentParser) -> None:
    from tui_minutes.domain.standup import Grouping

    to.add_argument("--by", choices=list(Grouping), default=Grouping.OWNER, help=tr("what it goes by"))
    to.add_argument("--department", metavar="NAME", default="", help=tr("only of this department"))
    to.add_argument("--seconds", metavar="N", type=int, help=tr("the time each has; 0 for no timer"))


def _show(to: ArgumentParser) -> None:
    add_number(to)
    add_json(to)


def _export(to: ArgumentParser) -> None:
    from tui_minutes.domain.papers import OF_MEETINGS, Form

    add_number(to)
    _document(to, OF_MEETINGS)
    to.add_argument("--format", choices=list(Form), help=tr("its form (usual: md; of an invitation: ics)"))
    _out(to)
    to.add_argument("--owner", metavar="NAME", default="", help=tr("whose extract"))
    without = tr("leave out what is above the level of the meeting")
    to.add_argument("--for-others", action="store_true", help=without)
    to.add_argument("--template", metavar="FILE.docx", help=tr("a Word file whose looks it takes"))


def _send(to: ArgumentParser) -> None:
    from tui_minutes.domain.papers import SENDABLE

    to.epilog = tr("Without --send nothing is sent. Exit codes: 0 done, 1 something failed, 2 usage.")
    add_number(to)
    _document(to, SENDABLE)
    to.add_argument("--to", metavar="NAME", default="", help=tr("only to this person"))
    group = tr("also to the group behind this channel of the settings")
    to.add_argument("--group", metavar="CHANNEL", action="append", default=None, help=group)
    to.add_argument("--send", action="store_true", help=tr("send it; without this it is only shown"))
    to.add_argument("--again", action="store_true", help=tr("also what may have arrived already"))
    add_json(to)


def _document(to: ArgumentParser, papers: Sequence[str]) -> None:
    usual = tr("which paper (usual: minutes, in full or in short as the kind of meeting has them)")
    to.add_argument("--document", choices=papers, default="", help=usual)


def _import(to: ArgumentParser) -> None:
    to.set_defaults(command="import_ledger")
    to.epilog = tr("It shows first what would be done. Exit codes: 0 done, 1 nothing stored, 2 usage.")
    to.add_argument("file", metavar="FILE", help=tr("the ledger: .xlsx or .csv"))
    to.add_argument("--sheet", metavar="NAME", default="", help=tr("the sheet of the workbook"))
    mapping = tr("what a column is, once for each: number, text, owners, due, … (docs/importing.md)")
    to.add_argument("--map", metavar="NAME=FIELD", action="append", default=None, help=mapping)
    to.add_argument("--yes", action="store_true", help=tr("do it, without asking"))
    add_json(to)


def _verify(to: ArgumentParser) -> None:
    to.add_argument("--seal", metavar="HEX", help=tr("the seal printed on the minutes"))
    add_json(to)


def _doctor(to: ArgumentParser) -> None:
    to.add_argument("--rebuild", action="store_true", help=tr("make again what the ledger is read from"))
    add_json(to)


def _backup(to: ArgumentParser) -> None:
    instead = to.add_mutually_exclusive_group()
    instead.add_argument("--list", action="store_true", help=tr("list the backups instead"))
    instead.add_argument(
        "--to", metavar="FILE", help=tr("write a copy of the store into this new file instead")
    )


def _restore(to: ArgumentParser) -> None:
    newest = tr("a backup by its name or its file (default: the newest)")
    to.add_argument("backup", metavar="NAME|FILE", nargs="?", default="", help=newest)
    to.add_argument("--yes", action="store_true", help=tr("do it, without asking"))


def _rescue(to: ArgumentParser) -> None:
    to.add_argument("damaged", metavar="FILE", nargs="?", help=tr("the damaged store (default: the store)"))
    to.add_argument("--out", metavar="NEW", help=tr("the new store (default: beside the damaged one)"))


def _purge(to: ArgumentParser) -> None:
    add_number(to)
    to.add_argument("--reason", metavar="TEXT", default="", help=tr("why; it stays on record"))
    to.add_argument("--yes", action="store_true", help=tr("purge without asking"))


def _ledger(to: ArgumentParser) -> None:
    from tui_minutes.domain.outcomes import OutcomeKind, Priority, Status
    from tui_minutes.domain.papers import FORMS, Paper

    to.add_argument("--owner", metavar="NAME", default="", help=tr("only what this person answers for"))
    to.add_argument("--department", metavar="NAME", default="", help=tr("only of this department"))
    to.add_argument("--meeting", metavar="M-2026-001", default="", help=tr("only of this meeting"))
    to.add_argument("--kind", choices=list(OutcomeKind), help=tr("only of this kind"))
    to.add_argument("--status", choices=list(Status), help=tr("only in this status"))
    to.add_argument("--priority", choices=list(Priority), help=tr("only of this priority"))
    to.add_argument("--late", action="store_true", help=tr("only what is late"))
    to.add_argument("--open", action="store_true", help=tr("only what is still to be done"))
    to.add_argument("--search", metavar="TEXT", default="", help=tr("only where this is found"))
    _filters(to)
    to.add_argument("--format", choices=FORMS[Paper.LEDGER], help=tr("write them down in this form"))
    _out(to)
    add_json(to)


def _filters(to: ArgumentParser) -> None:
    from tui_minutes.domain.tracking import GROUPINGS, SORTS

    like_typed = tr("as in the search line: owner:Ann is:late due<fri words")
    to.add_argument("--filter", metavar="TEXT", default="", help=like_typed)
    to.add_argument("--view", metavar="NAME", default="", help=tr("what a view shows"))
    to.add_argument("--sort", choices=SORTS, help=tr("the order of the rows (usual: number)"))
    to.add_argument("--group", choices=GROUPINGS, help=tr("what the rows stand together by"))
    to.add_argument("--limit", metavar="N", type=count, help=tr("so many rows at most"))
    instead = to.add_mutually_exclusive_group()
    instead.add_argument("--views", action="store_true", help=tr("list the views instead"))
    instead.add_argument(
        "--history", metavar="A-057", default="", help=tr("all that happened to one of them")
    )


def _remind(to: ArgumentParser) -> None:
    to.epilog = tr("Without --send nothing is sent. Exit codes: 0 done, 1 something failed, 2 usage.")
    to.add_argument("--day", type=_day, metavar="2026-11-28", help=tr("as of this day (default: today)"))
    to.add_argument("--owner", metavar="NAME", default="", help=tr("only what goes to this person"))
    to.add_argument("--send", action="store_true", help=tr("send it by the channels configured"))
    to.add_argument("--all", action="store_true", help=tr("also what was sent today"))
    add_json(to)


def _review(to: ArgumentParser) -> None:
    from tui_minutes.domain.papers import READ, Form

    period = tr("the last month, or: 2026-10, 2026-Q3, 2026-09-01..2026-10-15")
    to.add_argument("--period", metavar="2026-10", default="", help=period)
    to.add_argument("--format", choices=(*READ, Form.JSON), help=tr("its form (usual: md)"))
    _out(to)
    add_json(to)


def _parse(to: ArgumentParser) -> None:
    to.add_argument("--day", type=_day, metavar="2026-11-21", help=tr("the day of the meeting"))
    to.add_argument("--people", metavar="NAME/DEPARTMENT,…", default="", help=tr("who takes part"))
    add_json(to)


def add_number(to: ArgumentParser) -> None:
    """The number of a meeting."""
    to.add_argument("number", metavar="M-2026-001", help=tr("the number of the meeting"))


def _out(to: ArgumentParser) -> None:
    to.add_argument("--out", "--output", metavar="FILE", help=tr("write into this file instead of stdout"))
    to.add_argument("--force", action="store_true", help=tr("replace the file if it is there"))


def add_json(to: ArgumentParser) -> None:
    """Whether to print JSON."""
    to.add_argument("--json", action="store_true", help=tr("print JSON"))


def count(text: str) -> int:
    """A whole number as typed; ArgumentTypeError for anything else."""
    if not text.isdecimal():
        raise ArgumentTypeError(tr("{text} is no number", text=text))
    return int(text)


def _day(text: str) -> date:
    """A day that leaves room to count from; time zones end with the years of the calendar."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = date.min
    if not 1900 <= found.year < 9000:
        raise ArgumentTypeError(tr("{text} is no day like 2026-11-21", text=text))
    return found


OPTIONS: dict[str, Callable[[ArgumentParser], None]] = {
    "resume": _resume,
    "standup": _standup,
    "list": add_json,
    "show": _show,
    "export": _export,
    "send": _send,
    "ledger": _ledger,
    "import": _import,
    "review": _review,
    "remind": _remind,
    "verify": _verify,
    "purge": _purge,
    "doctor": _doctor,
    "backup": _backup,
    "restore": _restore,
    "rescue": _rescue,
    "parse": _parse,
}
"""What makes the options of each command, by its name."""


def options_of(command: str) -> Callable[[ArgumentParser], None]:
    """What makes the options of `command`; those of preparation stand in a module of their own."""
    if command in OPTIONS:
        return OPTIONS[command]
    from tui_minutes.cli_options_before import OPTIONS_BEFORE

    return OPTIONS_BEFORE[command]
