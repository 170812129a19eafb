"""Saving a view of the ledger under a name, naming it anew, removing it."""

from __future__ import annotations

from tui_minutes.domain.command import Command
from tui_minutes.domain.filters.language import parse_filter
from tui_minutes.domain.filters.spelling import spell
from tui_minutes.domain.refusal import Refused
from tui_minutes.domain.text import clean
from tui_minutes.domain.views import BUILT_IN, View, same_name
from tui_minutes.i18n.views import names_of
from tui_minutes.services.commanded import commanded
from tui_minutes.store import rows, views
from tui_minutes.store.store import Store
from tui_minutes.store.tables import ViewRow


@commanded
def save(_: Store, command: Command, name: str, wanted: str, sort: str = "", grouped_by: str = "") -> str:
    """Keep the filter text `wanted` with an order and a grouping under a new name; the uid of the view.

    Raises Refused with no_name, view_name_taken, or view_not_understood for a filter that is not.
    """
    free = _free(name, "")
    made = ViewRow.create(
        uid=rows.fresh_uid(command), name=free, wanted=_understood(command, wanted), sort=sort,
        grouped_by=grouped_by, position=views.next_position(),
    )  # fmt: skip
    return str(made.uid)


@commanded
def rename(_: Store, _command: Command, uid: str, name: str) -> None:
    """Give a saved view another name; refused as `save` is, or with not_found."""
    row = _row(uid)
    row.name = _free(name, uid)
    row.save()


@commanded
def remove(_: Store, _command: Command, uid: str) -> None:
    """Forget a saved view; Refused("not_found") when there is none."""
    _row(uid).delete_instance()


def _row(uid: str) -> ViewRow:
    row = views.row(uid)
    if row is None:
        raise Refused("view_not_found", name=uid)
    return row


def _free(name: str, uid: str) -> str:
    """The name, when no view but that of `uid` has it."""
    name = clean(name).strip()
    if not name:
        raise Refused("no_name")
    others: tuple[View, ...] = (*BUILT_IN, *(view for view in views.saved() if view.uid != uid))
    if any(same_name(name, known) for view in others for known in names_of(view)):
        raise Refused("view_name_taken", name=name)
    return name


def _understood(command: Command, wanted: str) -> str:
    """The filter as it is written back; what was typed as a day relative to today stays so."""
    read = parse_filter(wanted, command.at.date())
    if read.problems:
        raise Refused("view_not_understood", typed=read.problems[0].typed)
    return spell(read)
