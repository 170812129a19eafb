"""A meeting is purged: none of its words is in any file any more, and the chain of seals still holds."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from filelock import FileLock

from tests.meeting import PLAN, Played, played
from tests.statements import plan, statements
from tui_minutes.domain.command import Command
from tui_minutes.domain.going_out import GoingOut, Material
from tui_minutes.domain.meeting import RUNNING, Level
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Act, Status
from tui_minutes.domain.papers import Paper
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.domain.purging import GONE
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import set_language
from tui_minutes.i18n.purging import out_of_reach
from tui_minutes.services import (
    agenda,
    approval,
    corrections,
    dispatching,
    distribution,
    followups,
    materials,
    moves,
    purging,
    series,
    views,
)
from tui_minutes.services.verification import verify
from tui_minutes.store import backups, scrubbing
from tui_minutes.store.copying import unpack
from tui_minutes.store.drafts import Drafts
from tui_minutes.store.store import Store
from tui_minutes.store.unwritten import UnwrittenFile

OLD = Path(__file__).parents[1] / "cases" / "store_v1.db.gz"
"""A store that a program of the first version has left."""

SECRETS = ("Zanzibar", "收购朱雀", "玄武价格", "白虎裁员", "柳如烟", "Kestrel", "青龙预算", "北冥仓库")


@pytest.fixture
def secret(tmp_path: Path) -> Iterator[Played]:
    """An approved meeting in whose every field stands a word that stands nowhere else, after another one."""
    with played(tmp_path / "minutes.db") as one:
        one.plan().begin().say("- 布置展位 @韩磊 截止12/1")
        one.read_back().seal()
        hold(one)
        approve(one)
        yield one


def hold(one: Played) -> None:
    """The secret meeting, from its plan to the signatures."""
    one.plan(
        Plan(
            "收购朱雀", zone="Asia/Shanghai", goal="定下玄武价格", place="北冥仓库", start=PLAN.start,
            end=PLAN.end,
            people=(PlanPerson("周岚", "行政部"), PlanPerson("柳如烟", "青龙预算组")),
            agenda=(PlanItem("白虎裁员", 10),),
        )
    )  # fmt: skip
    one.begin()
    for line in ("柳如烟：Zanzibar 的价格太高", "= 玄武价格 =3.2亿 <- Kestrel", "+ 收购朱雀分两步走 p1"):
        one.say(line)
    one.say("- 准备 Zanzibar 合同 @柳如烟 截止12/8 -> Kestrel 合同 ++ 青龙预算")
    one.say("? 白虎裁员何时宣布 @周岚")
    one.read_back().seal()


def approve(one: Played) -> None:
    """The chair approves, and corrects a line of it."""
    approval.approve(one.store, one.command(), one.uid)
    approval.amend(one.store, one.command(), one.uid, "A-002", "Kestrel 改为北冥仓库", "玄武价格有变")


def files(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below `folder`, those of packed ones unpacked."""
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: gzip.decompress(held) if name.endswith(".gz") else held for name, held in found.items()}


def words_in(folder: Path) -> set[tuple[str, str]]:
    """Which secret words, or pieces of Chinese ones, stand in which files."""
    latin = {word for word in SECRETS if word.isascii()}
    pieces = {piece for word in {*SECRETS} - latin for piece in (word, word[:2], word[-2:], " ".join(word))}
    return {
        (name, piece)
        for name, held in files(folder).items()
        for piece in (*pieces, *latin, *map(str.lower, latin))
        if piece.encode() in held
    }


def by_hand(folder: Path, *changes: str) -> None:
    """Change the file as someone with a database tool would."""
    base = sqlite3.connect(folder / "minutes.db")
    with base:
        for change in changes:
            base.execute(change)
    base.close()


def purge(one: Played, reason: str = "客户要求删除") -> None:
    purging.purge(one.store, one.command("周岚"), one.uid, reason, ())


def test_none_of_its_words_is_left_in_any_file(secret: Played, tmp_path: Path) -> None:
    assert {piece for _, piece in words_in(tmp_path)} >= set(SECRETS)
    purge(secret)
    assert words_in(tmp_path) == set()
    secret.store.close()
    assert words_in(tmp_path) == set()


def test_what_was_made_to_recur_there_goes_and_what_another_meeting_had_stays(
    secret: Played, tmp_path: Path
) -> None:
    secret.plan(PLAN)
    bound = secret.record.agenda[0]
    series.make_recurring(secret.store, secret.command(), bound.uid)
    secret.begin().read_back().seal()
    later = followups.follow_up(secret.store, secret.command(), secret.uid)
    secret.uid = later
    price = agenda.add_item(secret.store, secret.command(), later, PlanItem("玄武价格"))
    series.make_recurring(secret.store, secret.command(), price)
    of = secret.record.meeting.series or ""
    assert [one.title for one in secret.store.series(of).recurring] == [bound.title, "玄武价格"]
    secret.begin().read_back().seal()
    purge(secret)
    assert [one.title for one in secret.store.series(of).recurring] == [bound.title]
    first = next(one for one in secret.store.meetings_of_series(of) if one.uid != later)
    secret.uid = first.uid
    purge(secret)
    assert secret.store.series(of).recurring == ()


def test_the_chain_still_proves_itself_and_tells_of_the_purge(secret: Played) -> None:
    paper = [seal.digest for seal in secret.store.seals()]
    purge(secret)
    for digest in paper:
        checked = verify(secret.store, digest)
        assert checked.proven, checked.findings
    [told] = checked.purges
    assert (told.number, told.by, told.reason) == ("M-2026-002", "周岚", "客户要求删除")
    assert (told.lines, told.outcomes) == (5, 3)


def test_numbers_and_dates_stay_in_the_ledger_and_what_was_open_is_called_off(secret: Played) -> None:
    before = {row.outcome.number: row.outcome for row in secret.store.ledger()}
    purge(secret)
    after = {row.outcome.number: row for row in secret.store.ledger()}
    assert list(after) == list(before)
    gone = after["A-002"].outcome
    assert (gone.text, gone.people, gone.status, gone.due) == (
        GONE,
        (),
        Status.CANCELLED,
        before["A-002"].due,
    )
    assert after["A-002"].meeting_title == GONE
    [step] = secret.store.history(gone.uid)
    assert (step.act, step.by, step.note) == (Act.PURGE, "周岚", "客户要求删除")
    assert secret.store.disagreements() == []
    assert after["A-001"].outcome == before["A-001"]


def test_nothing_of_it_can_be_changed_any_more(secret: Played) -> None:
    uid = secret.in_ledger("A-002").uid
    purge(secret)
    with pytest.raises(Refused, match="purged"):
        moves.move(secret.store, secret.command("周岚"), uid, Act.REOPEN, Given(note="又要了"))
    with pytest.raises(Refused, match="purged"):
        secret.say("又一句")
    with pytest.raises(Refused, match="purged"):
        purge(secret)


def test_words_that_come_back_by_hand_are_found(secret: Played, tmp_path: Path) -> None:
    purge(secret)
    secret.store.close()
    by_hand(
        tmp_path,
        "UPDATE outcome SET text = '改过' WHERE number = 'A-002'",
        "UPDATE purge SET reason = '别的理由'",
        "UPDATE sealed_record SET leaf = x'00'"
        " WHERE id = (SELECT min(id) FROM sealed_record WHERE salt IS NULL)",
    )
    secret.store = Store.open(tmp_path / "minutes.db")
    found = {(one.code, one.record, one.field) for one in verify(secret.store).findings}
    assert ("row_changed", "outcome A-002", "text") in found
    assert ("row_changed", "purge M-2026-002", "reason") in found
    assert "chain_broken" in {code for code, *_ in found}


def test_bytes_that_go_without_a_purge_are_found(secret: Played, tmp_path: Path) -> None:
    by_hand(tmp_path, "UPDATE sealed_record SET salt = NULL, body = NULL, name = '' WHERE position = 2")
    assert {one.code for one in verify(secret.store).findings} >= {"bytes_changed"}


def test_backups_are_rewritten_and_those_that_cannot_be_are_dropped(secret: Played, tmp_path: Path) -> None:
    made = backups.make(secret.store.path)
    assert made is not None
    broken = made.path.with_name(made.path.name.replace("2026", "2020", 1))
    broken.write_bytes(made.path.read_bytes()[:-200])
    left_over = made.path.with_name(".minutes.db.draft")
    left_over.write_text("柳如烟", encoding="utf-8")
    done = purging.purge(secret.store, secret.command("周岚"), secret.uid, "客户要求删除", ())
    assert done.backups == 1
    assert set(done.dropped) == {broken.name, left_over.name}
    assert words_in(tmp_path) == set()
    copy = tmp_path / "copy.db"
    unpack(made.path, copy)
    secret.store.close()
    secret.store = Store.open(copy)
    checked = verify(secret.store)
    assert (checked.findings, len(checked.purges)) == ((), 1)
    assert secret.store.disagreements() == []


def test_a_store_goes_on_after_its_backups_were_rewritten(secret: Played) -> None:
    backups.make(secret.store.path)
    purge(secret)
    secret.plan().begin().say("- 另一件事 @韩磊 截止12/20")
    secret.read_back().seal()
    assert verify(secret.store).ok
    assert secret.store.disagreements() == []


def test_a_purge_that_was_cut_short_is_gone_on_with(
    secret: Played, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(scrubbing, "wipe", fail)
        with pytest.raises(Refused, match="purge_unfinished"):
            purge(secret)
    assert purging.is_unfinished(secret.store)
    assert words_in(tmp_path) != set()
    purge(secret, "")
    assert not purging.is_unfinished(secret.store)
    assert words_in(tmp_path) == set()


def test_what_is_half_typed_and_what_could_not_be_written_goes_too(secret: Played, tmp_path: Path) -> None:
    drafts = Drafts(secret.store.path, ())
    drafts.write(f"line.{secret.uid}", "Zanzibar 的")
    drafts.write("tracker", "别的")
    killed = tmp_path / ".minutes.db.drafts.4711"
    killed.write_text("Zanzibar", encoding="utf-8")
    waiting = UnwrittenFile(secret.store.path, ())
    waiting.keep([{"typed": "柳如烟", "args": [secret.uid]}, {"typed": "别的", "args": ["x"]}])
    purge(secret)
    assert words_in(tmp_path) == set()
    assert drafts.read("tracker") == "别的"
    assert waiting.at is not None
    assert "别的" in waiting.at.read_text("utf-8")


def test_what_it_takes_and_where_it_does_not_reach_is_said_before(secret: Played) -> None:
    views.save(secret.store, secret.command(), "柳如烟的", "owner:柳如烟")
    views.save(secret.store, secret.command(), "展位", "展位")
    purging.remember_export(secret.store, secret.command(), "/home/x/M-2026-002.md", secret.uid)
    later = followups.follow_up(secret.store, secret.command(), secret.uid)
    number = secret.store.record(later).meeting.number
    toll = purging.survey(secret.store, secret.uid)
    assert (toll.lines, toll.outcomes) == (5, ("D-001", "A-002", "Q-001"))
    assert toll.ends == toll.outcomes
    assert toll.views == ("柳如烟的",)
    assert [path for path, _ in toll.exports] == ["/home/x/M-2026-002.md"]
    assert toll.people == ()
    assert number not in toll.outcomes


def go_out(one: Played) -> None:
    """Secret words in all that is kept of how the papers get to people."""
    store, uid = one.store, one.uid
    kestrel = Material("", "Kestrel 报价", "/share/白虎裁员.xlsx", "玄武价格", Level.SECRET)
    materials.add(store, one.command(), uid, kestrel)
    distribution.add(store, one.command(), uid, "柳如烟", "kestrel@example.com", cleared=True)
    distribution.add(store, one.command(), uid, "周岚", "zhou@example.com", cleared=True)
    corrections.circulate(store, one.command("柳如烟"), uid, one.now + timedelta(days=1))
    asked = corrections.ask(store, one.command("柳如烟"), uid, "青龙预算", "北冥仓库应为 Zanzibar")
    corrections.decline(store, one.command("柳如烟"), asked, "收购朱雀未定")
    content = dispatching.Content("first", Level.INTERNAL, "收购朱雀", "Zanzibar")
    going = dispatching.round_of(store, uid, Paper.DRAFT, lambda _: content)
    unsure = {dispatching.MAIL: _lose_track_of_zhou}
    list(dispatching.send(store, going, one.command, unsure))


def _lose_track_of_zhou(posting: dispatching.Posting) -> None:
    if posting.recipient.name == "周岚":
        raise Refused("mail_uncertain")


def test_who_got_what_is_out_of_reach_and_none_of_it_stays(secret: Played, tmp_path: Path) -> None:
    hold(secret)
    go_out(secret)
    toll = purging.survey(secret.store, secret.uid)
    assert [(paper, name) for paper, name, _ in toll.sent] == [(Paper.DRAFT, "柳如烟"), (Paper.DRAFT, "周岚")]
    set_language("zh")
    assert any("已发给 柳如烟：纪要初稿" in line for line in out_of_reach(toll))
    purge(secret)
    assert secret.store.going_out(secret.uid) == GoingOut()
    secret.uid = secret.store.meetings()[1].uid  # the same words stand in the meeting before
    purge(secret)
    secret.store.close()
    assert words_in(tmp_path) == set()


def test_to_say_what_it_takes_no_outcome_and_nobody_elsewhere_is_gone_through(secret: Played) -> None:
    with statements(secret.store) as said:
        purging.survey(secret.store, secret.uid)
    large = ("outcome", "outcome_person", "participant", "person")
    asked = [one for one in said if any(f'FROM "{name}"' in one for name in large)]
    steps = {step for one in asked for step in plan(secret.store, one)}
    assert steps
    assert [step for step in steps if step.startswith("SCAN t")] == []


def test_a_meeting_that_runs_is_not_purged(secret: Played) -> None:
    secret.plan().begin()
    with pytest.raises(Refused, match="purge_running"):
        purge(secret)
    with pytest.raises(Refused, match="purge_reason"):
        purge(secret, "  ")


def test_another_program_that_has_it_open_stands_in_the_way(secret: Played, tmp_path: Path) -> None:
    secret.store.close()
    with FileLock(tmp_path / "minutes.db.lock"):
        secret.store = Store.open(tmp_path / "minutes.db")
        with pytest.raises(Refused, match="store_in_use"):
            purge(secret)
    assert verify(secret.store).purges == ()


def test_the_backup_of_an_earlier_version_is_rewritten_too(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    store = Store.open(path)
    meeting = next(one for one in store.meetings() if one.phase not in RUNNING)
    title = meeting.title.encode()
    assert len(backups.kept(path)) == 1
    assert sum(title in held for held in files(tmp_path).values()) > 1
    command = Command.new(datetime(2027, 1, 4, 6, 0, tzinfo=UTC), "周岚", "周岚")
    assert purging.purge(store, command, meeting.uid, "过期", ()).backups == 1
    checked = verify(store)
    store.close()
    assert checked.ok, checked.findings
    others = [name for name, held in files(tmp_path).items() if title in held]
    assert others == []
    assert {path.name for path in backups.folder(path).iterdir()} == {
        backups.kept(path)[0].path.name, ".minutes.db.lock"
    }  # fmt: skip
