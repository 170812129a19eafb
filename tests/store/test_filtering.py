"""The ledger filtered by SQL shows the rows that the filter accepts, whatever the ledger and the filter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.meeting import PLAN, START, Played, played
from tui_minutes.domain.command import new_uid
from tui_minutes.domain.filters import Filter
from tui_minutes.domain.filters.language import parse_filter
from tui_minutes.domain.filters.words import VALUES, Key
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.outcomes import LETTERS, OutcomeKind, OutcomePerson, Part, Priority, Status
from tui_minutes.domain.people import People, Person
from tui_minutes.domain.tracking import GROUPINGS, SORTS, LedgerRow
from tui_minutes.store import outcomes
from tui_minutes.store.orders import ORDERS
from tui_minutes.store.store import Store
from tui_minutes.store.tables import MeetingRow, OutcomeRow

NAMES = ("李四", "李雷", "Nora Quinn", "市场部")
PEOPLE = People([Person("李四", "市场部", readings=("lisi", "ls")), Person("李雷", "研发部")])
TEXTS = (
    "完成海报 #预算",
    "查 Q3 预算 #Q3 #预算案",
    "Book the hall ＃q3",
    "100% _ok_ O'Neil",
    "",
    "联系印刷厂",
)
DEPARTMENTS = ("", "市场部", "研发部")
TODAY = START.date()
PLACES = ("Asia/Shanghai", "America/New_York")


def made(meeting: Played, random: Random, size: int) -> Store:
    """A ledger of `size` outcomes in two meetings that live by different clocks."""
    meeting.plan()
    there = replace(PLAN, title="Weekly 100% sync", zone=PLACES[1], level=random.choice(list(Level)))
    uids = [meeting.uid, meeting.plan(there).uid]
    meetings = [MeetingRow.get(uid=uid) for uid in uids]
    with meeting.store.transaction():
        for number in range(1, size + 1):
            _make(meeting, random, random.choice(meetings), number)
    return meeting.store


def _make(meeting: Played, random: Random, where: MeetingRow, number: int) -> None:
    kind = random.choice(list(OutcomeKind))
    meeting.now = START - timedelta(hours=random.randrange(24 * 60))
    command = meeting.command()

    def perhaps_day() -> date | None:
        return TODAY + timedelta(days=random.randrange(-9, 10)) if random.random() < 0.8 else None

    def some(*parts: Part) -> list[OutcomePerson]:
        chosen = random.sample(NAMES, random.randrange(3))
        return [OutcomePerson(random.choice(parts), name, random.choice(DEPARTMENTS)) for name in chosen]

    fields = {
        "meeting": where,
        "number": f"{LETTERS[kind]}-{number:03d}",
        "kind": kind,
        "text": random.choice(TEXTS),
        "remark": random.choice(TEXTS),
        "department": random.choice(DEPARTMENTS),
        "due": perhaps_day(),
        "done_on": perhaps_day(),
        "next_feedback": perhaps_day() if kind is OutcomeKind.QUESTION else None,
        "priority": random.choice((None, *Priority)),
        "status": random.choice(list(Status)),
        "level": random.choice(list(Level)),
        "unclear": random.choice(("", "", "哪一版？")),
        "provisional": random.random() < 0.1,
        "withdrawn": random.random() < 0.05,
    }
    people = (*some(Part.RESPONSIBLE, Part.HELPER, Part.DECIDER), *some(Part.COPIED))
    outcomes.write(command, OutcomeRow(uid=new_uid(command.at)), fields, people)


VALUES_TYPED = {
    Key.OWNER: ("李四", "lisi", "李", "Nora Quinn", "市场部", "me", "none", "nobody"),
    Key.CC: ("李雷", "我", "无"),
    Key.DEPARTMENT: ("市场部", "none", "x"),
    Key.NUMBER: ("A-007", "12", "d3", "q-1"),
    Key.MEETING: ("M-2026-001", "m-2026-002", "weekly", "100%", "展会", "_"),
    Key.LABEL: ("预算", "q3", "Q", "%"),
    **dict.fromkeys(
        (Key.DUE, Key.DONE, Key.CREATED, Key.UPDATED),
        (
            "今天",
            "2026-11",
            "周五",
            "本周",
            "..2026-11-20",
            "2026-11-20..",
            "none",
            "2026-11-25..+2d",
            "2026",
            "3天前",
        ),
    ),
}
DAYS = (Key.DUE, Key.DONE, Key.CREATED, Key.UPDATED)


@st.composite
def terms(draw: st.DrawFn) -> str:
    key = draw(st.sampled_from(list(Key)))
    typed = VALUES_TYPED.get(key) or tuple(VALUES[key])
    values = draw(st.lists(st.sampled_from(typed), min_size=1, max_size=2))
    op = draw(st.sampled_from((":", ":", "<", "<=", ">", ">="))) if key in DAYS else ":"
    spelt = ",".join(f'"{value}"' for value in values)
    return f"{draw(st.sampled_from(('', '', '-')))}{key}{op}{spelt}"


WORDS = st.sampled_from(("预算", "海报", "-预算", "hall", "Q3", "100%", "A-007", "李四", "周", "%", "-%"))
TYPED = st.lists(st.one_of(terms(), terms(), WORDS), min_size=1, max_size=3).map(" ".join)
INSTANTS = st.integers(-24 * 12, 24 * 12).map(lambda hours: START + timedelta(hours=hours, minutes=30))


def wanted_of(text: str) -> Filter:
    return parse_filter(text, TODAY, zone=ZoneInfo(PLACES[0]), me="李四", people=PEOPLE)


def found(store: Store, wanted: Filter, now: datetime, revealed: bool, order: str = "number") -> list[str]:
    page = store.page(wanted, order, now, limit=1000, revealed=revealed)
    return [row.outcome.number for row in page.rows]


def accepted(rows: Sequence[LedgerRow], wanted: Filter, now: datetime, revealed: bool) -> list[str]:
    return sorted(row.outcome.number for row in rows if wanted.accepts(row, now, revealed=revealed))


def standing_rows(store: Store) -> list[LedgerRow]:
    return [row for row in store.ledger() if not row.outcome.withdrawn]


@settings(max_examples=12, phases=(Phase.generate,))  # a ledger takes too long to be made smaller
@given(st.integers(0, 2**32), st.lists(st.tuples(TYPED, INSTANTS, st.booleans()), min_size=20, max_size=40))
def test_sql_finds_what_the_filter_accepts(seed: int, asked: list[tuple[str, datetime, bool]]) -> None:
    with TemporaryDirectory() as folder, played(Path(folder) / "minutes.db") as meeting:
        store = made(meeting, Random(seed), 40)
        rows = standing_rows(store)
        for text, now, revealed in asked:
            wanted = wanted_of(text)
            expected = accepted(rows, wanted, now, revealed)
            assert sorted(found(store, wanted, now, revealed)) == expected, text
            assert store.total(wanted, now, revealed) == len(expected), text


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with played(tmp_path_factory.mktemp("ledger") / "minutes.db") as meeting:
        yield made(meeting, Random(3), 60)


@pytest.mark.parametrize("order", list(ORDERS))
@pytest.mark.parametrize("text", ["", "is:open", "owner:李四", "-is:attention", "due:none", "预算"])
def test_every_order_shows_all_that_is_wanted_once(ledger: Store, order: str, text: str) -> None:
    wanted = wanted_of(text)
    shown = found(ledger, wanted, START, revealed=True, order=order)
    assert shown
    assert sorted(shown) == accepted(standing_rows(ledger), wanted, START, revealed=True)


def test_the_command_line_offers_every_order_there_is() -> None:
    assert set(ORDERS) == set(SORTS)
    assert set(GROUPINGS) <= set(ORDERS)


@pytest.mark.parametrize(
    "term", ["-#l{n}", "#l{n}", "-w{n}", "w{n}", "is:open", "meeting:m{n}", "due:+{n}d", "-owner:李四"]
)
def test_as_many_terms_as_a_filter_takes_are_no_burden(meeting: Played, term: str) -> None:
    wanted = parse_filter(" ".join(term.format(n=n) for n in range(200)), TODAY, people=PEOPLE)
    assert not wanted.problems
    assert meeting.store.total(wanted, START, True) >= 0


@pytest.mark.parametrize("key", ["number", "meeting", "label", "due", "owner", "is"])
def test_as_many_values_as_a_term_takes_are_no_burden(meeting: Played, key: str) -> None:
    values = ("open",) if key == "is" else range(1, 29)
    listed = ",".join(f"{'12/' if key == 'due' else ''}{value}" for value in values)
    wanted = parse_filter(f"{key}:{','.join([listed] * (3_900 // (len(listed) + 1)))}", TODAY)
    assert not wanted.problems
    assert meeting.store.total(wanted, START, True) >= 0
