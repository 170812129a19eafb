"""What may be typed after each command that prepares a meeting; help is in the spoken language."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable

from tui_minutes.cli_options import add_json, add_number, count
from tui_minutes.i18n import tr


def _start(to: ArgumentParser) -> None:
    what = tr("an invitation (.ics) or a plan (.toml, .md); several at once")
    to.add_argument("files", metavar="FILE", nargs="+", help=what)
    to.add_argument("--again", action="store_true", help=tr("another meeting of a plan used before"))
    only = tr("store the meetings, do not show the program")
    to.add_argument("--store-only", action="store_true", help=only)


def _find(to: ArgumentParser) -> None:
    words = tr(
        "words, and as in the search line: who:Ann date:2026-10 meeting:M-2026-003;"
        " without a word: find -- gate -north"
    )
    to.add_argument("words", metavar="WORDS", nargs="+", help=words)
    to.add_argument("--limit", metavar="N", type=count, default=50, help=tr("so many of each at most"))
    add_json(to)


def _next(to: ArgumentParser) -> None:
    to.add_argument("number", metavar="M-2026-012", help=tr("the meeting that the next one follows"))
    when = tr("when it is to be, if not as fixed at readback or by the rhythm: 2026-12-03T14:00, fri 14:00")
    to.add_argument("--on", metavar="WHEN", default="", help=when)
    to.add_argument("--preview", action="store_true", help=tr("say what would come along, plan nothing"))
    add_json(to)


def _room(to: ArgumentParser) -> None:
    from tui_minutes.domain.meeting import Level

    which = tr("a meeting by its number (default: whichever runs, then the next one)")
    to.add_argument("number", metavar="M-2026-001", nargs="?", default="", help=which)
    level = tr("what is above it is shown by its number (usual: internal; that of the meeting asked for)")
    to.add_argument("--level", choices=list(Level), default="", help=level)


def _template(to: ArgumentParser) -> None:
    to.usage = tr("tui-minutes template [options] list | show NAME | save M-2026-001 NAME")
    to.add_argument("act", choices=("list", "show", "save"), help=tr("list them, show one, make one"))
    names = tr("the name of the template; before it, to save one, the number of the meeting")
    to.add_argument("names", metavar="NAME", nargs="*", default=(), help=names)
    to.add_argument("--with-people", action="store_true", help=tr("people and their names go along"))
    to.add_argument("--replace", action="store_true", help=tr("write over a template of that name"))


def _people(to: ArgumentParser) -> None:
    to.epilog = tr("An import shows first what it would do. Exit codes: 0 done, 1 nothing stored, 2 usage.")
    what = tr("list (the usual; also by the words alone), import FILE, merge A B (B stays), split A")
    to.add_argument("what", metavar="list|import|merge|split", nargs="?", default="list", help=what)
    words = tr("words to search for; a file (.csv, .xlsx, .vcf); people as name or name/department")
    to.add_argument("names", metavar="NAME|FILE", nargs="*", default=(), help=words)
    meetings = tr("import those who were typed in meetings and are not known")
    to.add_argument("--from-meetings", action="store_true", help=meetings)
    new = tr("whoever may be somebody known is somebody new")
    to.add_argument("--namesakes-are-new", action="store_true", help=new)
    to.add_argument("--yes", action="store_true", help=tr("do it, without asking"))
    to.add_argument("--json", action="store_true", help=tr("print JSON"))


def _timing(to: ArgumentParser) -> None:
    add_number(to)
    to.add_argument("--series", action="store_true", help=tr("on average over the meetings of its series"))
    add_json(to)


OPTIONS_BEFORE: dict[str, Callable[[ArgumentParser], None]] = {
    "start": _start,
    "people": _people,
    "template": _template,
    "room": _room,
    "find": _find,
    "timing": _timing,
    "next": _next,
}
"""What makes the options of each command, by its name."""
