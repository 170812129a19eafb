"""Papers of a meeting on their way to people: looked at first, sent once, what failed tried again (F3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum

from tui_minutes.documents.mail import Attachment
from tui_minutes.domain.command import Command
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.distribution import may_have
from tui_minutes.domain.going_out import Dispatch, DispatchState, Recipient
from tui_minutes.domain.meeting import Level
from tui_minutes.domain.papers import Paper
from tui_minutes.domain.refusal import Refused
from tui_minutes.services.distribution import readers
from tui_minutes.store import dispatches, rows
from tui_minutes.store.store import Store
from tui_minutes.store.tables import DispatchRow, MeetingRow

MAIL = "mail"
"""The channel that goes to each one's address; others are named in the settings."""


@dataclass(frozen=True, slots=True)
class Content:
    """What goes out: a subject, a text, the same as HTML, files; `edition` tells it from what it was before.

    `level` is the highest of anything in it.
    """

    edition: str
    level: Level
    subject: str
    text: str
    html: str = ""
    attachments: Sequence[Attachment] = ()


class Standing(StrEnum):
    """What becomes of a posting when all is sent: it goes, it has gone, it may have, it must not."""

    READY = "ready"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Posting:
    """One recipient by one channel, with what they get; `refused` says why nothing goes to them."""

    recipient: Recipient
    channel: str
    content: Content
    standing: Standing
    refused: Refused | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """A paper of a meeting and all whom it goes to: what a preview shows."""

    meeting_uid: str
    paper: Paper
    postings: tuple[Posting, ...]

    def standing(self, *wanted: Standing) -> tuple[Posting, ...]:
        """The postings that stand so."""
        return tuple(one for one in self.postings if one.standing in wanted)

    def wanted(self, *, again: bool = False) -> tuple[Posting, ...]:
        """What is to leave now: what is ready, and with `again` what may have arrived."""
        return self.standing(Standing.READY, *((Standing.UNCERTAIN,) if again else ()))


@dataclass(frozen=True, slots=True)
class Posted:
    """How a posting went: `refused` says why it did not."""

    posting: Posting
    refused: Refused | None = None


Make = Callable[[Recipient], Content]
"""Makes the paper for somebody: whole for who is cleared for all of it, without what is meant for others."""

Hand = Callable[[Posting], None]
"""Delivers; Refused when it was not taken, ("mail_uncertain") when nobody knows."""


def round_of(
    store: Store, meeting_uid: str, paper: Paper, make: Make, groups: Sequence[str] = (), *, only: str = ""
) -> Round:
    """To whom of its readers the paper goes by mail, and to which `groups` (names of channels) besides.

    A group may have what is confidential only when it is on the list by its name and cleared. With `only`
    it is that one recipient, on the list or not.
    """
    known = store.going_out(meeting_uid)
    listed = {one.name: one for one in readers(store, meeting_uid, paper)}
    wanted = [(one, MAIL) for name, one in listed.items() if name not in groups]
    wanted += [(listed.get(name, Recipient("", name)), name) for name in groups]
    if only:
        wanted = [(listed.get(only, Recipient("", only)), MAIL)]
    contents: dict[object, Content] = {}
    postings = []
    for recipient, channel in wanted:
        alike = recipient.cleared, tuple(one.is_for(recipient.name) for one in known.materials)
        if alike not in contents:
            contents[alike] = make(recipient)
        content = contents[alike]
        standing, refused = _standing(recipient, channel, content, paper, known.dispatches)
        postings.append(Posting(recipient, channel, content, standing, refused))
    return Round(meeting_uid, paper, tuple(postings))


def _standing(
    recipient: Recipient, channel: str, content: Content, paper: Paper, dispatched: Sequence[Dispatch]
) -> tuple[Standing, Refused | None]:
    if not may_have(recipient, content.level):
        name = recipient.name
        why = Refused("not_cleared", name=name) if recipient.uid else Refused("not_listed", name=name)
        return Standing.REFUSED, why
    if channel == MAIL and not recipient.email:
        return Standing.REFUSED, Refused("channel_no_email", name=recipient.name)
    same = (paper, content.edition, recipient.name, channel)
    states = [
        one.state for one in dispatched if (one.document, one.edition, one.recipient, one.channel) == same
    ]
    known = {DispatchState.SENT: Standing.SENT, DispatchState.GOING: Standing.UNCERTAIN}
    return known.get(states[-1], Standing.READY) if states else Standing.READY, None


def send(
    store: Store,
    going: Round,
    command: Callable[[], Command],
    hands: Mapping[str, Hand],
    *,
    again: bool = False,
) -> Iterator[Posted]:
    """Send what is ready, and with `again` what may have gone out, one after the other.

    Each is on record before it leaves and after it has: what fails is told and stays to be tried again, and
    a program that is killed in between leaves it as what may have arrived.
    """
    for one in going.wanted(again=again):
        try:
            uid = begin(store, command(), going, one, again=again)
        except Refused as refused:  # another program was quicker
            yield Posted(one, refused)
            continue
        trouble = hand_over(hands[one.channel], one)
        end(store, command(), uid, trouble)
        yield Posted(one, trouble)


def begin(store: Store, command: Command, going: Round, one: Posting, *, again: bool) -> str:
    """Say that a posting is about to leave: the uid of its dispatch.

    Raises Refused("dispatch_sent") or, unless it is sent `again`, ("dispatch_uncertain").
    """
    with store.transaction():
        row = dispatches.begin(
            command,
            rows.row(MeetingRow, going.meeting_uid),
            going.paper,
            one.content.edition,
            one.recipient.name,
            one.channel,
            one.recipient.email if one.channel == MAIL else "",
            again=again,
        )
        return row.uid


def hand_over(hand: Hand, one: Posting) -> Refused | None:
    """Let it leave; why it was not taken, None when it was."""
    try:
        hand(one)
    except Refused as refused:
        return refused
    return None


def end(store: Store, command: Command, dispatch_uid: str, trouble: Refused | None) -> None:
    """Say how it went; of what may have arrived nothing more is known."""
    with store.transaction():
        row = rows.row(DispatchRow, dispatch_uid)
        if trouble is None:
            dispatches.end(row, DispatchState.SENT, "", command.at)
        else:
            lost = trouble.code == "mail_uncertain"
            state = DispatchState.GOING if lost else DispatchState.FAILED
            dispatches.end(row, state, trouble.code, command.at)
