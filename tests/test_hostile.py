"""Hostile text in every field changes nothing but itself: not the program, the terminal, nor a document."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from textual.app import App

from tests.hostile import COMMANDS, PIECES, HostileMeeting, Words, texts
from tests.screens.meeting_play import in_session
from tests.support import Clock, run_app, shown
from tests.terminal import CTRL_Q, Terminal, minutes, settle
from tui_minutes.domain.capture import Context, complete, parse, parse_paste
from tui_minutes.domain.people import People, Person
from tui_minutes.domain.series import Recurring
from tui_minutes.domain.standup import Grouping
from tui_minutes.domain.text import clean
from tui_minutes.services import series, standups
from tui_minutes.services.minutes import json_text, markdown
from tui_minutes.services.verification import verify

CONTEXT = Context(
    day=date(2026, 11, 27), people=People([Person("周岚", "行政部", readings=("zl",)), Person("Nora")])
)
ACTED_ON = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
KINDS = (
    "",
    "+ ",
    "- ",
    "? ",
    "* ",
    "= ",
    "周岚：",
    "周岚！：",
    "... ",
    "- @",
    "+ by ",
    "/topic ",
    "A-001 ",
    "\\",
)

BREAKS = dict.fromkeys(map(ord, "\r\n\v\u2028"), "")


@settings(max_examples=300)
@given(st.sampled_from(KINDS), texts, st.integers(-1, 12))
def test_parsing_never_raises_and_loses_nothing(mark: str, text: str, cursor: int) -> None:
    assert parse(mark + text, CONTEXT).raw == mark + text
    assert parse_paste(mark + text, CONTEXT) or not clean(mark + text).strip()
    complete(mark + text, cursor, CONTEXT)


def shape(source: str) -> tuple[list[str], set[str]]:
    """How Markdown is built: its blocks in order, and what occurs within its lines."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    return [token.type for token in tokens], {c.type for token in tokens for c in token.children or ()}


def told(given: list[str]) -> tuple[str, str, str]:
    """The title of a whole meeting in such words, and its minutes as Markdown and as JSON."""
    with TemporaryDirectory() as folder:
        meeting = HostileMeeting(Path(folder), Words(given))
        meeting.go_on(5)
        assert verify(meeting.store).ok
        store, uid, now = meeting.store, meeting.uid, meeting.now
        title = meeting.record.meeting.title
        documents = markdown(store, uid, now), json_text(store, uid, now, reveal=True)
        store.close()
        return title, *documents


PLAIN_BLOCKS, PLAIN_INLINE = shape(told(["word"])[1])


@settings(max_examples=12)
@given(st.lists(texts, min_size=5, max_size=40))
def test_the_documents_of_a_hostile_meeting_are_built_like_those_of_any_other(given: list[str]) -> None:
    title, source, data = told(given)
    blocks, inline = shape(source)
    assert blocks == PLAIN_BLOCKS
    assert inline <= PLAIN_INLINE | {"text_special"}
    assert not ACTED_ON.search(source)
    assert not ACTED_ON.search(data)
    assert json.loads(data)["title"] == title


def looked_at(app: App[None]) -> str:
    """What is on the screen; nothing of it is a command to the terminal or a link into the program."""
    text = shown(app)
    assert not ACTED_ON.search(text.replace("\n", ""))
    for strip in app.screen._compositor.render_strips():
        assert not any(
            segment.style and "@click" in segment.style.meta for segment in strip if "q" in segment.text
        )
    assert app.is_running
    return text


@pytest.mark.parametrize("dirty", [False, True], ids=["cleaned", "dirty"])
@pytest.mark.parametrize("stages", range(6))
async def test_every_screen_shows_hostile_words_as_words(tmp_path: Path, stages: int, dirty: bool) -> None:
    words = Words([COMMANDS], dirty=True) if dirty else Words(["王敏", *PIECES])
    meeting = HostileMeeting(tmp_path, words)
    meeting.go_on(stages)
    language, size = (("en", (132, 34)), ("zh", (80, 24)))[(stages + dirty) % 2]
    title, clock = "aGk=" if dirty else "[/]1", Clock(meeting.now)
    async with run_app(meeting.store, size=size, language=language, clock=clock, first=meeting.uid) as pilot:
        assert title in looked_at(pilot.app)
        for key in (
            "f9",
            "f1",
            "escape",
            "ctrl+p",
            "escape",
            "ctrl+l",
            "ctrl+g",
            "enter",
            "escape",
            "ctrl+o",
        ):
            await pilot.press(key)
            await pilot.pause()
            looked_at(pilot.app)
        assert title in looked_at(pilot.app)
    meeting.store.close()


@pytest.mark.parametrize("dirty", [False, True], ids=["cleaned", "dirty"])
async def test_a_standup_shows_hostile_words_as_words(tmp_path: Path, dirty: bool) -> None:
    meeting = HostileMeeting(tmp_path, Words([COMMANDS], dirty=True) if dirty else Words(["王敏", *PIECES]))
    meeting.go_on(5)
    uid = standups.begin(meeting.store, meeting.command(), Grouping.OWNER, "Asia/Shanghai", seconds_each=9)
    async with run_app(meeting.store, size=(80, 24), clock=Clock(meeting.now), first=uid) as pilot:
        looked_at(pilot.app)
        for key in (
            "h",
            "escape",
            "w",
            "escape",
            "u",
            "x",
            "ctrl+s",
            "n",
            "ctrl+l",
            "n",
            "f9",
            "enter",
            "ctrl+o",
        ):
            await pilot.press(key)
            await pilot.pause()
            looked_at(pilot.app)
    meeting.store.close()


@pytest.mark.parametrize("dirty", [False, True], ids=["cleaned", "dirty"])
async def test_the_next_meeting_shows_hostile_words_as_words(tmp_path: Path, dirty: bool) -> None:
    words = Words([COMMANDS], dirty=True) if dirty else Words(["王敏", *PIECES])
    meeting = HostileMeeting(tmp_path, words)
    meeting.go_on(5)
    series_uid = meeting.record.meeting.series or ""
    always = Recurring(words.name(), 5, words(), words())
    series.add_recurring(meeting.store, meeting.command(), series_uid, always)
    clock = Clock(meeting.now)
    async with run_app(meeting.store, size=(132, 34), clock=clock, first=meeting.uid) as pilot:
        for key in (
            "o", "e", "escape", "tab", "e", "escape", "escape", "f", "space", "x", "enter", "tab", "j", "p",
            "escape", "c", "e", "escape", "escape", "m", "escape", "T", "escape", "S", "escape", "o",
        ):  # fmt: skip
            await pilot.press(key)
            await pilot.pause()
            looked_at(pilot.app)
        assert type(pilot.app.screen).__name__ == "SeriesScreen"
        assert len(meeting.store.meetings()) == 2
    meeting.store.close()


async def test_hostile_lines_are_taken_down_as_they_are(tmp_path: Path) -> None:
    hostile = " ".join(clean(piece) for piece in PIECES if clean(piece) == piece)
    async with in_session(tmp_path) as session:
        for kind in KINDS:
            await session.paste(f"{kind}{hostile}{COMMANDS.translate(BREAKS)}")
            await session.press("enter")
            looked_at(session.pilot.app)
        assert len(session.record.entries) >= len(KINDS) - 2
        assert all(hostile in entry.raw for entry in session.record.entries if entry.raw)


def test_no_hostile_byte_reaches_the_terminal(tmp_path: Path) -> None:
    settle()
    meeting = HostileMeeting(tmp_path, Words([COMMANDS], dirty=True))
    meeting.go_on(2)
    path = meeting.store.path
    meeting.store.close()
    with Terminal(minutes("--db", str(path))) as terminal:
        terminal.wait_for("M-2026-001")
        terminal.send("\r")
        terminal.wait_for("─ Record ")
        terminal.send(f"\x1b[200~pasted {COMMANDS.replace(chr(27), '')}\x1b[201~")
        terminal.wait_for("Pasted lines")
        terminal.send("\r")
        terminal.wait_for("pasted")
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
        written = terminal.raw.decode()
    assert not re.search("\x1b]52|\x1b\\[2J\x1b\\[1;1H|[\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)


@pytest.mark.parametrize(
    "command",
    [["list"], ["show", "M-2026-001"], ["ledger"], ["verify"], ["export", "M-2026-001"]],
    ids=" ".join,
)
def test_no_hostile_byte_is_printed(tmp_path: Path, command: list[str]) -> None:
    meeting = HostileMeeting(tmp_path, Words([COMMANDS], dirty=True))
    meeting.go_on(5)
    path = meeting.store.path
    meeting.store.close()
    ran = subprocess.run(minutes("--db", str(path), *command), capture_output=True, check=True)
    assert not ACTED_ON.search(ran.stdout.decode())
    assert ran.stderr == b""
