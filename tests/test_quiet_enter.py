"""Enter in a running meeting: one line is read, broken and drawn, in one frame, however long the log is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.app import App
from textual.screen import Screen

from tests.screens.meeting_play import Session, in_session
from tests.statements import statements
from tui_minutes.widgets.broken_rows import BrokenRow

BEGUN = ("周岚：先定展位", "+ 采用靠门的展位", "- 量尺寸 @韩磊 截止周五 -> 尺寸表")
POINT, ACTION = "周岚：booth {n} is by the door", "- print poster {n} @韩磊 截止周五 -> draft"


@contextmanager
def still(session: Session) -> Iterator[None]:
    """No clock runs."""
    for pump in (session.pilot.app, session.pilot.app.screen):
        for timer in list(pump._timers):
            if timer._interval >= 0.2:
                timer.pause()
    yield


async def asked(session: Session, line: str) -> list[str]:
    """What the store is asked and told when a line is entered, from the first statement to the last."""
    await session.type(line)
    with still(session), statements(session.play.store) as said:
        await session.press("enter")
    return [one.split(maxsplit=1)[0] for one in said if not one.startswith(("--", "PRAGMA"))]


@pytest.mark.parametrize(("line", "most"), [(POINT, 22), (ACTION, 60)])
async def test_a_line_takes_as_many_statements_however_long_the_log(
    tmp_path: Path, line: str, most: int
) -> None:
    async with in_session(tmp_path, BEGUN) as session:
        for n in range(2):  # the first one imports what a line needs
            first = await asked(session, line.format(n=n))
        for n in range(12):
            session.play.say(POINT.format(n=n))
            session.play.say(ACTION.format(n=n))
        await session.enter("周岚：from here on only what is new is read")
        assert Counter(await asked(session, line.format(n=9))) == Counter(first)
        assert len(first) <= most
        assert first.count("COMMIT") <= 3, "one writes, the others only read"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many frames were drawn, screens laid out, rows broken into lines since it was last emptied."""
    found: Counter[str] = Counter()
    display, lay_out, broken = App._display, Screen._refresh_layout, BrokenRow.__init__

    def frame(self: App[None], screen: Screen[None], renderable: object) -> None:
        found["frames"] += renderable is not None
        display(self, screen, renderable)  # type: ignore[arg-type]

    def layout(self: Screen[None], *size: object, **how: object) -> None:
        found["layouts"] += 1
        lay_out(self, *size, **how)  # type: ignore[arg-type]

    def row(self: BrokenRow, *of: object) -> None:
        found["rows"] += 1
        broken(self, *of)  # type: ignore[arg-type]

    monkeypatch.setattr(App, "_display", frame)
    monkeypatch.setattr(Screen, "_refresh_layout", layout)
    monkeypatch.setattr(BrokenRow, "__init__", row)
    return found


async def test_what_a_line_brings_about_is_drawn_in_one_frame(tmp_path: Path, drawn: Counter[str]) -> None:
    async with in_session(tmp_path, [POINT.format(n=n) for n in range(60)], size=(100, 30)) as session:
        await session.enter(POINT.format(n=60))
        await session.type(POINT.format(n=61))
        with still(session):
            drawn.clear()
            await session.press("enter")
            assert drawn == {"frames": 1, "rows": 1}
        assert "booth 61 is by the door" in session.text
        assert "Line 62 saved" in session.text
        assert not session.typed


async def test_a_pane_that_has_no_room_is_drawn_when_it_has(tmp_path: Path) -> None:
    async with in_session(tmp_path, BEGUN, size=(100, 30)) as session:
        await session.enter(ACTION.format(n=7))
        assert session.text.count("print poster 7") == 1
        await session.pilot.resize_terminal(132, 30)
        await session.pilot.pause()
        assert session.text.count("print poster 7") == 2
