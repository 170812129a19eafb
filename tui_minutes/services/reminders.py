"""Reminders of a day: gathered, sent by the channels configured, never twice (T4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from tui_minutes.documents import reminders as document
from tui_minutes.domain.channels import Channels, Delivery, deliveries
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.heads import heads
from tui_minutes.domain.policy import Rules
from tui_minutes.domain.recipients import Surroundings
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.remind_meetings import of_meeting, of_preparing
from tui_minutes.domain.remind_outcomes import of_outcome
from tui_minutes.domain.reminders import Letter, Reminder, conceal_letter, letters
from tui_minutes.services.sending import Post, address_for
from tui_minutes.store import reminders
from tui_minutes.store.store import Store


@dataclass(frozen=True, slots=True)
class Round:
    """The reminders of a `day` that are still to be told: the letters, and by which channel each goes.

    `already` is how many reminders were sent before. A letter without a delivery has no channel.
    """

    day: date
    letters: tuple[Letter, ...]
    deliveries: tuple[Delivery, ...] = ()
    already: int = 0

    def channels_of(self, letter: Letter) -> tuple[str, ...]:
        """The channels by which the letter, or what is urgent of it, is to go out."""
        return tuple(one.channel for one in self.deliveries if one.letter.recipient == letter.recipient)


def due_letters(store: Store, now: datetime, rules: Rules, *, reveal: bool = False) -> list[Letter]:
    """What everybody is to be reminded of at the instant `now`, sent already or not.

    What is confidential stands in it by number, owner and date only, unless `reveal` (B7).
    """
    with store.snapshot():
        found = letters(_reminders(store, now, rules))
    return found if reveal else [conceal_letter(letter) for letter in found]


def _reminders(store: Store, now: datetime, rules: Rules) -> Iterator[Reminder]:
    rows = store.rows_of(reminders.open_uids())
    duties, to_come = reminders.duties(now), store.preparing_to_come(now)
    meetings = {row.outcome.meeting_uid for row in rows} | {one.meeting.uid for one in duties}
    meetings |= {one.meeting.uid for one in to_come}
    roles, presets = reminders.roles_of(meetings), reminders.policies_of(meetings)
    calendar = rules.calendar(range(now.year - 1, now.year + 3))
    departments = heads(store.people())

    def around(meeting_uid: str) -> Surroundings:
        policy = rules.policies(presets.get(meeting_uid, ""))
        return Surroundings(calendar, roles.get(meeting_uid, {}), departments, policy)

    for row in rows:
        yield from of_outcome(row, now, around(row.outcome.meeting_uid))
    for one in duties:
        yield from of_meeting(one, now, around(one.meeting.uid))
    for coming in to_come:
        yield from of_preparing(coming, now, around(coming.meeting.uid))


def text(letter: Letter, day: date) -> str:
    """The letter of `day` as it is sent."""
    return document.text(letter, day)


def round_of(
    store: Store, found: list[Letter], day: date, channels: Channels, *, again: bool = False
) -> Round:
    """What of the letters is still to be told on `day`; `again` tells also what was sent."""
    sent = set() if again else reminders.sent_on(day)
    to_go = deliveries(found, channels, sent)
    left = tuple(one for letter in found if (one := _left(letter, to_go, channels)).reminders)
    total = sum(len(letter.reminders) for letter in found)
    return Round(day, left, tuple(to_go), total - sum(len(letter.reminders) for letter in left))


def _left(letter: Letter, to_go: list[Delivery], channels: Channels) -> Letter:
    """What of the letter goes by some channel; all of it where it has none."""
    if not any(True for _ in channels.of(letter)):
        return letter
    mine = [one.letter.reminders for one in to_go if one.letter.recipient == letter.recipient]
    return Letter(
        letter.recipient, tuple(one for one in letter.reminders if any(one in some for some in mine))
    )


@dataclass(frozen=True, slots=True)
class Sent:
    """How a delivery went: `refused` says why it did not."""

    delivery: Delivery
    refused: Refused | None = None


def send(
    store: Store,
    going: Round,
    channels: Channels,
    env: Mapping[str, str],
    clock: Callable[[], datetime],
    post: Post,
) -> Iterator[Sent]:
    """Send what is to go out, one delivery after the other; each is on record once its channel took it.

    One that fails is told and does not stop the others; it is tried again with the next round.
    """
    emails = {person.name: person.email for person in store.people()}
    with reminders.sending(store.path):
        for one in going.deliveries:
            name = one.letter.recipient
            try:
                address = address_for(channels.addresses[one.channel], name, emails.get(name, ""), env)
                post(address, document.title(one.letter, going.day), document.text(one.letter, going.day))
                with store.transaction():
                    reminders.keep_sent(going.day, one.channel, one.letter.reminders, clock())
            except Refused as refused:
                yield Sent(one, refused)
            else:
                yield Sent(one)
