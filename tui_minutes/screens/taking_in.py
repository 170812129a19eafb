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

Kept = Mapping[str, Any]
"""What a file has of one command, as `services.unwritten.as_json` spells it."""


def offer(host: Host) -> None:
    """Ask about all that earlier runs left behind."""
    found = [(path, kept) for path, held in left(host.store.path, host.folders) for kept in held]
    found.sort(key=lambda one: str(one[1].get("at")))
    paths = ", ".join(dict.fromkeys(short(path) for path, _ in found))

    def answered(yes: bool | None) -> None:
        if yes:
            Taking(host, found).start()
        else:
            host.notify(tr("Left in {path} until the next start", path=paths))

    title = ntr("{n} thing was not saved last time", "{n} things were not saved last time", len(found))
    lines = [_words(host, kept) for _, kept in found]
    host.push_screen(Confirm(title, lines, yes=tr("save it now")), answered)


def _words(host: Host, kept: Kept) -> str:
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
    """Saves what was left behind, in the order it was typed; what is refused stays in its file."""

    def __init__(self, host: Host, found: Sequence[tuple[Path, Kept]]) -> None:
        self._host = host
        self._found = found
        self._refused: list[tuple[Path, Kept]] = []
        self._saved = 0
        self._all_tried = False

    def start(self) -> None:
        """Save all; what waits for the disk again is in the file of this run."""
        for path, kept in self._found:
            try:
                one = from_json(kept)
            except Refused as why:
                self._no(path, kept, why)
                continue
            self._host.errands.do(
                Errand(
                    partial(take_in, self._host.store, one.call),
                    self._yes,
                    partial(self._no, path, kept),
                    self._wait,
                    meeting=partial(str, one.meeting),
                    typed=one.typed,
                )
            )
        self._all_tried = self._host.errands.keep()
        self._leave_refused()

    def _yes(self, _: object) -> None:
        self._saved += 1
        if not self._refused:
            self._host.notify(ntr("{n} thing saved", "{n} things saved", self._saved))

    def _no(self, path: Path, kept: Kept, why: Refused) -> None:
        self._refused.append((path, kept))
        self._leave_refused()
        self._host.notify(
            tr("Not saved: {reason} · it stays in {path}", reason=refusal_text(why), path=short(path)),
            severity="error",
        )

    def _leave_refused(self) -> None:
        """Once everything else is saved, or in the file of this run, the old files hold nothing more."""
        if self._all_tried:
            for path in {path for path, _ in self._found}:
                rewrite(path, [kept for file, kept in self._refused if file == path])

    def _wait(self, why: Refused) -> None:
        self._host.notify(waiting_text(why, self._host.errands.kept_at), severity="error")
