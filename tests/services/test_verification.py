"""What is sealed cannot be changed unseen: one character anywhere, in the bytes or in the rows, is named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.played import Played
from tui_minutes.domain.command import Command
from tui_minutes.domain.sealing import seal_digest
from tui_minutes.domain.verification import Finding, SealedBundle, Verification, check_chain
from tui_minutes.services import outcomes
from tui_minutes.services.verification import verify
from tui_minutes.store import sealing
from tui_minutes.store.dumping import ALL
from tui_minutes.store.store import Store
from tui_minutes.store.tables import OutcomePersonRow, SealRow


@pytest.fixture(scope="module")
def approved(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A store with an approved, amended meeting, as bytes to start each test from."""
    path = tmp_path_factory.mktemp("played") / "minutes.db"
    store = Store.open(path)
    Played(store).approve()
    store.close()
    return path.read_bytes()


STORE = "the uid of a store"


@pytest.fixture(scope="module")
def bundles(approved: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[SealedBundle]:
    """The chain of that store, under a store uid known here."""
    path = tmp_path_factory.mktemp("chain") / "minutes.db"
    path.write_bytes(approved)
    store = Store.open(path)
    bundles: list[SealedBundle] = []
    previous = ""
    for seq, bundle in enumerate(sealing.chain(), 1):
        digest = seal_digest(STORE, seq, previous, [record.leaf for record in bundle.records])
        bundles.append(replace(bundle, row={**bundle.row, "previous": previous, "digest": digest}))
        previous = digest
    store.close()
    assert check_chain(STORE, bundles, {}) == []
    return bundles


@pytest.fixture
def path(tmp_path: Path, approved: bytes) -> Path:
    path = tmp_path / "minutes.db"
    path.write_bytes(approved)
    return path


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = Store.open(path)
    yield store
    store.close()


def by_hand(path: Path, sql: str, *values: object) -> None:
    """Change the file as someone with a database tool would."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    with connection:
        assert connection.execute(sql, values).rowcount == 1, sql
    connection.close()


def read(path: Path, sql: str) -> list[Any]:
    connection = sqlite3.connect(path)
    rows = connection.execute(sql).fetchall()
    connection.close()
    return rows


def flipped(value: object) -> object:
    """The value with one character changed."""
    match value:
        case None:
            return 1
        case int():
            return value + 100
        case bytes():
            return bytes([value[0] ^ 1]) + value[1:]
        case str() if value:
            return value[:-1] + ("0" if value[-1] != "0" else "1")
        case _:
            return "x"


def checked(path: Path, seal: str | None = None) -> Verification:
    store = Store.open(path)
    try:
        return verify(store, seal)
    finally:
        store.close()


def test_nothing_differs_in_what_nobody_touched(store: Store) -> None:
    assert verify(store) == Verification(3, ())


def test_it_is_proven_only_by_a_seal_from_paper(store: Store) -> None:
    for seal in store.seals():
        assert verify(store, f"  {seal.digest.upper()[:32]} {seal.digest.upper()[32:]}\n").proven
    assert not verify(store).proven
    stranger = verify(store, "ab" * 32)
    assert [finding.code for finding in stranger.findings] == ["seal_unknown"]
    assert not stranger.proven


ROW_COLUMNS = [
    (table._meta.table_name, field.column_name)
    for table in (*ALL, OutcomePersonRow)
    for field in table._meta.sorted_fields
    if field.name != "id"
]


@pytest.mark.parametrize(("table", "column"), ROW_COLUMNS)
def test_one_character_in_any_row_is_named_by_record_and_field(path: Path, table: str, column: str) -> None:
    rows = read(path, f"SELECT id, {column} FROM {table} ORDER BY id LIMIT 1")
    key, value = rows[0]
    by_hand(path, f"UPDATE {table} SET {column} = ? WHERE id = ?", flipped(value), key)
    findings = checked(path).findings
    named = {finding.field for finding in findings if finding.code == "row_changed"}
    field = "people" if table == "outcome_person" else column.removesuffix("_id")
    if column == "uid" and table != "outcome_person":
        assert {finding.code for finding in findings} >= {"row_missing"}
    elif (table, column) == ("outcome_person", "outcome_id"):
        assert "people" in named
    else:
        assert field in named
    assert all(finding.record for finding in findings)


SEAL_COLUMNS = [f.column_name for f in SealRow._meta.sorted_fields if f.name != "id"]


@pytest.mark.parametrize("column", SEAL_COLUMNS)
@pytest.mark.parametrize("seq", [1, 2, 3])
def test_one_character_in_a_seal_is_named(path: Path, column: str, seq: int) -> None:
    [(value,)] = read(path, f"SELECT {column} FROM seal WHERE seq = {seq}")
    changed = 9 if column == "seq" else flipped(value)
    by_hand(path, f"UPDATE seal SET {column} = ? WHERE seq = ?", changed, seq)
    findings = checked(path).findings
    assert [(f.code, f.record, f.field) for f in findings] == [
        ("chain_broken", f"seal #{seq}", column.removesuffix("_id"))
    ]


@pytest.mark.parametrize("column", ["position", "name", "salt", "body", "leaf"])
def test_one_character_in_any_sealed_record_is_named(store: Store, column: str) -> None:
    wanted = {column, "body or salt"} if column in ("body", "salt") else {column}
    for key, name, value in read(store.path, f"SELECT id, name, {column} FROM sealed_record"):
        by_hand(store.path, f"UPDATE sealed_record SET {column} = ? WHERE id = ?", flipped(value), key)
        findings = verify(store).findings
        assert [(f.code, f.record) for f in findings] == [("bytes_changed", name)]
        assert findings[0].field in wanted
        by_hand(store.path, f"UPDATE sealed_record SET {column} = ? WHERE id = ?", value, key)
    assert verify(store).ok


def test_a_character_in_sealed_words_is_named_with_both_spellings(path: Path) -> None:
    lines = read(path, "SELECT id, body FROM sealed_record WHERE name LIKE 'line%'")
    key, body = next((key, body) for key, body in lines if "需要".encode() in body)
    changed = body.replace("需要".encode(), "须要".encode(), 1)
    by_hand(path, "UPDATE sealed_record SET body = ? WHERE id = ?", changed, key)
    [finding] = checked(path).findings
    assert finding.field == "raw"
    assert (finding.sealed, finding.found) == ("我们需要两周铺货", "我们须要两周铺货")


@pytest.mark.parametrize(
    "table", [table._meta.table_name for table in ALL if table._meta.table_name != "meeting"]
)
def test_a_row_taken_away_is_named(path: Path, table: str) -> None:
    rows = read(path, f"SELECT id FROM {table} ORDER BY id LIMIT 1")
    if rows:
        by_hand(path, f"DELETE FROM {table} WHERE id = ?", rows[0][0])
        assert "row_missing" in {finding.code for finding in checked(path).findings}


@given(st.data())
def test_any_bit_of_any_sealed_body_is_found_and_its_record_named(
    bundles: list[SealedBundle], data: st.DataObject
) -> None:
    seal = data.draw(st.integers(0, len(bundles) - 1))
    records = list(bundles[seal].records)
    place = data.draw(st.integers(0, len(records) - 1))
    body = bytearray(records[place].body)
    body[data.draw(st.integers(0, len(body) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    records[place] = replace(records[place], body=bytes(body))
    changed = [*bundles[:seal], replace(bundles[seal], records=tuple(records)), *bundles[seal + 1 :]]
    findings = check_chain(STORE, changed, {})
    named = {(finding.code, finding.seal, finding.record) for finding in findings}
    assert ("bytes_changed", seal + 1, records[place].name) in named


def test_a_row_slipped_in_is_named(path: Path) -> None:
    by_hand(
        path,
        "INSERT INTO objection (uid, meeting_id, outcome_id, name, text, at, settled, settlement)"
        " SELECT 'u', meeting_id, id, '何平', '不同意', updated_at, 0, ''"
        " FROM outcome WHERE number = 'D-001'",
    )
    assert checked(path).findings == (Finding("row_added", 3, "objection 何平"),)


def test_a_meeting_made_to_look_approved_is_named(tmp_path: Path) -> None:
    path = tmp_path / "signed.db"
    store = Store.open(path)
    Played(store).sign()
    assert verify(store).ok
    store.close()
    by_hand(path, "UPDATE meeting SET phase = 'approved'")
    assert [(f.code, f.field) for f in checked(path).findings] == [("seal_missing", "phase")]


def test_the_ledger_goes_on_and_all_is_still_well(path: Path) -> None:
    store = Store.open(path)
    at = store.seals()[-1].at
    for number, changes in (
        ("A-001", {"due": None, "cc": ("外聘顾问",), "department": "生产部"}),
        ("A-001", {"status": "done", "result": "已交付"}),
        ("Q-001", {"owners": (), "priority": "urgent"}),
        ("A-001", {"remark": "见附件"}),
        ("A-001", {"parent": None}),
        ("A-001", {"parent": "D-001"}),
    ):
        outcome = store.outcome_by_number(number)
        assert outcome is not None
        outcomes.update(store, Command.new(at, "周敏", "记录员"), outcome.uid, changes)
    assert verify(store).ok
    store.close()


@pytest.mark.parametrize(
    "column", ["remark", "due", "status", "department", "version", "updated_at", "owner"]
)
def test_a_hand_on_the_living_row_of_an_outcome_is_named(path: Path, column: str) -> None:
    if column == "owner":
        by_hand(path, "UPDATE outcome_person SET name = '周敏' WHERE name = '何平' AND part = 'responsible'")
    else:
        [(value,)] = read(path, f"SELECT {column} FROM outcome WHERE number = 'A-001'")
        by_hand(path, f"UPDATE outcome SET {column} = ? WHERE number = 'A-001'", flipped(value))
    findings = checked(path).findings
    wanted = "people" if column == "owner" else column
    assert ("row_changed", "outcome A-001", wanted) in {(f.code, f.record, f.field) for f in findings}


def test_history_that_does_not_follow_is_named(path: Path) -> None:
    by_hand(
        path,
        "UPDATE history SET changes = replace(changes, 'unconfirmed', 'delayed')"
        " WHERE id = (SELECT max(id) FROM history)",
    )
    assert ("history_broken", "history A-001", "status") in {
        (f.code, f.record, f.field) for f in checked(path).findings
    }
