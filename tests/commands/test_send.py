"""`tui-minutes send` as people run it: looked at first, sent once, nothing confidential to others (F3)."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from tests.meeting import PLAN, Played, played
from tests.postmaster import Postmaster, delivering
from tui_minutes.cli import DONE, FAILED, WRONG_USAGE, main
from tui_minutes.domain.going_out import DispatchState, Material
from tui_minutes.services import approval, distribution, materials
from tui_minutes.store.store import Store


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Played]:
    """Signed minutes, two of whose readers can be reached by mail."""
    plan = replace(PLAN, people=tuple(replace(one, email=EMAILS.get(one.name, "")) for one in PLAN.people))
    with played(tmp_path / "minutes.db") as one:
        one.plan(plan).begin()
        one.say("- 付定金 @韩磊 截止12月4日")
        yield one.read_back().seal()


EMAILS = {"周岚": "zhou@example.com", "韩磊": "han@example.com"}


@pytest.fixture
def approved(meeting: Played) -> Played:
    approval.approve(meeting.store, meeting.command("周岚"), meeting.uid)
    return meeting


@pytest.fixture
def postmaster() -> Iterator[Postmaster]:
    """The mail server that the settings name."""
    postmaster = Postmaster()
    with delivering(postmaster) as port:
        Path(os.environ["TUI_MINUTES_CONFIG"]).write_text(
            f'[mail]\nserver = "127.0.0.1"\nport = {port}\nsecurity = "none"\nfrom = "minutes@example.com"\n'
        )
        yield postmaster


@contextmanager
def reopened(meeting: Played) -> Iterator[Store]:
    """Its store once a command, which is another program, has had it open."""
    with closing(Store.open(meeting.store.path)) as store:
        yield store


class Shell:
    """Runs `send` for a meeting, and keeps what it printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys
        self.out = self.err = ""

    def send(self, meeting: Played, *options: str, lang: str = "en") -> int:
        code = main(
            ["--db", str(meeting.store.path), "--lang", lang, "--as", "小林", "send", "M-2026-001", *options]
        )
        self.out, self.err = self.capsys.readouterr()
        return code


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def test_without_send_it_says_what_would_go_to_whom_and_nothing_goes(
    approved: Played, postmaster: Postmaster, shell: Shell
) -> None:
    assert shell.send(approved) == DONE
    assert "周岚 (zhou@example.com)  to be sent" in shell.out
    assert "方晴  no e-mail address of 方晴 is known" in shell.out
    assert shell.out.endswith("to go to 2 recipients; --send sends it\n")
    assert postmaster.taken == []
    with reopened(approved) as store:
        assert store.going_out(approved.uid).recipients == ()


def test_sent_minutes_are_on_record_and_go_to_nobody_twice(
    approved: Played, postmaster: Postmaster, shell: Shell
) -> None:
    assert shell.send(approved, "--send") == DONE
    assert [address for address, _ in postmaster.taken] == ["zhou@example.com", "han@example.com"]
    mail = message_from_bytes(postmaster.taken[0][1], policy=default)
    assert mail["Subject"] == "会议纪要：春季展会筹备会"
    assert [one.get_content_type().rpartition(".")[2] for one in mail.iter_attachments()] == ["document"]
    with reopened(approved) as store:
        states = [(one.recipient, one.state) for one in store.going_out(approved.uid).dispatches]
    assert states == [("周岚", DispatchState.SENT), ("韩磊", DispatchState.SENT)]

    assert shell.send(approved, "--send") == DONE
    assert len(postmaster.taken) == 2
    assert shell.out == "0 sent, 2 not sent: see the preview\n"


def test_a_failure_is_said_and_tried_again(approved: Played, postmaster: Postmaster, shell: Shell) -> None:
    distribution.propose(approved.store, approved.command(), approved.uid)
    [han] = [one for one in approved.store.going_out(approved.uid).recipients if one.name == "韩磊"]
    distribution.change(approved.store, approved.command(), han.uid, "gone@example.com", cleared=True)
    assert shell.send(approved, "--send") == FAILED
    assert "韩磊 (gone@example.com): the mail server did not take it: 550 no such mailbox" in shell.err

    with reopened(approved) as store:
        distribution.change(store, approved.command(), han.uid, "han@example.com", cleared=True)
    assert shell.send(approved, "--send") == DONE
    assert [address for address, _ in postmaster.taken] == ["zhou@example.com", "han@example.com"]


def test_minutes_that_are_not_approved_do_not_go_out_but_their_draft_does(
    meeting: Played, postmaster: Postmaster, shell: Shell
) -> None:
    assert shell.send(meeting, "--send") == FAILED
    assert postmaster.taken == []
    assert shell.send(meeting, "--document", "draft", "--send") == DONE
    assert len(postmaster.taken) == 2


def test_a_notice_goes_to_those_asked_with_a_calendar_entry(
    meeting: Played, postmaster: Postmaster, shell: Shell
) -> None:
    assert shell.send(meeting, "--document", "notice", "--to", "周岚", "--send") == DONE
    [(address, body)] = postmaster.taken
    assert address == "zhou@example.com"
    mail = message_from_bytes(body, policy=default)
    assert "text/calendar" in [one.get_content_type() for one in mail.iter_attachments()]


def test_without_a_mail_server_nothing_is_sent_and_that_is_said(approved: Played, shell: Shell) -> None:
    assert shell.send(approved, "--send") == FAILED
    assert "No mail server is configured: name one under [mail] in" in shell.err


def test_a_group_that_the_settings_do_not_know_is_wrong_usage(approved: Played, shell: Shell) -> None:
    assert shell.send(approved, "--group", "ding") == WRONG_USAGE
    assert "“ding” is no channel of the settings" in shell.err


def test_as_json_it_says_the_same(approved: Played, postmaster: Postmaster, shell: Shell) -> None:
    assert shell.send(approved, "--send", "--json") == DONE
    found = {one["name"]: one for one in json.loads(shell.out)["recipients"]}
    assert (found["周岚"]["sent"], found["周岚"]["error"], found["周岚"]["whole"]) == (True, None, True)
    assert (found["方晴"]["sent"], found["方晴"]["refused"]) == (False, "channel_no_email")


def test_in_chinese(approved: Played, postmaster: Postmaster, shell: Shell) -> None:
    assert shell.send(approved, lang="zh") == DONE
    assert "周岚（zhou@example.com）  待发送" in shell.out


def test_before_a_notice_it_is_said_what_it_leads_to_and_is_not_there(tmp_path: Path, shell: Shell) -> None:
    with played(tmp_path / "minutes.db") as one:
        one.plan()
        for title, place in (("报价单", "/nowhere/q.pdf"), ("平面图", "https://example.com/hall.pdf")):
            materials.add(one.store, one.command(), one.uid, Material("", title, place))
        assert shell.send(one, "--document", "notice", lang="zh") == DONE
        assert shell.err == "“报价单”：本机没有该文件\n"
