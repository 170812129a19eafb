"""Chinese names as they are typed in pinyin."""

from __future__ import annotations

import pytest

from tui_minutes.services.readings import readings


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("张三", ["zhangsan", "zs", "zhang"]),
        ("曾国", ["zengguo", "zg", "zeng"]),
        ("单雄", ["shanxiong", "sx"]),
        ("乐毅", ["yueyi", "yy"]),
        ("司马青云", ["simaqingyun", "smqy", "sima", "qingyun"]),
        ("吕布", ["lvbu", "lubu", "lyubu", "lb"]),
    ],
)
def test_a_name_has_all_its_readings(name: str, typed: list[str]) -> None:
    assert set(typed) <= set(readings(name))


def test_one_letter_is_no_reading() -> None:
    assert min(map(len, readings("鄂安"))) > 1


@pytest.mark.parametrize("name", ["Jane Doe", "李Lei", ""])
def test_other_names_have_none(name: str) -> None:
    assert readings(name) == ()
