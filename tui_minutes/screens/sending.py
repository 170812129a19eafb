"""Sending a paper from the list of its readers: chosen, looked at, then sent while one goes on (F3)."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from tui_minutes import settings as config
from tui_minutes.domain.channels import channels_in
from tui_minutes.domain.going_out import Recipient
from tui_minutes.domain.meeting import SEALED, Meeting, Phase
from tui_minutes.domain.papers import AFTER, BEFORE, Form, Paper
from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n import ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.dialogs.choose import Choose, Option
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.screens.exports import house_style
from tui_minutes.screens.host import RETRY_SECONDS
from tui_minutes.screens.sending_preview import preview_rows
from tui_minutes.services import dispatching, letters, materials
from tui_minutes.services.dispatching import Content as Paperwork
from tui_minutes.services.dispatching import Hand, Posted, Posting, Round, Standing
from tui_minutes.services.house_style import usual_first
from tui_minutes.services.papers import Order
from tui_minutes.services.posting import hands
from tui_minutes.widgets.glyphs import glyph
from tui_minutes.widgets.status_line import Report

if TYPE_CHECKING:
    from tui_minutes.screens.base import BaseScreen

_SENDING = "sending"
_PATIENCE = 40
"""So many times it is tried to put something on record while another program writes."""

T = TypeVar("T")


class Sending:
    """What `screen` asks before papers of `meeting` leave, and how it went."""

    def __init__(self, screen: BaseScreen, meeting: Meeting) -> None:
        self._screen = screen
        self._host = screen.host
        self._meeting = meeting

    def ask(self) -> None:
        """Which paper: what the meeting is ready for; not while another one is on its way."""
        if any(one.group == _SENDING and not one.is_finished for one in self._host.workers):
            self._say(tr("Another paper is on its way: wait until it is sent"), Report.REFUSED)
            return
        papers = usual_first(self._host.store, self._meeting, sendable(self._meeting))
        options = [Option(paper, label(paper)) for paper in papers]
        self._host.push_screen(
            Choose(tr("Send what?"), options), lambda paper: self._ask_ways(Paper(paper)) if paper else None
        )

    def _ask_ways(self, paper: Paper) -> None:
        """By mail, and to a group besides where the settings name channels."""
        groups = list(channels_in(self._host.settings.remind).addresses)
        if not groups:
            self._look(paper, ())
            return
        options = [
            Option("", tr("mail to each")),
            *(Option(name, tr("mail to each, and to the group {name}", name=name)) for name in groups),
        ]
        self._host.push_screen(
            Choose(tr("By which way?"), options),
            lambda group: None if group is None else self._look(paper, (group,) if group else ()),
        )

    def _look(self, paper: Paper, groups: Sequence[str]) -> None:
        """Make it aside, then show to whom it goes and to whom not."""
        self._say(tr("Preparing {paper} …", paper=label(paper)))
        work = partial(self._prepare, paper, groups)
        self._host.run_worker(work, group="export", thread=True)

    def _prepare(self, paper: Paper, groups: Sequence[str]) -> None:
        host, uid = self._host, self._meeting.uid

        def make(reader: Recipient) -> Paperwork:
            looks, readers = house_style(host, Form.WORD, self._meeting), (reader.name,)
            order = Order(paper, Form.WORD, whole=reader.cleared, template=looks, readers=readers)
            return letters.content(host.store, uid, order, host.now(), host.calendar)

        try:
            with host.store.reading():
                going = dispatching.round_of(host.store, uid, paper, make, groups)
        except Refused as refused:
            host.call_from_thread(self._say, refusal_text(refused), Report.REFUSED)
        else:
            host.call_from_thread(self._show, going)

    def _show(self, going: Round) -> None:
        """The preview: nothing has left yet. Over another screen it does not come: Enter is typed there."""
        if self._host.screen is not self._screen:
            return
        again = not going.wanted() and bool(going.standing(Standing.UNCERTAIN))
        listed = self._host.store.going_out(self._meeting.uid).materials
        rows = preview_rows(going, materials.missing(listed) if going.paper in BEFORE else ())
        n = len(going.wanted(again=again))
        if not n:
            self._host.push_screen(Confirm(tr("Nobody to send this to"), rows), lambda _: None)
            return
        title = ntr("Send it to {n} recipient?", "Send it to {n} recipients?", n)
        self._host.push_screen(
            Confirm(title, rows, yes=tr("send again") if again else tr("send")),
            lambda yes: self._begin(going, again=again) if yes else None,
        )

    def _begin(self, going: Round, *, again: bool) -> None:
        self._say(tr("Sending …"))
        self._host.run_worker(self._send(going, again=again), group=_SENDING)

    async def _send(self, going: Round, *, again: bool) -> None:
        """One after the other; who types is not held up by a slow server."""
        host, ways = self._host, ExitStack()
        path = host.config_file or config.config_path(os.environ)
        open_ways = hands(going, host.settings, os.environ, path, host.now)
        try:
            found = await asyncio.to_thread(ways.enter_context, open_ways)
            posted = [await self._post(one, going, found, again) for one in going.wanted(again=again)]
        except Refused as refused:
            self._say(refusal_text(refused), Report.REFUSED)
        else:
            self._tell(posted)
        finally:
            await asyncio.to_thread(ways.close)

    async def _post(self, one: Posting, going: Round, found: Mapping[str, Hand], again: bool) -> Posted:
        """Send one, on record before and after it."""
        host = self._host
        try:
            begin = partial(dispatching.begin, host.store, host.command(), going, one, again=again)
            uid = await self._when_free(begin)
            trouble = await asyncio.to_thread(dispatching.hand_over, found[one.channel], one)
            await self._when_free(partial(dispatching.end, host.store, host.command(), uid, trouble))
        except Refused as refused:  # another program was quicker, or the disk failed
            trouble = refused
        return Posted(one, trouble)

    async def _when_free(self, write: Callable[[], T]) -> T:
        """Write once nobody else does: what is not on record as sent would go out again."""
        for _ in range(_PATIENCE):
            try:
                return write()
            except Refused as refused:
                if refused.code != "store_busy":
                    raise
                await asyncio.sleep(RETRY_SECONDS)
        return write()

    def _tell(self, posted: Sequence[Posted]) -> None:
        """How many got it, how many did not, how many may have; and what is the matter with the first."""
        troubles = [(one.posting.recipient.name, one.refused) for one in posted if one.refused]
        unsure = sum(why.code == "mail_uncertain" for _, why in troubles)
        n, failed = len(posted) - len(troubles), len(troubles) - unsure
        parts = [
            ntr("Sent to {n} recipient", "Sent to {n} recipients", n),
            ntr("{n} failed", "{n} failed", failed) if failed else "",
            ntr("{n} may have arrived", "{n} may have arrived", unsure) if unsure else "",
            *(tr("{name}: {value}", name=name, value=refusal_text(why)) for name, why in troubles[:1]),
        ]
        said = f" {glyph('·')} ".join(part for part in parts if part)
        self._say(said, Report.REFUSED if troubles else Report.DONE)

    def _say(self, text: str, tone: Report = Report.NOTE) -> None:
        """On the screen it was asked for, or, when that was left, on the one that is shown."""
        if self._screen.is_attached:
            self._screen.report(text, tone)
        else:
            self._host.notify(text, severity="error" if tone is Report.REFUSED else "information")


def sendable(meeting: Meeting) -> tuple[Paper, ...]:
    """What may leave of a meeting as it stands: a notice before it, a draft once signed, then the minutes."""
    if meeting.phase is Phase.APPROVED or (meeting.light and meeting.phase is Phase.HELD):
        return tuple(paper for paper in AFTER if paper is not Paper.EXTRACT)
    if meeting.phase in SEALED:
        return (Paper.DRAFT,)
    return (Paper.NOTICE, Paper.INVITATION)
