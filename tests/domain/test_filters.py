"""What people type into the search line of the ledger, and which rows they mean."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_minutes.domain.filters import Filter, Key, Op, Problem, Trouble
from tui_minutes.domain.filters.language import parse_filter
from tui_minutes.domain.filters.spelling import spell
from tui_minutes.domain.filters.words import KEYS, VALUES, all_words
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.outcomes import Outcome, OutcomeKind, OutcomePerson, Part, Priority, Status
from tui_minutes.domain.people import People, Person
from tui_minutes.domain.standing import Standing
from tui_minutes.domain.tracking import LedgerRow

TODAY = date(2026, 11, 21)  # a Saturday
NOW = datetime(2026, 11, 21, 6, tzinfo=UTC)
PEOPLE = People(
    [
        Person("李四", "市场部", readings=("lisi", "ls")),
        Person("李雷", "研发部", readings=("lilei", "ll")),
        Person("Jane Becker", "Sales"),
    ]
)


def read(text: str) -> Filter:
    return parse_filter(text, TODAY, me="王五", people=PEOPLE)


def row(
    *,
    kind: OutcomeKind = OutcomeKind.ACTION,
    number: str = "A-057",
    text: str = "完成海报 #预算",
    owners: tuple[str, ...] = ("李四",),
    copied: tuple[str, ...] = (),
    level: Level = Level.INTERNAL,
    standing: Standing = Standing(),  # noqa: B008 - frozen
    **fields: object,
) -> LedgerRow:
    people = [OutcomePerson(Part.RESPONSIBLE, name) for name in owners]
    people += [OutcomePerson(Part.COPIED, name) for name in copied]
    given = {
        "status": Status.IN_PROGRESS,
        "provisional": False,
        "updated_at": NOW,
        "created_at": NOW,
        **fields,
    }
    one = Outcome("u", number, kind, text, "m", people=tuple(people), **given)  # type: ignore[arg-type]
    return LedgerRow(one, "M-2026-012", "周例会 Weekly", "", None, None, level, standing=standing)


def wants(text: str, one: LedgerRow, *, revealed: bool = True) -> bool:
    found = read(text)
    assert found.problems == ()
    return found.accepts(one, NOW, revealed=revealed)


def test_an_empty_line_shows_everything() -> None:
    assert not read("")
    assert not read(" ， ； ")
    assert read("").accepts(row(), NOW)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("owner:李四 is:late", "负责人：李四　状态：逾期"),
        ("owner:李四 is:late due<周五", "负责人：李四，状态：逾期；截止＜周五"),
        ('kind:decision meeting:"Weekly sync"', "类型：决议 会议：“Weekly sync”"),
        ("-is:closed,cancelled", "－状态：已关闭、已取消"),
        ("due>=2026-11-01", "截止≥２０２６-１１-０１"),
        ("due:none owner:none", "截止：无 负责人：没有"),
        ("cc:me", "抄送：我"),
        ("due<=周五", "截止：<=周五"),
        ("due:2026-11-01..2026-11-15", "到期：2026-11-01至2026-11-15"),
    ],
)
def test_both_languages_and_both_widths_mean_the_same(english: str, chinese: str) -> None:
    left, right = read(english), read(chinese)
    assert left.problems == right.problems == ()
    assert len(left.terms) == len(right.terms)
    for one, other in zip(left.terms, right.terms, strict=True):
        assert (one.key, one.negated, one.op, one.spans) == (other.key, other.negated, other.op, other.spans)
        assert one.names == other.names


@pytest.mark.parametrize("key", list(Key))
def test_every_word_of_both_languages_is_understood(key: Key) -> None:
    for word in all_words(KEYS[key]):
        assert parse_filter(f"{word}:", TODAY).problems == (Problem(Trouble.NO_VALUE, f"{word}:"),)
    for code, spelt in VALUES.get(key, {}).items():
        for word in all_words(spelt):
            assert read(f'{key}:"{word}"').terms[0].values == (code,)


@pytest.mark.parametrize("typed", ["李四", "lisi", "ls", "LS"])
def test_an_owner_is_found_by_name_pinyin_and_initials(typed: str) -> None:
    assert wants(f"owner:{typed}", row())
    assert not wants(f"owner:{typed}", row(owners=("李雷",)))


def test_a_known_name_of_several_words_needs_no_quotes() -> None:
    found = read("owner:jane becker 预算")
    assert (found.terms[0].names, found.words) == (("Jane Becker",), ("预算",))
    assert read("owner:Jane 预算").terms[0].values == ("Jane",)


def test_of_several_who_fit_all_are_shown() -> None:
    assert read("owner:李").terms[0].names == ("李四", "李雷")


def test_me_is_who_types() -> None:
    assert wants("owner:me", row(owners=("王五",)))
    assert not wants("负责人：我", row())
    assert not parse_filter("owner:me", TODAY).accepts(row(owners=()), NOW)
    renamed = People([Person("王武", aliases=("王五",))])
    assert parse_filter("owner:me", TODAY, me="王五", people=renamed).accepts(row(owners=("王武",)), NOW)


def test_a_comma_means_or_a_space_and_a_minus_not() -> None:
    assert wants("kind:decision,action", row())
    assert not wants("kind:decision kind:action", row())
    assert wants("-kind:decision -owner:李雷", row())
    assert not wants("海报 -完成", row())
    assert not wants("-#预算", row())


@pytest.mark.parametrize(
    ("typed", "yes", "no"),
    [
        ("due:2026-11", "2026-11-30", "2026-12-01"),
        ("due:12月", "2026-12-31", "2026-11-30"),
        ("due:2026", "2026-01-01", "2025-12-31"),
        ("due:周五", "2026-11-27", "2026-11-26"),
        ("due<周五", "2026-11-26", "2026-11-27"),
        ("due<=周五", "2026-11-27", "2026-11-28"),
        ("due>2026-11", "2026-12-01", "2026-11-30"),
        ("due: next fri", "2026-11-27", "2026-11-20"),
        ("due:今天..+3d", "2026-11-24", "2026-11-25"),
        ("due:..昨天", "2026-11-20", "2026-11-21"),
        ("due:本周", "2026-11-22", "2026-11-23"),
        ("due:next week", "2026-11-23", "2026-11-22"),
        ("due:下月", "2026-12-01", "2026-11-30"),
        ("due:上周五", "2026-11-13", "2026-11-20"),
        ("due:3天前", "2026-11-18", "2026-11-17"),
        ('due:"3 days ago",none', "2026-11-18", "2026-11-17"),
        ("due:2026-Q4", "2026-10-01", "2026-09-30"),
    ],
)
def test_days(typed: str, yes: str, no: str) -> None:
    assert wants(typed, row(due=date.fromisoformat(yes)))
    assert not wants(typed, row(due=date.fromisoformat(no)))


def test_no_date() -> None:
    assert wants("due:none", row())
    assert not wants("due:none", row(due=TODAY))
    assert not wants("due<2030", row())


def test_days_of_instants_are_those_of_the_zone() -> None:
    late_evening = datetime(2026, 11, 20, 23, tzinfo=UTC)
    there = parse_filter("updated:今天", TODAY, zone=ZoneInfo("Asia/Shanghai"))
    assert there.accepts(row(updated_at=late_evening), NOW)
    assert not wants("updated:今天", row(updated_at=late_evening))


def test_states() -> None:
    late = row(due=date(2026, 11, 18), standing=Standing(late_on=datetime(2026, 11, 18, 16, tzinfo=UTC)))
    assert wants("is:late is:attention is:open is:in-progress", late)
    assert not wants("is:stale", late)
    assert wants("is:stale,late", late)
    assert wants("is:today", row(due=TODAY))
    assert wants("is:waiting is:done", row(status=Status.DONE))
    assert wants("-is:open is:ended", row(status=Status.CLOSED))
    assert not wants("is:attention", row())


def test_number_meeting_label_priority_department() -> None:
    assert wants("number:A-057 no:57 编号：a57", row())
    assert not wants("number:D-057", row())
    assert wants("meeting:m-2026-012 meeting:例会 meeting:weekly", row())
    assert wants("#预算 label:预", row())
    assert wants("#Q3", row(remark="see ＃q3"))
    assert wants("priority:p1", row(priority=Priority.URGENT))
    assert wants("priority:none", row())
    assert wants("dept:市场部", row(department="市场部"))
    assert wants("cc:jane", row(copied=("Jane Becker",)))


def test_what_is_confidential_is_found_by_its_number_not_by_its_words() -> None:
    secret = row(level=Level.SECRET)
    for words in ("海报", "#预算", "meeting:例会"):
        assert wants(words, secret)
        assert not wants(words, secret, revealed=False)
    assert wants("A-057 owner:李四 meeting:M-2026-012", secret, revealed=False)


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        ("is:lat", Trouble.UNKNOWN_VALUE),
        ("due:soonish", Trouble.UNKNOWN_VALUE),
        ("due<none", Trouble.UNKNOWN_VALUE),
        ("owner<李四", Trouble.UNKNOWN_VALUE),
        ("owner:", Trouble.NO_VALUE),
        ("onwer:李四", Trouble.UNKNOWN_KEY),
    ],
)
def test_what_is_not_understood_is_told_and_shows_no_less(typed: str, trouble: Trouble) -> None:
    found = read(typed)
    assert found.problems == (Problem(trouble, typed),)
    assert bool(found) == (trouble is Trouble.UNKNOWN_KEY)


def test_a_key_without_its_value_does_not_take_the_next_term() -> None:
    found = read("owner: is:late")
    assert found.problems == (Problem(Trouble.NO_VALUE, "owner:"),)
    assert [term.key for term in found.terms] == [Key.STATE]


@pytest.mark.parametrize("text", ["10:30", "http://example.org", "-5%", "C#", "a,b", "1:2"])
def test_text_is_searched_as_it_stands(text: str) -> None:
    assert read(text) == Filter(words=(text,))


def test_quotes_keep_words_together_and_make_text_of_anything() -> None:
    assert read('"市场 预算" “is:late”').words == ("市场 预算", "is:late")
    assert read('"never closed').words == ("never closed",)


def test_it_is_written_back_in_either_language() -> None:
    found = read('-owner:我 is:late,in_progress due<"next fri" "a b" #预算')
    assert spell(found) == '"a b" -owner:me is:late,in-progress due<"next fri" #预算'
    assert spell(found, "zh") == '"a b" -负责人：我 状态：逾期,执行中 截止<"next fri" #预算'


def test_what_the_documentation_shows_is_understood() -> None:
    page = (Path(__file__).parents[2] / "docs" / "filter.md").read_text(encoding="utf-8")
    examples = re.findall(r"```\n(.*?)```", page, re.DOTALL)[0].splitlines()
    assert all(read(line).terms and not read(line).problems for line in examples)
    (sentence,) = re.findall(r"^Days are (.*?)A saved view", page, re.MULTILINE)
    for days in sentence.split("`")[1::2]:
        assert not read(f"due:{days}").problems, days
    states = next(line for line in page.splitlines() if line.startswith("| `is`"))
    words = re.findall(r"`([a-z-]+)` (\w+)", states.partition("状态 是")[2])
    assert len(words) == len(VALUES[Key.STATE])
    for english, chinese in words:
        assert read(f"is:{english}").terms == read(f"状态：{chinese}").terms


PIECES = """
    ： ＜ ≥ - － # ＃ , ， 、 ; " “ ” .. 至 无 我 57 late 逾期 李四 周五 2026 nov 2026-11 13月 A-057 foo /
""".split()
WORDS = [word for spelt in KEYS.values() for word in all_words(spelt)]
TOKENS = st.sampled_from(
    [*WORDS, *map(str, Op), *PIECES, " ", "\u3000", "next fri", "in 3 days", "Jane", "Becker", "\x1b]"]
)
TYPED = st.lists(st.one_of(TOKENS, st.text(max_size=3)), max_size=12).map("".join)


@given(TYPED)
def test_nothing_that_is_typed_fails_and_what_is_written_back_means_the_same(text: str) -> None:
    found = read(text)
    found.accepts(row(due=TODAY), NOW)
    for language in ("en", "zh"):
        assert read(spell(found, language)) == found


@pytest.mark.parametrize("text", ["is:late #a " * 500, "x" * 20_000, "number:" + "7," * 9_000])
def test_a_filter_has_an_end_and_says_so(text: str) -> None:
    read = parse_filter(text, TODAY)
    [problem] = read.problems
    assert problem.trouble is Trouble.TOO_MUCH
    assert text.strip().endswith(problem.typed)
    assert len(read.terms) + len(read.words) <= 200
