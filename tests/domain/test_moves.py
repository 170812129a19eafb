"""The table of moves: who may do what when, what it needs, and what a typed line makes of it (T2, T5-T7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.capture.people import room
from tui_minutes.domain.capture import parse
from tui_minutes.domain.causes import Cause, cause_of
from tui_minutes.domain.move_effects import effect
from tui_minutes.domain.moves import MOVES, Detail, Given, Share, check, possible, told
from tui_minutes.domain.outcomes import Act, Outcome, OutcomeKind, OutcomePerson, Part, Quality, Status
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.typed_moves import from_reading, in_words, towards
from tui_minutes.i18n import speaking
from tui_minutes.i18n.labels import label

TODAY = date(2026, 11, 21)
PEOPLE = (
    OutcomePerson(Part.RESPONSIBLE, "李四", "市场部"),
    OutcomePerson(Part.HELPER, "王五", "研发部"),
    OutcomePerson(Part.COPIED, "张三", "销售部"),
)
ACTION = Outcome(
    "u", "A-057", OutcomeKind.ACTION, "做海报", "m", people=PEOPLE, due=date(2026, 11, 27),
    status=Status.IN_PROGRESS, provisional=False,
)  # fmt: skip
DECISION = replace(ACTION, number="D-031", kind=OutcomeKind.DECISION)
QUESTION = replace(ACTION, number="Q-012", kind=OutcomeKind.QUESTION)

COMPLETE = Given(
    note="n", cause="c", due=date(2026, 12, 1), result="r", reason="w", owners=("赵六",), question="q",
    answer="a", by_number="D-045", next_feedback=date(2026, 12, 2), parts=(Share("x"), Share("y")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("outcome", "status", "wanted"),
    [
        (ACTION, Status.UNCONFIRMED, "acknowledge ask_back note delay report hand_over split cancel"),
        (ACTION, Status.IN_PROGRESS, "ask_back note delay report hand_over split cancel"),
        (ACTION, Status.DELAYED, "acknowledge ask_back note delay report hand_over split cancel"),
        (ACTION, Status.DONE, "note confirm send_back reopen cancel"),
        (ACTION, Status.CLOSED, "note reopen"),
        (ACTION, Status.CANCELLED, "note reopen"),
        (DECISION, Status.IN_PROGRESS, "ask_back note delay report hand_over cancel supersede"),
        (DECISION, Status.CLOSED, "note reopen supersede"),
        (DECISION, Status.SUPERSEDED, "note reopen"),
        (
            QUESTION,
            Status.UNCONFIRMED,
            "acknowledge ask_back note delay answer put_off_feedback hand_over split cancel",
        ),
        (QUESTION, Status.DONE, "note confirm send_back reopen cancel"),
    ],
)
def test_what_an_outcome_offers(outcome: Outcome, status: Status, wanted: str) -> None:
    assert " ".join(possible(replace(outcome, status=status))) == wanted


def test_only_what_was_asked_back_can_be_explained() -> None:
    assert Act.EXPLAIN not in possible(ACTION)
    assert Act.EXPLAIN in possible(replace(ACTION, unclear="哪个馆？"))


def test_what_no_longer_stands_offers_nothing() -> None:
    assert possible(replace(ACTION, withdrawn=True)) == ()
    assert possible(replace(ACTION, becomes="v")) == ()


@pytest.mark.parametrize("act", [act for act in MOVES if MOVES[act].needs])
def test_a_move_says_what_it_misses(act: Act) -> None:
    move = MOVES[act]
    outcome = next(
        replace(one, status=move.from_[0], unclear="?") for one in (ACTION, DECISION, QUESTION)
        if one.kind in move.kinds
    )  # fmt: skip
    check(outcome, act, "周岚", COMPLETE, TODAY)
    for detail in move.needs:
        with pytest.raises(Refused) as refused:
            check(outcome, act, "周岚", _without(COMPLETE, detail), TODAY)
        assert (refused.value.code, refused.value.params["detail"]) == ("move_needs", detail)


def _without(given: Given, detail: Detail) -> Given:
    return replace(given, **{detail.value: getattr(Given(), detail.value)})


@pytest.mark.parametrize(
    ("act", "given", "code"),
    [
        (Act.DELAY, Given(cause="c", due=date(2026, 11, 27)), "delay_not_later"),
        (Act.DELAY, Given(cause="c", due=date(2026, 11, 20)), "date_past"),
        (Act.SPLIT, Given(parts=(Share("x"),)), "split_too_few"),
        (Act.SPLIT, Given(parts=(Share("x"), Share(" "))), "split_too_few"),
        (Act.REPORT, Given(result="  "), "move_needs"),
        (Act.EXPLAIN, Given(note="n"), "nothing_unclear"),
        (Act.CONFIRM, Given(), "move_not_possible"),
        (Act.ANSWER, Given(answer="a"), "move_of_other_kind"),
        (Act.SUPERSEDE, Given(by_number="D-045"), "move_of_other_kind"),
    ],
)
def test_what_is_refused(act: Act, given: Given, code: str) -> None:
    with pytest.raises(Refused, match=code):
        check(ACTION, act, "周岚", given, TODAY)


@pytest.mark.parametrize("owner", ["李四", "王五"])
def test_no_owner_closes_it(owner: str) -> None:
    done = replace(ACTION, status=Status.DONE)
    with pytest.raises(Refused, match="close_by_owner"):
        check(done, Act.CONFIRM, owner, Given(), TODAY)
    check(done, Act.CONFIRM, "周岚", Given(), TODAY)


def test_a_question_is_put_off_to_a_day_to_come() -> None:
    with pytest.raises(Refused, match="date_past"):
        check(QUESTION, Act.PUT_OFF_FEEDBACK, "周岚", Given(next_feedback=date(2026, 11, 20)), TODAY)
    check(QUESTION, Act.PUT_OFF_FEEDBACK, "周岚", Given(next_feedback=TODAY), TODAY)


def test_a_change_of_helpers_asks_nobody_anew() -> None:
    same = effect(ACTION, Act.HAND_OVER, Given(owners=("李四", "赵六")), "周岚")
    other = effect(ACTION, Act.HAND_OVER, Given(owners=("赵六",)), "周岚")
    assert "status" not in same.changes
    assert other.changes["status"] is Status.UNCONFIRMED


def test_the_note_of_an_owner_acknowledges_unless_they_asked_back() -> None:
    asked = replace(ACTION, status=Status.UNCONFIRMED)
    note = Given(note="已开工")
    assert effect(asked, Act.NOTE, note, "李四").changes == {"status": Status.IN_PROGRESS}
    assert effect(asked, Act.NOTE, note, "周岚").changes == {}
    assert effect(replace(asked, unclear="?"), Act.NOTE, note, "李四").changes == {}


def test_calling_off_is_the_act_of_who_decided_it() -> None:
    assert effect(ACTION, Act.CANCEL, Given(reason="没钱", decided_by="周岚"), "小林").by == "周岚"


@given(
    st.sampled_from([act for act in MOVES if act is not Act.SPLIT]),
    st.sampled_from([ACTION, DECISION, QUESTION]),
    st.sampled_from(Status),
)
def test_an_effect_holds_all_that_was_given_and_empties_only_what_the_table_says(
    act: Act, outcome: Outcome, status: Status
) -> None:
    told_of = effect(replace(outcome, status=status), act, COMPLETE, "周岚")
    kept = {*told_of.changes.values(), told_of.cause, *told_of.note.split(" · ")}
    for name in ("cause", "note", "reason", "result", "answer", "owners", "next_feedback", "due"):
        assert getattr(COMPLETE, name) in kept, name
    emptied = {name for name, value in told_of.changes.items() if value in ("", None)}
    assert emptied <= set(MOVES[act].clears)


LINES = [
    ("A-057 延期 原因：资源不足 措施：向行政部借 1 人 截止12/4", ACTION, Act.DELAY,
     Given(cause="资源不足", remedy="向行政部借 1 人", due=date(2026, 12, 4))),
    ("A-057 延期到12月4日 因为缺人", ACTION, Act.DELAY, Given(cause="因为缺人", due=date(2026, 12, 4))),
    ("A-057 by 12/4 because the press broke", ACTION, Act.DELAY,
     Given(cause="the press broke", due=date(2026, 12, 4))),
    ("A-057 by 11/24 because it is needed earlier", ACTION, Act.EDIT,
     Given(cause="it is needed earlier", due=date(2026, 11, 24))),
    ("A-057 done result: poster final", ACTION, Act.REPORT, Given(result="poster final")),
    ("A-057 done: poster final", ACTION, Act.REPORT, Given(result="poster final")),
    ("A-057 完成 成果：定稿 遗留：印刷", ACTION, Act.REPORT, Given(result="定稿", leftover="印刷")),
    ("A-057 ack", ACTION, Act.ACKNOWLEDGE, Given()),
    ("A-057 确认", replace(ACTION, status=Status.DONE), Act.CONFIRM, Given()),
    ("A-057 not clear: which hall?", ACTION, Act.ASK_BACK, Given(question="which hall?")),
    ("A-057 说明：A馆", ACTION, Act.EXPLAIN, Given(note="A馆")),
    ("A-057 关闭 好", ACTION, Act.CONFIRM, Given(quality=Quality.GOOD)),
    ("A-057 退回：第2页有错字", ACTION, Act.SEND_BACK, Given(reason="第2页有错字")),
    ("A-057 cancel because no money by @李四", ACTION, Act.CANCEL,
     Given(reason="no money", decided_by="李四")),
    ("A-057 reopen the leak is back", ACTION, Act.REOPEN, Given(reason="the leak is back")),
    ("A-057 @赵六", ACTION, Act.HAND_OVER, Given(owners=("赵六",))),
    ("A-057 @李四、赵六", ACTION, Act.EDIT, Given(owners=("李四", "赵六"))),
    ("A-057 @赵六", replace(ACTION, provisional=True), Act.EDIT, Given(owners=("赵六",))),
    ("D-031 被 D-045 取代", DECISION, Act.SUPERSEDE, Given(by_number="D-045")),
    ("Q-012 答复：用B馆，周五前付款", QUESTION, Act.ANSWER, Given(answer="用B馆，周五前付款")),
    ("Q-012 完成 成果：用B馆", QUESTION, Act.ANSWER, Given(answer="用B馆")),
    ("Q-012 next 12/1", QUESTION, Act.PUT_OFF_FEEDBACK, Given(next_feedback=date(2026, 12, 1))),
    ("A-057 撤销", ACTION, Act.UNDO, Given()),
    ("A-057 海报已送印", ACTION, Act.NOTE, Given(note="海报已送印")),
    ("A-057 in progress", replace(ACTION, status=Status.DONE), Act.SEND_BACK, Given()),
    ("A-057 执行中 又漏水", replace(ACTION, status=Status.CLOSED), Act.REOPEN, Given(reason="又漏水")),
]  # fmt: skip


@pytest.mark.parametrize(("line", "outcome", "act", "said"), LINES, ids=[line for line, *_ in LINES])
def test_a_typed_line_makes_a_move(line: str, outcome: Outcome, act: Act, said: Given) -> None:
    assert from_reading(parse(line, room()), outcome) == (act, said)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("to", Status)
def test_the_move_towards_a_status_leads_there(status: Status, to: Status) -> None:
    act = towards(replace(DECISION, status=status), to)
    assert MOVES[act].to is to


def test_words_without_a_field_say_what_a_move_needs() -> None:
    assert in_words(Act.CANCEL, Given(cause="没钱", note="明年再说")) == Given(reason="没钱", note="明年再说")
    assert in_words(Act.NOTE, Given(note="ok")) == Given(note="ok")


def test_who_is_told() -> None:
    assert told(ACTION, Act.DELAY) == ("张三",)
    assert told(QUESTION, Act.ANSWER) == ("李四", "王五", "张三")
    assert told(ACTION, Act.SEND_BACK) == told(ACTION, Act.EXPLAIN) == ACTION.owners
    assert told(ACTION, Act.NOTE) == ()


def test_only_actions_are_asked_for_a_deliverable() -> None:
    assert Detail.DELIVERABLE in MOVES[Act.REPORT].details(OutcomeKind.ACTION)
    assert Detail.DELIVERABLE not in MOVES[Act.REPORT].details(OutcomeKind.DECISION)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("cause", Cause)
def test_a_cause_is_known_by_its_label(cause: Cause, language: str) -> None:
    with speaking(language):
        assert cause_of(label(cause)) is cause
    assert cause_of(cause.value) is cause


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("市场部缺人", Cause.RESOURCES),
        ("等待供应商报价", Cause.DEPENDENCY),
        ("Short of people", Cause.RESOURCES),
        ("the scope has grown", Cause.REQUIREMENTS),
        ("台风停运", Cause.EXTERNAL),
        ("工作量比预想的大", Cause.UNDERESTIMATED),
        ("有更急的插单", Cause.PRIORITIES),
        ("a lawful flaw", None),
        ("忘了", None),
        ("", None),
    ],
)
def test_a_cause_in_own_words(words: str, cause: Cause | None) -> None:
    assert cause_of(words) is cause
