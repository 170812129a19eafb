"""The ledger as files: written and read back it is equal, whatever people wrote; other programs open it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook

from tests import hostile
from tui_minutes.documents import due_dates, ledger_csv, workbook
from tui_minutes.documents.as_json import as_json
from tui_minutes.documents.ledger_cells import COLUMNS, LedgerPaper
from tui_minutes.documents.ledger_data import ledger_objects
from tui_minutes.documents.ledger_document import ledger_document
from tui_minutes.documents.markdown import render
from tui_minutes.documents.sheets import read
from tui_minutes.domain.importing.columns import find_head
from tui_minutes.domain.importing.fields import Field
from tui_minutes.domain.importing.lines import Line, read_lines
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.outcomes import Change, Outcome, OutcomeKind, OutcomePerson, Part, Status
from tui_minutes.domain.standing import Standing
from tui_minutes.domain.text import clean
from tui_minutes.domain.tracking import LedgerRow
from tui_minutes.i18n import set_language

AT = datetime(2026, 12, 1, 4, 0, tzinfo=UTC)
SHANGHAI = ZoneInfo("Asia/Shanghai")
DUE = date(2026, 12, 4)
NASTY = (
    "=cmd()", "+1", "-2", "@SUM(A1)", "'quoted", "<A&B>", "[/]", "_x0041_", "#N/A", "1e5", "00123", "TRUE",
    "2026-01-01", "张三\u202e", "👩‍👩‍👧", "长" * 10_000, 'a,"b";c\td', "＝1",
)  # fmt: skip


def row(text: str, number: str = "A-001", level: Level = Level.INTERNAL, **fields: Any) -> LedgerRow:
    first: dict[str, tuple[object, object]] = {"text": (None, text), "status": (None, "unconfirmed")}
    people = (OutcomePerson(Part.RESPONSIBLE, "韩磊", "市场部"), OutcomePerson(Part.HELPER, "周岚"))
    one = Outcome(
        uid=f"uid-{number}", number=number, kind=OutcomeKind.ACTION, text=text, meeting_uid="m",
        people=people, department="市场部", due=DUE, status=Status.IN_PROGRESS, provisional=False,
        created_at=AT, updated_at=AT,
    )  # fmt: skip
    history = (Change("c", AT, "韩磊", "小林", first),)
    late = Standing(late_on=datetime(2026, 12, 4, 16, tzinfo=UTC))
    told = LedgerRow(
        replace(one, **fields), "M-2026-001", "周例会", "", None, None, level, history, "Asia/Shanghai", late
    )
    return told if told.outcome.due else replace(told, standing=Standing())


def paper(*rows: LedgerRow, **how: Any) -> LedgerPaper:
    return LedgerPaper(rows, AT, SHANGHAI, **how)


def lines(content: bytes, path: Path) -> Sequence[Line]:
    """What an import reads of a file."""
    path.write_bytes(content)
    table = read(path)[0]
    head = find_head(table.rows)
    assert head is not None
    return list(read_lines(table.rows, head, date(2026, 12, 1)))


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@settings(max_examples=30, deadline=None)
@given(texts=st.lists(hostile.texts | st.sampled_from(NASTY), min_size=2, max_size=5))
def test_whatever_people_wrote_is_read_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, ending: str, texts: list[str]
) -> None:
    kept = [clean(text).strip() or "词" for text in texts]
    rows = [row(text, f"A-{nth:03d}", remark=text) for nth, text in enumerate(kept, 1)]
    written = (workbook if ending == "xlsx" else ledger_csv).render(paper(*rows))
    found = lines(written, tmp_path_factory.mktemp("files") / f"a.{ending}")
    assert [line.values[Field.TEXT] for line in found] == kept
    assert [line.cells[Field.REMARK] for line in found] == kept
    assert [(line.day(Field.DUE), line.words(Field.UID), line.values[Field.VERSION]) for line in found] == [
        (DUE, one.outcome.uid, 1) for one in rows
    ]


@given(text=hostile.texts)
def test_json_is_read_back_as_it_was(text: str) -> None:
    objects = ledger_objects([row(clean(text))], AT, SHANGHAI)
    assert json.loads(as_json(objects)) == json.loads(json.dumps(objects, default=str))
    assert json.loads(as_json(objects))[0]["text"] == clean(text)


@pytest.mark.parametrize("text", NASTY)
def test_no_cell_is_a_formula(text: str) -> None:
    sheet = load_workbook(BytesIO(workbook.render(paper(row(clean(text)))))).worksheets[0]
    cell = sheet.cell(4, list(COLUMNS).index(Field.TEXT) + 1)
    assert cell.data_type in ("s", "inlineStr")


def test_days_are_days_and_late_is_a_colour_and_a_word() -> None:
    set_language("zh")
    late = row("付定金", due=date(2026, 11, 27))
    late = replace(late, standing=Standing(late_on=datetime(2026, 11, 27, 16, tzinfo=UTC)))
    sheet = load_workbook(BytesIO(workbook.render(paper(late, row("画展板", "A-002")))))["台账"]
    at = {field: nth for nth, field in enumerate(COLUMNS, 1)}
    due = sheet.cell(4, at[Field.DUE])
    assert (due.value, due.number_format) == (datetime(2026, 11, 27), "yyyy-mm-dd")
    assert str(sheet.cell(4, at[Field.ATTENTION]).value).startswith("逾期 4 天")
    assert sheet.cell(4, at[Field.ATTENTION]).fill.start_color.rgb.endswith("FFC7CE")
    assert sheet.cell(5, at[Field.ATTENTION]).fill.start_color.rgb.endswith("FFE8B3")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B4", "A3:V5")
    assert sheet.column_dimensions["U"].hidden
    header: Any = sheet.oddHeader
    assert "保密等级：内部" in header.right.text
    assert sheet.print_title_rows == "$3:$3"


@pytest.mark.parametrize(
    ("language", "sheets"), [("zh", ["台账", "统计", "变更记录"]), ("en", ["Ledger", "Counts", "History"])]
)
def test_the_workbook_speaks_the_language(language: str, sheets: list[str]) -> None:
    set_language(language)
    book = load_workbook(BytesIO(workbook.render(paper(row("付定金")))))
    assert book.sheetnames == sheets
    counted = {
        cells[0].value: cells[1].value for cells in book[sheets[1]].iter_rows(min_row=3) if cells[0].value
    }
    assert counted["韩磊"] == counted["市场部"] == 1
    assert book[sheets[2]].cell(4, 1).value == "A-001"


@pytest.mark.parametrize("form", ["xlsx", "csv", "md", "ics"])
def test_what_is_confidential_is_covered_in_every_form(form: str) -> None:
    set_language("zh")
    for reveal in (False, True):
        secret = paper(row("联系律师", level=Level.SECRET), reveal=reveal)
        written = {
            "xlsx": lambda p=secret: _words(workbook.render(p)),
            "csv": lambda p=secret: ledger_csv.render(p),
            "md": lambda p=secret: render(ledger_document(p)).encode(),
            "ics": lambda p=secret: due_dates.render(p),
        }[form]()
        assert ("联系律师".encode() in written) is reveal


def _words(content: bytes) -> bytes:
    """All that stands in the cells of a workbook."""
    sheets = load_workbook(BytesIO(content)).worksheets
    cells = (str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row)
    return "\n".join(cells).encode()


def test_groups_are_headings_in_markdown() -> None:
    set_language("zh")
    written = render(
        ledger_document(paper(row("一"), row("二", "A-002", department="行政部"), group="department"))
    )
    assert "## 市场部 (1)" in written
    assert "## 行政部 (1)" in written


@given(text=hostile.texts)
def test_due_dates_are_a_calendar(text: str) -> None:
    rows = [
        row(clean(text) or "词"),
        row("已办", "A-002", status=Status.CLOSED),
        row("无期", "A-003", due=None),
    ]
    written = due_dates.render(paper(*rows))
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    for line in written.split(b"\r\n"):
        line.decode()  # folding never cuts a character
    calendar = Calendar.from_ical(written)
    assert calendar["version"] == "2.0"
    tasks = {str(task["uid"]): task for task in calendar.walk("VTODO")}
    assert {uid: str(task["status"]) for uid, task in tasks.items()} == {
        "uid-A-001@tui-minutes": "IN-PROCESS", "uid-A-002@tui-minutes": "COMPLETED",
    }  # fmt: skip
    event: Any = calendar.walk("VEVENT")[0]
    assert (event["uid"], event["dtstart"].dt) == ("uid-A-001-due@tui-minutes", DUE)
    assert str(event["summary"]) == clean(f"A-001 {clean(text) or '词'}")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_libreoffice_opens_it(language: str, tmp_path: Path) -> None:
    set_language(language)
    rows = [row(clean(text), f"A-{nth:03d}") for nth, text in enumerate(NASTY[:-3], 1)]
    (tmp_path / "ledger.xlsx").write_bytes(workbook.render(paper(*rows)))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", "pdf",
         "--outdir", str(tmp_path), str(tmp_path / "ledger.xlsx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    assert (tmp_path / "ledger.pdf").stat().st_size > 10_000
