"""How papers leave: by the mail server and the channels that the settings name (F3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

from tui_minutes.documents.mail import Mail, Mailbox, message
from tui_minutes.domain.channels import channels_in
from tui_minutes.domain.command import new_uid
from tui_minutes.domain.mailing import mail_server
from tui_minutes.domain.refusal import Refused
from tui_minutes.services.dispatching import MAIL, Hand, Posting, Round, Standing
from tui_minutes.services.mailing import Hand as Handed
from tui_minutes.services.mailing import connected
from tui_minutes.services.sending import Post, address_for, apprise_post
from tui_minutes.settings import Settings


def check_groups(groups: Sequence[str], settings: Settings, config: Path) -> None:
    """Refused("usage_channel") for the first of `groups` that is no channel of the settings at `config`."""
    known = channels_in(settings.remind).addresses
    for name in groups:
        if name not in known:
            raise Refused("usage_channel", name=name, path=config)


@contextmanager
def hands(
    going: Round, settings: Settings, env: Mapping[str, str], config: Path, clock: Callable[[], datetime]
) -> Iterator[Mapping[str, Hand]]:
    """The ways by which what of the round is still to go can leave, open while it does.

    Raises Refused with no_mail_server, notify_missing, or as `services.mailing.connected` does.
    """
    channels = {one.channel for one in going.standing(Standing.READY, Standing.UNCERTAIN)}
    found: dict[str, Hand] = {}
    with ExitStack() as open_ways:
        if MAIL in channels:
            server = mail_server(settings.mail)
            if server is None:
                raise Refused("no_mail_server", path=config)
            found[MAIL] = _by_mail(open_ways.enter_context(connected(server, env)), server.sender, clock)
        groups = channels - {MAIL}
        if groups:
            post, addresses = apprise_post(), channels_in(settings.remind).addresses
            found |= {name: _by_channel(post, address_for(addresses[name], name, "", env)) for name in groups}
        yield found


def _by_mail(hand: Handed, sender: str, clock: Callable[[], datetime]) -> Hand:
    def post(one: Posting) -> None:
        content, at = one.content, clock()
        mail = Mail(
            uid=new_uid(at),
            at=at,
            to=(Mailbox(one.recipient.name, one.recipient.email),),
            subject=content.subject,
            text=content.text,
            html=content.html,
            attachments=content.attachments,
            sender=sender,
        )
        hand(one.recipient.email, message(mail))

    return post


def _by_channel(post: Post, address: str) -> Hand:
    return lambda one: post(address, one.content.subject, one.content.text)
