"""Which refusal an error of SQLite becomes: the real cause, however Peewee covers it."""

from __future__ import annotations

import os
import resource
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import peewee
import pytest

from tests.meeting import Played, played
from tui_minutes.domain.disk import DiskFault, os_reason
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import set_language
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.store.failures import refusal


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    with played(tmp_path / "minutes.db") as one:
        one.plan().begin()
        yield one


def refused(meeting: Played) -> Refused:
    """Why a line is not written now."""
    with pytest.raises(Refused) as why:
        meeting.say("- 付定金 @韩磊")
    return why.value


def goes_on(meeting: Played) -> None:
    """The connection is as good as before."""
    assert [entry.raw for entry in meeting.record.entries] == []
    meeting.say("- 付定金 @韩磊")
    assert meeting.outcome("A-001").owners == ("韩磊",)


def test_a_full_store_says_so_and_works_once_there_is_room(meeting: Played) -> None:
    database = meeting.store.database
    database.pragma("max_page_count", database.pragma("page_count"))
    with pytest.raises(Refused) as why:
        meeting.say("备注：" + "很长的一行" * 100_000)
    assert why.value.params["reason"] is DiskFault.FULL
    database.pragma("max_page_count", 1_000_000)
    goes_on(meeting)


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")
def test_a_write_that_fails_says_so_and_not_that_there_is_no_transaction(meeting: Played) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        why = refused(meeting)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert why.params["reason"] is DiskFault.FULL
    assert refusal_text(why) == "Not saved: the disk is full"
    set_language("zh")
    assert refusal_text(why) == "未能保存：磁盘已满"
    goes_on(meeting)


def test_a_disk_that_can_only_be_read_is_told_by_the_system(
    meeting: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(path: Path) -> None:
        raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setattr(os, "utime", read_only)
    assert covered(sqlite3.SQLITE_IOERR_WRITE).params["reason"] is DiskFault.READ_ONLY


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (sqlite3.SQLITE_FULL, DiskFault.FULL),
        (sqlite3.SQLITE_IOERR_FSYNC, DiskFault.FAILING),
        (sqlite3.SQLITE_IOERR_WRITE, DiskFault.FAILING),
        (sqlite3.SQLITE_READONLY_DBMOVED, DiskFault.READ_ONLY),
    ],
)
def test_the_cause_is_found_behind_what_covers_it(code: int, reason: DiskFault) -> None:
    assert covered(code).params["reason"] is reason


@pytest.mark.parametrize("code", [sqlite3.SQLITE_BUSY, sqlite3.SQLITE_BUSY_SNAPSHOT, sqlite3.SQLITE_LOCKED])
def test_a_lock_is_no_fault_of_the_disk(code: int) -> None:
    assert covered(code).code == "store_busy"


def test_what_is_no_fault_of_the_disk_keeps_its_words() -> None:
    assert refusal(peewee.IntegrityError("UNIQUE constraint failed"), Path()).params == {
        "reason": "UNIQUE constraint failed"
    }


def covered(code: int) -> Refused:
    """The refusal of an error with that code, under the failed rollback that follows it."""
    cause = sqlite3.OperationalError("the cause")
    cause.sqlite_errorcode = code
    try:
        try:
            raise cause
        except sqlite3.OperationalError:
            raise sqlite3.OperationalError("cannot rollback - no transaction is active")  # noqa: B904
    except sqlite3.OperationalError as rollback:
        error = peewee.OperationalError(rollback)
        error.__context__ = rollback
    return refusal(error, Path("minutes.db"))


@pytest.mark.parametrize(
    ("number", "reason"),
    [(28, DiskFault.FULL), (27, DiskFault.FULL), (30, DiskFault.READ_ONLY), (5, DiskFault.FAILING)],
)
def test_errors_of_files_have_the_same_reasons(number: int, reason: DiskFault) -> None:
    assert os_reason(OSError(number, "words")) is reason


def test_other_errors_of_files_keep_the_words_of_the_system() -> None:
    assert os_reason(PermissionError(13, "Permission denied", "/x")) == "Permission denied"
    assert os_reason(OSError("odd")) == "odd"
