"""What a template does for a meeting that is prepared: it fills what is still empty (B1)."""

from __future__ import annotations

from collections.abc import Iterator

from tui_minutes.domain.meeting import Meeting, MeetingKind
from tui_minutes.domain.plan import Plan
from tui_minutes.domain.policy_table import Policies
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.templates import Template
from tui_minutes.i18n import dates, ntr, tr
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.i18n.policies import preset_text
from tui_minutes.i18n.voting import rule_text
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.choose import Choose
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.services import policies, template_use, templates
from tui_minutes.widgets.status_line import Report


class PrepareTemplates(BaseScreen):
    """The part of Prepare that goes by the template of the meeting."""

    def action_save_template(self) -> None:
        """Make a template from the meeting."""
        from tui_minutes.screens.template_saving import ask_save

        ask_save(self, self.meeting_uid or "")

    def action_fill(self) -> None:
        """Choose a template to fill what is still empty from."""
        from tui_minutes.screens.new_meeting import template_options

        meeting = self.host.store.record(self.meeting_uid or "").meeting
        before = self.template_of(meeting).name
        own = templates.own()
        for one in own:
            if one.wrong:
                self.report(refusal_text(one.wrong), Report.WARNING)

        def take(name: str | None) -> None:
            if name is not None and not self.offer_fill(name, before):
                self.report(tr("Nothing is empty that this template would fill"))

        self.app.push_screen(
            Choose(tr("Fill in as for which kind?"), template_options(own), current=before), take
        )

    def offer_fill(self, name: str, before: str) -> bool:
        """Ask whether to fill what is empty as in the template `name`; False when it would fill nothing.

        What is still as the template `before` brought it counts as empty.
        """
        uid = self.meeting_uid or ""
        try:
            now, then = template_use.preview(self.host.store, uid, name, before)
        except Refused as refused:
            self.report(refusal_text(refused), Report.REFUSED)
            return True
        lines = list(_news(now, then, policies.chosen(self.host.settings)))

        def fill(yes: bool | None) -> None:
            if yes and self.did(template_use.fill, uid, name, before):
                self.report(tr("Filled in; what you typed is as it was"), Report.DONE)

        if lines:
            title = tr("Fill in what is still empty, as for: {kind}?", kind=template_name(name))
            self.app.push_screen(Confirm(title, lines, yes=tr("fill in")), fill)
        return bool(lines)

    def template_of(self, meeting: Meeting) -> Template:
        """What the meeting is made from."""
        return templates.of_meeting(self.host.store, meeting)


def template_name(name: str) -> str:
    """What a template is called: that of a kind as the kind."""
    return label(MeetingKind(name)) if name in list(MeetingKind) else name


def _news(now: Plan, then: Plan, presets: Policies) -> Iterator[str]:
    """What filling in would change, in words."""
    if then.agenda != now.agenda:
        n, titles = len(then.agenda), tr("; ").join(item.title for item in then.agenda)
        yield ntr("Agenda of {n} item: {titles}", "Agenda of {n} items: {titles}", n, titles=titles)
    if then.expected != now.expected:
        yield tr("Expected: {texts}", texts=tr("; ").join(then.expected))
    if then.checks != now.checks:
        yield ntr("Checklist of {n} thing", "Checklist of {n} things", len(then.checks))
    if then.end != now.end and then.end:
        yield tr("Ends at {clock}", clock=dates.clock(then.end))
    if then.place != now.place:
        yield tr("Place: {place}", place=then.place)
    if len(then.people) > len(now.people):
        there = {person.name for person in now.people}
        names = [person.name for person in then.people if person.name not in there]
        yield tr("People: {names}", names=tr(", ").join(names))
    if then.policy != now.policy:
        yield tr("Followed up: {preset}", preset=preset_text(then.policy, presets))
    if then.quorum != now.quorum:
        yield tr("Quorum: {rule}", rule=rule_text(then.quorum))
    if then.level != now.level:
        yield tr("Level: {level}", level=label(then.level))
