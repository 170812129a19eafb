"""What a screen shows, into a file: which paper, in which form, where; nothing is replaced unasked (F4)."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.papers import Form
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.screens.drawn import DrawnScreen
from tui_minutes.screens.errands import Errand
from tui_minutes.screens.export_path import path_of, proposed, wrong_path
from tui_minutes.screens.waiting import waiting_text
from tui_minutes.services import minutes, purging
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from tui_minutes.screens.host import Host

_one_at_a_time = Lock()
"""Two files at once would only be slower, and might be written to the same place."""


@dataclass(frozen=True, slots=True)
class Exportable:
    """Something that can be had as a file, by its `name` in words.

    `stem` is the name of the file that is proposed, `forms` are those it has, the usual one first; `make`
    makes it, in a thread of its own: what it reads of the store it reads in `Store.reading`. `meeting_uid` is
    the meeting it tells of, "" for several. One with `parts` is a list of others to choose from.
    """

    name: str
    stem: str = ""
    forms: Sequence[Form] = ()
    make: Callable[[Form], bytes] = lambda _: b""
    meeting_uid: str = ""
    parts: Sequence[Exportable] = ()


class FileExport:
    """Lets people choose among what a screen has, and writes it; they may be elsewhere when it is done."""

    def __init__(self, host: Host, exportables: Sequence[Exportable]) -> None:
        self._host = host
        self._exportables = exportables

    def ask(self) -> None:
        """Which of them, where there are several; then its form; then where."""
        self._choose(tr("Export"), self._exportables)

    def _choose(self, title: str, among: Sequence[Exportable]) -> None:
        if not among:
            self._say(tr("There is nothing here to export"), Report.REFUSED)
            return
        if len(among) == 1:
            self._ask_form(among[0])
            return
        forms = [_endings(one) for one in among]
        notes = forms if len(set(forms)) > 1 else [""] * len(forms)  # what is alike tells nothing
        options = [Option(str(nth), one.name, notes[nth]) for nth, one in enumerate(among)]
        search = len(among) > len(Form)

        def take(chosen: str | None) -> None:
            if chosen is not None:
                self._ask_form(among[int(chosen)])

        self._host.push_screen(Choose(title, options, search=search), take)

    def _ask_form(self, what: Exportable) -> None:
        if what.parts:
            self._choose(what.name, what.parts)
        elif len(what.forms) == 1:
            self._ask_path(what, what.forms[0])
        else:
            options = [Option(form, label(form), f".{form}") for form in what.forms]
            self._host.push_screen(
                Choose(what.name, options), lambda form: self._ask_path(what, Form(form)) if form else None
            )

    def _ask_path(self, what: Exportable, form: Form, typed: str = "") -> None:
        name = f"{what.stem}.{form}"

        def check(values: Values) -> tuple[str, str] | None:
            wrong = wrong_path(path_of(values["path"], name), self._host.store.path)
            return ("path", wrong) if wrong else None

        def take(values: Values | None) -> None:
            if values is not None:
                self._ask_overwrite(what, form, values["path"])

        field = Field("path", tr("Path"), typed or clean(str(proposed(name))), required=True)
        self._host.push_screen(Ask(what.name, [field], check=check, does=tr("write")), take)

    def _ask_overwrite(self, what: Exportable, form: Form, typed: str) -> None:
        path = path_of(typed, f"{what.stem}.{form}")
        if not os.path.lexists(path):
            self._begin(what, form, path)
            return

        def take(yes: bool | None) -> None:
            if yes:
                self._begin(what, form, path, replacing=True)
            else:  # another name may do
                self._ask_path(what, form, typed)

        lines = [clean(str(path)), tr("There is such a file already.")]
        self._host.push_screen(Confirm(tr("Replace it?"), lines, yes=tr("replace")), take)

    def _begin(self, what: Exportable, form: Form, path: Path, *, replacing: bool = False) -> None:
        """Make and write it aside: a long one takes its time, and the meeting goes on."""
        self._say(tr("Writing {path} …", path=clean(str(path))), Report.NOTE)
        work = partial(self._write, what, form, path, replacing)
        self._host.run_worker(work, group="export", thread=True)

    def _write(self, what: Exportable, form: Form, path: Path, replacing: bool) -> None:
        try:
            with _one_at_a_time:
                self._put(what, form, path, replacing)
        except Refused as refused:
            self._host.call_from_thread(self._say, refusal_text(refused), Report.REFUSED)
        else:
            self._host.call_from_thread(self._written, path, what.meeting_uid)

    def _put(self, what: Exportable, form: Form, path: Path, replacing: bool) -> None:
        content = what.make(form)
        if not replacing and os.path.lexists(path):  # it was not there when we asked
            raise Refused("file_exists", path=clean(str(path)))
        minutes.save(path, content)

    def _written(self, path: Path, meeting_uid: str) -> None:
        """Note it in the store, then say so: a purge that does not know of it is worth a word."""
        host, whole = self._host, str(path)
        host.copy_to_clipboard(whole)
        said = tr("Written, and its path copied: {path}", path=clean(whole))

        def unknown(refused: Refused) -> None:
            reason = refusal_text(refused)
            self._say(
                f"{said}. {tr('A purge will not know of this file: {reason}', reason=reason)}", Report.WARNING
            )

        command = host.command()
        host.errands.do(
            Errand(
                lambda: purging.remember_export(host.store, command, whole, meeting_uid),
                lambda _: self._say(said, Report.DONE),
                unknown,
                lambda why: self._say(f"{said}. {waiting_text(why, host.errands.kept_at)}", Report.WARNING),
            )
        )

    def _say(self, text: str, tone: Report) -> None:
        """Where people are by now: under a dialog, or on another screen."""
        for screen in reversed(self._host.screen_stack):
            if isinstance(screen, DrawnScreen):
                screen.report(text, tone)
                return


def _endings(one: Exportable) -> str:
    """Which files there are of it: `docx html md`."""
    return " ".join(one.forms) if one.forms else "…"
