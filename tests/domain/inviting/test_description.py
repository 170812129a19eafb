"""The text of an invitation: what people wrote of the meeting, and what a service wrote around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.inviting.description import MOST_ITEMS, described
from tui_minutes.domain.inviting.heads import Head, headed
from tui_minutes.domain.inviting.joining import apart, is_link, join_link

INVITED = ("李四", "王敏", "Ann Lee")


def titles(text: str) -> list[str]:
    """The agenda found in a text."""
    return [item.title for item in described(text, INVITED).agenda]


def test_goal_and_numbered_lines_are_found_among_greetings() -> None:
    found = described(
        "各位同事：\n请准时参加。\n目标：确定发布日期\n1. 日期 (15分钟) 李四\n2. 渠道\n谢谢！", INVITED
    )
    assert found.goal == "确定发布日期"
    assert [item.title for item in found.agenda] == ["日期", "渠道"]
    assert found.remark == ("各位同事：", "请准时参加。", "谢谢！")


def test_an_outline_of_a_notice_is_no_agenda_but_what_stands_under_its_heading_is() -> None:
    text = "一、会议时间：11月27日\n二、会议议程：\n1、预算\n2、背景\n3、编制 10分钟\n"
    text += "三、主持人：王敏\n四、备注：带表"
    found = described(text, INVITED)
    assert [item.title for item in found.agenda] == ["预算", "背景", "编制"]
    assert found.roles == (("王敏", Role.CHAIR),)
    assert found.remark == ("一、会议时间：11月27日", "四、备注：带表")


def test_expected_outcomes_are_a_list_or_a_line() -> None:
    assert described("Expected outcomes: a date; a price list", ()).expected == ("a date", "a price list")
    assert described("预期成果：\n- 发布日程\n- 价格表\n\n以上", ()).expected == ("发布日程", "价格表")


def test_an_agenda_on_one_line_is_taken_apart() -> None:
    assert titles("议程：1、预算；2、编制；3、其他") == ["预算", "编制", "其他"]


def test_plain_lines_below_a_heading_are_items_until_the_paragraph_ends() -> None:
    assert titles("Agenda:\nBudget\nHiring\n\nRegards\nAnn") == ["Budget", "Hiring"]


def test_a_lone_number_or_bullets_without_minutes_are_no_agenda() -> None:
    assert titles("Let us meet.\n1. bring coffee") == []
    assert titles("- parking is behind the house\n- lunch is at noon") == []
    assert titles("1. Budget (20 min)") == ["Budget"]


def test_what_services_write_becomes_no_item_but_an_item_about_them_does() -> None:
    text = (
        "1. 视频会议系统采购\n2. 腾讯会议续费\n\n陈晨 邀请您参加腾讯会议\n会议时间：2026/12/02 09:00-10:00\n"
        "点击链接入会：\nhttps://meeting.tencent.com/dm/Ab3\n\n#腾讯会议：318-275-904"
    )
    found = described(text, ())
    assert [item.title for item in found.agenda] == ["视频会议系统采购", "腾讯会议续费"]
    assert len(found.joining) == 5
    assert found.remark == ()


def test_all_between_two_rules_is_of_the_service() -> None:
    rule = "_" * 80
    own, theirs = apart(["Bring figures", rule, "Microsoft Teams meeting", "1. Dial", rule, "Thanks"])
    assert [line for line in own if line] == ["Bring figures", "Thanks"]
    assert theirs == ["Microsoft Teams meeting", "1. Dial"]


@pytest.mark.parametrize(
    "link",
    [
        "https://meeting.tencent.com/dm/Ab3dEf",
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting@thread.v2/0?context=x",
        "https://meet.google.com/abc-defg-hij",
        "https://vc.feishu.cn/j/582041937",
        "https://meeting.dingtalk.com/j/Xy12",
        "https://example.zoom.us/j/99912345678?pwd=x",
    ],
)
def test_the_link_by_which_one_joins_is_known(link: str) -> None:
    assert join_link(["https://example.com/agenda.pdf", f"会议链接（{link}）。"]) == link
    assert is_link(link)


def test_headings_are_known_with_numbers_brackets_and_without() -> None:
    assert headed("【会议目标】定价") == (Head.GOAL, "定价")
    assert headed("## Agenda") == (Head.AGENDA, "")
    assert headed("**Goal:** a price") == (Head.GOAL, "a price")
    assert headed("Goal setting for 2027") is None


@pytest.mark.parametrize("piece", ["- ", "10 min ", "a,", "(", "【", "http://", "by ", "+1 2", "目标"])
def test_a_line_without_end_is_a_remark(piece: str) -> None:
    assert described("1. " + piece * 5_000, INVITED).agenda == ()


def test_thousands_of_lines_make_no_agenda_of_thousands() -> None:
    text = "\n".join(f"{n % 99 + 1}. Item" for n in range(5_000))
    assert len(described(text, ()).agenda) == MOST_ITEMS


@given(st.text(alphabet="1234.、-—:：()（）一二 \n议程目标Agendagoal分钟minhttps/@", max_size=200))
def test_any_text_is_read(text: str) -> None:
    described(text, INVITED)
