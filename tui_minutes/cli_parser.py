"""What may be typed after ``tui-minutes``: commands, options and their help in the spoken language."""

from __future__ import annotations

import argparse
import gettext
import os
from datetime import date
from pathlib import Path

from tui_minutes import __version__
from tui_minutes.domain.outcomes import OutcomeKind, Priority, Status
from tui_minutes.domain.papers import FORMS, Paper
from tui_minutes.domain.standup import Grouping
from tui_minutes.domain.tracking import GROUPINGS, SORTS
from tui_minutes.i18n import LANGUAGES, current_language, tr

LOCALE = Path(__file__).parent / "i18n" / "locale"


def parser() -> argparse.ArgumentParser:
    """The whole command line. ``command`` is None for the program itself, else the name of a subcommand."""
    _let_argparse_speak()
    top = argparse.ArgumentParser(
        prog="tui-minutes",
        description=tr("Minutes of a meeting, written in a terminal while the meeting runs."),
        epilog=tr(
            "Without a command the program starts. Exit codes: 0 done, 1 failed, 2 usage, 3 not found."
        ),
        allow_abbrev=False,
    )
    version = f"tui-minutes {__version__}"
    top.add_argument("--version", action="version", version=version, help=tr("print the version"))
    top.add_argument("--demo", action="store_true", help=tr("play a sample meeting in a throw-away store"))
    _common(top, given=True)
    commands = top.add_subparsers(dest="command", title=tr("commands"), metavar="COMMAND")
    _add_meeting_commands(commands)
    _add_store_commands(commands)
    _add_parse(commands)
    return top


def _common(to: argparse.ArgumentParser, *, given: bool) -> None:
    """Options that may stand before and after a command; ``given`` where their absence is recorded."""
    nothing = None if given else argparse.SUPPRESS
    to.add_argument("--db", metavar="PATH", default=nothing, help=tr("the store (also: TUI_MINUTES_DB)"))
    to.add_argument("--lang", choices=LANGUAGES, default=nothing, help=tr("the language to speak"))
    to.add_argument("--as", dest="entered_by", metavar="NAME", default=nothing, help=tr("who types"))
    to.add_argument("--country", metavar="CN", default=nothing, help=tr("whose working days count"))
    to.add_argument(
        "--reveal",
        action="store_true",
        default=False if given else argparse.SUPPRESS,
        help=tr("show what is confidential or secret"),
    )


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, words: str
) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=words, description=words, allow_abbrev=False)
    _common(made, given=False)
    return made


def _add_meeting_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    start = _command(commands, "start", tr("start a meeting from a plan"))
    start.add_argument("plan", metavar="PLAN.toml", help=tr("the plan: title, people, agenda"))
    _add_standup(commands)
    _json(_command(commands, "list", tr("list the meetings")))
    show = _command(commands, "show", tr("show one meeting"))
    _number(show)
    _json(show)
    export = _command(commands, "export", tr("write the minutes of a meeting"))
    _number(export)
    export.add_argument("--format", choices=("md", "json"), default="md", help=tr("Markdown or JSON"))
    export.add_argument("--output", metavar="FILE", help=tr("write into this file instead of stdout"))


def _add_standup(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    standup = _command(commands, "standup", tr("go on with the standup that runs, or begin one"))
    standup.add_argument("--by", choices=list(Grouping), default=Grouping.OWNER, help=tr("what it goes by"))
    standup.add_argument("--department", metavar="NAME", default="", help=tr("only of this department"))
    standup.add_argument("--seconds", metavar="N", type=int, help=tr("the time each has; 0 for no timer"))


def _add_store_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    _add_ledger(commands)
    _add_import(commands)
    _add_review(commands)
    _add_remind(commands)
    verify = _command(commands, "verify", tr("check that nothing sealed has changed"))
    verify.add_argument("--seal", metavar="HEX", help=tr("the seal printed on the minutes"))
    _json(verify)
    _add_purge(commands)
    doctor = _command(commands, "doctor", tr("tell versions, paths and the state of the store"))
    doctor.add_argument("--rebuild", action="store_true", help=tr("make again what the ledger is read from"))
    _json(doctor)
    _add_keeping(commands)


def _add_keeping(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    backup = _command(commands, "backup", tr("back up the store; it may be in use"))
    instead = backup.add_mutually_exclusive_group()
    instead.add_argument("--list", action="store_true", help=tr("list the backups instead"))
    instead.add_argument(
        "--to", metavar="FILE", help=tr("write a copy of the store into this new file instead")
    )
    restore = _command(commands, "restore", tr("bring a backup back; shows first what that changes"))
    newest = tr("a backup by its name or its file (default: the newest)")
    restore.add_argument("backup", metavar="NAME|FILE", nargs="?", default="", help=newest)
    restore.add_argument("--yes", action="store_true", help=tr("do it, without asking"))
    rescue = _command(commands, "rescue", tr("save what can be read of a damaged store into a new one"))
    rescue.add_argument(
        "damaged", metavar="FILE", nargs="?", help=tr("the damaged store (default: the store)")
    )
    rescue.add_argument("--out", metavar="NEW", help=tr("the new store (default: beside the damaged one)"))


def _add_purge(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    purge = _command(commands, "purge", tr("delete the words of a meeting from every file, with proof"))
    _number(purge)
    purge.add_argument("--reason", metavar="TEXT", default="", help=tr("why; it stays on record"))
    purge.add_argument("--yes", action="store_true", help=tr("purge without asking"))


def _add_ledger(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    ledger = _command(commands, "ledger", tr("list decisions, actions and questions of all meetings"))
    ledger.add_argument("--owner", metavar="NAME", default="", help=tr("only what this person answers for"))
    ledger.add_argument("--department", metavar="NAME", default="", help=tr("only of this department"))
    ledger.add_argument("--meeting", metavar="M-2026-001", default="", help=tr("only of this meeting"))
    ledger.add_argument("--kind", choices=list(OutcomeKind), help=tr("only of this kind"))
    ledger.add_argument("--status", choices=list(Status), help=tr("only in this status"))
    ledger.add_argument("--priority", choices=list(Priority), help=tr("only of this priority"))
    ledger.add_argument("--late", action="store_true", help=tr("only what is late"))
    ledger.add_argument("--open", action="store_true", help=tr("only what is still to be done"))
    ledger.add_argument("--search", metavar="TEXT", default="", help=tr("only where this is found"))
    _add_filters(ledger)
    ledger.add_argument("--format", choices=FORMS[Paper.LEDGER], help=tr("write them down in this form"))
    ledger.add_argument("--out", metavar="FILE", help=tr("write into this file instead of stdout"))
    ledger.add_argument("--force", action="store_true", help=tr("replace the file if it is there"))
    _json(ledger)


def _add_import(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    taken = _command(commands, "import", tr("take over an existing ledger, from Excel or CSV"))
    taken.set_defaults(command="import_ledger")
    taken.epilog = tr("It shows first what would be done. Exit codes: 0 done, 1 nothing stored, 2 usage.")
    taken.add_argument("file", metavar="FILE", help=tr("the ledger: .xlsx or .csv"))
    taken.add_argument("--sheet", metavar="NAME", default="", help=tr("the sheet of the workbook"))
    mapping = tr("what a column is, once for each: number, text, owners, due, … (docs/importing.md)")
    taken.add_argument("--map", metavar="NAME=FIELD", action="append", default=None, help=mapping)
    taken.add_argument("--yes", action="store_true", help=tr("do it, without asking"))
    _json(taken)


def _add_filters(ledger: argparse.ArgumentParser) -> None:
    like_typed = tr("as in the search line: owner:Ann is:late due<fri words")
    ledger.add_argument("--filter", metavar="TEXT", default="", help=like_typed)
    ledger.add_argument("--view", metavar="NAME", default="", help=tr("what a view shows"))
    ledger.add_argument("--sort", choices=SORTS, help=tr("the order of the rows (usual: number)"))
    ledger.add_argument("--group", choices=GROUPINGS, help=tr("what the rows stand together by"))
    ledger.add_argument("--limit", metavar="N", type=_count, help=tr("so many rows at most"))
    instead = ledger.add_mutually_exclusive_group()
    instead.add_argument("--views", action="store_true", help=tr("list the views instead"))
    instead.add_argument(
        "--history", metavar="A-057", default="", help=tr("all that happened to one of them")
    )


def _add_remind(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    remind = _command(commands, "remind", tr("tell people what is due, late or waiting for them"))
    remind.epilog = tr("Without --send nothing is sent. Exit codes: 0 done, 1 something failed, 2 usage.")
    remind.add_argument("--day", type=_day, metavar="2026-11-28", help=tr("as of this day (default: today)"))
    remind.add_argument("--owner", metavar="NAME", default="", help=tr("only what goes to this person"))
    remind.add_argument("--send", action="store_true", help=tr("send it by the channels configured"))
    remind.add_argument("--all", action="store_true", help=tr("also what was sent today"))
    _json(remind)


def _add_review(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    review = _command(commands, "review", tr("review what was done of a month's decisions"))
    period = tr("the last month, or: 2026-10, 2026-Q3, 2026-09-01..2026-10-15")
    review.add_argument("--period", metavar="2026-10", default="", help=period)
    review.add_argument("--format", choices=("md", "json"), help=tr("Markdown or JSON"))
    review.add_argument("--output", metavar="FILE", help=tr("write into this file instead of stdout"))
    _json(review)


def _add_parse(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parse = _command(commands, "parse", tr("say what capture lines on stdin are taken for"))
    parse.add_argument("--day", type=_day, metavar="2026-11-21", help=tr("the day of the meeting"))
    parse.add_argument("--people", metavar="NAME/DEPARTMENT,…", default="", help=tr("who takes part"))
    _json(parse)


def _number(to: argparse.ArgumentParser) -> None:
    to.add_argument("number", metavar="M-2026-001", help=tr("the number of the meeting"))


def _json(to: argparse.ArgumentParser) -> None:
    to.add_argument("--json", action="store_true", help=tr("print JSON"))


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(tr("{text} is no number", text=text))
    return int(text)


def _day(text: str) -> date:
    """A day that leaves room to count from; time zones end with the years of the calendar."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = date.min
    if not 1900 <= found.year < 9000:
        raise argparse.ArgumentTypeError(tr("{text} is no day like 2026-11-21", text=text))
    return found


def _let_argparse_speak() -> None:
    """Let the sentences of argparse be found: it asks gettext for them, which goes by the environment."""
    os.environ["LANGUAGE"] = current_language()
    gettext.bindtextdomain("argparse", LOCALE)
    gettext.textdomain("argparse")
