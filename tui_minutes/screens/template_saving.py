"""A template made from the meeting that is shown: its name, and what of the meeting goes along (B1)."""

from __future__ import annotations

from tui_minutes.domain.meeting import Meeting, is_hidden
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.template_making import Taken
from tui_minutes.domain.text import clean
from tui_minutes.i18n import ntr, tr
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.screens.base import BaseScreen
from tui_minutes.screens.dialogs.ask import Ask, Field, Values
from tui_minutes.screens.dialogs.choose import Option
from tui_minutes.screens.dialogs.confirm import Confirm
from tui_minutes.services import purging, template_use, templates
from tui_minutes.widgets.status_line import Report

_YES, _NO = "yes", "no"


def ask_save(screen: BaseScreen, meeting_uid: str) -> None:
    """Ask for a name; names of people and confidential words go in only where that is chosen."""
    record = screen.host.store.record(meeting_uid)
    levels = (record.meeting.level, *(item.level for item in record.agenda if item.level))
    options = [Option(_NO, tr("no")), Option(_YES, tr("yes"))]
    fields = [
        Field("name", tr("Template name"), _name(record.meeting), required=True),
        Field("people", tr("Names of people"), _NO, options),
    ]
    if any(map(is_hidden, levels)):
        fields.append(Field("confidential", tr("Confidential words"), _NO, options))

    def dialog() -> Ask:
        return Ask(tr("Save as a template"), fields, check=_wrong_name, at_once=True)

    def take(values: Values | None) -> None:
        if values is not None:
            _save(screen, meeting_uid, values, replace=False)

    screen.app.push_screen(dialog(), take)


def _name(meeting: Meeting) -> str:
    """What it could be called: a title that is confidential is no name of a file."""
    return "" if is_hidden(meeting.level) else templates.name_of(meeting.title)


def _wrong_name(values: Values) -> tuple[str, str] | None:
    try:
        templates.path_of(values["name"])
    except Refused as refused:
        return "name", refusal_text(refused)
    return None


def _save(screen: BaseScreen, meeting_uid: str, values: Values, *, replace: bool) -> None:
    taken = Taken(people=values["people"] == _YES, confidential=values.get("confidential") == _YES)
    try:
        made, left_out = template_use.made_from(screen.host.store, meeting_uid, values["name"], taken)
        path = templates.save(made, replace=replace)
    except Refused as refused:
        if refused.code == "file_exists":
            _ask_replace(screen, meeting_uid, values)
        else:
            screen.report(refusal_text(refused), Report.REFUSED)
        return
    screen.did(purging.remember_export, str(path), meeting_uid)
    said = tr("Saved: n on Home offers it. {path}", path=clean(str(path)))
    if left_out:
        said += " " + ntr("{n} text was left out", "{n} texts were left out", left_out)
    screen.report(said, Report.DONE)


def _ask_replace(screen: BaseScreen, meeting_uid: str, values: Values) -> None:
    def take(yes: bool | None) -> None:
        if yes:
            _save(screen, meeting_uid, values, replace=True)

    lines = [tr("There is such a template already: {name}", name=values["name"])]
    screen.app.push_screen(Confirm(tr("Replace it?"), lines, yes=tr("replace")), take)
