"""What may be typed after ``tui-minutes``: commands, and options of all; help is in the spoken language."""

from __future__ import annotations

import argparse
import gettext
import os
from pathlib import Path
from typing import Any

from tui_minutes import __version__
from tui_minutes.i18n import LANGUAGES, current_language, tr

LOCALE = Path(__file__).parent / "i18n" / "locale"


class Command(argparse.ArgumentParser):
    """A command, whose options are made when it is called: a start calls one of them, help none."""

    def __init__(self, **how: Any) -> None:  # noqa: ANN401 - as argparse has it
        self._how = how

    def add_argument(self, *names: Any, **how: Any) -> argparse.Action:  # noqa: ANN401
        """As argparse does; the codes there are to choose from are told as they are typed."""
        if "choices" in how:
            how["choices"] = [str(code) for code in how["choices"]]
        return super().add_argument(*names, **how)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # noqa: ANN401
        """As argparse does, which comes here with what stands behind the command's name."""
        from tui_minutes.cli_options import options_of

        super().__init__(**self._how)
        _common(self, given=False)
        options_of(self.prog.rpartition(" ")[2])(self)
        return super().parse_known_args(args, namespace)


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
    commands = top.add_subparsers(
        dest="command", title=tr("commands"), metavar="COMMAND", parser_class=Command
    )
    _add_meeting_commands(commands)
    _add_store_commands(commands)
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


def _add(commands: argparse._SubParsersAction[Command], name: str, words: str) -> None:
    commands.add_parser(name, help=words, description=words, allow_abbrev=False)


def _add_meeting_commands(commands: argparse._SubParsersAction[Command]) -> None:
    _add(commands, "start", tr("start meetings from invitations and plans"))
    _add(commands, "template", tr("list templates of meetings, show one, make one from a meeting"))
    _add(commands, "next", tr("plan the next meeting of a series, with all that is open"))
    _add(commands, "resume", tr("go straight back into the meeting in progress"))
    _add(commands, "standup", tr("go on with the standup that runs, or begin one"))
    _add(commands, "room", tr("show on a projector what the room may see"))
    _add(commands, "list", tr("list the meetings"))
    _add(commands, "show", tr("show one meeting"))
    _add(commands, "timing", tr("tell how long agenda items took against their plan"))
    _add(commands, "find", tr("find meetings, decisions and lines by words, people, days"))
    _add(commands, "people", tr("list who is known, bring people in, merge two"))
    _add(commands, "export", tr("write a paper of a meeting: minutes, notice, …"))
    _add(commands, "send", tr("send a paper of a meeting to its readers"))


def _add_store_commands(commands: argparse._SubParsersAction[Command]) -> None:
    _add(commands, "ledger", tr("list decisions, actions and questions of all meetings"))
    _add(commands, "import", tr("take over an existing ledger, from Excel or CSV"))
    _add(commands, "review", tr("review what was done of a month's decisions"))
    _add(commands, "remind", tr("tell people what is due, late or waiting for them"))
    _add(commands, "verify", tr("check that nothing sealed has changed"))
    _add(commands, "purge", tr("delete the words of a meeting from every file, with proof"))
    _add(commands, "doctor", tr("tell versions, paths and the state of the store"))
    _add(commands, "backup", tr("back up the store; it may be in use"))
    _add(commands, "restore", tr("bring a backup back; shows first what that changes"))
    _add(commands, "rescue", tr("save what can be read of a damaged store into a new one"))
    _add(commands, "parse", tr("say what capture lines on stdin are taken for"))


def _let_argparse_speak() -> None:
    """Let the sentences of argparse be found: it asks gettext for them, which goes by the environment."""
    os.environ["LANGUAGE"] = current_language()
    gettext.bindtextdomain("argparse", LOCALE)
    gettext.textdomain("argparse")
