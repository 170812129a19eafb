"""What an earlier run could not save: shown after the start, and saved when the person says so, each once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from tui_minutes.domain.concealment import VEIL
from tui_minutes.domain.meeting import highest, is_hidden
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.i18n import dates, ntr, tr
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.screens.errands import Errand
from tui_minutes.screens.host import Host
from tui_minutes.screens.waiting import short, waiting_text
from tui_minutes.services.unwritten import Unwritten, from_json, take_in
from tui_minutes.store.unwritten import left, rewrite


def offer(host: Host) -> None:
    """Ask about each file that was left behind, one after the other."""
    _ask(host, left(host.store.path, host.folders))


def _ask(host: Host, files: list[tuple[Path, list[dict[str, Any]]]]) -> None:
    if not files:
        return
    (path, held), *others = files

    def answered(yes: bool | None) -> None:
        if yes:
            Taking(host, path, held).start()
        else:
            host.notify(tr("Left in {path} until the next start", path=short(path)))
        _ask(host, others)

    title = ntr("{n} thing was not saved last time", "{n} things were not saved last time", len(held))
    host.push_screen(Confirm(title, [_words(host, one) for one in held], yes=tr("save it now")), answered)


def _words(host: Host, kept: Mapping[str, Any]) -> str:
    """When, in which meeting, and what was typed, unless that is confidential."""
    try:
        one = from_json(kept)
    except Refused as refused:
        return refusal_text(refused)
    at = one.call.command.at.astimezone(host.zone)
    typed = one.typed or tr("a change made by keys or a form")
    words = VEIL if not host.revealed and _is_hidden(host, one) else typed
    return clean(f"{dates.day_short(at.date())} {dates.clock(at)}  {one.meeting.partition(' ')[0]}  {words}")


def _is_hidden(host: Host, one: Unwritten) -> bool:
    subject = one.call.args[0] if one.call.args else None
    row = host.store.row(subject) if isinstance(subject, str) else None
    meeting = host.store.meeting_by_number(one.meeting.partition(" ")[0])
    agenda = host.store.record(meeting.uid).agenda if meeting else ()
    levels = [one.level for one in (row, meeting) if one] + [item.level for item in agenda if item.level]
    return bool(levels) and is_hidden(highest(*levels))


class Taking:
    """Saves what the file at `path` held, in its order; what is refused stays there."""

    def __init__(self, host: Host, path: Path, held: Sequence[Mapping[str, Any]]) -> None:
        self._host = host
        self._path = path
        self._held = held
        self._refused: list[Mapping[str, Any]] = []
        self._saved = 0
        self._all_tried = False

    def start(self) -> None:
        """Save all; what waits for the disk again is in the file of this run."""
        for kept in self._held:
            try:
                one = from_json(kept)
            except Refused as why:
                self._no(kept, why)
                continue
            self._host.errands.do(
                Errand(
                    partial(take_in, self._host.store, one.call), self._yes, partial(self._no, kept),
                    self._wait, meeting=lambda one=one: one.meeting, typed=one.typed,
                )
            )  # fmt: skip
        self._all_tried = self._host.errands.keep()
        self._leave_refused()

    def _yes(self, _: object) -> None:
        self._saved += 1
        self._host.notify(ntr("{n} thing saved", "{n} things saved", self._saved))

    def _no(self, kept: Mapping[str, Any], why: Refused) -> None:
        self._refused.append(kept)
        self._leave_refused()
        self._host.notify(
            tr("Not saved, it stays in {path}: {reason}", reason=refusal_text(why), path=short(self._path)),
            severity="error",
        )

    def _leave_refused(self) -> None:
        """Once everything else is saved, or in the file of this run, the old file holds nothing more."""
        if self._all_tried:
            rewrite(self._path, self._refused)

    def _wait(self, why: Refused) -> None:
        self._host.notify(waiting_text(why, self._host.errands.kept_at), severity="error")
