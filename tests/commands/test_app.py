"""The program on a person's own store, and the sample that leaves nothing behind."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import pytest

from tests.support import open_store, run_app
from tui_minutes.app import MinutesApp
from tui_minutes.commands.app import home, show
from tui_minutes.settings import Settings


def arguments(folder: Path, *, demo: bool = False) -> Namespace:
    return Namespace(
        db=folder / "own.db", demo=demo, settings=Settings(), entered_by="王敏", country="CN", reveal=False
    )


class Shown:
    """What was shown, one after the other; `then` is what the person asks for at the end of each."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *then: str) -> None:
        self.stores: list[Path] = []
        self.meetings: list[int] = []
        self._then = list(then)

        def run(app: MinutesApp) -> None:
            assert app.store.path.exists()
            self.stores.append(app.store.path)
            self.meetings.append(len(app.store.meetings()))
            app.then = self._then.pop(0)
            app.exit()

        monkeypatch.setattr(MinutesApp, "run", run)


def test_the_demo_plays_in_a_store_that_goes_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Shown(monkeypatch, "own")
    assert show(arguments(tmp_path, demo=True), home) == 0
    assert shown.meetings == [2]
    assert not shown.stores[0].parent.exists()
    assert not (tmp_path / "own.db").exists()


def test_the_sample_leads_back_to_ones_own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Shown(monkeypatch, "sample", "own", "")
    assert show(arguments(tmp_path), home) == 0
    assert shown.meetings == [0, 2, 0]
    assert shown.stores[0] == shown.stores[2] == tmp_path / "own.db"
    assert not shown.stores[1].exists()


async def test_a_fault_on_the_way_out_does_not_hold_up_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: MinutesApp) -> None:
        raise OSError("no disk")

    store = open_store(tmp_path)
    async with run_app(store) as pilot:
        assert isinstance(pilot.app, MinutesApp)
        monkeypatch.setattr(MinutesApp, "save_drafts", fail)
        with pytest.raises(OSError, match="no disk"):
            pilot.app._end(143)
        assert pilot.app.return_code == 143
    store.close()
