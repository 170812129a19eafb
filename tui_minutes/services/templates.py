"""Templates: one for each kind of meeting, and one's own beside the config file (B1)."""

from __future__ import annotations

import os
from pathlib import Path

from tui_minutes import settings as config
from tui_minutes.domain import templates as domain
from tui_minutes.domain.dataclass import dataclass
from tui_minutes.domain.disk import os_reason
from tui_minutes.domain.meeting import Meeting, MeetingKind
from tui_minutes.domain.plan import Plan
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.regex import regex
from tui_minutes.domain.templates import Template
from tui_minutes.domain.text import clean
from tui_minutes.i18n import current_language
from tui_minutes.private import private_folder, replace_private
from tui_minutes.services import plan_files, template_files
from tui_minutes.store import rows
from tui_minutes.store.store import Store
from tui_minutes.store.tables import SeriesRow

_OF_KINDS = Path(__file__).parents[1] / "templates"
"""Those that come with the program, in a folder for each language."""

_NAME = regex(r"[\w][\w .()（）-]{0,59}")
"""What a file can be called everywhere."""
_NOT_IN_NAMES = regex(r"[^\w .()（）-]+")


@dataclass(frozen=True, slots=True)
class Own:
    """A file of one's own: the template in it, or what is wrong with it."""

    name: str
    template: Template | None
    wrong: Refused | None = None


def own_folder() -> Path:
    """Where one's own templates are, which may not be there."""
    return config.config_path(os.environ).parent / "templates"


def own() -> tuple[Own, ...]:
    """One's own templates, by name; one that cannot be read comes with the reason."""
    try:
        paths = sorted(own_folder().glob("*.toml"))
    except OSError:
        return ()
    return tuple(_tried(path) for path in paths)


def _tried(path: Path) -> Own:
    try:
        return Own(clean(path.stem), template_files.read(path))
    except Refused as refused:
        return Own(clean(path.stem), None, refused)


def named(name: str, language: str = "") -> Template:
    """The template called `name`: one's own, else that of the kind with this code, in `language`.

    Refused("template_not_found") with the names there are, or "plan_wrong" for a file that cannot be read.
    """
    return template_files.read(_file_of(name, language))


def of_kind(kind: MeetingKind, language: str = "") -> Template:
    """What comes with the program for a kind of meeting."""
    return template_files.read(_of_kind(kind, language))


def text_of(name: str) -> str:
    """How the template `name` is written; Refused as `named`, but whatever is wrong inside is shown."""
    return plan_files.text_in(_file_of(name, ""))


def _file_of(name: str, language: str) -> Path:
    mine = path_of(name)
    if mine.exists():
        return mine
    if name not in list(MeetingKind):
        known = ", ".join((*MeetingKind, *(one.name for one in own())))
        raise Refused("template_not_found", name=clean(name), known=known)
    return _of_kind(name, language)


def _of_kind(kind: str, language: str) -> Path:
    return _OF_KINDS / (language or current_language()) / f"{kind}.toml"


def of_meeting(store: Store, meeting: Meeting) -> Template:
    """What a meeting is made from: one's own template that its series names, else that of its kind.

    A file that is gone or cannot be read is no reason to stop: then that of the kind stands in.
    """
    series = rows.row(SeriesRow, meeting.series).template if meeting.series else ""
    return of_series(series, meeting.kind, meeting.language)


def of_series(name: str, kind: MeetingKind, language: str) -> Template:
    """As `of_meeting`, of a meeting of this kind in a series that is made from the template `name`."""
    try:
        return named(kind if name in ("", *MeetingKind) else name, language)
    except Refused:
        return of_kind(kind, language)


def filled(plan: Plan) -> Plan:
    """`plan` with what it leaves empty taken from the template it names; as it is when it names none.

    Refused as `named`.
    """
    return domain.filled(plan, named(plan.template, plan.language)) if plan.template else plan


def save(template: Template, *, replace: bool = False) -> Path:
    """Write a template beside the config file, whole or not at all; where it is.

    Refused: "template_name", "file_exists" unless it may `replace`, "settings_unwritable".
    """
    path = path_of(template.name)
    if path.exists() and not replace:
        raise Refused("file_exists", path=clean(str(path)))
    try:
        private_folder(path.parent)
        replace_private(path, template_files.written(template).encode(), synced=True)
    except OSError as error:
        raise Refused("settings_unwritable", path=path, reason=os_reason(error)) from error
    return path


def name_of(title: str) -> str:
    """What a template made from a meeting with this title can be called."""
    return " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:60].strip(" .-()（）")


def path_of(name: str) -> Path:
    """The file of the own template `name`; Refused("template_name") for what no file can be called."""
    if not _NAME.fullmatch(name) or name.endswith((" ", ".")):
        raise Refused("template_name", name=clean(name))
    return own_folder() / f"{name}.toml"
