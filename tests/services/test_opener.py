"""Files and links open in a program of their own, and never through a shell (B7)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tui_minutes.domain.refusal import Refused
from tui_minutes.services import opener


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Sequence[str]]:
    """The commands that were started on a desktop that has an opener in `tmp_path`."""
    for name in ("xdg-open", "open"):
        (tmp_path / name).write_text("#!/bin/sh\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    found: list[Sequence[str]] = []

    def launch(command: Sequence[str]) -> bool:
        found.append(command)
        return "broken" not in command[1]

    monkeypatch.setattr("tui_minutes.services.opener.launch", launch)
    return found


def test_a_link_and_a_file_are_handed_over_whole(started: list[Sequence[str]], tmp_path: Path) -> None:
    env = {"DISPLAY": ":0", "PATH": str(tmp_path)}
    for place in ("https://example.com/a?b=$(c)&d", str(tmp_path / "a;b.pdf")):
        opener.open_place(place, env)
        assert started[-1][1:] == [place]


def test_a_path_never_reads_as_an_option(started: list[Sequence[str]], tmp_path: Path) -> None:
    opener.open_place("-x.pdf", {"DISPLAY": ":0", "PATH": str(tmp_path)})
    assert started[-1][1:] == [str(Path("-x.pdf").absolute())]


@pytest.mark.parametrize(
    ("platform", "env"), [("linux", {"SSH_CONNECTION": "1 2 3 4"}), ("darwin", {"SSH_CONNECTION": "1 2 3 4"})]
)
def test_where_nobody_would_see_it_nothing_is_started(
    started: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch, platform: str, env: dict[str, str]
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    with pytest.raises(Refused, match="no_opener"):
        opener.open_place("https://example.com", env)
    assert started == []


def test_what_the_opener_refuses_is_said(started: list[Sequence[str]], tmp_path: Path) -> None:
    with pytest.raises(Refused, match="not_opened"):
        opener.open_place("https://example.com/broken", {"DISPLAY": ":0", "PATH": str(tmp_path)})


def test_a_program_that_is_not_there_or_fails_has_not_taken_it(tmp_path: Path) -> None:
    assert opener.launch(["/usr/bin/env", "true"])
    assert not opener.launch(["/usr/bin/env", "false"])
    assert not opener.launch([str(tmp_path / "no-such-program"), "x"])
