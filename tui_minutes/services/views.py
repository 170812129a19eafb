"""Saving a view of the ledger under a name, naming it anew, ordering, removing."""

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
        grouped_by=grouped_by, position=len(views.saved()),
    )  # fmt: skip
    return str(made.uid)


@commanded
def change(_: Store, command: Command, uid: str, wanted: str, sort: str = "", grouped_by: str = "") -> None:
    """Let a saved view show something else; refused as `save` is, or with not_found."""
    row = _row(uid)
    row.wanted, row.sort, row.grouped_by = _understood(command, wanted), sort, grouped_by
    row.save()


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


@commanded
def move(_: Store, _command: Command, uid: str, step: int) -> None:
    """Put a saved view `step` places further down (up, if negative), to the end at most."""
    _row(uid)
    order = [view.uid for view in views.saved()]
    place = min(max(order.index(uid) + step, 0), len(order) - 1)
    order.remove(uid)
    order.insert(place, uid)
    views.arrange(order)


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
