"""A day's reminders from a played meeting: gathered, sent, on record, never twice (T4, B7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.played import PLAN, Played
from tests.statements import plan, statements
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.channels import Channels
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.plan import PlanPerson
from tui_minutes.domain.policy import Rules
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.reminders import Letter
from tui_minutes.services import reminders
from tui_minutes.services.sending import address_for
from tui_minutes.store import reminders as kept
from tui_minutes.store.store import Store

NOW = datetime(2026, 12, 8, 1, tzinfo=UTC)
"""A Tuesday, 9:00 in Shanghai; Tom and 何平 are late since the 1st."""

CHANNELS = Channels({"mail": "mailto:{email}", "ding": "ding:{name}"}, ("mail",), (), {"Tom Reed": ("ding",)})
PEOPLE = (*PLAN.people[:2], PlanPerson("何平", "生产部", "部长", "heping@example.com"), PLAN.people[3])


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.open(tmp_path / "minutes.db")
    Played(store, replace(PLAN, people=PEOPLE)).sign()
    return store


class Postbox:
    """Takes every message, but those to whom it is told to say no."""

    def __init__(self, *closed: str) -> None:
        self.closed = closed
        self.messages: list[tuple[str, str]] = []

    def __call__(self, address: str, title: str, text: str) -> None:
        if address in self.closed:
            raise Refused("channel_said_no")
        self.messages.append((address, text))

    @property
    def addresses(self) -> list[str]:
        return [address for address, _ in self.messages]


def letters(store: Store, *, reveal: bool = False) -> list[Letter]:
    return reminders.due_letters(store, NOW, Rules(), reveal=reveal)


def going(store: Store, *, again: bool = False) -> reminders.Round:
    return reminders.round_of(store, letters(store), NOW.date(), CHANNELS, again=again)


def send(store: Store, post: Callable[[str, str, str], None]) -> list[str]:
    """The codes of what was refused, "" for what went out."""
    sent = reminders.send(store, going(store), CHANNELS, {}, lambda: NOW, post)
    return [one.refused.code if one.refused else "" for one in sent]


def test_each_is_told_what_the_meeting_left_them(store: Store) -> None:
    found = {one.recipient: [r.matter.number for r in one.reminders] for one in letters(store)}
    assert found == {"Tom Reed": ["A-001"], "何平": ["A-001"], "周敏": ["Q-001", "M-2026-001"]}


def test_the_head_of_a_department_is_told_what_its_people_are(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "minutes.db")
    head = PlanPerson("Ann Boss", "Sales", "Director", roles=(Role.OBSERVER,))
    Played(store, replace(PLAN, people=(*PEOPLE[:3], head))).sign()
    [letter] = [one for one in letters(store) if one.recipient == "Ann Boss"]
    assert [(one.matter.number, one.concern) for one in letter.reminders] == [("A-001", "head")]


def test_a_reminder_goes_out_once_a_day(store: Store) -> None:
    post = Postbox()
    assert send(store, post) == ["", "", ""]
    assert post.addresses == [
        "ding:Tom%20Reed", "mailto:heping%40example.com", "mailto:zhoumin%40example.com",
    ]  # fmt: skip
    assert send(store, post) == []
    assert (len(post.messages), going(store).letters, going(store).already) == (3, (), 4)
    assert len(going(store, again=True).deliveries) == 3
    tomorrow = reminders.round_of(store, letters(store), NOW.date().replace(day=9), CHANNELS)
    assert len(tomorrow.deliveries) == 3


def test_one_that_fails_stops_nobody_and_is_tried_again(store: Store) -> None:
    assert send(store, Postbox("mailto:heping%40example.com")) == ["", "channel_said_no", ""]
    left = going(store)
    assert ([one.recipient for one in left.letters], left.already) == (["何平"], 3)
    post = Postbox()
    assert send(store, post) == [""]
    assert post.addresses == ["mailto:heping%40example.com"]


def test_what_a_crash_left_unsent_is_sent_by_the_next_run(store: Store) -> None:
    class Crash(RuntimeError):
        """The power goes."""

    def post(address: str, title: str, text: str) -> None:
        if address.startswith("mailto:zhou"):
            raise Crash

    with pytest.raises(Crash):
        send(store, post)
    post_again = Postbox()
    send(store, post_again)
    assert post_again.addresses == ["mailto:zhoumin%40example.com"]


def test_two_programs_do_not_send_at_once(store: Store) -> None:
    with kept.sending(store.path), pytest.raises(Refused, match="remind_running"):
        send(store, Postbox())
    assert send(store, Postbox()) == ["", "", ""]


def test_somebody_without_a_channel_is_still_to_be_told(store: Store) -> None:
    silent = replace(CHANNELS, default=())
    found = reminders.round_of(store, letters(store), NOW.date(), silent)
    assert [found.channels_of(letter) for letter in found.letters] == [("ding",), (), ()]


def test_what_is_confidential_is_sent_by_number_only(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "minutes.db")
    Played(store, replace(PLAN, level=Level.SECRET)).sign()
    post = Postbox()
    send(store, post)
    whole = "\n".join(text for _, text in post.messages)
    assert "A-001" in whole
    assert "铺货" not in whole
    assert "铺货" in reminders.text(letters(store, reveal=True)[0], NOW.date())


@pytest.mark.parametrize(
    ("template", "email", "code"),
    [("env:NO_SUCH", "a@example.com", "channel_env"), ("mailtos://x?to={email}", "", "channel_no_email")],
)
def test_an_address_that_cannot_be_made_is_refused(template: str, email: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        address_for(template, "李四", email, {"MAIL": "x"})


def test_an_address_is_read_from_the_environment_and_filled_in() -> None:
    env = {"MAIL": "mailtos://b:p@example.com?to={email}&name={name}"}
    made = address_for("env:MAIL", "A&B", "a@b.cn", env)
    assert made == "mailtos://b:p@example.com?to=a%40b.cn&name=A%26B"


def test_the_reads_use_indexes(store: Store) -> None:
    with statements(store) as said:
        letters(store)
    wanted = [one for one in said if '"tracked"' in one or '"phase" IN' in one or '"seal"' in one]
    assert len(wanted) >= 3
    for statement in wanted:
        scans = [step for step in plan(store, statement) if step.startswith("SCAN") and "INDEX" not in step]
        assert scans == [], statement
