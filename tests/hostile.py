"""Text that would do harm if anything but people read it, and a meeting in which every field holds some."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import count, cycle
from pathlib import Path

from hypothesis import strategies as st

from tests.meeting import Played
from tests.support import open_store
from tui_minutes.domain.attendance import Attendance, Role
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.domain.reading import Kind, Reading, Votes
from tui_minutes.domain.signatures import Verdict
from tui_minutes.domain.text import clean
from tui_minutes.services import approval, attendance, discussion, outcomes, readback, session, signing

PIECES = (
    "[/]", "[bold red]b", "[@click=app.quit]q[/]", "[link=http://x]l", "{n}", "%s%(n)d", "$error", "\\",
    "\x1b]52;c;aGk=\x07", "\x1b[2J\x1b[1;1H", "\x9b31m", "\x90q\x9c", "\x00\x07\x08\x7f", "\r\n\t\v\u2028",
    "\u202eabc\u2066", "\u200b\ufeff", "\ud800", "e\u0301\u0323", "👩‍👩‍👧", "⚠️", "ﷺ", "＋［／］：＠",
    "\u3000", "=cmd|' /C calc'!A1", "@SUM(1)", "<script>alert(1)</script>", "<!--", "](http://x)", "![i](x)",
    "|a|b|", "# h", "- l", "> q", "```", "***", "&lt;", "'; DROP TABLE meeting; --", "长" * 300, "w" * 300,
)  # fmt: skip

texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), min_size=1, max_size=4).map("".join)
"""What people may paste, and what nobody would."""


COMMANDS = "".join(piece for piece in PIECES if clean(piece) != piece and piece != "\ud800")
"""All that a terminal would act on, in one text that a file can hold."""


class Words:
    """Gives the text for one field after the other, from the beginning again when all are used up.

    They are cleaned, as at every way in, unless they are `dirty`; an empty one has a word in its place.
    """

    def __init__(self, given: list[str], *, dirty: bool = False) -> None:
        self._given = cycle(text if dirty else clean(text).strip() or "word" for text in given)
        self._numbers = count(1)

    def __call__(self) -> str:
        return next(self._given)

    def name(self) -> str:
        """A text that no other field has: two people of one name would be one."""
        return f"{self()}{next(self._numbers)}"


def plan(words: Words, language: str = "en") -> Plan:
    """A plan for three people and three items."""
    roles = ((Role.CHAIR, Role.DECIDER), (Role.DOER,), (Role.ATTENDEE,), (Role.OBSERVER,))
    return Plan(
        title=words.name(),
        zone="Asia/Shanghai",
        start=datetime(2026, 11, 27, 14, 0),
        end=datetime(2026, 11, 27, 15, 0),
        place=words(),
        goal=words(),
        expected=(words(), words()),
        language=language,
        people=tuple(PlanPerson(words.name(), words(), words(), words(), role) for role in roles),
        agenda=tuple(PlanItem(words.name(), 10, words(), words()) for _ in range(3)),
    )


def readings(words: Words, owner: str) -> Iterator[Reading]:
    """A line of every kind, all its fields filled."""
    for kind in (Kind.POINT, Kind.DISAGREEMENT, Kind.NOTE):
        yield Reading(words(), kind, words(), speaker=words())
    yield Reading(words(), Kind.DATA, words(), value=words(), source=words())
    yield Reading(words(), Kind.MOTION, words(), proposer=words(), result="passed", votes=Votes(2, 1, 0))
    outcome = Reading(words(), Kind.DECISION, words(), owners=(owner, words()), cc=(words(),), due=None)
    yield outcome
    yield replace(outcome, kind=Kind.ACTION, text=words(), deliverable=words(), resources=words())
    yield replace(outcome, kind=Kind.QUESTION, text=words(), cc=())


class HostileMeeting(Played):
    """A meeting that is planned, held, read back, signed and approved in nothing but `words`."""

    def __init__(self, folder: Path, words: Words, language: str = "en") -> None:
        super().__init__(open_store(folder), typist=words())
        self.words = words
        self.plan(plan(words, language))

    def check_in(self) -> None:
        """The second is late, the third absent."""
        chair, late, absent, _ = self.record.people
        attendance.open_check_in(self.store, self.command(), self.uid)
        attendance.mark(self.store, self.command(), absent.uid, Attendance.ABSENT, self.words())
        attendance.mark(self.store, self.command(), chair.uid, Attendance.PRESENT)
        attendance.mark(self.store, self.command(), late.uid, Attendance.LATE)
        attendance.walk_in(self.store, self.command(), self.uid, self.words.name(), self.words())

    def hold(self) -> None:
        """A line of every kind, one of them corrected, an outcome updated, a topic nobody planned."""
        session.start(self.store, self.command(), self.uid)
        for reading in readings(self.words, self.record.people[0].name):
            discussion.record_line(self.store, self.command(), self.uid, reading)
        first = self.record.entries[0]
        reading = Reading(self.words(), Kind.POINT, self.words(), speaker=self.words())
        discussion.edit(self.store, self.command(), first.uid, reading, reading)
        session.add_topic(self.store, self.command(), self.uid, self.words())
        for outcome in self.record.live:
            outcomes.update(
                self.store, self.command(), outcome.uid, {"remark": self.words()}, note=self.words()
            )

    def read_back(self) -> HostileMeeting:
        """An objection, and the rest agreed."""
        session.to_readback(self.store, self.command(), self.uid)
        objector = self.record.people[1].name
        readback.reserve(self.store, self.command(), self.record.live[0].uid, objector, self.words())
        readback.agree_rest(self.store, self.command(), self.uid)
        readback.set_next_meeting(
            self.store, self.command(), self.uid, datetime(2026, 12, 4, 14, 0), self.words(), self.words()
        )
        return self

    def sign(self) -> None:
        """The chair with words, the rest at once."""
        chair = self.record.people[0].uid
        signing.sign(self.store, self.command(), self.uid, chair, Verdict.OBJECTED, self.words())
        self.seal()

    def approve(self) -> None:
        """The chair's seal, and an amendment."""
        approval.approve(self.store, self.command(), self.uid)
        approval.amend(self.store, self.command(), self.uid, "A-001", self.words(), self.words())

    def go_on(self, stages: int) -> None:
        """So many stages further; there are five."""
        for stage in (self.check_in, self.hold, self.read_back, self.sign, self.approve)[:stages]:
            stage()
