"""After a refusal: what somebody did meanwhile is shown before anything of it is overwritten (T8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui_minutes.domain.outcomes import Outcome
from tui_minutes.screens.dialogs.clash import Clash

if TYPE_CHECKING:
    from tui_minutes.screens.base import BaseScreen


def look_again(screen: BaseScreen, seen: Sequence[Outcome], go_on: Callable[[list[Outcome]], None]) -> None:
    """Call `go_on` with the outcomes `seen` as they stand; if changed, when the person agrees."""
    store = screen.host.store
    found = [(before, store.outcome(before.uid)) for before in seen]
    pairs = [(before, now) for before, now in found if now is not None]
    standing = [now for _, now in pairs]
    since = {
        now.number: store.history(now.uid)[before.version :]
        for before, now in pairs
        if before.version != now.version
    }

    def answered(yes: bool | None) -> None:
        if yes:
            go_on(standing)

    if since:
        screen.app.push_screen(Clash(since, screen.host.zone), answered)
    else:
        go_on(standing)
