"""The room's seal: what is said before it, and what it leaves in everybody's hand (E4, E5)."""

from __future__ import annotations

from tui_minutes.domain.readback import gaps, unsigned
from tui_minutes.domain.record import MeetingRecord
from tui_minutes.domain.sealing import Seal
from tui_minutes.i18n import ntr, tr
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.screens.dialogs.show import Show
from tui_minutes.screens.readback_people import goes_out
from tui_minutes.services import signing
from tui_minutes.widgets.names import joined

_SHOWN = 16
"""So many figures of a seal are enough to compare by eye."""


def short_digest(digest: str) -> str:
    """The beginning of a digest in groups of four: `3f9a 77c1 02be d4e8`."""
    return " ".join(digest[at : at + 4] for at in range(0, _SHOWN, 4))


def ask_to_seal(screen: BaseScreen, record: MeetingRecord) -> None:
    """Say who has not signed and what is missing, then seal; the seal is shown and the minutes follow."""

    def answered(yes: bool | None) -> None:
        if yes:
            screen.carry_out(
                lambda store, command: signing.seal_room(store, command, record.meeting.uid),
                lambda seal: _show(screen, seal),
            )

    title = tr("Seal what the room agreed, and end the meeting?")
    screen.app.push_screen(Confirm(title, _before(record), yes=tr("seal")), answered)


def _before(record: MeetingRecord) -> list[str]:
    lines = []
    if missing := unsigned(record):
        lines.append(tr("Not signed, may confirm later: {names}", names=joined(one.name for one in missing)))
    if found := gaps(record):
        lines.append(
            ntr("{n} gap will be named in the minutes", "{n} gaps will be named in the minutes", len(found))
        )
    lines.append(
        tr("After it the outcomes change only with a history; the log may be tidied until approval.")
    )
    return lines


def _show(screen: BaseScreen, seal: Seal) -> None:
    record = screen.host.store.record(screen.meeting_uid or "")
    lines = [
        tr("Seal no. {seq}:  {digest}", seq=seal.seq, digest=short_digest(seal.digest)),
        tr("Who notes it down can prove later that nothing was changed."),
        "",
        tr("The minutes go out {when}.", when=goes_out(record, screen.host.now())),
    ]
    screen.app.push_screen(Show(tr("The meeting is sealed"), lines), lambda _: _to_minutes(screen))


def _to_minutes(screen: BaseScreen) -> None:
    """The signatures and the readback give way to the minutes."""
    screen.app.pop_screen()
    screen.host.open_meeting(screen.meeting_uid or "")
