"""What is told of a fault by a command, and what its report holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui_minutes import crash
from tui_minutes.domain.refusal import Refused

SECRET = "收购朱雀"


def fault() -> BaseException:
    """What a mistake leaves: a secret in messages, notes, causes and local variables."""
    words = SECRET
    group = ExceptionGroup(words, [KeyError(words), OSError(5, words, f"/home/{words}")])
    group.add_note(words)
    try:
        raise group from Refused("not_found", number=words)
    except ExceptionGroup as error:
        return error


def test_types_and_places_are_told_and_no_words() -> None:
    error = fault()
    assert SECRET in f"{error}{error.__notes__}{error.__cause__}"
    told = crash.report(error)
    for name in ("ExceptionGroup", "KeyError", "OSError", "Refused (not_found)", "test_crash.py", "fault"):
        assert name in told
    assert SECRET not in told
    assert str(Path(__file__).parent) not in told


def test_a_command_tells_it_in_two_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    error = fault()
    crash.tell(type(error), error, error.__traceback__)
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    assert SECRET not in said.err
    [path] = Path.home().rglob("tui-minutes-fault-*.txt")
    assert str(path) in said.err
