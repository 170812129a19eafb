"""What Tab offers, and where it puts it."""

from __future__ import annotations

import pytest

from tests.domain.capture.people import room
from tui_minutes.domain.capture import complete


def offered(line: str) -> list[str]:
    """The line after each completion at its end."""
    found = complete(line, len(line), room())
    return [line[: one.start] + one.text + line[one.end :] for one in found]


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("- 海报 @li", "- 海报 @李四"),
        ("- 海报@王小", "- 海报@王小明"),
        ("- poster @jane,bo", "- poster @jane,Bob Smith"),
        ("- 海报 ＠市", "- 海报 ＠市场部"),
        ("- poster @al", "- poster @all"),
        ("- 海报 @所", "- 海报 @所有人"),
        ("/rea", "/readback "),
        ("/下", "/下一项 "),
        ("／顺", "／顺延 "),
        ("zh", "张三："),
        ("Ja", "Jane Doe: "),
        ("行", "行动："),
        ("deci", "decision: "),
        ("- poster deli", "- poster deliverable: "),
        ("- 海报 负责", "- 海报 负责人："),
        ("- 海报 完成时", "- 海报 完成时间："),
        ("- 海报截止", "- 海报截止："),
        ("+ 采用方案二 无需", "+ 采用方案二 无需行动"),
        ("= churn sou", "= churn source: "),
        ("A-058 dela", "A-058 delayed"),
    ],
)
def test_tab_completes_the_word_being_typed(line: str, first: str) -> None:
    assert [*offered(line), line][0] == first


def test_a_point_is_left_alone() -> None:
    assert offered("李四：我来负责") == []


def test_only_fields_of_the_kind_are_offered() -> None:
    assert offered("+ go deli") == []
    assert offered("? who resou") == []


def test_the_rest_of_the_line_stays() -> None:
    line = "- 海报 @li 周五"
    one = complete(line, 8, room())[0]
    assert line[: one.start] + one.text + line[one.end :] == "- 海报 @李四 周五"
