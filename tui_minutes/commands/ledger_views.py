"""What ``tui-minutes ledger --views`` prints."""

from __future__ import annotations

from collections.abc import Sequence

from tui_minutes.commands.printing import print_table
from tui_minutes.commands.reading import print_json
from tui_minutes.domain.views import BUILT_IN, View
from tui_minutes.i18n import tr
from tui_minutes.i18n.views import view_name, wanted_text


def print_views(saved: Sequence[View], *, json: bool) -> None:
    """All views: those that come with the program, then those that were saved."""
    views = (*BUILT_IN, *saved)
    if json:
        print_json([_view_object(view) for view in views])
        return
    columns = (tr("View"), tr("Filter"), tr("Order"), tr("Grouping"))
    print_table(columns, [(view_name(view), wanted_text(view), view.sort, view.grouped_by) for view in views])


def _view_object(view: View) -> dict[str, object]:
    return {
        "name": view_name(view),
        "code": view.name if view.built_in else None,
        "filter": view.wanted,
        "sort": view.sort,
        "group": view.grouped_by,
    }
