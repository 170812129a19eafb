"""Files that come in: encodings, merged cells, and what is no ledger or no good."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from tui_minutes.documents import sheets
from tui_minutes.domain.refusal import Refused

TEXT = "编号,内容,负责人\nA-1,付定金,韩磊\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_csv_is_read_in_the_encodings_and_with_the_marks_of_spreadsheets(
    tmp_path: Path, encoding: str, between: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(TEXT.replace(",", between).encode(encoding))
    (table,) = sheets.read(path)
    assert table.rows == [["编号", "内容", "负责人"], ["A-1", "付定金", "韩磊"]]


def test_cells_merged_over_rows_say_the_same_in_each(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["台账", None],
        ["来源会议", "内容"],
        ["周例会", "一"],
        [None, "二"],
        [None, "三"],
        ["月会", "四"],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("A3:A5")
    book.save(tmp_path / "a.xlsx")
    (table,) = sheets.read(tmp_path / "a.xlsx")
    assert [row[0] for row in table.rows] == ["台账", "来源会议", "周例会", "周例会", "周例会", "月会"]
    assert table.rows[0][1:] in ([], [None])


def test_a_sheet_is_found_by_its_name(tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("2026").append(["内容", "负责人"])
    book.save(tmp_path / "a.xlsx")
    assert [table.name for table in sheets.read(tmp_path / "a.xlsx")] == ["Sheet", "2026"]
    assert sheets.read(tmp_path / "a.xlsx", "2026")[0].rows == [["内容", "负责人"]]
    with pytest.raises(Refused, match="import_sheet_not_found"):
        sheets.read(tmp_path / "a.xlsx", "2025")


def test_formulas_are_read_as_their_last_values(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["内容", "=1+1"])
    book.save(tmp_path / "a.xlsx")
    assert sheets.read(tmp_path / "a.xlsx")[0].rows == [["内容", None]]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "import_old_excel"),
        (b"PK\x03\x04 no archive", "import_unreadable"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\xff\xfe", "import_unreadable"),
    ],
)
def test_what_is_no_ledger_is_refused_in_words(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    with pytest.raises(Refused, match=code):
        sheets.read(tmp_path / "a.xlsx")


def test_an_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("letter.txt", "x")
    with pytest.raises(Refused, match="import_unreadable"):
        sheets.read(tmp_path / "a.xlsx")


def test_an_archive_that_swells_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "UNPACKED", 1_000_000)
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 2_000_000)
    with pytest.raises(Refused, match="import_too_large"):
        sheets.read(tmp_path / "a.xlsx")


def test_more_rows_than_any_ledger_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 1)
    (tmp_path / "a.csv").write_text(TEXT, encoding="utf-8")
    with pytest.raises(Refused, match="import_too_large"):
        sheets.read(tmp_path / "a.csv")


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="import_not_found"):
        sheets.read(tmp_path / "a.csv")
