"""Every test has its own home: no config, no store and no language of the person who runs the tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.meeting import Played, played
from tests.reviewed import NOW, half_a_year
from tui_minutes.i18n import set_language

settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")
os.umask(0o077)  # copies of stores that tests make are as private as the store


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    home = tmp_path_factory.mktemp("home")
    for name in ("LC_ALL", "LC_MESSAGES", "LC_TIME", "LANGUAGE", "TUI_MINUTES_DB"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("TUI_MINUTES_CONFIG", str(home / "config.toml"))
    monkeypatch.setenv("TEXTUAL_DISABLE_KITTY_KEY", "1")
    set_language("en")
    yield home
    set_language("en")


@pytest.fixture(scope="session")
def _half_a_year(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("half") / "minutes.db"
    with played(path) as meeting:
        half_a_year(meeting)
    return path.read_bytes()


@pytest.fixture
def half(tmp_path: Path, _half_a_year: bytes) -> Iterator[Played]:
    """Half a year of meetings, on the morning of 3 November."""
    path = tmp_path / "minutes.db"
    path.write_bytes(_half_a_year)
    with played(path) as meeting:
        meeting.now = NOW
        yield meeting


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """After all tests: what they said themselves, their seeds and figures."""
    ended = (report for reports in terminalreporter.stats.values() for report in reports)
    for report in ended:
        if getattr(report, "when", "") == "teardown":
            for name, text in report.user_properties:
                if name == "said":
                    terminalreporter.write_line(f"{report.nodeid.rpartition('/')[2]}: {text}")
