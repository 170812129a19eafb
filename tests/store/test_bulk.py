"""Rows put in many at once are noticed by whoever keeps what was read of their table."""

from __future__ import annotations

from pathlib import Path

from tests.importing_play import take_over, workbook
from tests.support import open_store


def test_what_is_put_in_at_once_is_noticed(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    before = store._written.moment(["outcome"])
    take_over(store, workbook(tmp_path / "a.xlsx"))
    assert store._written.moment(["outcome"]).changed == before.changed + 1
    store.close()
