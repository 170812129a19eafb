"""The templates of the kinds are whole in both languages; one's own are files that people write (B1)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meeting import PLAN, Played
from tui_minutes.domain.attendance import Role
from tui_minutes.domain.meeting import MeetingKind
from tui_minutes.domain.papers import Paper
from tui_minutes.domain.plan import Plan, PlanCheck, PlanItem, PlanPerson
from tui_minutes.domain.preparation import cautions
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.rhythm import Every
from tui_minutes.domain.template_making import Taken
from tui_minutes.domain.templates import Template
from tui_minutes.domain.text import clean
from tui_minutes.domain.wording import vague
from tui_minutes.i18n import LANGUAGES
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.services import (
    agenda,
    followups,
    meetings,
    plans,
    session,
    template_files,
    template_use,
    templates,
)
from tui_minutes.store.tables import ChecklistRow, SeriesRow


@pytest.mark.parametrize("kind", MeetingKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kind_has_an_agenda_that_fits_and_no_vague_word(kind: MeetingKind, language: str) -> None:
    template = templates.of_kind(kind, language)
    plan = template.plan
    assert (plan.kind, plan.language) == (kind, language)
    assert not cautions(plan.goal, plan.agenda, template.minutes)
    assert sum(item.minutes for item in plan.agenda) == template.minutes
    texts = [plan.goal, *plan.expected, *(item.title for item in plan.agenda)]
    assert not [found for text in texts for found in vague(text)]
    assert plan.expected
    assert plan.checks
    assert Role.CHAIR in template.roles


@pytest.mark.parametrize("kind", MeetingKind)
def test_both_languages_say_the_same(kind: MeetingKind) -> None:
    def bones(one: Template) -> object:
        items = [(item.minutes, item.facilitator, bool(item.prepare)) for item in one.plan.agenda]
        checks = [(check.check, bool(check.text), check.who, check.ahead) for check in one.plan.checks]
        rules = (one.plan.policy, one.plan.quorum, one.rhythm, one.paper, one.roles, one.minutes)
        return items, checks, rules, len(one.plan.expected)

    english, chinese = (templates.of_kind(kind, language) for language in LANGUAGES)
    assert bones(english) == bones(chinese)


def own(name: str, text: str) -> Path:
    folder = templates.own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('kind = "decison"', 'board.toml: kind: it is "decison"; right would be: decision'),
        ("minutes = soon", "board.toml: line 1: “minutes = soon” is not TOML"),
        ('agendas = "a"', "board.toml: agendas: there is no such key; right would be: agenda"),
        ('paper = "notice"', "board.toml: paper: it is notice; right would be: one of minutes, short"),
        ('quorum = "many"', "board.toml: quorum: it is many; right would be"),
        ("[[checks]]\nahead = 1", "board.toml: checks[1].check: it is missing"),
        ('[[checks]]\ntext = "a"\nahead = -1', "whole days from 0 to 60"),
        ("[[agenda]]\nminutes = 5", "board.toml: agenda[1].title: it is missing"),
        ('title = "Board"', "board.toml: title: there is no such key"),
    ],
)
def test_a_broken_file_is_named_with_what_would_be_right(text: str, words: str) -> None:
    own("board", text)
    own("daily", "minutes = 15")
    board, daily = templates.own()
    assert daily.template
    assert board.wrong
    assert words in refusal_text(board.wrong)


def test_ones_own_takes_the_place_of_a_kind_and_a_broken_one_stops_nothing(meeting: Played) -> None:
    own("decision", 'kind = "decision"\n[[agenda]]\ntitle = "Our way"')
    assert [item.title for item in templates.named("decision").plan.agenda] == ["Our way"]
    meeting.plan(templates.filled(Plan("Hall", template="decision")))
    own("decision", "???")
    found = templates.of_meeting(meeting.store, meeting.record.meeting)
    assert len(found.plan.agenda) == 5


def test_a_meeting_knows_what_it_was_made_from(meeting: Played) -> None:
    own("board", 'kind = "client"\npaper = "short"\nlooks = "~/board.docx"')
    meeting.plan(templates.filled(Plan("Hall", template="board")))
    found = templates.of_meeting(meeting.store, meeting.record.meeting)
    assert (found.name, found.paper, found.looks) == ("board", Paper.SHORT, "~/board.docx")
    own("board", "").unlink()
    assert templates.of_meeting(meeting.store, meeting.record.meeting).name == MeetingKind.CLIENT


def test_a_plan_file_may_name_a_template(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text('title = "仓库预算"\nlanguage = "zh"\ntemplate = "decision"\n[[agenda]]\ntitle = "预算"')
    plan = plans.load(path)
    assert (plan.kind, plan.quorum, plan.template) == (MeetingKind.DECISION, "2/3", "decision")
    assert [item.title for item in plan.agenda] == ["预算"], "what the plan has itself"
    assert PlanCheck("materials", ahead=3) in plan.checks
    path.write_text('title = "仓库预算"\ntemplate = "decisions"')
    with pytest.raises(Refused) as refused:
        plans.load(path)
    assert "There is no template “decisions”; there are regular, " in refusal_text(refused.value)


def test_filling_keeps_what_was_typed_and_replaces_what_the_last_kind_brought(meeting: Played) -> None:
    meeting.plan(templates.filled(Plan("仓库", template="regular", language="zh", people=PLAN.people)))
    meetings.update(
        meeting.store, meeting.command(), meeting.uid, kind=MeetingKind.DECISION, expected=("自己写的",)
    )
    template_use.fill(meeting.store, meeting.command(), meeting.uid, "decision", "regular")
    assert [item.minutes for item in meeting.record.agenda] == [5, 15, 20, 10, 10]
    assert meeting.record.agenda[0].facilitator == "周岚", "who chairs"
    assert meeting.record.meeting.expected == ("自己写的",)
    assert [one.check for one in ChecklistRow.select()].count("materials") == 1
    series = SeriesRow.get()
    assert (series.template, series.quorum, series.policy) == ("decision", "2/3", "minutes")


def test_a_checklist_that_somebody_works_on_stays(meeting: Played) -> None:
    meeting.plan(templates.filled(Plan("Hall", template="regular")))
    before = [one.uid for one in ChecklistRow.select()]
    ChecklistRow.update(done_at=meeting.now).where(ChecklistRow.check == "goal").execute()
    template_use.fill(meeting.store, meeting.command(), meeting.uid, "decision", "regular")
    assert [one.uid for one in ChecklistRow.select()] == before


def test_a_meeting_that_runs_is_filled_no_more(meeting: Played) -> None:
    meeting.plan().begin()
    with pytest.raises(Refused, match="already_running"):
        template_use.fill(meeting.store, meeting.command(), meeting.uid, "decision")


def test_the_next_meeting_of_a_series_has_the_checklist_of_its_template(meeting: Played) -> None:
    meeting.plan(templates.filled(Plan("Board", template="decision", people=PLAN.people))).begin()
    meeting.read_back().seal()
    uid = followups.follow_up(meeting.store, meeting.command(), meeting.uid)
    kept = meeting.store.preparing(meeting.store.record(uid)).kept
    assert [one.ahead for one in kept if one.check == "materials"] == [3]


def test_a_meeting_makes_a_template_that_reads_as_it_was_written(meeting: Played) -> None:
    meeting.plan(templates.filled(Plan("周例会", template="regular", language="zh", people=PLAN.people)))
    made, left_out = template_use.made_from(meeting.store, meeting.uid, "我们的例会", Taken())
    path = templates.save(made)
    assert templates.named("我们的例会") == made
    assert left_out == 0
    text = path.read_text(encoding="utf-8")
    assert 'facilitator = "chair"' in text
    assert not [one.name for one in PLAN.people if one.name in text]
    with pytest.raises(Refused, match="file_exists"):
        templates.save(made)
    templates.save(made, replace=True)


def test_names_known_from_elsewhere_are_left_out_too(meeting: Played) -> None:
    meeting.plan(Plan("旧会", people=(PlanPerson("陈立"),)))
    meeting.plan(Plan("周会", agenda=(PlanItem("准备", prepare="请陈立准备数据"),)))
    made, left_out = template_use.made_from(meeting.store, meeting.uid, "周会", Taken())
    assert (made.plan.agenda, left_out) == ((PlanItem("准备"),), 1)


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "a\nb", "x" * 80, "dot."])
def test_a_name_that_no_file_can_have_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="template_name"):
        templates.named(name)


TEXTS = st.text(max_size=20).map(clean).map(str.strip)
NEEDED = TEXTS.filter(bool)


@given(
    agenda=st.lists(st.builds(PlanItem, NEEDED, st.integers(0, 90), TEXTS, TEXTS), max_size=3),
    checks=st.lists(
        st.builds(PlanCheck, st.just(""), NEEDED, TEXTS, st.none() | st.integers(0, 60)), max_size=3
    ),
    goal=TEXTS,
    expected=st.lists(NEEDED, max_size=3),
    rhythm=st.sampled_from(Every),
    paper=st.sampled_from((Paper.MINUTES, Paper.SHORT)),
)
def test_whatever_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, agenda: list[PlanItem], checks: list[PlanCheck], goal: str,
    expected: list[str], rhythm: Every, paper: Paper,
) -> None:  # fmt: skip
    plan = Plan("", goal=goal, expected=tuple(expected), agenda=tuple(agenda), checks=tuple(checks))
    template = Template("any", plan, 30, rhythm, (Role.CHAIR,), paper)
    path = tmp_path_factory.mktemp("templates") / "any.toml"
    path.write_text(template_files.written(template), encoding="utf-8", newline="")
    assert template_files.read(path) == template


def test_a_meeting_begun_from_prepare_has_its_recorder(meeting: Played) -> None:
    recorder = PlanPerson(meeting.typist, roles=(Role.RECORDER,))
    meeting.plan(Plan("Hall", start=datetime(2026, 11, 27, 14, 0), people=(recorder, PlanPerson("周岚"))))
    session.start(meeting.store, meeting.command(), meeting.uid)
    assert [one.name for one in meeting.record.people if one.here] == [meeting.typist]


def test_behind_what_comes_along_to_the_next_meeting_the_usual_items_are_filled_in(meeting: Played) -> None:
    regular = templates.of_kind(MeetingKind.REGULAR, "zh").plan
    usual = [item.title for item in regular.agenda]
    meeting.plan(
        templates.filled(Plan("周例会", start=PLAN.start, zone=PLAN.zone, template="regular", language="zh"))
    )
    meeting.begin().say("- 付定金 @韩磊 截止12月4日")
    meeting.read_back().seal()
    meeting.uid = followups.follow_up(meeting.store, meeting.command(), meeting.uid)
    along = meeting.record.agenda
    assert [item.title for item in along[1:]] == usual[1:], "all but the first were not come to"
    agenda.remove_item(meeting.store, meeting.command(), along[-1].uid)
    template_use.fill(meeting.store, meeting.command(), meeting.uid, "regular", "regular")
    now = meeting.record.agenda
    assert [item.title for item in now] == [along[0].title, *usual[1:-1], usual[0], usual[-1]]
    assert [item.uid for item in now[:-2]] == [item.uid for item in along[:-1]], "what came along is the same"
    template_use.fill(meeting.store, meeting.command(), meeting.uid, "regular", "regular")
    assert meeting.record.agenda == now
