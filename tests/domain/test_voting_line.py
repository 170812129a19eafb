"""A vote as it is typed in one line."""

from __future__ import annotations

import pytest

from tui_minutes.domain.people import People, Person
from tui_minutes.domain.reading import Votes
from tui_minutes.domain.voting import Choice
from tui_minutes.domain.voting_line import TypedVote, names_in, read_vote

FOR, AGAINST, ABSTAIN, RECUSED = Choice


@pytest.mark.parametrize(
    ("typed", "vote"),
    [
        ("", TypedVote()),
        ("d-031", TypedVote("D-031")),
        ("SH-D-031 7:1:2", TypedVote("SH-D-031", Votes(7, 1, 2))),
        ("#12 ７：１：２ 回避 钱七", TypedVote("#12", Votes(7, 1, 2), {RECUSED: "钱七"})),
        ("赞成7票 反对1", TypedVote("", Votes(7, 1, 0))),
        ("for 7, against 1, abstain 2 recused Kim", TypedVote("", Votes(7, 1, 2), {RECUSED: "Kim"})),
        (
            "赞成 张三、李四 反对 王五 弃权 赵六 回避 钱七",
            TypedVote("", None, {FOR: "张三、李四", AGAINST: "王五", ABSTAIN: "赵六", RECUSED: "钱七"}),
        ),
        ("反对：王五，其余赞成", TypedVote("", None, {AGAINST: "王五"}, FOR)),
        ("against Bob, the rest for", TypedVote("", None, {AGAINST: "Bob"}, FOR)),
        ("D-031 全票赞成", TypedVote("D-031", rest=FOR)),
        ("D-031 赞成：全体", TypedVote("D-031", rest=FOR)),
        ("against Bob for everyone", TypedVote("", None, {AGAINST: "Bob"}, FOR)),
        ("D-031 撤销", TypedVote("D-031", withdraws=True)),
        ("withdraw", TypedVote(withdraws=True)),
        ("反对 无 其余赞成", TypedVote("", None, {}, FOR)),
        ("for Fortuna Alley against nobody", TypedVote("", None, {FOR: "Fortuna Alley"})),
    ],
)
def test_a_vote_is_read_as_people_type_it(typed: str, vote: TypedVote) -> None:
    assert read_vote(typed) == vote


@pytest.mark.parametrize(
    "typed",
    [
        "yes of course",
        "D-031 maybe",
        "7:1:2 for Bob",
        "D-031 3",
        "全体赞成 王五",
        "for all, against the rest",
    ],
)
def test_what_says_nothing_is_named(typed: str) -> None:
    assert read_vote(typed).wrong


def test_names_stand_in_a_row_with_commas_or_spaces() -> None:
    people = People([Person("张三"), Person("李四"), Person("Nora Quinn"), Person("张武")])
    assert list(names_in("张三 李四、Nora Quinn,路人", people)) == ["张三", "李四", "Nora Quinn", "路人"]
    assert list(names_in("老张", people)) == ["老张"]
