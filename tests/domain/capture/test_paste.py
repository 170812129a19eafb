"""Many lines pasted at once (rule 10)."""

from __future__ import annotations

from tests.domain.capture.people import room
from tui_minutes.domain.capture import Kind, parse_paste

BLOCK = "李四：先做海报\r\n\r\n- 投影仪坏了\n* 行动：海报 @李四\n  • 张三：同意\n+ 采用方案二\n-5% 环比\n"


def test_each_line_is_read_and_bullets_are_notes() -> None:
    read = [(one.kind, one.text) for one in parse_paste(BLOCK, room())]
    assert read == [
        (Kind.POINT, "先做海报"),
        (Kind.NOTE, "投影仪坏了"),
        (Kind.ACTION, "海报"),
        (Kind.POINT, "同意"),
        (Kind.DECISION, "采用方案二"),
        (Kind.NOTE, "-5% 环比"),
    ]


def test_bullets_are_actions_where_that_is_said() -> None:
    reading = parse_paste("- 借投影仪 @李四 周五", room(), bullets_are_actions=True)[0]
    assert (reading.kind, reading.text, reading.owners) == (Kind.ACTION, "借投影仪", ("李四",))
    assert reading.raw == "- 借投影仪 @李四 周五"
