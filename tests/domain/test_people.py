"""How people are named in a line (rule 4)."""

from __future__ import annotations

import pytest

from tui_minutes.domain.people import People, Person

ROOM = People(
    [
        Person("陈晨", "产品部", "经理", readings=("chenchen", "cc", "chen")),
        Person("司马青云", "法务部", readings=("simaqingyun", "smqy")),
        Person("曾国", "研发部", aliases=("国哥",), readings=("zengguo", "zg")),
        Person("Maria Lopez", "Design"),
        Person("Tom Becker", "Ops"),
        Person("Tom Brown", "Ops"),
    ],
    ["董事会"],
)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("陈晨", ["陈晨"]),
        ("陈经理", ["陈晨"]),
        ("陈总", ["陈晨"]),
        ("陈晨经理", ["陈晨"]),
        ("老陈", ["陈晨"]),
        ("cc", ["陈晨"]),
        ("c", []),
        ("司马律师", ["司马青云"]),
        ("青云", ["司马青云"]),
        ("司律师", []),
        ("国哥", ["曾国"]),
        ("曾工", ["曾国"]),
        ("zeng guo", ["曾国"]),
        ("maria", ["Maria Lopez"]),
        ("LOPEZ", ["Maria Lopez"]),
        ("ｍａｒｉａ", ["Maria Lopez"]),
        ("Ms. Lopez", ["Maria Lopez"]),
        ("Tom", ["Tom Becker", "Tom Brown"]),
        ("T", []),
        ("产品部陈晨", ["陈晨"]),
        ("陈大", []),
        ("", []),
    ],
)
def test_people_are_found_by_what_they_are_called(typed: str, names: list[str]) -> None:
    assert [person.name for person in ROOM.find(typed)] == names


def test_a_full_name_goes_before_a_part_of_another() -> None:
    people = People([Person("Grace"), Person("Grace Kim")])
    assert [person.name for person in people.find("grace")] == ["Grace"]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("陈晨完成海报", "陈晨"),
        ("Maria Lopez prints", "Maria Lopez"),
        ("Maria prints", "Maria"),
        ("Marian prints", None),
        ("maria完成", "maria"),
        ("Maria-Anne", None),
        ("曾明", None),
        ("曾 明", "曾"),
        ("董事会决定", "董事会"),
        ("nobody", None),
    ],
)
def test_the_longest_known_name_is_taken(text: str, known: str | None) -> None:
    end = ROOM.known_at(text, 0)
    assert (None if end is None else text[:end]) == known


def test_two_of_one_name_are_both_found() -> None:
    people = People([Person("王伟", "一部", uid="1"), Person("王伟", "二部", uid="2")])
    assert [person.uid for person in people.find("王伟")] == ["1", "2"]


def test_names_and_departments_are_offered_by_their_beginning() -> None:
    assert ROOM.beginning_with("to") == ["Tom Becker", "Tom Brown"]
    assert ROOM.beginning_with("ze") == ["曾国"]
    assert ROOM.beginning_with("董") == ["董事会"]
