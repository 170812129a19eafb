"""The names of the views that come with the program."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tui_minutes.domain.filters.language import parse_filter
from tui_minutes.domain.filters.spelling import spell
from tui_minutes.domain.views import BUILT_IN, View, named, same_name
from tui_minutes.i18n.language import LANGUAGES, current_language, speaking
from tui_minutes.i18n.translation import mark, tr_late

_ANY_DAY = date(2000, 1, 1)

_NAMES = {
    "attention": mark("Needs attention"),
    "mine": mark("Mine"),
    "late": mark("What is late"),
    "waiting": mark("Waiting to be confirmed"),
    "week": mark("Due this week"),
    "departments": mark("Needs attention, by department"),
    "everything": mark("Everything"),
}


def view_name(view: View) -> str:
    """What a view is called in the spoken language; a saved one as it was named."""
    return tr_late(_NAMES[view.name]) if view.built_in else view.name


def wanted_text(view: View) -> str:
    """What a view asks for, as it is typed in the spoken language; days stay as they were typed."""
    return spell(parse_filter(view.wanted, _ANY_DAY), current_language())


def names_of(view: View) -> tuple[str, ...]:
    """Every name by which a view may be asked for; a built-in one also by its code and in other languages."""
    if not view.built_in:
        return (view.name,)
    found = [view.name]
    for language in LANGUAGES:
        with speaking(language):
            found.append(view_name(view))
    return tuple(found)


def find_view(name: str, saved: Iterable[View]) -> View | None:
    """The view that `name` names; None when there is none."""
    built_in = (one for one in BUILT_IN if any(same_name(name, known) for known in names_of(one)))
    return named(name, saved) or next(built_in, None)
