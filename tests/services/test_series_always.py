"""Whatever is put off, left out, laid aside or called off over ten meetings: nothing is lost or doubled."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.meeting import PLAN, Played, played
from tests.services.series_model import ByHand, named, names
from tui_minutes.domain.agenda import Origin
from tui_minutes.domain.moves import Given
from tui_minutes.domain.outcomes import Act
from tui_minutes.domain.plan import PlanItem
from tui_minutes.domain.rhythm import Every, Rhythm, rule_of
from tui_minutes.domain.series import NextMeeting, Recurring
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services import agenda, deleting, followups, meetings, moves, readback, series, session

MEETINGS = 10
FIRST = datetime(2026, 11, 26, 14)
FATES = ("done", "done", "defer", "leave", "offline")


class Walk:
    """Ten meetings, each with what chance makes of it; beside them the list kept by hand."""

    def __init__(self, play: Played, data: st.DataObject) -> None:
        self.play, self.data, self.hand = play, data, ByHand()
        self.day = FIRST.date()
        self.made = 0
        play.plan(PLAN)
        self.series = play.record.meeting.series or ""
        rhythm = Rhythm(rule_of(Every.WEEK, FIRST), FIRST, "Asia/Shanghai")
        series.update(play.store, play.command(), self.series, "例会", rhythm, "")

    def chance(self, one_in: int) -> bool:
        return self.data.draw(st.integers(1, one_in)) == 1

    def word(self, about: str) -> str:
        self.made += 1
        return f"{about}{self.made}"

    def hold(self) -> None:
        """The meeting takes place: what it comes to ends, all else waits."""
        play, store = self.play, self.play.store
        for item in play.record.agenda:
            if item.origin is Origin.PLANNED:
                self.hand.items.add(item.title)
        play.begin()
        self.take_down()
        fates = {item.uid: self.data.draw(st.sampled_from(FATES)) for item in play.record.agenda}
        for item in play.record.agenda:
            what = named(item.origin, item.title)
            match fates[item.uid]:
                case "done":
                    session.open_item(store, play.command(), item.uid)
                    self.hand.end(*what)
                case "defer":
                    session.defer(store, play.command(), item.uid)
                    self.keep_question(*what)
                case "offline":
                    session.take_offline(store, play.command(), item.uid)
                    self.hand.end(*what)
                case _:
                    self.leave(item.uid, what)
        play.read_back()
        self.fix_focus()
        play.seal()

    def leave(self, uid: str, what: tuple[Origin, str]) -> None:
        """Nobody comes to it, unless it was on the table from the beginning."""
        item = self.play.record.item(uid)
        assert item is not None
        if item.was_opened:
            self.hand.end(*what)
        else:
            self.keep_question(*what)

    def keep_question(self, origin: Origin, name: str) -> None:
        if origin is Origin.QUESTION and name in self.hand.questions:
            self.hand.put_off.add(name)

    def take_down(self) -> None:
        """A question with a day for its feedback, an action; an earlier question may be answered."""
        if self.chance(2):
            due = self.day + timedelta(days=self.data.draw(st.integers(1, 30)))
            self.play.say(f"? {self.word('问题')} 下次反馈：{due:%Y-%m-%d}")
            self.hand.questions[self.play.record.outcomes[-1].number] = due
        if self.chance(4):
            self.play.say(f"- {self.word('行动')} @韩磊 截止12月30日")
            self.hand.actions += 1
        before = [number for number in self.hand.questions if self.play.record.numbered(number) is None]
        if before and self.chance(3):
            self.close(self.data.draw(st.sampled_from(before)))

    def close(self, number: str) -> None:
        one = self.play.in_ledger(number)
        moves.move(
            self.play.store,
            self.play.command(),
            one.uid,
            Act.CANCEL,
            Given(reason="不再需要", decided_by="周岚"),
        )
        del self.hand.questions[number]
        self.hand.put_off.discard(number)

    def fix_focus(self) -> None:
        if self.chance(2):
            words = self.word("重点")
            readback.set_next_meeting(self.play.store, self.play.command(), self.play.uid, None, focus=words)
            self.hand.focuses.add(words)

    def plan_next(self) -> None:
        """Plan the next meeting after any of the series, as the preview says but for what is left out."""
        play = self.play
        if self.chance(3):
            title = self.word("例行")
            series.add_recurring(play.store, play.command(), self.series, Recurring(title, 5))
            self.hand.recurring.add(title)
        everything = [one.uid for one in play.store.meetings_of_series(self.series)]
        after = self.data.draw(st.sampled_from(everything))
        shown = followups.preview(play.store, after, play.now, WEEKENDS)
        assert shown.when.start is not None
        self.day = shown.when.start.date()
        assert names(shown.coming) == self.hand.along(self.day)
        without, aside = self.choose(shown)
        play.uid = followups.follow_up(play.store, play.command(), after, shown.when, without, aside)
        agenda_now = sorted(named(item.origin, item.title) for item in play.record.agenda)
        left_out = {*without, *aside}
        kept = [one for one in shown.coming if one.key not in left_out]
        assert agenda_now == names(tuple(kept))
        play.now = datetime.combine(self.day, time(6), play.now.tzinfo)

    def choose(self, shown: NextMeeting) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What is left out this time, and what for good."""
        without, aside = [], []
        for one in shown.coming:
            if self.chance(5):
                without.append(one.key)
            elif one.lasting and self.chance(8):
                aside.append(one.key)
                origin, name = named(one.item.origin, one.item.title)
                self.hand.end(origin, name)
                if origin is Origin.RECURRING:
                    self.hand.recurring.discard(name)
        return tuple(without), tuple(aside)

    def go_on(self) -> None:
        """The next meeting is held, called off, or deleted: then all it took along waits again."""
        self.plan_next()
        if self.chance(6):
            self.drop_questions_taken(meetings.cancel)
        elif self.chance(6):
            deleting.delete(self.play.store, self.play.command(), self.play.uid)
        else:
            for _ in range(self.data.draw(st.integers(0, 2))):
                item = PlanItem(self.word("议题"), 5)
                agenda.add_item(self.play.store, self.play.command(), self.play.uid, item)
            self.hold()

    def drop_questions_taken(self, how: object) -> None:
        for item in self.play.record.agenda:
            self.keep_question(*named(item.origin, item.title))
        meetings.cancel(self.play.store, self.play.command(), self.play.uid)


@settings(max_examples=12)
@given(st.data())
def test_nothing_open_is_lost_or_doubled_over_ten_meetings(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder, played(Path(folder) / "minutes.db") as play:
        walk = Walk(play, data)
        walk.hold()
        for _ in range(MEETINGS - 1):
            walk.go_on()
        walk.plan_next()
