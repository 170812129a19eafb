"""LibreOffice opens our Word files without repair and makes pages of them (skipped where it is not)."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.documents.test_word import template
from tests.meeting import played
from tui_minutes.documents.short import short_document
from tui_minutes.documents.word import render
from tui_minutes.domain.document import Document, Facts, Grid, Line, Lines, Section
from tui_minutes.services import minutes

LONG = "<A&B> [/] =cmd()|'x' \u202e " + "长" * 10_000
OFFICE = shutil.which("soffice")


def hostile() -> Document:
    """What people wrote is very long, wherever it may stand."""
    facts = Facts((("Number", "M-1"), ("Place", LONG)))
    grid = Grid(("Number", "Task", "Remark"), (("A-001", LONG, "x" * 10_000), ("A-002", "x", "y")), (1, 3, 1))
    lines = Lines((Line(LONG, LONG, (LONG,), flagged=True), Line("x")), "Points")
    return Document(LONG, "secret", "zh", (Section(LONG, (facts, grid, lines)),), "M-2026-001")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_word_files_become_pages(tmp_path: Path) -> None:
    with played(tmp_path / "minutes.db") as meeting:
        meeting.plan().begin().say("+ 订A馆")
        meeting.say("- 付定金 @韩磊 截止周五 -> 收据")
        meeting.read_back().seal()
        whole = minutes.document(meeting.store, meeting.uid, meeting.now)
        short = short_document(meeting.record, meeting.now)
    files = {
        "minutes": render(whole),
        "short": render(short),
        "company": render(whole, template(first=True)),
        "bare": render(whole, template(bare=True)),
        "hostile": render(hostile()),
    }
    for name, written in files.items():
        (tmp_path / f"{name}.docx").write_bytes(written)
    command = [str(OFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    names = [str(tmp_path / f"{name}.docx") for name in files]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(tmp_path), *names],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    for name in files:
        pages = (tmp_path / f"{name}.pdf").read_bytes()
        assert pages.startswith(b"%PDF")
        assert len(pages) > 10_000, f"{name} has nothing on its pages"
