"""Every paper of a meeting in every form it has, from the store (B6, F1, F3, F4)."""

from __future__ import annotations

import json
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from io import BytesIO

import docx
import pytest
from icalendar import Calendar

from tests.meeting import PLAN, Played
from tui_minutes.domain.going_out import Material, Recipient
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.papers import FORMS, Form, Paper
from tui_minutes.domain.plan import PlanItem
from tui_minutes.domain.refusal import Refused
from tui_minutes.services import dispatching, distribution, letters, materials, papers
from tui_minutes.services.dispatching import Content, Standing
from tui_minutes.services.papers import Order

ADDRESSES = {"周岚": "zhou@example.com", "顾青": "gu@example.com"}
OF_MEETINGS = [(paper, form) for paper, forms in FORMS.items() if paper != Paper.LEDGER for form in forms]


def written(meeting: Played, paper: Paper, form: Form, *, whole: bool = True) -> bytes:
    return papers.written(meeting.store, meeting.uid, Order(paper, form, "韩磊", whole=whole), meeting.now)


@pytest.mark.parametrize(("paper", "form"), OF_MEETINGS)
def test_each_paper_is_to_be_had_in_each_of_its_forms(sealed: Played, paper: Paper, form: Form) -> None:
    body = written(sealed, paper, form)
    match form:
        case Form.WORD:
            assert "春季展会筹备会" in "".join(p.text for p in docx.Document(BytesIO(body)).paragraphs)
        case Form.CALENDAR:
            [event] = Calendar.from_ical(body).events
            assert event["summary"] == "春季展会筹备会"
        case Form.MAIL:
            assert "春季展会筹备会" in message_from_bytes(body, policy=default)["Subject"]
        case Form.JSON:
            assert json.loads(body)["title"] == "春季展会筹备会"
        case _:
            assert "春季展会筹备会" in body.decode()


@pytest.mark.parametrize(("paper", "form"), [(Paper.SHORT, Form.JSON), (Paper.MINUTES, Form.EXCEL)])
def test_what_is_not_to_be_had_is_refused_with_what_is(sealed: Played, paper: Paper, form: Form) -> None:
    with pytest.raises(Refused, match="usage_paper_form") as refused:
        written(sealed, paper, form)
    assert str(refused.value.params["known"]).startswith("docx, html, md, txt")


@pytest.fixture
def half_secret(meeting: Played) -> Played:
    """An internal meeting with an agenda item that is confidential; 周岚 was there, 顾青 was not."""
    price = PlanItem("底价", 5, level=Level.CONFIDENTIAL)
    meeting.plan(replace(PLAN, agenda=(price, *PLAN.agenda))).begin()
    meeting.say("+ 底价三十万")
    meeting.read_back().seal()
    for name, cleared in (("周岚", True), ("顾青", False)):
        distribution.add(
            meeting.store, meeting.command(), meeting.uid, name, ADDRESSES[name], cleared=cleared
        )
    return meeting


def test_for_others_what_is_confidential_stays_out_and_that_is_said(half_secret: Played) -> None:
    whole = written(half_secret, Paper.MINUTES, Form.TEXT).decode()
    others = written(half_secret, Paper.MINUTES, Form.TEXT, whole=False).decode()
    assert "底价三十万" in whole
    assert "底价" not in others
    assert "本件未包含保密等级更高的内容：1 项议题、1 项" in others


def test_what_goes_to_each_is_what_they_are_cleared_for(half_secret: Played) -> None:
    def made(one: Recipient) -> Content:
        order = Order(Paper.MINUTES, Form.WORD, whole=one.cleared)
        return letters.content(half_secret.store, half_secret.uid, order, half_secret.now)

    going = dispatching.round_of(half_secret.store, half_secret.uid, Paper.MINUTES, made)
    got = {one.recipient.name: one.content for one in going.standing(Standing.READY)}
    assert "底价三十万" in got["周岚"].text
    assert "底价" not in got["顾青"].text + got["顾青"].html
    assert got["周岚"].edition != got["顾青"].edition


def test_the_calendar_entry_of_a_notice_tells_nobody_more_than_the_notice(half_secret: Played) -> None:
    for whole in (True, False):
        order = Order(Paper.NOTICE, Form.WORD, whole=whole)
        made = letters.content(half_secret.store, half_secret.uid, order, half_secret.now)
        [event] = Calendar.from_ical(made.attachments[-1].body).events
        assert ("底价" in str(event["description"])) == ("底价" in made.text) == whole


def test_what_is_meant_for_some_is_listed_for_nobody_else(half_secret: Played) -> None:
    store, uid = half_secret.store, half_secret.uid
    distribution.add(store, half_secret.command(), uid, "方晴", "fang@example.com")
    for title, audience in (("分摊表", ("顾青",)), ("照片", ())):
        materials.add(store, half_secret.command(), uid, Material("", title, "/x/1.pdf", audience=audience))

    def made(one: Recipient) -> Content:
        order = Order(Paper.MINUTES, Form.WORD, whole=one.cleared, readers=(one.name,))
        return letters.content(store, uid, order, half_secret.now)

    going = dispatching.round_of(store, uid, Paper.MINUTES, made)
    got = {one.recipient.name: one.content.text for one in going.postings}
    assert "照片" in got["周岚"]
    assert "分摊表" not in got["周岚"], "cleared, but not one of those it is for"
    assert "分摊表" in got["顾青"]
    assert "分摊表" not in got["方晴"], "cleared for as much as 顾青"
    mail = message_from_bytes(written(half_secret, Paper.MINUTES, Form.MAIL), policy=default)
    body = mail.get_body(("plain",))
    assert body is not None
    assert "分摊表" not in body.get_content()
    assert "分摊表" in written(half_secret, Paper.MINUTES, Form.TEXT).decode()
    assert "分摊表" not in written(half_secret, Paper.MINUTES, Form.TEXT, whole=False).decode()


def test_a_mail_to_all_has_in_it_what_all_may_read(half_secret: Played) -> None:
    mail = message_from_bytes(written(half_secret, Paper.MINUTES, Form.MAIL), policy=default)
    body = mail.get_body(("plain",))
    assert body is not None
    assert "底价" not in body.get_content()


def test_the_edition_is_that_of_the_words_and_not_of_who_gets_them(sealed: Played) -> None:
    order = Order(Paper.MINUTES, Form.WORD)
    before = papers.edition(sealed.store, sealed.uid, order, sealed.now)
    distribution.propose(sealed.store, sealed.command(), sealed.uid)
    assert papers.edition(sealed.store, sealed.uid, order, sealed.now) == before
    short = Order(Paper.SHORT, Form.WORD)
    assert papers.edition(sealed.store, sealed.uid, short, sealed.now) != before


def test_a_mail_goes_to_the_list_with_a_word_file(sealed: Played) -> None:
    distribution.add(sealed.store, sealed.command(), sealed.uid, "周岚", "zhou@example.com", cleared=True)
    body = letters.mail_draft(sealed.store, sealed.uid, Order(Paper.MINUTES, Form.MAIL), sealed.now)
    mail = message_from_bytes(body, policy=default)
    assert mail["Cc"].addresses[0].addr_spec == "zhou@example.com"  # added, not asked to the meeting
    assert [one.get_filename() for one in mail.iter_attachments()] == [
        f"{sealed.record.meeting.number} 会议纪要-春季展会筹备会.docx"
    ]


def test_a_notice_takes_a_calendar_entry_along(sealed: Played) -> None:
    body = written(sealed, Paper.NOTICE, Form.MAIL)
    names = [one.get_filename() or "" for one in message_from_bytes(body, policy=default).iter_attachments()]
    assert [name.rpartition(".")[2] for name in names] == ["docx", "ics"]
