"""An invitation that comes again updates its meeting and never doubles it; what was written here stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.meeting import Played
from tui_minutes.domain.attendance import Attendance
from tui_minutes.domain.command import Command
from tui_minutes.domain.going_out import Material
from tui_minutes.domain.inviting.incoming import Aspect, Judged, Treatment
from tui_minutes.domain.meeting import Phase
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.domain.rhythm import Rhythm
from tui_minutes.domain.workdays import WEEKENDS
from tui_minutes.services import (
    agenda,
    attendance,
    followups,
    incoming,
    invited,
    invitees,
    materials,
    meetings,
)
from tui_minutes.store import series
from tui_minutes.store.tables import MeetingRow, OccurrenceRow, SeriesRow

SAMPLES = Path(__file__).parents[1] / "cases" / "invitations"
NOW = datetime(2026, 11, 21, 6, tzinfo=UTC)

Event = Callable[..., Path]


def look(played: Played, path: Path, now: datetime = NOW) -> list[Judged]:
    """What a file would do."""
    return incoming.look(played.store, incoming.read(path, "Asia/Shanghai"), "Asia/Shanghai", now)


def take(played: Played, path: Path, now: datetime = NOW) -> list[str]:
    """Take all of a file over."""
    return invited.take(played.store, played.command(), [one.incoming for one in look(played, path, now)])


def told(judged: Judged) -> list[tuple[Aspect, bool]]:
    """What changes, and what of it is kept."""
    return [(change.aspect, change.kept) for change in judged.changes]


@pytest.fixture
def invitation(meeting: Played) -> Played:
    """A store with the meeting that one of our samples asks for."""
    (meeting.uid,) = take(meeting, SAMPLES / "outlook_teams.ics")
    return meeting


@pytest.fixture
def event(tmp_path: Path) -> Event:
    """Writes a weekly event: each Thursday at nine, lines of it said otherwise."""

    def write(more: str = "", start: str = "20261126T090000", sequence: int = 0) -> Path:
        path = tmp_path / "weekly.ics"
        lines = (
            "BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:weekly@example.com", f"SEQUENCE:{sequence}",
            "SUMMARY:例会", f"DTSTART;TZID=Asia/Shanghai:{start}", "DURATION:PT1H",
            "RRULE:FREQ=WEEKLY;BYDAY=TH", "END:VEVENT",
        )  # fmt: skip
        path.write_text("\n".join((*lines, *([more] if more else []), "END:VCALENDAR", "")), encoding="utf-8")
        return path

    return write


def alone(path: Path) -> Path:
    """The file with nothing but its second event, as programs send what changes of one date."""
    head, _, rest = path.read_text(encoding="utf-8").partition("BEGIN:VEVENT\n")
    path.write_text(head + rest.partition("END:VEVENT\n")[2], encoding="utf-8")
    return path


def moved(to: str, sequence: int = 1, status: str = "CONFIRMED") -> str:
    """The occurrence of 3 December, at another time."""
    return (
        f"BEGIN:VEVENT\nUID:weekly@example.com\nSEQUENCE:{sequence}\nSUMMARY:例会\nDURATION:PT1H\nSTATUS:{status}\n"
        f"DTSTART;TZID=Asia/Shanghai:{to}\nRECURRENCE-ID;TZID=Asia/Shanghai:20261203T090000\nEND:VEVENT"
    )


def test_the_same_again_changes_nothing(invitation: Played) -> None:
    before = invitation.record
    (judged,) = look(invitation, SAMPLES / "outlook_teams.ics")
    assert judged.treatment is Treatment.SAME
    assert take(invitation, SAMPLES / "outlook_teams.ics") == [invitation.uid]
    assert invitation.record == before


def test_time_agenda_and_new_guests_follow(invitation: Played) -> None:
    (judged,) = look(invitation, SAMPLES / "outlook_update.ics")
    assert told(judged) == [(Aspect.TIME, False), (Aspect.AGENDA, False), (Aspect.PEOPLE, False)]
    take(invitation, SAMPLES / "outlook_update.ics")
    record = invitation.record
    assert record.meeting.planned_start == datetime(2026, 11, 27, 16)
    assert [item.title for item in record.agenda][2] == "Insurance"
    assert record.people[-1].name == "方晴"
    assert len(invitation.store.meetings()) == 1


def test_what_was_written_here_stays_and_is_told_once(invitation: Played) -> None:
    store = invitation.store
    agenda.add_item(store, invitation.command(), invitation.uid, PlanItem("Parking", 5))
    meetings.update(store, invitation.command(), invitation.uid, planned_start=datetime(2026, 11, 27, 13))
    invitees.add_person(store, invitation.command(), invitation.uid, PlanPerson("方晴"))
    (judged,) = look(invitation, SAMPLES / "outlook_update.ics")
    assert told(judged) == [(Aspect.TIME, True), (Aspect.AGENDA, True)]
    take(invitation, SAMPLES / "outlook_update.ics")
    record = invitation.record
    assert record.meeting.planned_start == datetime(2026, 11, 27, 13)
    assert [item.title for item in record.agenda][-1] == "Parking"
    assert [person.name for person in record.people].count("方晴") == 1
    assert look(invitation, SAMPLES / "outlook_update.ics")[0].treatment is Treatment.SAME


def test_who_is_no_longer_invited_stays_on_the_list(invitation: Played) -> None:
    take(invitation, SAMPLES / "outlook_update.ics")
    (judged,) = look(invitation, SAMPLES / "outlook_teams.ics")
    assert judged.treatment is Treatment.OLDER
    newer = replace(judged.incoming, sequence=5)
    invited.take(invitation.store, invitation.command(), [newer])
    assert invitation.record.people[-1].name == "方晴"


def test_an_older_word_changes_nothing(invitation: Played) -> None:
    take(invitation, SAMPLES / "outlook_update.ics")
    before = invitation.record
    assert take(invitation, SAMPLES / "outlook_teams.ics") == [invitation.uid]
    assert invitation.record == before


def test_who_declined_is_excused(invitation: Played) -> None:
    assert invitation.person("Ivy Park").state is Attendance.EXCUSED
    assert invitation.person("Tom Reed").state is Attendance.UNMARKED
    (judged,) = look(invitation, SAMPLES / "outlook_teams.ics")
    later = replace(judged.incoming, declined=("Ivy Park", "Tom Reed"))
    invited.take(invitation.store, invitation.command(), [later])
    assert invitation.person("Tom Reed").state is Attendance.EXCUSED


def test_a_meeting_that_has_begun_is_told_of_and_not_changed(invitation: Played) -> None:
    attendance.open_check_in(invitation.store, invitation.command(), invitation.uid)
    before = invitation.record
    for name in ("outlook_update", "outlook_cancel"):
        assert look(invitation, SAMPLES / f"{name}.ics")[0].treatment is Treatment.BEGUN
        take(invitation, SAMPLES / f"{name}.ics")
        assert invitation.record == before


def test_a_cancellation_calls_the_meeting_off_and_is_nothing_for_one_not_known(
    invitation: Played,
) -> None:
    take(invitation, SAMPLES / "outlook_cancel.ics")
    assert invitation.record.meeting.phase is Phase.CANCELLED
    assert invitation.record.meeting.title == "Spring fair: budget and staffing"
    assert look(invitation, SAMPLES / "outlook_cancel.ics")[0].treatment is Treatment.ALREADY_OFF
    meetings_before = len(invitation.store.meetings())
    (judged,) = look(invitation, SAMPLES / "outlook_cancel.ics")
    unknown = replace(judged.incoming, event="another@example.com")
    assert invited.take(invitation.store, invitation.command(), [unknown]) == [""]
    assert len(invitation.store.meetings()) == meetings_before


def test_a_series_keeps_its_rhythm_and_its_meeting_whenever_it_is_read(meeting: Played, event: Event) -> None:
    (meeting.uid,) = take(meeting, event())
    assert meeting.record.meeting.planned_start == datetime(2026, 11, 26, 9)
    weeks_later = datetime(2026, 12, 12, 6, tzinfo=UTC)
    assert look(meeting, event(), weeks_later)[0].treatment is Treatment.SAME
    (judged,) = look(meeting, event(start="20261126T100000", sequence=1))
    assert told(judged) == [(Aspect.TIME, False), (Aspect.RHYTHM, False)]
    take(meeting, event(start="20261126T100000", sequence=1))
    row = MeetingRow.get(MeetingRow.uid == meeting.uid)
    rhythm = series.series_of(row.series).rhythm
    assert rhythm is not None
    assert rhythm.first == datetime(2026, 11, 26, 10)
    assert OccurrenceRow.get().slot == datetime(2026, 11, 26, 10)
    assert meeting.record.meeting.planned_start == datetime(2026, 11, 26, 10)


def test_one_date_of_a_series_is_moved_and_called_off_alone(meeting: Played, event: Event) -> None:
    (first,) = take(meeting, event())
    same, second = take(meeting, event(moved("20261204T150000")))
    assert same == first
    record = meeting.store.record(second)
    assert record.meeting.planned_start == datetime(2026, 12, 4, 15)
    assert record.meeting.series == meeting.store.record(first).meeting.series
    assert SeriesRow.select().count() == 1
    assert take(meeting, event(moved("20261204T160000", 2)))[1] == second
    assert meeting.store.record(second).meeting.planned_start == datetime(2026, 12, 4, 16)
    take(meeting, event(moved("20261204T160000", 3, "CANCELLED")))
    assert meeting.store.record(second).meeting.phase is Phase.CANCELLED
    assert meeting.store.record(first).meeting.phase is Phase.PLANNED


def test_one_date_alone_is_news_of_the_meeting_in_its_place(meeting: Played, event: Event) -> None:
    (first,) = take(meeting, event())
    plan = Plan(
        "例会", start=datetime(2026, 12, 3, 9), end=datetime(2026, 12, 3, 10), zone="Asia/Shanghai",
        follows=first, slot=datetime(2026, 12, 3, 9),
    )  # fmt: skip
    second = meetings.create(meeting.store, meeting.command(), plan)
    (judged,) = look(meeting, alone(event(moved("20261204T150000"))))
    assert told(judged) == [(Aspect.TIME, False)]
    assert take(meeting, alone(event(moved("20261204T150000")))) == [second]
    assert meeting.store.record(second).meeting.planned_start == datetime(2026, 12, 4, 15)
    assert meeting.store.record(first).meeting.planned_start == datetime(2026, 11, 26, 9)


def rhythm_of(played: Played) -> Rhythm:
    found = series.series_of(MeetingRow.get(MeetingRow.uid == played.uid).series).rhythm
    assert found is not None
    return found


def following(played: Played) -> datetime | None:
    """When the meeting after it is proposed."""
    return followups.preview(played.store, played.uid, NOW, WEEKENDS).when.start


def without(path: Path, days: str) -> Path:
    """The series with days left out of it."""
    lines = f"EXDATE;TZID=Asia/Shanghai:{days}\nEND:VEVENT"
    path.write_text(path.read_text(encoding="utf-8").replace("END:VEVENT", lines, 1), "utf-8")
    return path


def test_a_date_that_is_left_out_is_never_proposed(meeting: Played, event: Event) -> None:
    (meeting.uid,) = take(meeting, without(event(), "20261126T090000,20261210T090000"))
    assert meeting.record.meeting.planned_start == datetime(2026, 12, 3, 9)
    assert rhythm_of(meeting).without == (date(2026, 12, 10),)
    assert following(meeting) == datetime(2026, 12, 17, 9)
    again = without(event(), "20261126T090000,20261210T090000")
    assert look(meeting, again, NOW.replace(month=12))[0].treatment is Treatment.SAME


def test_a_date_that_is_left_out_later_is_told_and_followed(meeting: Played, event: Event) -> None:
    (meeting.uid,) = take(meeting, event())
    path = without(event(sequence=1), "20261203T090000")
    assert told(look(meeting, path)[0]) == [(Aspect.RHYTHM, False)]
    take(meeting, path)
    assert following(meeting) == datetime(2026, 12, 10, 9)


def test_one_date_that_is_called_off_before_it_is_planned_is_left_out(meeting: Played, event: Event) -> None:
    (meeting.uid,) = take(meeting, event())
    off = alone(event(moved("20261203T090000", 2, "CANCELLED")))
    assert [one.treatment for one in look(meeting, off)] == [Treatment.LEFT_OUT]
    assert take(meeting, off) == [meeting.uid]
    assert [one.treatment for one in look(meeting, off)] == [Treatment.ALREADY_OFF]
    assert following(meeting) == datetime(2026, 12, 10, 9)
    assert [one.treatment for one in look(meeting, event())] == [Treatment.OLDER]
    assert told(look(meeting, without(event(sequence=3), "20261203T090000"))[0]) == []


def test_a_date_that_is_moved_far_ahead_leaves_those_before_it(meeting: Played, event: Event) -> None:
    (meeting.uid, _) = take(meeting, event(moved("20261218T150000").replace("1203T", "1217T")))
    assert following(meeting) == datetime(2026, 12, 3, 9)


def test_a_series_that_is_called_off_has_no_further_dates(meeting: Played, event: Event) -> None:
    (meeting.uid,) = take(meeting, event())
    path = event(sequence=1)
    path.write_text(path.read_text(encoding="utf-8").replace("SUMMARY", "STATUS:CANCELLED\nSUMMARY"), "utf-8")
    take(meeting, path)
    assert meeting.record.meeting.phase is Phase.CANCELLED
    assert SeriesRow.get().rule == ""


def test_a_new_link_takes_the_place_of_the_old_one_and_not_of_ours(invitation: Played) -> None:
    store = invitation.store
    materials.add(
        store, invitation.command(), invitation.uid, Material("", "Last year's figures", "/tmp/f.xlsx")
    )
    (judged,) = look(invitation, SAMPLES / "outlook_teams.ics")
    link = Material("", "Joining from afar", "https://teams.microsoft.com/l/meetup-join/new")
    newer = replace(judged.incoming, sequence=1, materials=(link,))
    invited.take(store, invitation.command(), [newer])
    places = [one.place for one in store.going_out(invitation.uid).materials]
    assert places == ["/tmp/f.xlsx", link.place]


def test_a_plan_used_before_makes_another_meeting_only_when_asked(meeting: Played, tmp_path: Path) -> None:
    plan = tmp_path / "plan.toml"
    plan.write_text('title = "复盘"', encoding="utf-8")
    (first,) = take(meeting, plan)
    copied = tmp_path / "copy.toml"
    copied.write_text('title = "复盘"', encoding="utf-8")
    for path in (plan, copied):
        assert look(meeting, path)[0].treatment is Treatment.BEFORE
        assert take(meeting, path) == [first]
    (judged,) = look(meeting, plan)
    (second,) = invited.take(meeting.store, meeting.command(), [judged.incoming], (judged.incoming.event,))
    assert second != first
    known = look(meeting, plan)[0].known
    assert known is not None
    assert known.uid == second


def test_all_or_none_of_a_file_is_stored(meeting: Played) -> None:
    first, second = (one.incoming for one in look(meeting, SAMPLES / "several.ics"))
    nameless = replace(second, plan=replace(second.plan, title=" "))
    with pytest.raises(Exception, match="no_title"):
        invited.take(meeting.store, meeting.command(), [first, nameless])
    assert meeting.store.meetings() == []


def test_our_own_invitation_is_known_again(meeting: Played) -> None:
    from tui_minutes.documents.invitation import invitation

    meeting.plan()
    path = meeting.store.path.with_name("own.ics")
    path.write_bytes(invitation(meeting.record, "", NOW))
    (judged,) = look(meeting, path)
    assert judged.treatment is Treatment.OWN
    assert take(meeting, path) == [meeting.uid]
    assert len(meeting.store.meetings()) == 1


def test_a_retry_makes_no_second_meeting(meeting: Played) -> None:
    (judged,) = look(meeting, SAMPLES / "feishu.ics")
    command = Command.new(NOW, "x", "x")
    once = invited.take(meeting.store, command, [judged.incoming])
    assert invited.take(meeting.store, command, [judged.incoming]) == once
    assert len(meeting.store.meetings()) == 1
