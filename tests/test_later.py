"""Stand-ins for modules that are imported late can be patched like the modules themselves."""

from __future__ import annotations

import pytest

from tui_minutes.store import backups
from tui_minutes.store.backups import ROOM


def test_a_patch_is_seen_by_the_module_and_taken_back() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backups, "ROOM", 1)
        assert vars(backups)["ROOM"] == 1
    assert backups.ROOM == ROOM
